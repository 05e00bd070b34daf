"""The pages by which the archive is browsed, read as a reader would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.model import Entry, Issue, Run
from generator.publish.outputs import html, lookup
from generator.publish.shelves.model import LARGE
from tests.publish.samples import FIFTH, SAMPLE, SECOND, SEPARATE, site
from tests.publish.test_html import one, words
from tests.samples import chronicle, entry, issue, item, paragraph

Read = Callable[..., BeautifulSoup]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write the site of these issues and read one of its pages."""

    def _read(url: str, *issues: Issue) -> BeautifulSoup:
        html.write(site(*issues), tmp_path)
        file = tmp_path / (url.lstrip("/") + ("index.html" if url.endswith("/") else ""))
        return BeautifulSoup(file.read_text("utf-8"), "html.parser")

    return _read


def links(page: BeautifulSoup, selector: str) -> list[str]:
    return [str(link["href"]) for link in page.select(f"{selector} a")]


def test_a_catalogue_lists_its_shelves_with_counts_and_years(read: Read) -> None:
    page = read("/kinds/", *SAMPLE)
    shown = [words(line) for line in page.select(".shelves li")]
    assert shown == ["通知 2018年—2020年 3 件", "令 2018年 1 件", "大事记 2018年 1 件"]
    assert links(page, ".shelves") == ["tongzhi/", "ling/", "dashiji/"]
    current = one(page, ".ways [aria-current=page]")
    assert words(current) == "公文种类"


def test_a_shelf_lists_its_documents_by_year_with_what_tells_them_apart(read: Read) -> None:
    page = read("/issuers/yunzhoushirenminzhengfu/", *SAMPLE)
    assert [words(link) for link in page.select(".trail a")] == ["首页", "发文机关"]
    section = one(page, "section.spread")
    assert words(one(section, "h2")) == "2018年 2 件"
    lines = section.select("li")
    assert words(lines[1]) == (
        f"{FIFTH.items[0].title} 云政发〔2018〕31号2018年9月4日载2018年第5期"
    )


def test_a_section_that_was_concluded_is_not_shown_as_stated(read: Read) -> None:
    page = read("/sections/shizhengfuwenjian/", *SAMPLE)
    lines = page.select(".items li")
    assert ["推定" in words(line) for line in lines] == [False, True]
    assert "推定" not in words(one(read("/kinds/tongzhi/", *SAMPLE), "main"))


def test_a_gap_in_the_numbers_is_told_as_one_of_the_archive(read: Read) -> None:
    page = read("/numbers/yzf/", *SAMPLE)
    (gap,) = page.select(".absent")
    assert words(gap) == "13–30号 本站未收录"
    assert "共 2 件，序号之间有 18 个号未收录" in words(one(page, "main"))
    assert "可能未在公报刊登" in words(one(page, "main"))
    assert not read("/kinds/tongzhi/", *SAMPLE).select(".absent")


def test_the_calendar_has_twelve_months_a_year(read: Read) -> None:
    page = read("/dates/", *SAMPLE)
    months = page.select("section[aria-labelledby=y-2018] .months li")
    assert [words(month) for month in months][7:10] == ["8月", "9月 1", "10月 1"]
    assert links(page, ".months") == ["2018/#in-09", "2018/#in-10"]
    assert words(one(page, ".shelves li")) == "未标注成文日期 2018年—2020年 3 件"


def test_issues_are_listed_with_the_gaps_that_their_numbers_prove(read: Read) -> None:
    early = issue("2017-06", total=245)
    page = read("/issues/", early, *SAMPLE)
    rows = [words(row) for row in page.select("ol.ledger > li")]
    assert rows[0].startswith("2018年第5期 总第251期2018年10月31日3 件")
    assert "原文未载总期号期号为推定" in rows[1]
    assert rows[2] == (
        "总第246–250期，共 5 期：4 期未收录（本站另收录 1 期，原文未载总期号，列在上面）"
    )
    assert rows[3].startswith("2017年第6期 总第245期")
    assert "本站收录 3 期，其余 4 期尚未收录" in words(one(page, "main"))
    assert links(page, "ol.ledger > li:first-child .about-item") == [
        "../2018/05/source/",
        "../2018/05/changes/",
    ]
    assert words(page.select("ul.ledger li > a")[0]) == SEPARATE.items[0].title


def test_nothing_is_said_of_total_numbers_where_they_prove_nothing(read: Read) -> None:
    page = read("/issues/", *SAMPLE)
    assert "按总期号" not in words(one(page, "main"))
    assert "未列出的各期尚未收录" in words(one(page, "main"))


def test_a_year_names_the_issues_between_and_its_chronicle(read: Read) -> None:
    page = read("/2018/", *SAMPLE)
    assert "本年收录公报 2 期，共 4 件" in words(one(page, ".holdings"))
    assert "尚缺第3–4期" in words(one(page, ".holdings"))
    assert links(page, "main > p") == ["chronicle/"]
    assert not read("/2020/", *SAMPLE).select("main a[href='chronicle/']")


def test_the_timeline_of_a_year_shows_each_entry_as_printed_with_a_way_back(read: Read) -> None:
    page = read("/2018/chronicle/", *SAMPLE)
    entries = page.select(".chronicle li")
    assert [words(one(line, "time")) for line in entries] == ["4日", "※", "9月8日、9日"]
    assert [line.get("id") for line in entries] == ["d-2018-09-04", None, "d-2018-09-08"]
    assert "全市供热工作会议召开。" in words(entries[0])
    back = links(page, ".chronicle")
    assert back[1] == "../05/dashiji-09/#d-2018-09-04_2"
    assert words(one(page, "section[aria-labelledby=sources] li")) == (
        "云州市人民政府9月大事记载2018年第5期"
    )


def test_a_doubt_in_the_timeline_is_told_beside_the_words(read: Read) -> None:
    doubtful = Entry((Run("4日　召开"), Run("巳经", flag="疑为“已经”")), "2018-09-04")
    page = read("/2018/chronicle/", issue("2018-05", (chronicle("d", doubtful),)))
    assert "召开巳经（疑为“已经”）" in words(one(page, ".chronicle li"))
    assert not page.select(".chronicle a.ref")


def test_home_leads_to_every_way_and_names_documents_of_earlier_issues(read: Read) -> None:
    page = read("/", *SAMPLE)
    ways = [words(title) for title in page.select(".browse dt")]
    assert ways == ["公文种类", "发文机关", "栏目", "发文字号", "成文日期"]
    assert "通知 3" in words(one(page, ".browse"))
    dated = item("a", (paragraph("文。"),), issue="2018-02", title="某事", date="2018-01-05")
    older = issue("2018-01", (dated,))
    page = read("/", older, *SAMPLE)
    recent = page.select("section[aria-labelledby=recent] li a")
    assert [words(link) for link in recent] == ["某事"], "those of the latest issue stand above"


def test_large_archives_do_not_make_large_pages(read: Read) -> None:
    """The pages that speak of everything name no document of it singly."""
    many = tuple(item(f"d-{n}", order=n, date="2018-01-01") for n in range(1, LARGE + 1))
    issues = (issue("2018-05", many), issue("2019-01", (item("e", issue="2019-01"),)))
    for url in ("/search/", "/issues/", "/kinds/tongzhi/", "/404.html"):
        page = read(url, *issues)
        assert not page.select("main a[href$='2018/05/d-7/']"), url
    assert len(read("/kinds/tongzhi/2018/", *issues).select(".items li")) == LARGE


def test_an_issue_without_items_and_years_apart_are_shown_as_they_are(read: Read) -> None:
    issues = (issue("2009-01"), issue("2018-02", SECOND.items))
    assert "0 件" in words(one(read("/2009/", *issues), ".cover"))
    assert [words(li) for li in read("/", *issues).select(".year-grid li")] == [
        "2018年 1 期 1 件",
        "2009年 1 期 0 件",
    ]


def test_an_empty_gazette_has_whole_pages(read: Read) -> None:
    for url in ("/", "/issues/", "/kinds/", "/dates/", "/404.html"):
        one(read(url), "h1")
    assert "尚无可列的篇目" in words(one(read("/kinds/"), "main"))


def test_addresses_can_be_looked_up_by_number(tmp_path: Path) -> None:
    gazette = site(*SAMPLE, issue("2019-01", (chronicle("d", entry("1日", "2019-01-01")),)))
    lookup.write(gazette, tmp_path)
    pairs = dict(json.loads((tmp_path / "addresses.json").read_text("utf-8")))
    assert pairs["/2018/05/yzf-31/"] == "云政发〔2018〕31号"
    assert pairs["/2018/05/ling-5/"] == "云州市人民政府令第5号"
    assert pairs["/2018/05/"] == "2018年第5期"
    assert pairs["/2019/01/d/"] == ""
    assert "/404.html" not in pairs

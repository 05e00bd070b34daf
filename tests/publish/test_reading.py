"""What a reader meets on a page: the whole source, numbers to cite, links that say where to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Issue, Masthead, Role
from generator.publish.outputs import html
from generator.publish.search.records import records
from tests.publish.samples import DECREE, FIFTH, SEPARATE, site
from tests.samples import printed

NUMBER = "云州市人民政府令第5号"


def built(folder: Path, *issues: Issue) -> dict[str, BeautifulSoup]:
    """Every page of a site of these issues, by its address."""
    made = site(*issues)
    html.write(made, folder)
    return {
        page.url: BeautifulSoup((folder / page.file).read_text("utf-8"), "html.parser")
        for page in made.pages
    }


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def order(page: BeautifulSoup, *parts: str) -> list[int]:
    """Where the parts stand in the main text."""
    assert page.main is not None
    shown = page.main.get_text()
    return [shown.index(part) for part in parts]


# --- numbers --------------------------------------------------------------------------------


def test_a_decree_is_cited_with_its_authority_wherever_it_is_shown(tmp_path: Path) -> None:
    pages = built(tmp_path, FIFTH)
    item = pages["/2018/05/ling-5/"]
    assert words(item.select(".title .number")[0]) == NUMBER
    assert words(item.select("dl.facts dd")[1]) == NUMBER
    assert f"（{NUMBER}）" in words(item.select("dl.cite dd")[0])
    for url in ("/", "/2018/", "/2018/05/", "/search/"):
        numbers = [words(tag) for tag in pages[url].select(".items .number")]
        assert NUMBER in numbers, url
        assert "第5号" not in numbers, url


def test_a_decree_is_found_by_its_whole_number() -> None:
    found = {record.url: record for record in records(site(FIFTH))}
    assert found["/2018/05/ling-5/"].number == NUMBER
    for url in ("/2018/05/", "/2018/05/ling-5/"):
        assert NUMBER in [passage.text for passage in found[url].passages], url


def test_a_decree_of_nobody_keeps_its_bare_number() -> None:
    nameless = replace(FIFTH, items=(replace(DECREE, issuer=()),))
    assert records(site(nameless))[1].number == "第5号"


# --- the whole source -----------------------------------------------------------------------

LONELY = replace(
    SEPARATE,
    front=("云州市人民政府办公室文件", "特急"),
    back=("抄送：市委办公室。", "印 300 份"),
    masthead=Masthead(printer="云州印刷厂", board=(Role("责任编辑", ("钱和",)),)),
    contents=(printed("另一文件", None, number="云政办〔2020〕57号", page=4),),
)


def test_a_separate_document_shows_what_stands_around_it(tmp_path: Path) -> None:
    page = built(tmp_path, LONELY)["/2020/yzb-56/"]
    before, title, body, after = order(
        page, "特急", LONELY.items[0].title, "秋冬季攻坚行动方案如下。", "抄送：市委办公室。"
    )
    assert before < title < body < after
    for part in ("云州印刷厂", "钱和", "另一文件", "云政办〔2020〕57号", "第4页", "印 300 份"):
        order(page, part)


def test_what_stands_around_a_separate_document_is_found() -> None:
    (record,) = records(site(LONELY))
    texts = [passage.text for passage in record.passages]
    for part in ("特急", "抄送：市委办公室。", "云州印刷厂", "责任编辑\t钱和", "另一文件"):
        assert part in texts


def test_a_document_of_an_issue_leaves_that_to_the_page_of_the_issue(tmp_path: Path) -> None:
    page = built(tmp_path, FIFTH)["/2018/05/yzf-31/"]
    assert page.select(".front, .back") == []


def test_an_issue_shows_all_that_belongs_to_no_document(tmp_path: Path) -> None:
    issue = replace(FIFTH, contents=(*FIFTH.contents, printed("人事任免", None, page=44)))
    page = built(tmp_path, issue)["/2018/05/"]
    for part in ("传达政令", "服务社会", "云州印刷厂", "孙正　李清", "人事任免", "第44页"):
        order(page, part)
    listed = page.select("[aria-labelledby=unmatched] li")
    assert len(listed) == 1, "what was found is listed once, with its link"


def test_an_issue_whose_contents_were_all_found_says_nothing_of_others(tmp_path: Path) -> None:
    assert built(tmp_path, FIFTH)["/2018/05/"].select("#unmatched") == []


# --- links ----------------------------------------------------------------------------------


def test_every_article_and_heading_has_a_link_that_names_it(tmp_path: Path) -> None:
    pages = built(tmp_path, FIFTH)
    links = pages["/2018/05/ling-5/"].select(".text a.self")
    assert {str(link["href"]): link["aria-label"] for link in links} == {
        "#ch-1": "第一章　总则的固定链接",
        "#art-1": "第一条的固定链接",
        "#art-2": "第二条的固定链接",
        "#ch-2": "第二章　附则的固定链接",
        "#art-3": "第三条的固定链接",
    }
    labels = [link["aria-label"] for link in pages["/2018/05/yzf-31/"].select("a.self")]
    assert "（一）目标的固定链接" in labels
    assert len(labels) == len(set(labels))


def test_the_link_stands_in_what_it_points_at(tmp_path: Path) -> None:
    page = built(tmp_path, FIFTH)["/2018/05/ling-5/"]
    for link in page.select(".text p > a.self"):
        assert link.parent is not None
        assert link["href"] == f"#{link.parent['id']}"


# --- tables ---------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Tag:
    return built(tmp_path, FIFTH)["/2018/05/yzf-31/"].select("#i1-tbl-2")[0]


def test_the_unit_stands_above_the_table_and_the_note_below(table: Tag) -> None:
    shown = table.get_text()
    places = [shown.index(part) for part in ("单位：吨", "云州热电厂", "注：2018年为计划数。")]
    assert places == sorted(places)
    assert words(table.select("caption .unit")[0]) == "单位：吨"


def test_no_row_has_two_heads(table: Tag) -> None:
    assert all(len(row.select("th[scope=row]")) <= 1 for row in table.select("tr"))

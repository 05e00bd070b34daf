"""The written pages, read as a reader's browser or a strict checker would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Run
from generator.publish.inline import Notes
from generator.publish.outputs import OUTPUTS, html
from generator.publish.outputs.html_text import JOINED, inline
from tests.publish.samples import FIFTH, SAMPLE, SAY, site

BASE = "https://gazette.example/yunzhou/"
Built = dict[str, BeautifulSoup]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    for output in OUTPUTS:
        if output.name != "search":  # slow, and a test room of its own
            output.write(site(*SAMPLE), made)
    return made


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    return {
        path.relative_to(folder).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in folder.rglob("*.html")
    }


@pytest.fixture(scope="module")
def notice(built: Built) -> BeautifulSoup:
    return built["2018/05/yzf-31/index.html"]


def addresses(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        if "schema.DCTERMS" in tag.get("rel", []):  # the name of a vocabulary, not a place to go
            continue
        for name in ("href", "src", "action"):
            if name in tag.attrs:
                yield str(tag[name])


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


# --- every page -----------------------------------------------------------------------------


def test_every_page_has_one_title_one_h1_and_its_landmarks(built: Built) -> None:
    assert len(built) == 42
    for page in built.values():
        one(page, "h1")
        one(page, "body > header")
        one(page, "body > main#main")
        one(page, "body > footer")
        assert one(page, "html")["lang"] == "zh-Hans-CN"
    titles = Counter(one(page, "head > title").get_text() for page in built.values())
    assert max(titles.values()) == 1


def test_no_page_skips_a_heading_level(built: Built) -> None:
    for name, page in built.items():
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"h[1-6]"))]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], name


def test_ids_are_unique_and_references_resolve(built: Built) -> None:
    for name, page in built.items():
        ids = Counter(tag["id"] for tag in page.select("[id]"))
        assert max(ids.values()) == 1, name
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for tag in page.select(f"[{attribute}]"):
                assert set(str(tag[attribute]).split()) <= set(ids), name


def test_every_link_leads_to_a_file_and_a_place_in_it(folder: Path, built: Built) -> None:
    for name, page in built.items():
        here = BASE + name.removesuffix("index.html")
        for address in addresses(page):
            if page.find("link", rel="canonical", href=address):
                continue
            target = urlsplit(urljoin(here, address))
            assert target.geturl().startswith(BASE), f"{name}: {address} leaves the site"
            path = unquote(target.path).removeprefix("/yunzhou/")
            file = path + "index.html" if path.endswith("/") or not path else path
            assert (folder / file).is_file(), f"{name}: {address}"
            if target.fragment:
                assert built[file].find(id=target.fragment) is not None, f"{name}: {address}"


def test_links_are_relative_so_that_any_prefix_serves(built: Built) -> None:
    for name, page in built.items():
        absolute = [one for one in addresses(page) if one.startswith(("/", "http"))]
        if name == "404.html":
            assert all(one.startswith(("/yunzhou/", BASE)) for one in absolute)
        else:
            canonical = one(page, 'link[rel="canonical"]')["href"]
            assert absolute == [canonical]
            assert canonical == BASE + name.removesuffix("index.html")


def test_no_page_runs_or_loads_anything_foreign(built: Built) -> None:
    for name, page in built.items():
        policy = str(one(page, 'meta[http-equiv="Content-Security-Policy"]')["content"])
        assert policy.startswith("default-src 'none'")
        assert "unsafe-inline" not in policy
        assert page.select("[style], style, iframe, img") == [], name
        inline = [tag for tag in page.select("script") if not tag.get("src")]
        assert {tag["type"] for tag in inline} <= {"application/ld+json"}, name
        handlers = [key for tag in page.find_all(True) for key in tag.attrs if key[:2] == "on"]
        assert handlers == [], name


def test_every_page_begins_with_a_skip_link_and_can_be_searched_from(built: Built) -> None:
    for page in built.values():
        assert page.select("body a")[0]["href"] == "#main"
        form = one(page, "header form[role=search]")
        assert form["method"] == "get"
        field = one(form, "input[name=q]")
        assert one(form, f"label[for={field['id']}]").get_text()


def test_asset_names_change_with_their_contents(folder: Path, tmp_path: Path) -> None:
    (sheet,) = folder.glob("assets/*/theme.css")
    html.write(site(), tmp_path)
    (again,) = tmp_path.glob("assets/*/theme.css")
    assert again.parent.name == sheet.parent.name
    assert re.fullmatch(r"[0-9a-f]{12}", sheet.parent.name)


# --- the document ---------------------------------------------------------------------------


def test_raw_markup_is_shown_as_text(notice: BeautifulSoup, built: Built) -> None:
    assert "U-235<S> 源登记" in words(one(notice, ".text"))
    source = built["2018/05/source/index.html"]
    assert one(source, "#L7").contents[0] == "第7行 <b>&amp;"


def test_a_document_shows_its_whole_text_in_order(notice: BeautifulSoup) -> None:
    shown = one(notice, ".text").get_text()
    places = [
        shown.index(part)
        for part in (
            "各县（市、区）人民政府，市人民政府各委、办、局：",
            "现将《云州市清洁取暖实施方案》印发给你们",
            "附件：1.任务分工表",
            "云州市人民政府2018年9月4日",
            "（此件公开发布）",
            "一、总体要求",
            "（一）目标。",
            "云州热电厂",
            "分栏错乱，照源文排印。",
            "附件2 检查流程图，源文缺。",
        )
    ]
    assert places == sorted(places)


def test_facts_are_a_list_of_terms_with_machine_dates(notice: BeautifulSoup) -> None:
    facts = {
        words(one(row, "dt")): words(row.select("dd")[0]) for row in notice.select("dl.facts > div")
    }
    assert facts["发文字号"] == "云政发〔2018〕31号"
    assert facts["有效性"] == "未标注"
    assert one(notice, 'dl.facts time[datetime="2018-09-04"]').get_text() == "2018年9月4日"


def test_subscripts_bold_and_doubts_keep_their_meaning(notice: BeautifulSoup) -> None:
    clause = one(notice, "#i1-p1-1")
    assert one(clause, "sub").get_text() == "2.5"
    assert one(clause, "sup").get_text() == "2"
    assert one(clause, "strong").get_text() == "（一）目标。"
    assert one(clause, "mark").get_text() == "巳经"
    note = one(notice, str(one(clause, "a.ref")["href"]))
    assert "疑为“已经”" in note.get_text()


def test_a_doubt_over_several_styles_is_one_mark() -> None:
    reason = "单位疑为“m³”"
    runs = (Run("530m", flag=reason), Run("2", script="sup", flag=reason), Run("炉"))
    html = inline(Notes().pieces(runs), SAY)
    assert html.startswith('<mark id="doubt-1">530m<sup>2</sup></mark><')
    assert html.count("<mark") == html.count("[疑") == 1


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("电话0351-2203344 0351-2203325", ["0351-2203344", "0351-2203325"]),
        ("2018-09-04", ["2018-09-04"]),
        ("U-235", []),
        ("-".join("123456789"), []),
    ],
)
def test_numbers_that_belong_together_stay_on_one_line_of_a_cell(
    words: str, joined: list[str]
) -> None:
    html = inline(Notes().pieces((Run(words),)), SAY, unbroken=JOINED)
    page = BeautifulSoup(html, "html.parser")
    assert [span.get_text() for span in page.select(".joined")] == joined
    assert page.get_text() == words
    assert inline(Notes().pieces((Run(words),)), SAY) == words


def test_blocks_name_their_source_lines(notice: BeautifulSoup) -> None:
    links = {str(link["href"]): words(link) for link in notice.select(".text a.origin")}
    assert links["../source/#L3"] == "源文 3–4 行"
    assert links["../source/#L12"] == "源文 12 行"


def test_contents_lead_to_the_headings(notice: BeautifulSoup) -> None:
    links = notice.select("nav.contents a")
    assert [link.get_text() for link in links] == [
        "云州市清洁取暖实施方案",
        "一、总体要求",
        "（一）目标",
        "二、主要任务",
        "1.改造锅炉",
        "表2　主要污染物减排 3 行",
        "附件1　任务分工表",
    ]


def test_a_document_without_headings_has_no_empty_contents(built: Built) -> None:
    assert built["2018/02/yzf-12/index.html"].select("nav.contents") == []


def test_a_table_can_be_read_without_seeing_it(notice: BeautifulSoup) -> None:
    table = one(notice, "#i1-tbl-2 table")
    assert [words(line) for line in table.select("caption p")] == ["表2 主要污染物减排", "单位：吨"]
    assert {cell["scope"] for cell in table.select("thead th")} == {"col", "colgroup"}
    assert [words(cell) for cell in table.select("tbody th")] == ["云州热电厂", "合计"]
    region = one(notice, "#i1-tbl-2 section")
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "表格区1：表2　主要污染物减排"
    assert "共 3 行 4 列" in words(one(notice, "#i1-tbl-2 .size"))


def test_a_table_says_what_it_can_be_taken_away_as(folder: Path, notice: BeautifulSoup) -> None:
    links = notice.select("#i1-tbl-2 .downloads a")
    assert [words(link) for link in links] == ["Excel", "CSV", "CSV（无BOM）", "JSON"]
    for link in links:
        file = folder / PurePosixPath("2018/05/yzf-31") / str(link["href"])
        size = -(-file.stat().st_size // 1024)
        assert str(link["aria-label"]) == f"{words(link)}，{size} KB：表2　主要污染物减排"


def test_an_issue_offers_its_tables_in_one_file(folder: Path, built: Built) -> None:
    link = one(built["2018/05/index.html"], ".cover .downloads a")
    assert (folder / "2018/05" / str(link["href"])).is_file()
    assert not built["2018/02/index.html"].select(".downloads")


def test_every_table_stands_in_the_list_of_tables(built: Built) -> None:
    page = built["tables/index.html"]
    (line,) = page.select(".items li")
    assert words(line.select("a")[0]) == "表2 主要污染物减排"
    assert words(one(line, ".about-item")) == "3 行 4 列"
    assert len(line.select(".downloads a")) == 4
    assert [words(title) for title in page.select("h3")] == [FIFTH.items[0].title]
    for name in ("index.html", "about/index.html"):
        assert built[name].select("main a[href$='tables/']")


def test_chronicle_days_are_times(built: Built) -> None:
    page = built["2018/05/dashiji-09/index.html"]
    days = [(str(tag["datetime"]), words(tag)) for tag in page.select(".chronicle time")]
    assert days == [("2018-09-04", "4日"), ("2018-09-04", "※"), ("2018-09-08", "9月8日、9日")]


# --- the ways to a document -----------------------------------------------------------------


def test_the_home_page_shows_the_latest_issue_and_all_holdings(built: Built) -> None:
    page = built["index.html"]
    latest = one(page, "section.latest")
    assert words(one(latest, ".issue-name")) == "2018年第5期"
    assert [words(link) for link in latest.select(".items a")] == [one.title for one in FIFTH.items]
    years = [words(tag) for tag in page.select("section.years li")]
    assert years == ["2020年 1 件", "2018年 2 期 4 件"]
    held = words(one(page, "section[aria-labelledby=held] p"))
    assert "公报 2 期、单独文件 1 件，共 5 件" in held


def test_an_issue_lists_its_documents_by_section(built: Built) -> None:
    page = built["2018/05/index.html"]
    assert [words(tag) for tag in page.select("h3.section")] == ["市政府文件", "市政府令", "大事记"]
    first = page.select(".items li")[0]
    assert "云政发〔2018〕31号" in words(first)
    assert "第10页" in words(first)
    assert "主编" in words(one(page, ".board"))
    assert "传达政令" in words(one(page, "[aria-labelledby=front]"))


def test_what_was_concluded_is_not_shown_as_stated(built: Built) -> None:
    assert "推定" in words(one(built["2018/02/index.html"], ".cover"))
    assert "推定" in words(built["2018/02/index.html"].select("h3.section")[0])
    assert "推定" not in words(one(built["2018/05/index.html"], ".cover"))


def test_a_site_without_issues_says_so(tmp_path: Path) -> None:
    html.write(site(), tmp_path)
    assert "尚未收录任何一期" in (tmp_path / "index.html").read_text("utf-8")

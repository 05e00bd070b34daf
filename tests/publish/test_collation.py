"""The collation: what it counts, what it shows of every change, and the ways to it and from it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from generator.check import check_content
from generator.model import Finding, Gap, Repair, Run, Span, Table
from generator.publish.build import gather
from generator.publish.collation import collate
from generator.publish.findings import OpenFinding
from generator.publish.outputs import html
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import FIFTH, TEMPLATES, site

NOTICE = make.item(
    "yzf-9",
    (
        make.paragraph("各县，市（区）防汛。", at=3),
        make.paragraph(Run("30万盹", flag="疑为“吨”"), "粮食。", at=5),
        make.paragraph(Run("巳经", flag="疑为“已经”"), "印发。", at=6),
        Gap("附件流程图，源文缺。"),
        Gap("此处缺一行", Span(8, 8)),
    ),
    title="云州市人民政府关于防汛的通知",
    number="云政发〔2018〕9号",
    lines=Span(2, 9),
)
OTHER = make.item("yzf-10", (make.paragraph("另一件。", at=12),), order=2, lines=Span(11, 14))
ISSUE = make.issue("2018-05", (NOTICE, OTHER))
LEDGER = (
    Repair("punctuation", Span(3, 3), "各县,市(区)防泛。 ", "各县，市（区）防泛。 "),
    Repair("spacing", Span(3, 3), "各县，市（区）防泛。 ", "各县，市（区）防泛。"),
    Repair("page_furniture", Span(1, 1), "- 1 -", ""),
    Repair("corrections", Span(3, 3), "防泛。", "防汛。", by="责任编辑", reason="与标题一致"),
    Repair("doubts", Span(5, 5), "30万盹粮食。", "30万盹粮食。", "校对", "“30万盹”：疑为“吨”"),
    Repair("odd_year", Span(8, 8), "某年", "某年", reason="此处缺一行"),
    Repair("floating_title", Span(12, 12), "附件1", "附件1", "structure", "移至该页之首"),
)
FOUND = (OpenFinding("C201", "yzf-9", 0), OpenFinding("C103", "yzf-10"), OpenFinding("C601"))


def sample() -> Site:
    return replace(site(ISSUE), repairs={ISSUE.id: LEDGER}, findings={ISSUE.id: FOUND})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    html.write(sample(), made)
    return made


@pytest.fixture(scope="module")
def page(folder: Path) -> BeautifulSoup:
    return read(folder, "2018/05/changes")


def read(folder: Path, url: str) -> BeautifulSoup:
    return BeautifulSoup((folder / url / "index.html").read_text("utf-8"), "html.parser")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def rows(page: BeautifulSoup, kind: str) -> list[list[str]]:
    """The cells of every row of a kind."""
    return [
        [words(cell) for cell in row.select("th, td")]
        for row in page.select(f'tr[data-kind="{kind}"]')
    ]


def links(page: BeautifulSoup, kind: str) -> list[list[str]]:
    """The addresses of every row of a kind."""
    return [
        [urljoin("/2018/05/changes/", str(link["href"])) for link in row.select("a")]
        for row in page.select(f'tr[data-kind="{kind}"]')
    ]


def test_the_counts_stand_first(page: BeautifulSoup) -> None:
    facts = {
        words(row.select("dt")[0]): words(row.select("dd")[0])
        for row in page.select("dl.counts > div")
    }
    assert facts.pop("规则校改").startswith("3 处 ")
    assert facts == {
        "源文": "20 行",
        "人工改正": "1 处",
        "存疑": "3 处",
        "缺失": "1 处",
        "移位": "1 处",
        "尚待核对": "3 处",
    }
    assert len(page.select("tr[data-kind]")) == 12
    by_rule = [words(link) for link in page.select('dl.counts a[href^="#rule-"]')]
    assert sorted(by_rule) == ["多余的空格 1", "标点的全角半角 1", "页码、页眉 1"]


def test_a_change_stands_beside_its_source_with_its_characters_marked(page: BeautifulSoup) -> None:
    (row,) = page.select('tr[data-kind="rule-punctuation"]')
    assert [words(tag) for tag in row.select("del")] == [",", "(", ")"]
    assert [words(tag) for tag in row.select("ins")] == ["，", "（", "）"]
    assert words(row.select("td")[0]) == "各县,，市(（区)）防泛。"
    assert links(page, "rule-punctuation") == [
        ["/2018/05/source/#L3", "/2018/05/changes/#rule-punctuation", "/2018/05/yzf-9/#t1"]
    ]
    assert words(page.select("tr[data-kind=rule-spacing] del")[0]) == "␣"
    assert rows(page, "rule-page_furniture")[0][1] == "- 1 -（此处不留文字）"


@pytest.mark.parametrize(("gone", "text"), [("ins", "before"), ("del", "after")])
def test_both_texts_of_a_change_can_be_read_from_its_marks(
    folder: Path, gone: str, text: str
) -> None:
    page = read(folder, "2018/05/changes")
    (row,) = page.select('tr[data-kind="rule-punctuation"]')
    for other in row.select(gone):
        other.decompose()
    assert words(row.select("td")[0]) == getattr(LEDGER[0], text).strip()


def test_every_rule_says_what_it_does(page: BeautifulSoup) -> None:
    rule = page.select("#rule-punctuation")[0]
    assert words(rule.select("dt")[0]) == "标点的全角半角（1 处）"
    assert "GB/T 15834" in words(rule.select("dd")[0])


def test_a_correction_by_a_person_stands_apart_with_its_reason(page: BeautifulSoup) -> None:
    ((line, before, after, ground),) = rows(page, "person")
    assert (line, before, after) == ("3", "防泛。", "防汛。")
    assert ground.startswith("责任编辑：与标题一致")
    assert "云州市人民政府关于防汛的通知（云政发〔2018〕9号）" in ground
    section = page.select("#person")[0].parent
    assert section is not None
    assert len(section.select("tr[data-kind]")) == 1


def test_a_supplied_table_stands_with_its_lines_folded_and_is_not_compared(tmp_path: Path) -> None:
    table = "::: table head=1\ncaption: 任务清单\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | << |\n\n:::"
    scrambled = "\n".join(f"丙 甲{number}" for number in range(1, 4001))
    supplied = Repair("supplied_table", Span(3, 6), scrambled, table, "责任编辑", "据印刷版录入")
    html.write(replace(sample(), repairs={ISSUE.id: (supplied,)}), tmp_path)
    page = read(tmp_path, "2018/05/changes")
    ((line, before, after, ground),) = rows(page, "person")
    assert (line, after) == ("3–6", "任务清单（1 行 2 列，整表录入）")
    assert ground.startswith("责任编辑：据印刷版录入")
    (folded,) = page.select('tr[data-kind="person"] details:not([open])')
    assert words(folded.select("summary")[0]) == "原样文字 4000 行"
    assert folded.get_text().endswith(scrambled)
    assert before.endswith("丙 甲4000")
    assert page.select('tr[data-kind="person"] :is(del, ins)') == []


def test_doubts_gaps_and_moves_are_told_once(page: BeautifulSoup) -> None:
    assert [row[2] for row in rows(page, "doubt")] == [
        "校对：“30万盹”：疑为“吨”",
        "此处缺一行",
        "疑为“已经”",  # a flag that only the text knows
    ]
    assert [row[:2] for row in rows(page, "gap")] == [["源文无", "附件流程图，源文缺。"]]
    assert links(page, "gap") == [["/2018/05/yzf-9/#gap1"]]
    assert [row[:3] for row in rows(page, "move")] == [["12", "附件1", "移至该页之首"]]


def test_findings_speak_chinese_and_lead_to_their_place(page: BeautifulSoup) -> None:
    heads = [words(tag) for tag in page.select("#finding ~ details h3")]
    assert sorted(heads) == [
        "刊内目录没有列出这一件（1 处）",
        "整理后的文字经人工直接修改，未记入台账（1 处）",
        "标题或条款的编号不连续（1 处）",
    ]
    places = sorted(addresses[-1] for addresses in links(page, "finding"))
    assert places == ["/2018/05/", "/2018/05/yzf-10/", "/2018/05/yzf-9/#t1"]


def test_an_item_links_to_what_concerns_it(folder: Path) -> None:
    for slug, count in (("yzf-9", 5), ("yzf-10", 1)):
        (link,) = read(folder, f"2018/05/{slug}").select(".proof a[href*=changes]")
        assert words(link) == f"校勘记（{count} 处）"
        assert link["href"] == f"../changes/#item-{slug}"
    assert words(read(folder, "2018/05").select(".proof a[href*=changes]")[0]) == "校勘记（7 处）"


def test_a_group_tells_what_stands_elsewhere_of_its_item(page: BeautifulSoup) -> None:
    others = {
        words(link): link["href"] for link in page.select("#item-yzf-9 > .aside a[href^='#']")
    }
    assert others == {
        "人工改正（1 处）": "#person-1",
        "存疑（3 处）": "#doubt-1",
        "缺失（1 处）": "#gap-1",
        "尚待核对（1 处）": "#finding-3",
    }
    for target in others.values():
        assert page.select(str(target))
    assert words(page.select("#outside h3")[0]).startswith("各件之外的文字")


def test_without_its_script_the_page_is_whole_and_has_no_dead_field(page: BeautifulSoup) -> None:
    (form,) = page.select("form#filter")
    assert "scripted" in form["class"]
    for field in form.select("input, select"):
        assert form.select(f"label[for={field['id']}]")
    assert form.select("[role=status]")
    assert page.select("tr[hidden], details[hidden]") == []
    kinds = {str(option["value"]) for option in form.select("option")} - {""}
    assert kinds == {str(row["data-kind"]) for row in page.select("tr[data-kind]")}


def test_an_issue_without_any_change_says_so(tmp_path: Path) -> None:
    plain = make.issue("2018-05", (OTHER,))
    html.write(replace(site(plain), repairs={plain.id: ()}), tmp_path)
    page = read(tmp_path, "2018/05/changes")
    assert "没有不同" in words(page.select("main")[0])
    assert page.select("form#filter, table, .part") == []
    (link,) = read(tmp_path, "2018/05/yzf-10").select(".proof a[href*=changes]")
    assert link["href"] == "../changes/"


def test_findings_are_placed_by_their_files(repository: Path) -> None:
    content = repository / "content"
    findings = [*check_content(content), Finding("C604", "sources/1999-01.txt", None, "new")]
    made = gather(content, TEMPLATES, findings)
    assert sum(map(len, made.findings.values())) == len(findings) - 1
    for issue in made.issues:
        slugs = {item.slug: item for item in issue.items}
        for found in made.findings[issue.id]:
            if found.code == "C402":
                assert found.block is not None
                assert isinstance(slugs[found.slug].body[found.block], Gap)


def test_every_entry_of_every_ledger_is_shown_once(repository: Path) -> None:
    made = gather(repository / "content", TEMPLATES)
    for issue in made.issues:
        found = collate(made, issue)
        apart = [one for section in found.sections for one in section.remarks if one.rule]
        grouped = [one for group in found.groups for one in group.remarks]
        shown = sorted(
            (
                one.rule,
                one.lines,
                "".join(part.text for part in one.before),
                "".join(part.text for part in one.after),
            )
            for one in apart + grouped
        )
        assert shown == sorted(
            (one.rule, one.lines, one.before, one.after) for one in made.repairs[issue.id]
        )


def test_the_sample_issue_is_collated_too(tmp_path: Path) -> None:
    html.write(site(FIFTH), tmp_path)
    page = read(tmp_path, "2018/05/changes")
    assert page.select("h1")[0].get_text() == "校勘记"
    assert re.search("序号不连续", page.get_text())


def test_a_change_in_a_long_row_does_not_repeat_the_row(tmp_path: Path) -> None:
    cells = "\t".join(["热电厂"] * 40)
    for block in (make.paragraph(cells, at=4), Table((make.row(cells, at=4),), head=0)):
        issue = make.issue("2018-05", (make.item("yzf-9", (block,), lines=Span(1, 9)),))
        ledger = (Repair("spacing", Span(4, 4), f"{cells} 号", f"{cells}号"),)
        html.write(replace(site(issue), repairs={issue.id: ledger}), tmp_path)
        (line,) = rows(read(tmp_path, "2018/05/changes"), "rule-spacing")
        assert (len(line[1]) < 60) is isinstance(block, Table)

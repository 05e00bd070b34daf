"""Findings on content: each fault is found where it stands, and sound content has none."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.check import check_content
from generator.model import (
    Annex,
    Cell,
    ContentsEntry,
    Gap,
    Heading,
    Paragraph,
    Row,
    Run,
    Table,
    Verbatim,
)
from tests.check.samples import ISSUE, NOTICE, RAW, Content
from tests.samples import printed, row, text


def test_sound_content_has_no_findings(content: Content) -> None:
    assert check_content(content.root) == []


def test_a_folder_without_issues_has_no_findings(tmp_path: Path) -> None:
    assert check_content(tmp_path) == []


def test_a_broken_file_is_a_finding_and_the_other_issues_are_examined(content: Content) -> None:
    other = dataclasses.replace(ISSUE, id="2024-02", items=())
    content.write(other)
    path = content.root / "issues" / "2024-01" / "lzf-1.md"
    path.write_text(path.read_text("utf-8").replace('"2024-01-08"', '"1978-13-01"'), "utf-8")
    (content.root / "sources" / "2024-01.txt").unlink()
    findings = check_content(content.root)
    assert [finding.code for finding in findings] == ["C001", "C602"]
    broken = findings[0]
    assert (broken.path, broken.severity) == ("issues/2024-01/lzf-1.md", "error")
    assert "1978-13-01" in content.line(broken)
    assert "`1978-13-01` is no date" in broken.message
    assert "Write a date as" in broken.message


def test_paths_of_findings_start_at_the_content_folder(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content.root / "issues" / "2024-01" / "lzf-1.md").write_text("", "utf-8")
    monkeypatch.chdir(content.root.parent)
    (finding,) = check_content(Path(content.root.name))
    assert finding.path == "issues/2024-01/lzf-1.md"


# --- printed contents --------------------------------------------------------------------------


TITLE = NOTICE.title
CONTENTS = {
    "as printed": ([printed(TITLE, "lzf-1")], []),
    "spaced and bracketed otherwise": (
        [printed("临江市人民政府 关于印发《防汛办法》的通知", "lzf-1")], []),
    "names what was not found": (
        [printed(TITLE, "lzf-1"), printed("关于防火的通知", None)], ["C101"]),
    "names an item that is no more": (
        [printed(TITLE, "lzf-1"), printed("关于防火的通知", "lzf-2")], ["C102"]),
    "leaves an item out": ([printed("关于防火的通知", None)], ["C101", "C103"]),
    "another title": ([printed("临江市人民政府关于印发防火办法的通知", "lzf-1")], ["C104"]),
    "another number": ([printed(TITLE, "lzf-1", number="临政发〔2024〕7号")], ["C105"]),
    "the same number": ([printed(TITLE, "lzf-1", number="临政发〔2024〕1号")], []),
    "another page": ([printed(TITLE, "lzf-1", page=7)], ["C105"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTENTS.values(), ids=CONTENTS.keys())
def test_printed_contents_and_items(
    content: Content, case: tuple[list[ContentsEntry], list[str]]
) -> None:
    entries, codes = case
    content.write(dataclasses.replace(ISSUE, contents=tuple(entries)))
    assert [finding.code for finding in check_content(content.root)] == codes


def test_a_title_unlike_the_print_is_found_on_its_line(content: Content) -> None:
    content.write(dataclasses.replace(ISSUE, contents=(printed("关于防火的通知", "lzf-1"),)))
    (finding,) = check_content(content.root)
    assert content.line(finding).startswith("title: ")
    assert TITLE in finding.message
    assert "关于防火的通知" in finding.message


# --- tables, annexes, doubts -------------------------------------------------------------------


def test_a_short_row_and_a_doubtful_row_are_found(content: Content) -> None:
    table = Table(
        (row("序号", "名称"), row("1", at=77), row("2", "乙", flag="序号不清")), caption="表1"
    )
    short, doubtful = content.findings(Paragraph(text("甲")), table)
    assert (short.code, doubtful.code) == ("C301", "C302")
    assert short.message.startswith("表1: row 2 (source line 77)")
    assert doubtful.message == "表1: row 3: 序号不清"
    assert content.line(short) == "::: table head=1"


def test_a_row_that_is_in_no_table_is_found(content: Content) -> None:
    (found,) = content.findings(Paragraph(text("一\t二\t三")))
    assert (found.code, found.severity) == ("C305", "warning")
    assert "3 cells" in found.message


def test_rows_that_follow_each_other_with_one_doubt_are_one_finding(content: Content) -> None:
    flags = ["", "错位", "错位；序号不清", "错位", "", "错位"]
    rows = [row("序号", "名称", flag=flag, at=70 + at) for at, flag in enumerate(flags)]
    found = content.findings(Paragraph(text("甲")), Table(tuple(rows), caption="表1"))
    assert sorted(finding.message for finding in found) == [
        "表1: row 3 (source line 72): 序号不清",
        "表1: row 6 (source line 75): 错位",
        "表1: rows 2–4 (source lines 71–73): 错位",
    ]


def test_merged_cells_make_no_row_short(content: Content) -> None:
    tall = row(Cell(text("一"), rowspan=2), "甲")
    wide = row(Cell(text("合计"), colspan=2))
    assert content.codes(Table((tall, row("乙"), wide))) == []


def test_annexes_named_and_found(content: Content) -> None:
    present = Annex("附件1", "名单", present=True)
    lost = Annex("附件2", "流程图", present=False)
    heading = Heading(1, text("名单"), "附件１")
    assert content.codes(heading, annexes=(present,)) == []
    (finding,) = content.findings(heading, annexes=(present, lost))
    assert (finding.code, finding.message) == (
        "C311",
        "the source lacks 附件2 流程图, and no gap tells the reader",
    )
    assert content.line(finding) == "annexes:"
    assert content.codes(annexes=(present,)) == ["C312"]


def test_doubtful_text_gaps_and_verbatim_text_are_found(content: Content) -> None:
    doubtful = Run("30万盹", flag="疑为“吨”")
    findings = content.findings(
        Paragraph((Run("产量"), doubtful)),
        Table((Row((Cell((doubtful,)),)),)),
        Gap("附图未收入原文。"),
        Verbatim(("┌┐",), "原文为流程图"),
    )
    assert [finding.code for finding in findings] == ["C401", "C401", "C402", "C403"]
    assert findings[0].message == "“30万盹”：疑为“吨”"
    assert "30万盹" in content.line(findings[0])
    assert content.line(findings[2]) == "::: gap"


# --- facts and sources -------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["number", "date", "kind", "issuer"])
def test_a_document_states_its_facts(content: Content, key: str) -> None:
    (finding,) = content.findings(**{key: () if key == "issuer" else None})
    assert finding.code == "C501"
    assert content.line(finding).startswith(f"{key}:")


def test_a_document_that_is_called_by_its_number_has_no_title(content: Content) -> None:
    (finding,) = content.findings(title=NOTICE.number)
    assert finding.code == "C501"
    assert content.line(finding).startswith("title:")


def test_a_chronicle_needs_entries_and_no_number(content: Content) -> None:
    bare = {"type": "chronicle", "number": None, "date": None, "issuer": ()}
    assert content.codes(**bare) == ["C502"]


def test_an_item_without_text_is_an_error(content: Content) -> None:
    content.write(dataclasses.replace(ISSUE, items=(dataclasses.replace(NOTICE, body=()),)))
    (finding,) = check_content(content.root)
    assert (finding.code, finding.severity) == ("C502", "error")


def test_two_items_with_one_number_are_found(content: Content) -> None:
    twin = dataclasses.replace(NOTICE, slug="lzf-2", order=2)
    content.write(dataclasses.replace(ISSUE, items=(NOTICE, twin)))
    (finding,) = check_content(content.root)
    assert finding.code == "C503"
    assert finding.path == "issues/2024-01/lzf-2.md"


def test_an_edit_by_hand_is_found(content: Content) -> None:
    path = content.root / "issues" / "2024-01" / "lzf-1.md"
    path.write_text(path.read_text("utf-8").replace("现予", "现"), "utf-8")
    (finding,) = check_content(content.root)
    assert (finding.code, finding.severity) == ("C601", "error")
    assert "gazette adopt 2024-01" in finding.message


def test_a_source_that_changed_is_found(content: Content) -> None:
    (content.root / "sources" / "2024-01.txt").write_bytes(RAW + b"x")
    (finding,) = check_content(content.root)
    assert (finding.code, finding.severity) == ("C603", "error")
    assert content.line(finding) == "source:"


def test_a_source_that_is_missing_is_an_error(content: Content) -> None:
    (content.root / "sources" / "2024-01.txt").unlink()
    (finding,) = check_content(content.root)
    assert (finding.code, finding.severity) == ("C602", "error")


def test_a_source_that_is_not_imported_is_found(content: Content) -> None:
    (content.root / "sources" / "2024-02.txt").write_bytes(RAW)
    (finding,) = check_content(content.root)
    assert (finding.code, finding.path) == ("C604", "sources/2024-02.txt")
    assert "gazette import 2024-02" in finding.message

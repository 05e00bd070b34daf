"""Findings on what an import wrote down and what people correct, and on characters nobody sees."""

from __future__ import annotations

import dataclasses
import hashlib
import os

import pytest

from generator.check import check_content
from generator.document import write_issue
from generator.model import Finding, Repair, Span
from tests import samples as make
from tests.check.samples import ISSUE, NOTICE, RAW, Content

REPAIR = Repair("corrections", Span(3, 3), "加强防泛", "加强防范", "责任编辑", "与标题一致")
CORRECTION = """- line: 3
  find: "防泛"
  replace: "防范"
  reason: "与标题一致"
  by: "责任编辑"
"""


def found(content: Content) -> Finding:
    """The one finding."""
    (finding,) = check_content(content.root)
    return finding


def corrected(content: Content, words: str = CORRECTION, *made: Repair) -> None:
    """An issue that was imported with these corrections, and their file."""
    write_issue(ISSUE, content.root / "issues" / "2024-01", made)
    (content.root / "corrections").mkdir(exist_ok=True)
    (content.root / "corrections" / "2024-01.yaml").write_text(words, "utf-8")


# --- ledgers -----------------------------------------------------------------------------------


def test_a_ledger_that_cannot_be_read_is_found(content: Content) -> None:
    (content.root / "issues" / "2024-01" / "repairs.jsonl").write_text("\n{\n", "utf-8")
    finding = found(content)
    assert (finding.code, finding.line) == ("C001", 2)
    assert finding.path == "issues/2024-01/repairs.jsonl"


@pytest.mark.parametrize("name", ["repairs.jsonl", "origins.jsonl"])
def test_a_ledger_that_was_touched_is_an_error(content: Content, name: str) -> None:
    corrected(content, CORRECTION, REPAIR)
    path = content.root / "issues" / "2024-01" / name
    path.write_text(
        path.read_text("utf-8").replace("null", "[2, 2]").replace("加强", "强"), "utf-8"
    )
    finding = found(content)
    assert (finding.code, finding.severity) == ("C605", "error")
    assert "gazette import 2024-01" in finding.message


def test_a_ledger_that_was_emptied_is_an_error(content: Content) -> None:
    write_issue(ISSUE, content.root / "issues" / "2024-01", [Repair("a", Span(1, 1), "a", "b")])
    (content.root / "issues" / "2024-01" / "repairs.jsonl").write_text("", "utf-8")
    assert found(content).code == "C605"


def test_an_origins_file_that_was_emptied_is_an_error(content: Content) -> None:
    (content.root / "issues" / "2024-01" / "origins.jsonl").write_text("", "utf-8")
    assert (found(content).code, found(content).path) == ("C001", "issues/2024-01/origins.jsonl")


def test_lines_beyond_the_source_are_errors(content: Content) -> None:
    assert content.codes(make.paragraph("甲", at=100), lines=Span(1, 100)) == []
    of_item, of_block = content.findings(make.paragraph("甲", at=(3, 101)), lines=Span(1, 777))
    assert {of_item.code, of_block.code} == {"C609"}
    assert content.line(of_item).startswith("lines:")
    assert content.line(of_block) == "甲"
    assert of_block.message.endswith("source lines 3–101, and the source has 100")
    beyond = dataclasses.replace(REPAIR, rule="spacing", lines=Span(999, 999))
    write_issue(ISSUE, content.root / "issues" / "2024-01", [REPAIR, beyond])
    (content.root / "corrections").mkdir()
    (content.root / "corrections" / "2024-01.yaml").write_text(CORRECTION, "utf-8")
    assert (found(content).code, found(content).line) == ("C609", 2)


def test_a_ledger_that_fits_the_source_is_no_finding(content: Content) -> None:
    first = Repair("spacing", Span(3, 3), "加强防泛", "加强 防泛")
    second = Repair("punctuation", Span(3, 3), "加强 防泛", "加强，防泛")
    moved = Repair("title", Span(1, 2), "不在该行", "标题", by="structure")
    write_issue(ISSUE, content.root / "issues" / "2024-01", [first, second, moved])
    assert check_content(content.root) == []


@pytest.mark.parametrize(
    "repairs",
    [
        [Repair("spacing", Span(4, 4), "加强防泛", "加强 防泛")],
        [Repair("spacing", Span(3, 3), "加强防讯", "加强防汛")],
        [Repair("a", Span(3, 3), "加强防泛", "加强"), Repair("b", Span(3, 3), "加强防泛", "防")],
    ],
    ids=["on another line", "other text", "in another order"],
)
def test_a_ledger_that_does_not_fit_the_source_is_an_error(
    content: Content, repairs: list[Repair]
) -> None:
    write_issue(ISSUE, content.root / "issues" / "2024-01", repairs)
    finding = found(content)
    assert (finding.code, finding.severity, finding.line) == ("C611", "error", len(repairs))
    assert "gazette import 2024-01" in finding.message


# --- corrections -------------------------------------------------------------------------------


def test_corrections_that_the_import_made_are_no_finding(content: Content) -> None:
    corrected(content, CORRECTION, REPAIR)
    assert check_content(content.root) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (b"- line: 3\n  find: [", 3),
        ("- line: 3\n  find: 防泛\n".encode("gb18030"), 2),
        (CORRECTION.replace("by:", "who:").encode(), 5),
        (CORRECTION.replace('  by: "责任编辑"\n', "").encode(), 1),
    ],
    ids=["broken YAML", "not UTF-8", "unknown key", "missing key"],
)
def test_corrections_that_cannot_be_read_are_found(
    content: Content, words: bytes, line: int
) -> None:
    corrected(content)
    (content.root / "corrections" / "2024-01.yaml").write_bytes(words)
    finding = found(content)
    assert (finding.code, finding.severity) == ("C001", "error")
    assert (finding.path, finding.line) == ("corrections/2024-01.yaml", line)


def test_a_correction_that_is_new_is_found_on_its_line(content: Content) -> None:
    corrected(content, CORRECTION + CORRECTION.replace("3", "7"), REPAIR)
    finding = found(content)
    assert (finding.code, finding.path, finding.line) == ("C606", "corrections/2024-01.yaml", 6)
    assert finding.severity == "error"
    assert "gazette import 2024-01" in finding.message


def test_a_correction_that_changed_is_found(content: Content) -> None:
    corrected(content, CORRECTION.replace("防范", "防汛"), REPAIR)
    findings = [(finding.code, finding.severity) for finding in check_content(content.root)]
    assert findings == [("C606", "error"), ("C607", "error")]


def test_corrections_whose_file_was_deleted_are_found(content: Content) -> None:
    corrected(content, CORRECTION, REPAIR)
    (content.root / "corrections" / "2024-01.yaml").unlink()
    finding = found(content)
    assert (finding.code, finding.path) == ("C607", "issues/2024-01/repairs.jsonl")
    assert "加强防泛" in content.line(finding)


@pytest.mark.parametrize("name", ["2099-01.yaml", "2024-01.yml"])
def test_corrections_of_no_issue_are_found(content: Content, name: str) -> None:
    (content.root / "corrections").mkdir()
    (content.root / "corrections" / name).write_text(CORRECTION, "utf-8")
    assert (found(content).code, found(content).path) == ("C608", f"corrections/{name}")


# --- folders and characters --------------------------------------------------------------------


def test_issues_that_were_deleted_are_found(content: Content) -> None:
    (content.root / "issues").rename(content.root / "elsewhere")
    assert [finding.code for finding in check_content(content.root)] == ["C001", "C604"]


def test_a_name_that_is_no_text_can_be_printed(content: Content) -> None:
    folder = os.fsencode(content.root / "issues" / "2024-01")
    with open(os.path.join(folder, b"\xff.md"), "wb"):  # noqa: PTH118, PTH123
        pass
    finding = found(content)
    assert finding.code == "C001"
    assert f"{finding.path}{finding.message}".encode()


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200e", "\u061c"])
def test_a_mark_that_turns_text_round_is_found(content: Content, mark: str) -> None:
    first, second = content.findings(make.paragraph(f"印发{mark}。"), title=f"关于{mark}的通知")
    assert (first.code, second.code) == ("C404", "C404")
    assert mark in content.line(first)
    assert mark in content.line(second)
    assert f"U+{ord(mark):04X}" in first.message


@pytest.mark.parametrize("mark", ["\ufffd", "\ue5e5", "\x80"])
def test_what_a_wrong_encoding_left_is_found(content: Content, mark: str) -> None:
    finding, *others = content.findings(make.paragraph("甲"), make.paragraph(f"印发{mark}。"))
    assert (finding.code, others) == ("C405", [])
    assert mark in content.line(finding)


PROSE = "市人民政府关于印发防汛抗旱应急预案的通知，各县区人民政府：现予印发，请认真贯彻执行。"
TRADITIONAL = "市政署公佈：行政長官行使基本法第五十條賦予的職權，發佈本行政命令，自翌日起生效。"


@pytest.mark.parametrize("prose", [PROSE, TRADITIONAL], ids=["simplified", "traditional"])
def test_a_source_in_a_wrong_encoding_is_found_and_a_sound_one_is_not(
    content: Content, prose: str
) -> None:
    path = content.root / "sources" / "2024-02.txt"
    for text, codes in [
        (prose, ["C604"]),
        (prose.encode().decode("gb18030", "ignore"), ["C604", "C610"]),
        (prose.encode("gb18030").decode("latin-1"), ["C604", "C610"]),
        (prose.encode("gb18030").decode("shift_jis", "ignore"), ["C604", "C610"]),
    ]:
        path.write_text(f"2024\n{text * 3}\n", "utf-8")
        findings = check_content(content.root)
        assert [finding.code for finding in findings] == codes
        assert [finding.line for finding in findings if finding.code == "C610"] in ([], [2])


def test_the_source_of_the_samples_is_the_one_they_name() -> None:
    assert ISSUE.source.sha256 == hashlib.sha256(RAW).hexdigest()
    assert NOTICE.lines.last <= RAW.count(b"\n")

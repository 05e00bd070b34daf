"""What an import leaves on disk, and what an edit by hand changes."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.document import (
    digest,
    digest_of_ledgers,
    lock,
    read_issue,
    read_issues,
    read_repairs,
    write_issue,
)
from generator.errors import ContentError
from generator.model import Block, Issue, Paragraph, Repair, Run, Span, Table
from tests.document.damage import edit
from tests.document.samples import CHRONICLE, ISSUE, NOTICE, REPAIRS
from tests.samples import text


def body_of(folder: Path) -> tuple[Block, ...]:
    """The blocks of the first item."""
    return read_issue(folder).items[0].body


def spans(blocks: tuple[Block, ...]) -> list[Span | None]:
    """Their origins."""
    return [block.origin for block in blocks]


def test_an_issue_is_its_items_and_two_ledgers(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [
        "dashiji-09.md",
        "issue.md",
        "jszf-31.md",
        "origins.jsonl",
        "repairs.jsonl",
    ]


def test_strings_are_quoted_and_nothing_else(folder: Path) -> None:
    front = (folder / "issue.md").read_text("utf-8").split("---\n")[1]
    for line in ('id: "2018-05"', "year: 2018", "published: null", '- role: "主编"'):
        assert line in front.replace("  ", "")
    assert "lines: [10, 60]" in (folder / "jszf-31.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["issue.md", "jszf-31.md", "dashiji-09.md"])
def test_any_edit_of_markdown_is_seen(folder: Path, name: str) -> None:
    assert digest(folder) == read_issue(folder).source.written
    edit(folder / name, "临" if name != "dashiji-09.md" else "防汛", "监")
    assert digest(folder) != read_issue(folder).source.written


def test_an_item_added_or_taken_away_is_seen(folder: Path) -> None:
    written = digest(folder)
    moved = (folder / "dashiji-09.md").rename(folder / "dashiji-10.md")
    assert digest(folder) != written
    moved.unlink()
    assert digest(folder) != written


@pytest.mark.parametrize("name", ["origins.jsonl", "repairs.jsonl"])
def test_a_ledger_that_was_touched_is_seen_and_is_no_edit_of_text(folder: Path, name: str) -> None:
    assert digest_of_ledgers(folder) == read_issue(folder).source.ledgers
    edit(folder / name, "1", "7") if name == "repairs.jsonl" else edit(folder / name, "[12", "[11")
    assert digest_of_ledgers(folder) != read_issue(folder).source.ledgers
    assert digest(folder) == read_issue(folder).source.written


def test_windows_line_ends_and_a_byte_order_mark_are_no_edit(folder: Path) -> None:
    written = digest(folder)
    for path in folder.glob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert digest(folder) == written
    assert read_issue(folder).items == ISSUE.items


def test_writing_removes_items_that_are_no_more_and_keeps_other_files(folder: Path) -> None:
    (folder / "说明.txt").write_text("留存", "utf-8")
    (folder / "scans").mkdir()
    (folder / "scans" / "1.png").write_bytes(b"\x89PNG")
    write_issue(dataclasses.replace(ISSUE, items=(NOTICE,)), folder, REPAIRS)
    assert not (folder / "dashiji-09.md").exists()
    assert (folder / "说明.txt").read_text("utf-8") == "留存"
    assert (folder / "scans" / "1.png").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["2018-05"]


def test_a_killed_import_leaves_the_old_issue(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    before = read_issue(folder)

    def killed(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", killed)
    with pytest.raises(KeyboardInterrupt):
        write_issue(dataclasses.replace(ISSUE, items=(NOTICE,)), folder, [])
    monkeypatch.undo()
    assert read_issues(folder.parent.parent) == [before]
    write_issue(ISSUE, folder, REPAIRS)
    assert [path.name for path in folder.parent.iterdir()] == ["2018-05"]


def test_two_items_with_one_slug_are_refused_and_nothing_is_lost(folder: Path) -> None:
    before = read_issue(folder)
    twin = dataclasses.replace(CHRONICLE, slug="jszf-31")
    with pytest.raises(ContentError, match="two items with the slug `jszf-31`"):
        write_issue(dataclasses.replace(ISSUE, items=(NOTICE, twin)), folder, [])
    assert read_issue(folder) == before


@pytest.mark.parametrize("words", ["", " 甲", "甲\n", "甲\0乙", "甲\r乙"])
def test_text_that_markdown_cannot_hold_is_refused(folder: Path, words: str) -> None:
    item = dataclasses.replace(NOTICE, body=(Paragraph((Run(words),)),))
    with pytest.raises(ContentError) as caught:
        write_issue(dataclasses.replace(ISSUE, items=(item,)), folder, [])
    assert caught.value.path == folder / "jszf-31.md"
    assert read_issue(folder).items == ISSUE.items


def unfit(**facts: object) -> Issue:
    """The issue with facts that do not hold."""
    return dataclasses.replace(ISSUE, **facts)  # type: ignore[arg-type]


UNFIT = {
    "id of another issue": (unfit(id="2018-06"), "issue.md"),
    "year of another issue": (unfit(year=2019), "issue.md"),
    "separate and of two items": (unfit(type="separate"), "issue.md"),
    "source elsewhere": (
        unfit(source=dataclasses.replace(ISSUE.source, file="/etc/passwd")), "issue.md"),
    "control character in a fact": (unfit(period="\x1b"), "issue.md"),
    "item without title": (
        unfit(items=(dataclasses.replace(NOTICE, title=" "), CHRONICLE)), "jszf-31.md"),
    "item of another issue": (
        unfit(items=(dataclasses.replace(NOTICE, issue="2018-06"), CHRONICLE)), "jszf-31.md"),
    "item with a reserved name": (
        unfit(items=(dataclasses.replace(NOTICE, slug="source"), CHRONICLE)), "source.md"),
    "item without a name": (
        unfit(items=(dataclasses.replace(NOTICE, slug="甲"), CHRONICLE)), "甲.md"),
    "day that is none": (
        unfit(items=(dataclasses.replace(NOTICE, date="2018-13-01"), CHRONICLE)), "jszf-31.md"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNFIT.values(), ids=UNFIT.keys())
def test_what_could_not_be_read_again_is_not_written(folder: Path, case: tuple[Issue, str]) -> None:
    issue, name = case
    with pytest.raises(ContentError) as caught:
        write_issue(issue, folder, [])
    assert caught.value.path == folder / name
    assert read_issue(folder) == dataclasses.replace(ISSUE, source=read_issue(folder).source)
    assert read_repairs(folder) == REPAIRS


def test_half_a_character_in_the_ledger_is_not_written(folder: Path) -> None:
    with pytest.raises(ContentError) as caught:
        write_issue(ISSUE, folder, [Repair("spacing", Span(1, 1), "\ud800", "")])
    assert caught.value.path == folder / "repairs.jsonl"
    assert read_repairs(folder) == REPAIRS


def test_two_imports_at_a_time_are_kept_apart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_TRIES", 2)
    before = read_issue(folder)
    with lock.locked(folder.parent):
        with pytest.raises(ContentError, match="another import is writing") as caught:
            write_issue(ISSUE, folder, [])
        assert "Run the command again" in caught.value.hint
        assert read_issue(folder) == before
    write_issue(ISSUE, folder, [])
    assert read_repairs(folder) == []


def test_what_a_failed_import_left_is_cleared_by_the_next(folder: Path) -> None:
    for name in (".2018-06.new", ".2018-05.new", ".2018-05.old"):
        (folder.parent / name).mkdir()
        (folder.parent / name / "issue.md").touch()
    write_issue(ISSUE, folder, REPAIRS)
    assert [path.name for path in folder.parent.iterdir()] == ["2018-05"]


def test_an_issue_away_between_two_renames_is_waited_for(folder: Path) -> None:
    before = read_issue(folder)
    folder.rename(folder.with_name(".2018-05.old"))
    assert read_issue(folder) == before


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "issues").write_text("", "utf-8")
    with pytest.raises(ContentError, match="cannot be written"):
        write_issue(ISSUE, tmp_path / "issues" / "2018-05", [])


def test_issues_come_by_year_and_number_and_separate_documents_last(tmp_path: Path) -> None:
    for id_, year, number in [
        ("2019-05", 2019, 5),
        ("2018-10", 2018, 10),
        ("2018-05", 2018, 5),
        ("2018-lzb-7", 2018, None),
    ]:
        issue = Issue(id_, "issue", None, year, number, None, None, None, ISSUE.source)
        write_issue(issue, tmp_path / "issues" / id_, [])
    ids = [issue.id for issue in read_issues(tmp_path)]
    assert ids == ["2018-05", "2018-10", "2018-lzb-7", "2019-05"]
    assert read_issues(tmp_path / "nowhere") == []


# --- origins after an edit ---------------------------------------------------------------------


def test_an_edited_paragraph_keeps_its_origin_and_all_others_theirs(folder: Path) -> None:
    before = body_of(folder)
    edit(folder / "jszf-31.md", "现予印发。", "现予印发，请认真执行。")
    after = body_of(folder)
    assert after[0] == Paragraph(text("现予印发，请认真执行。"), Span(12, 13))
    assert after[1:] == before[1:]


def test_a_paragraph_put_in_has_no_origin(folder: Path) -> None:
    before = body_of(folder)
    edit(folder / "jszf-31.md", "现予印发。\n", "现予印发。\n\n编者按。\n")
    assert body_of(folder) == (before[0], Paragraph(text("编者按。")), *before[1:])


def test_a_paragraph_taken_out_takes_its_origin_with_it(folder: Path) -> None:
    before = body_of(folder)
    edit(folder / "jszf-31.md", "- （一）早期预警；\n", "")
    assert body_of(folder) == (*before[:5], *before[6:])


def test_both_halves_of_a_paragraph_have_the_origin_of_the_whole(folder: Path) -> None:
    edit(folder / "jszf-31.md", "为防范事故，", "为防范事故。\n\n")
    assert spans(body_of(folder))[3:7] == [Span(20, 20), Span(21, 22), Span(21, 22), Span(23, 23)]


def test_two_paragraphs_made_one_have_the_origin_of_both(folder: Path) -> None:
    edit(folder / "jszf-31.md", "- （一）早期预警；\n- （二）应急", "- （一）早期预警，应急")
    assert spans(body_of(folder))[4:7] == [Span(21, 22), Span(23, 24), Span(30, 33)]


def test_an_edited_cell_leaves_every_row_its_origin(folder: Path) -> None:
    edit(folder / "jszf-31.md", "| I-131 |", "| Cs-137 |")
    table = body_of(folder)[7]
    assert isinstance(table, Table)
    assert table.rows[2].cells[1].text == (Run("Cs-137"),)
    assert [row.origin for row in table.rows] == [Span(31, 31), Span(32, 32), Span(33, 33)]
    assert table.origin == Span(30, 33)


def test_a_row_put_in_leaves_the_table_its_origin(folder: Path) -> None:
    edit(folder / "jszf-31.md", "| 2 | I-131 |", "| 2 | I-131 |\n| 3 | Cs-137 |")
    table = body_of(folder)[7]
    assert isinstance(table, Table)
    assert table.origin == Span(30, 33)
    assert [row.origin for row in table.rows] == [None] * 4

"""The five laws, over all committed sources and a foreign one, without exceptions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.document import read_issue, write_issue
from generator.intake import ledger, repairs
from tests.intake.accounting import expected, printed
from tests.intake.conftest import ISSUES, MADE, source_of, take

SOURCES = [*(source_of(id_) for id_ in ISSUES), MADE]


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Each source."""
    return Path(request.param)


def test_raw_text_and_ledger_replay_to_the_repaired_lines(path: Path) -> None:
    taken = take(path)
    assert ledger.replay(taken.raw, taken.ledger) == [line.text for line in taken.repaired]


def test_every_character_reaches_the_content_or_stands_in_the_ledger(path: Path) -> None:
    taken = take(path)
    assert printed(taken.issue) == expected(taken.raw, [*taken.ledger, *taken.moved])


def test_a_lost_character_would_be_noticed(path: Path) -> None:
    taken = take(path)
    first = taken.issue.items[0]
    robbed = replace(first, title=first.title[1:])
    issue = replace(taken.issue, items=(robbed, *taken.issue.items[1:]))
    assert printed(issue) != expected(taken.raw, [*taken.ledger, *taken.moved])


def test_no_entry_of_the_ledger_spans_more_than_one_paragraph(path: Path) -> None:
    taken = take(path)
    assert all(entry.lines.first == entry.lines.last for entry in taken.ledger)


def test_body_text_is_never_dropped_whole_but_by_a_person(path: Path) -> None:
    taken = take(path)
    dropping = {
        entry.rule
        for entry in [*taken.ledger, *taken.moved]
        if not entry.after.strip() and entry.before.strip() and entry.rule != "corrections"
    }
    assert dropping <= {
        "block_marks", "page_furniture", "repeated_table_head", "public_note",
    }  # fmt: skip


def test_repairing_the_repaired_text_changes_nothing(path: Path) -> None:
    taken = take(path)
    lines, _ = ledger.run(taken.raw, repairs.for_kind(taken.kind))
    again, entries = ledger.run(lines, repairs.for_kind(taken.kind))
    assert entries == []
    assert [line.text for line in again] == [line.text for line in lines]


def test_reading_what_was_written_gives_the_same_issue(path: Path, tmp_path: Path) -> None:
    taken = take(path)
    write_issue(taken.issue, tmp_path / path.stem, [*taken.ledger, *taken.moved])
    back = read_issue(tmp_path / path.stem)
    assert replace(back, source=replace(back.source, written="")) == taken.issue


def test_writing_twice_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    taken = take(path)
    for name in ("one", "two"):
        write_issue(taken.issue, tmp_path / name / path.stem, taken.ledger)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n / path.stem).iterdir()}
                for n in ("one", "two"))  # fmt: skip
    assert one == two


def test_every_block_tells_the_source_lines_it_came_from(path: Path) -> None:
    taken = take(path)
    for item in taken.issue.items:
        for block in item.body:
            if block.origin is None:
                assert type(block).__name__ == "Gap", "only a gap has no source line"
            else:
                assert item.lines.first <= block.origin.first <= block.origin.last
                assert block.origin.last <= item.lines.last

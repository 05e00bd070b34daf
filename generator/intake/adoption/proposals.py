"""A change to entries of `corrections/<id>.yaml`, exact and short; still to be tried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.document import bare
from generator.document.body import render_block
from generator.intake.adoption.changes import Change
from generator.intake.adoption.edits import Edit, Mark, Side, Unfit, work
from generator.intake.adoption.passages import lines_of, passages
from generator.intake.adoption.reasons import is_supplied, no_text
from generator.intake.importer import Made
from generator.model import (
    Block,
    Correction,
    Doubt,
    Gap,
    Line,
    SuppliedTable,
    Table,
    Verbatim,
    Written,
)

_NEAR = 2
"""So many characters between two edits of a line are taken into one entry."""
_SHORTEST = 2
"""A single character says too little to a person who reads the entry."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who adopts, and why."""

    reason: str
    by: str


def propose(change: Change, made: Made, author: Author, side: Side = "before") -> list[Written]:
    """The entries that should make a change. Raises `Unfit` where none can."""
    if is_supplied(change.old):
        raise no_text(change)
    if isinstance(change.old, Verbatim) and isinstance(change.new, Table):
        return [_table(change.old, change.new, author)]
    if change.what == "added":
        return [_gap(change, made, author)]
    if change.what == "removed" and not isinstance(change.old, Gap):
        edits = [Edit(line, 0, end, "") for line, _, end in lines_of(change, made)]
        return [*_corrections(edits, made.lines, author)]
    found = [work(passage, made.lines, side) for passage in passages(change, made)]
    edits = sorted({edit for some, _ in found for edit in some})
    marks = [mark for _, some in found for mark in some]
    if not edits and not marks:
        raise no_text(change)
    lines = list(made.lines)
    corrections = [*_corrections(edits, lines, author)]
    return [*corrections, *(_doubt(mark, lines, author) for mark in marks)]


def _corrections(edits: Sequence[Edit], lines: list[Line], author: Author) -> Iterator[Correction]:
    """An entry for each edit or few that stand close. `lines` are changed as the entries will."""
    for index, group in groupby(edits, key=lambda edit: edit.line):
        shift = 0
        for edit in _joined([*group], lines[index].text):
            first, end = edit.first + shift, edit.end + shift
            low, high = _unique(lines, index, first, end)
            text = lines[index].text
            find, put = text[low:high], text[low:first] + edit.text + text[end:high]
            yield Correction(lines[index].origin.first, find, put, author.reason, author.by)
            lines[index] = replace(lines[index], text=text[:low] + put + text[high:])
            shift += len(edit.text) - (end - first)


def _joined(edits: Sequence[Edit], text: str) -> list[Edit]:
    result: list[Edit] = []
    for edit in edits:
        above = result[-1] if result else None
        if above and edit.first - above.end <= _NEAR:
            between = text[above.end : edit.first]
            joined = above.text + between + edit.text
            result[-1] = Edit(edit.line, above.first, max(edit.end, above.end), joined)
        else:
            result.append(edit)
    return result


def _unique(lines: Sequence[Line], index: int, first: int, end: int) -> tuple[int, int]:
    """The stretch of a line around these characters that stands there once and on no other line
    of its number; shortest first, with as much before as behind. Raises `Unfit`."""
    text = lines[index].text
    behind = True
    while not (end - first >= _SHORTEST and _stands_once(lines, index, first, end)):
        if not first and end == len(text):
            if _stands_once(lines, index, first, end):
                break
            raise Unfit(
                f"source line {lines[index].origin.first} stands there twice",
                "Undo the edit; a correction must find its text exactly once.",
            )
        if end < len(text) and (behind or not first):
            end += 1
        else:
            first -= 1
        behind = not behind
    return first, end


def _stands_once(lines: Sequence[Line], index: int, first: int, end: int) -> bool:
    text, find = lines[index].text, lines[index].text[first:end]
    number = lines[index].origin.first
    others = (
        line.text for i, line in enumerate(lines) if i != index and line.origin.first == number
    )
    alone = bool(find) and text.find(find) == first and text.find(find, first + 1) < 0
    return alone and not any(find in other for other in others)


def _doubt(mark: Mark, lines: Sequence[Line], author: Author) -> Doubt:
    """A flag put in by hand."""
    line = lines[mark.line]
    find = line.text.strip() if mark.whole else line.text[mark.first : mark.end]
    if not mark.whole and not _stands_once(lines, mark.line, mark.first, mark.end):
        raise Unfit(
            f"the flagged “{find}” stands more than once on source line {line.origin.first}",
            "Flag a few more characters, so that the flagged text stands there once.",
        )
    return Doubt(line.origin.first, mark.why, find, author.by)


def _table(old: Verbatim, new: Table, author: Author) -> SuppliedTable:
    """A table put in by hand where the source has only scrambled lines."""
    assert old.origin is not None
    if "\t" in render_block(new):
        raise Unfit(
            "a tab stands in the table", "Write a space in its place, or a cell of its own."
        )
    table = bare(new)
    assert isinstance(table, Table)
    return SuppliedTable(old.origin, table, author.reason, author.by)


def _gap(change: Change, made: Made, author: Author) -> Doubt:
    """A gap put in by hand stands behind the block of its line; the first one, behind the head."""
    assert isinstance(change.new, Gap)
    if "\n" in change.new.text:
        raise Unfit("a gap of more than one line", "Write what is missing on one line.")
    above = change.above
    if above is None:
        item = next(item for item in made.issue.items if item.order == change.item)
        return Doubt(item.lines.first, change.new.text, by=author.by)
    assert isinstance(above, Block)
    if above.origin is None:
        raise Unfit(
            "the gap stands behind one that the import put at the end of the document",
            "Put it above that one, behind text of the source.",
        )
    return Doubt(above.origin.last, change.new.text, by=author.by)

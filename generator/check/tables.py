"""Tables that are not what their print was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Entry, Heading, ListItem, Paragraph, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check.subject import Subject
    from generator.model import Block, Finding, Row

_WAY_OUT = "correct the tabs of its source line in corrections/"


def tables(subject: Subject) -> Iterator[Finding]:
    """C301: rows with too few cells; C302: rows marked as doubtful, those in a row together; C305:
    rows that are in no table."""
    for item in subject.issue.items:
        for index, block in enumerate(item.body):
            if not isinstance(block, Table):
                if cells := _loose_cells(block):
                    message = f"a row of {cells} cells stands as text: no table is as wide"
                    yield subject.of_block(item, index, "C305", f"{message}; {_WAY_OUT}")
                continue
            name = block.caption or "a table without caption"
            for row_number in _short_rows(block):
                if block.rows[row_number - 1].flag:
                    continue  # C302 says so
                place = _place(row_number, block.rows[row_number - 1])
                message = f"{name}: {place} has fewer cells than the table has columns"
                yield subject.of_block(item, index, "C301", message)
            for numbers, reason in _doubts(block):
                message = f"{name}: {_places(numbers, block.rows)}: {reason}"
                yield subject.of_block(item, index, "C302", message)


def _loose_cells(block: Block) -> int:
    """The cells that tabs part in a text; 0 where none do."""
    if not isinstance(block, Paragraph | ListItem | Entry | Heading):
        return 0
    tabs = plain(block.text).count("\t")
    return tabs + 1 if tabs else 0


def _doubts(table: Table) -> Iterator[tuple[range, str]]:
    """The rows that follow each other with the same doubt, as numbers from 1, and the doubt: a page
    that slipped by a column is one thing to look at, not one for every row."""
    begun: dict[str, int] = {}
    for number, row in enumerate((*table.rows, None), start=1):
        reasons = row.flag.split("；") if row and row.flag else []
        for reason in [reason for reason in begun if reason not in reasons]:
            yield range(begun.pop(reason), number), reason
        for reason in reasons:
            begun.setdefault(reason, number)


def _short_rows(table: Table) -> list[int]:
    """Numbers of the rows, 1-based, that do not reach across the table."""
    widths = [0] * len(table.rows)
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            for below in range(number, min(number + cell.rowspan, len(widths))):
                widths[below] += cell.colspan
    return [number for number, width in enumerate(widths, start=1) if width < max(widths)]


def _places(numbers: range, rows: Sequence[Row]) -> str:
    """Which rows they are, in words."""
    if len(numbers) == 1:
        return _place(numbers[0], rows[numbers[0] - 1])
    first, last = rows[numbers[0] - 1].origin, rows[numbers[-1] - 1].origin
    told = f"rows {numbers[0]}–{numbers[-1]}"
    return f"{told} (source lines {first.first}–{last.last})" if first and last else told


def _place(number: int, row: Row) -> str:
    if row.origin is None:
        return f"row {number}"
    return f"row {number} (source line {row.origin.first})"

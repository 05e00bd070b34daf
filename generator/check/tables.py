"""Tables that are not what their print was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding, Row


def tables(subject: Subject) -> Iterator[Finding]:
    """C301: rows with too few cells; C302: rows marked as doubtful."""
    for item in subject.issue.items:
        for index, block in enumerate(item.body):
            if not isinstance(block, Table):
                continue
            name = block.caption or "a table without caption"
            for row_number in _short_rows(block):
                if block.rows[row_number - 1].flag:
                    continue  # C302 says so
                place = _place(row_number, block.rows[row_number - 1])
                message = f"{name}: {place} has fewer cells than the table has columns"
                yield subject.of_block(item, index, "C301", message)
            for row_number, row in enumerate(block.rows, start=1):
                if row.flag:
                    message = f"{name}: {_place(row_number, row)}: {row.flag}"
                    yield subject.of_block(item, index, "C302", message)


def _short_rows(table: Table) -> list[int]:
    """Numbers of the rows, 1-based, that do not reach across the table."""
    widths = [0] * len(table.rows)
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            for below in range(number, min(number + cell.rowspan, len(widths))):
                widths[below] += cell.colspan
    return [number for number, width in enumerate(widths, start=1) if width < max(widths)]


def _place(number: int, row: Row) -> str:
    if row.origin is None:
        return f"row {number}"
    return f"row {number} (source line {row.origin.first})"

"""A table as data: the rectangle of cells that every file to take away holds. Pure.

Records that stand side by side come one below the other, down first and then right, as they are
read; a list of persons gets the heads that its print does without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Cell, Row, Run, Span, Table, placed, plain
from generator.publish.inline import words
from generator.publish.wording import Wording

Cells = tuple[Cell | None, ...]
"""As many as the sheet has columns. None where nothing was printed: a merged cell covers the place,
or the row is short."""

_PERSON = ("persons.role", "persons.name", "persons.post")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the sheet."""

    cells: Cells
    number: int = 0
    """Of the printed row it comes from, from 1, as in its anchor; 0 of heads of our own."""
    origin: Span | None = None
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as data."""

    head: tuple[Record, ...]
    body: tuple[Record, ...]
    columns: int
    unfolded: bool = False
    """Whether records that are printed side by side stand one below the other here."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All rows, head rows first."""
        return self.head + self.body


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful in a sheet, and why."""

    row: int
    """From 0, head rows counted."""
    column: int | None
    """From 0; None where the whole row is meant."""
    text: str
    reason: str


def sheet(table: Table, say: Wording) -> Sheet:
    """`table` as data."""
    records = _records(table.rows)
    columns = len(records[0].cells) if records else 0
    if table.kind == "persons":
        heads = Record(tuple(Cell((Run(say(key)),)) for key in _PERSON))
        return Sheet((heads,), tuple(records), columns)
    head, body = records[: table.head], records[table.head :]
    if table.abreast > 1 and _unfolds(records, table):
        width = columns // table.abreast
        first = tuple(_part(record, 0, width) for record in head)
        return Sheet(first, tuple(_down(body, width, table.abreast)), width, unfolded=True)
    return Sheet(tuple(head), tuple(body), columns)


def doubts(made: Sheet) -> Iterator[Doubt]:
    """What is doubtful in it, row by row."""
    for row, record in enumerate(made.records):
        if record.flag:
            yield Doubt(row, None, "", record.flag)
        for column, cell in enumerate(record.cells):
            for flag, runs in groupby(cell.text if cell else (), key=lambda run: run.flag):
                if flag:
                    yield Doubt(row, column, words(tuple(runs)), flag)


def _records(rows: Sequence[Row]) -> list[Record]:
    """The rows in a rectangle, a merged cell at its first place."""
    laid = list(placed(rows))
    columns = max((at + cell.colspan for row in laid for at, cell in row), default=0)
    records = []
    for number, (cells, row) in enumerate(zip(laid, rows, strict=True), start=1):
        line: list[Cell | None] = [None] * columns
        for at, cell in cells:
            line[at] = replace(cell, rowspan=min(cell.rowspan, len(rows) - number + 1))
        records.append(Record(tuple(line), number, row.origin, row.flag))
    return records


def _unfolds(records: Sequence[Record], table: Table) -> bool:
    """Whether the parts have the same heads, and no cell lies across two parts but where it is all
    of a row, or across head and body."""
    width, left = divmod(len(records[0].cells) if records else 0, table.abreast)
    if not width or left:
        return False
    for above, record in enumerate(records):
        if _is_group(record.cells, width):
            continue
        for at, cell in enumerate(record.cells):
            if cell and (at % width) + cell.colspan > width:
                return False
            if cell and above < table.head < above + cell.rowspan:
                return False
        parts = [_part(record, part, width).cells for part in range(table.abreast)]
        if above < table.head and any(_said(part) != _said(parts[0]) for part in parts):
            return False
    return True


def _said(cells: Cells) -> list[tuple[str, int, int] | None]:
    return [(words(cell.text), cell.colspan, cell.rowspan) if cell else None for cell in cells]


def _is_group(cells: Cells, width: int) -> bool:
    """Whether the row is a heading over those below: 成员单位 across the table, or before cells
    that are all empty."""
    first = cells[0]
    if first is None or not plain(first.text).strip():
        return False
    if first.colspan == len(cells):
        return True
    return width > 1 and all(cell and not plain(cell.text).strip() for cell in cells[1:])


def _down(body: Sequence[Record], width: int, parts: int) -> Iterator[Record]:
    """The parts of the rows between two group rows, the left part first."""
    open_rows: list[Record] = []
    for record in body:
        if not _is_group(record.cells, width):
            open_rows.append(record)
            continue
        yield from _stacked(open_rows, width, parts)
        open_rows = []
        yield _part(record, 0, width)
    yield from _stacked(open_rows, width, parts)


def _stacked(rows: Sequence[Record], width: int, parts: int) -> Iterator[Record]:
    for part in range(parts):
        covered = 0
        for record in rows:
            made = _part(record, part, width)
            # The last row is often filled on its left alone; a tall cell may cover an empty part.
            if not part or covered or any(map(_holds, made.cells)):
                yield made
            tall = max((cell.rowspan for cell in made.cells if cell), default=1)
            covered = max(covered - 1, tall - 1)


def _holds(cell: Cell | None) -> bool:
    return cell is not None and (cell.rowspan > 1 or bool(plain(cell.text).strip()))


def _part(record: Record, part: int, width: int) -> Record:
    cells = record.cells[part * width : (part + 1) * width]
    fitted = (cell and replace(cell, colspan=min(cell.colspan, width)) for cell in cells)
    return replace(record, cells=tuple(fitted))

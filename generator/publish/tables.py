"""A table as a grid: which cell stands in which column, which cells are heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from generator.model import Cell, Row, Table, plain
from generator.publish.inline import Notes, Pieces

WIDE = 7
"""A table of more columns than this is printed on a landscape page."""
_NUMBER = re.compile(r"[-−－+±≥≤<>＜＞]?\s*\d[\d\s,.，]*[%％‰]?")


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell on a page."""

    pieces: Pieces
    scope: str
    """`col`, `colgroup` or `row` of a head cell; empty of a data cell."""
    colspan: int
    rowspan: int
    number: bool
    """Holds a number: aligned right, never broken."""
    name: bool
    """Stands in the column that names the rows, which stays in view."""
    note: int = 0
    """Number of the note on its row, 0 if there is none or it stands in another cell."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table on a page."""

    head: tuple[tuple[CellView, ...], ...]
    body: tuple[tuple[CellView, ...], ...]
    columns: int
    wide: bool


def placed(rows: Sequence[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """For each row its cells with their column, from 0; spans from above are stepped over.

    >>> tall, low = Cell(rowspan=2), Cell()
    >>> [[at for at, _ in row] for row in placed([Row((tall, low)), Row((low, low))])]
    [[0, 1], [1, 2]]
    """
    taken: dict[int, int] = {}
    for row in rows:
        free = (column for column in count() if not taken.get(column))
        found = []
        opened: dict[int, int] = {}
        for cell in row.cells:
            at = next(free)
            for column in range(at, at + cell.colspan):
                opened[column] = cell.rowspan
            for _ in range(cell.colspan - 1):
                next(free)
            found.append((at, cell))
        yield found
        taken = {column: left - 1 for column, left in (taken | opened).items() if left > 1}


def grid(table: Table) -> list[list[str]]:
    """The plain cells in a rectangle; a merged cell fills its first place only."""
    rows = list(placed(table.rows))
    width = _width(rows)
    texts = []
    for row in rows:
        line = [""] * width
        for at, cell in row:
            line[at] = plain(cell.text)
        texts.append(line)
    return texts


def view(table: Table, notes: Notes) -> TableView:
    """`table` ready for a page; its doubts go into `notes`."""
    rows = list(placed(table.rows))
    width = _width(rows)
    name = _name_column(rows[table.head :], width)
    views = [
        tuple(_cell(cell, at, row_number < table.head, name, notes) for at, cell in row)
        for row_number, row in enumerate(rows)
    ]
    views = [_noted(cells, row, notes) for cells, row in zip(views, table.rows, strict=True)]
    return TableView(tuple(views[: table.head]), tuple(views[table.head :]), width, width > WIDE)


def _width(rows: Sequence[Sequence[tuple[int, Cell]]]) -> int:
    return max((at + cell.colspan for row in rows for at, cell in row), default=0)


def _name_column(body: Sequence[Sequence[tuple[int, Cell]]], width: int) -> int:
    """The column that names the rows: of the first four, the first whose words tell the rows apart
    nearly as well as any. So neither 序号 nor a 地市 that is the same throughout.
    """
    kinds = []
    for column in range(min(4, width)):
        texts = [plain(cell.text) for row in body for at, cell in row if at == column]
        said = [text for text in texts if text]
        serial = 2 * sum(map(_is_number, said)) > len(said)  # most: 合计 may stand among them
        kinds.append(0 if serial else len(set(said)))
    return next((at for at, kind in enumerate(kinds) if kind >= 0.6 * max(kinds)), 0)


def _cell(cell: Cell, at: int, in_head: bool, name: int, notes: Notes) -> CellView:
    text = plain(cell.text)
    names = at == name and cell.colspan == 1
    number = not in_head and _is_number(text)
    scope = ""
    # An empty head would be announced as a head without a name.
    if text and in_head:
        scope = "colgroup" if cell.colspan > 1 else "col"
    elif text and (names or (at < name and not number)):  # 合计 in the column of serial numbers
        scope = "row"
    return CellView(notes.pieces(cell.text), scope, cell.colspan, cell.rowspan, number, names)


def _noted(cells: tuple[CellView, ...], row: Row, notes: Notes) -> tuple[CellView, ...]:
    """The first cell carries the note on its row."""
    if not row.flag or not cells:
        return cells
    return (replace(cells[0], note=notes.add("", row.flag)), *cells[1:])


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.strip()) is not None

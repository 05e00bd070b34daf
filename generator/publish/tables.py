"""A table as a grid: which cell stands in which column, which cells are heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model import Cell, Row, Table, placed, plain
from generator.publish.columns import Placed, breadth, is_number, room
from generator.publish.headers import Role, roles
from generator.publish.heads import Scope, names, scopes
from generator.publish.inline import Notes, Pieces
from generator.publish.row_notes import Marks, RowNotes

_WIDE = 50
"""A table whose columns together, with the space between them, need more room than this, in em, is
wider than the text column and printed on a landscape page: an upright page has 52."""
_ON_PAPER = {4: 3, 10: 6, 14: 9, 20: 13}
"""Room that a long cell has in a wide table → on paper, as `print-tables.css` says."""
_DENSE = 90
"""A landscape page has as much, in em of its smaller type."""
_BETWEEN_ON_PAPER = 0.8
"""Space between two columns of a wide table there, in em."""

_LARGE = 30
"""A table of more rows can be filtered and sorted."""
_SHORT = 20
"""A table of no more rows is read on a telephone without its head in sight."""
_SLIM = 19
"""A table whose columns together, with the space between them, need no more room, in em, fits a
telephone."""
_BETWEEN = 1.5
"""Space between two columns, in em."""
_TOTAL = re.compile(r".{0,6}[合总小共]计(?:[:：]|[（(].*[）)])?")
"""What a row that sums up begins with: 合计, 全市总计, 小计（万元）."""

RowKind = Literal["", "group", "total"]


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell on a page."""

    pieces: Pieces
    scope: Scope
    colspan: int
    rowspan: int
    number: bool
    """Holds a number: aligned right, never broken."""
    name: bool
    """Stays in view: it stands in the column that names the rows, or names this one in its place
    (合计 among the serial numbers)."""
    edge: bool
    """Stands at the left edge of the table, whose line it draws."""
    room: int
    """Least width in em; 0 where the text is so short that it is never broken."""
    key: str = ""
    """Names a head cell within its table, where scopes do not suffice."""
    heads: tuple[str, ...] = ()
    """Keys of the heads of the cell, where scopes do not suffice."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row on a page."""

    cells: tuple[CellView, ...]
    kind: RowKind
    """A group row spans the table and names the rows below; a total sums up (合计, 小计)."""
    number: int
    """Place in the table, from 1, head rows counted: its anchor."""
    place: int
    """Place within the head or the body, from 1: what a reader counts."""
    marks: Marks
    """Of the notes on the row."""
    lead: int
    """Place of the cell that carries the marks and the links of the row: the first of its own."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table on a page."""

    head: tuple[RowView, ...]
    body: tuple[RowView, ...]
    columns: int
    wide: bool
    """Too wide for the text column and for an upright page."""
    dense: bool
    """On a landscape page it needs small print."""
    boxed: bool
    """On a telephone it scrolls both ways within a box, which keeps its head in sight."""
    named: bool
    """A column names its rows and stays in view."""
    large: bool
    """So long that a reader wants to filter and to sort it."""

    @property
    def groups(self) -> tuple[tuple[RowView, ...], ...]:
        """The rows of the body, each group row with those below it."""
        found: list[list[RowView]] = [[]]
        for row in self.body:
            if row.kind == "group" and found[-1]:
                found.append([])
            found[-1].append(row)
        return tuple(map(tuple, found))


def size(table: Table) -> tuple[int, int]:
    """Rows, without head rows, and columns, as printed."""
    return len(table.rows) - table.head, _width(list(placed(table.rows)))


def view(table: Table, notes: Notes, anchor: str = "") -> TableView:
    """`table` ready for a page, at its `anchor`; its doubts go into `notes`."""
    rows = _cut(table)
    columns = _width(rows)
    broad = breadth(rows, table.head, columns)
    named = names(table, rows, columns)
    found = roles(table, rows, scopes(table, rows, columns, named), columns)
    views, doubts = [], RowNotes(table, anchor, notes)
    for down, (row, of_row) in enumerate(zip(rows, found, strict=True)):
        head = down < table.head
        cells = tuple(
            _cell(at, cell, role, at in named or _stands_in(cell, role, named), head, notes)
            for (at, cell), role in zip(row, of_row, strict=True)
        )
        views.append(_row(table, down, cells, doubts))
    needed = broad + _BETWEEN * columns
    # What a form asks for may be broken; it fits any page.
    wide = table.kind != "form" and needed > _WIDE
    return TableView(
        head=tuple(views[: table.head]),
        body=tuple(views[table.head :]),
        columns=columns,
        wide=wide,
        dense=wide and _needed_on_paper(rows, table.head, columns) > _DENSE,
        boxed=table.head > 0 and len(rows) - table.head > _SHORT and needed > _SLIM,
        named=len(named) > 0,
        large=table.kind == "data" and len(rows) - table.head > _LARGE,
    )


def take_notes(table: Table, notes: Notes, anchor: str) -> None:
    """Put the doubts of `table` into `notes`, as `view` does, and nothing else."""
    doubts = RowNotes(table, anchor, notes)
    for row in table.rows:
        for cell in row.cells:
            notes.pieces(cell.text)
        doubts.marks(row)


def _needed_on_paper(rows: Sequence[Placed], head: int, columns: int) -> float:
    return breadth(rows, head, columns, _ON_PAPER) + _BETWEEN_ON_PAPER * columns


def _width(rows: Sequence[Placed]) -> int:
    return max((at + cell.colspan for row in rows for at, cell in row), default=0)


def _cut(table: Table) -> list[list[tuple[int, Cell]]]:
    """The rows with their columns, no cell of the head reaching into the body: HTML would cut it
    off and what stands beside it below would move to the left. An empty cell keeps the place.
    """
    rows = [dict(row) for row in placed(table.rows)]
    for down, row in enumerate(rows[: table.head]):
        for at, cell in row.items():
            over = down + cell.rowspan - table.head
            if over > 0:
                row[at] = replace(cell, rowspan=cell.rowspan - over)
                for below in rows[table.head : table.head + over]:
                    below[at] = Cell(colspan=cell.colspan)
    return [sorted(row.items(), key=lambda one: one[0]) for row in rows]


def _stands_in(cell: Cell, role: Role, named: Sequence[int]) -> bool:
    """Whether a cell outside the columns that name rows names this one: 合计, and no category."""
    return bool(named) and role.scope == "row" and cell.rowspan == 1


def _cell(at: int, cell: Cell, role: Role, stays: bool, head: bool, notes: Notes) -> CellView:
    text = plain(cell.text)
    return CellView(
        pieces=notes.pieces(cell.text),
        scope=role.scope,
        colspan=cell.colspan,
        rowspan=cell.rowspan,
        number=not head and is_number(text),
        name=stays and cell.colspan == 1,
        edge=at == 0,
        room=room(text, head=head),
        key=role.key,
        heads=role.heads,
    )


def _row(table: Table, down: int, cells: tuple[CellView, ...], doubts: RowNotes) -> RowView:
    row = table.rows[down]
    return RowView(
        cells,
        kind=_kind(row, cells) if down >= table.head else "",
        number=down + 1,
        place=down + 1 if down < table.head else down + 1 - table.head,
        marks=doubts.marks(row),
        lead=next((at for at, cell in enumerate(cells) if cell.rowspan == 1), 0),
    )


def _kind(row: Row, cells: Sequence[CellView]) -> RowKind:
    if any(cell.scope == "rowgroup" for cell in cells):
        return "group"
    texts = (re.sub(r"\s", "", plain(cell.text)) for cell in row.cells)
    return "total" if _TOTAL.fullmatch(next(filter(None, texts), "")) else ""

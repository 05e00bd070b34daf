"""A table as a grid: which cell stands in which column, which cells are heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Cell, Row, Table, placed, plain
from generator.publish.columns import breadth, is_number, name_column, room, row_head
from generator.publish.inline import Notes, Pieces

_WIDE_COLUMNS = 7
"""From this many columns on a table is printed on a landscape page."""
_WIDE = 40
"""So is one whose columns together need more room than this, in em: an upright page has 52."""
_DENSE = 110
"""A landscape page has as much, in em of its smaller type."""


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
    room: int
    """Least width in em; 0 where the text is so short that it is never broken."""
    note: int = 0
    """Number of the note on its row, 0 if there is none or it stands in another cell."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table on a page."""

    head: tuple[tuple[CellView, ...], ...]
    body: tuple[tuple[CellView, ...], ...]
    columns: int
    wide: bool
    """Too wide for the text column and for an upright page."""
    dense: bool
    """On a landscape page it needs small print."""


def size(table: Table) -> tuple[int, int]:
    """Rows, without head rows, and columns, as printed."""
    return len(table.rows) - table.head, _width(list(placed(table.rows)))


def view(table: Table, notes: Notes) -> TableView:
    """`table` ready for a page; its doubts go into `notes`."""
    rows = list(placed(table.rows))
    columns = _width(rows)
    broad = breadth(rows, table.head, columns)
    name = name_column(rows[table.head :], columns)
    heads = [
        tuple(_head(cell, at == name, notes) for at, cell in row) for row in rows[: table.head]
    ]
    body = [tuple(_row(row, name, notes)) for row in rows[table.head :]]
    views = [_noted(cells, row, notes) for cells, row in zip(heads + body, table.rows, strict=True)]
    return TableView(
        head=tuple(views[: table.head]),
        body=tuple(views[table.head :]),
        columns=columns,
        wide=columns >= _WIDE_COLUMNS or broad > _WIDE,
        dense=broad > _DENSE,
    )


def _width(rows: Sequence[Sequence[tuple[int, Cell]]]) -> int:
    return max((at + cell.colspan for row in rows for at, cell in row), default=0)


def _head(cell: Cell, names: bool, notes: Notes) -> CellView:
    """A cell of a head row."""
    text = plain(cell.text)
    # An empty head would be announced as a head without a name.
    scope = ("colgroup" if cell.colspan > 1 else "col") if text else ""
    return CellView(
        pieces=notes.pieces(cell.text),
        scope=scope,
        colspan=cell.colspan,
        rowspan=cell.rowspan,
        number=False,
        name=names and cell.colspan == 1,
        room=room(text, head=True),
    )


def _row(row: Sequence[tuple[int, Cell]], name: int | None, notes: Notes) -> Iterator[CellView]:
    """The cells of a row of the body; one of them at most is its head."""
    head = row_head(row, name)
    for at, cell in row:
        text = plain(cell.text)
        yield CellView(
            pieces=notes.pieces(cell.text),
            scope="row" if at == head else "",
            colspan=cell.colspan,
            rowspan=cell.rowspan,
            number=is_number(text),
            name=at == name and cell.colspan == 1,
            room=room(text),
        )


def _noted(cells: tuple[CellView, ...], row: Row, notes: Notes) -> tuple[CellView, ...]:
    """The first cell carries the note on its row."""
    if not row.flag or not cells:
        return cells
    return (replace(cells[0], note=notes.add("", row.flag)), *cells[1:])

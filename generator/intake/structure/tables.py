"""Tab-separated lines to tables; pieces that page breaks cut are joined where the head repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.ledger import lifted
from generator.intake.structure import (
    persons,
    table_forms,
    table_heads,
    table_serials,
    table_shape,
    table_tears,
)
from generator.intake.structure.parts import runs
from generator.model import Cell, Line, Repair, Row, Span, Table, TableKind

UNIT = re.compile(r"^\s*[（(]?\s*(?:计量)?单位\s*[:：]\s*([^，。；\t]{1,20}?)\s*[)）]?\s*$")
CAPTION = re.compile(
    r"^\s*(?:续?表|附表)\s*\d{1,3}(?:[-—.]\d{1,3})?(?:[ \u3000：:]|[\u4e00-\u9fff])[^。]{0,60}$"
)
TITLE = re.compile(r"^\s*[^，。；：\t]{2,40}(?:表|清单|名单|一览|目录|明细)\s*$")
"""A title right above a table that is called a table (but no heading, which has a number)."""
NOTE = re.compile(r"^\s*(?:注|备注|说明)\s*[:：][^\t]*$")
_MOST_CELLS = 200
"""No print has so many columns; every other row would be filled up to them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive tab-separated lines, with what lines without a tab are proven to stand amid them;
    indices into the list of lines."""

    first: int
    last: int
    lines: tuple[Line, ...]
    torn: bool = False
    """Whether it may go on with the table above, so that its first row may be no head."""

    def cells(self, row: int) -> list[str]:
        """The cells of a row."""
        return cells(self.lines[row])

    def rows(self) -> list[list[str]]:
        """The cells of every row."""
        return [cells(line) for line in self.lines]


def cells(line: Line) -> list[str]:
    """The cells of a row; of one that has more than a print has columns, none of the empty ones at
    its end."""
    text = line.text if line.text.count("\t") < _MOST_CELLS else line.text.rstrip()
    return [cell.strip() for cell in text.split("\t")]


def pieces(lines: Sequence[Line], body: int, *, spaced: bool = False) -> list[Piece]:
    """The runs of tab-separated lines from line `body` on, in order; `spaced` where blank lines
    part nothing, as in a text layer that has one behind every line of print."""
    found: list[Piece] = []
    rows: list[int] = []
    for index, line in enumerate([*lines[body:], Line("", Span(0, 0))], body):
        if _is_row(line):
            # Tabs alone are an empty row inside a table, and nothing at its ends.
            rows += [index] if rows or line.text.strip() else []
        elif rows and (line.text.strip() or not spaced or index == len(lines)):
            while not lines[rows[-1]].text.strip():
                rows.pop()
            found.append(Piece(rows[0], rows[-1], tuple(lines[row] for row in rows)))
            rows = []
    return found


def _is_row(line: Line) -> bool:
    return "\t" in line.text and len(cells(line)) <= _MOST_CELLS


def goes_on(above: Sequence[Piece], below: Piece) -> bool:
    """Whether a piece goes on with those above: it has their head again, or the next number."""
    if table_heads.repeats(above[0].cells(0), below.cells(0)):
        return True
    last = above[-1]
    rows = [above[0].cells(0), last.cells(len(last.lines) - 1)]
    return table_serials.go_on(rows, [below.cells(0)])


def table(
    group: Sequence[Piece], caption: str, unit: str, note: str, origin: Span
) -> tuple[Table, list[Repair]]:
    """One logical table from its pieces, and the ledger entries for repeated heads."""
    grids = [piece.rows() for piece in group]
    form = table_forms.is_form(grids[0])
    torn = group[0].torn
    head = 0 if form or torn or _has_no_head(grids[0]) else table_heads.count(grids[0])
    lines: list[Line] = []
    starts: set[int] = set()
    heads: list[list[str]] = []
    repairs: list[Repair] = []
    for number, (piece, grid) in enumerate(zip(group, grids, strict=True)):
        again = number and table_heads.repeats(grids[0][0], grid[0])
        repeated = table_heads.repeated(grids[0], grid, head) if again else 0
        for line in piece.lines[:repeated]:
            repairs += lifted("repeated_table_head", [line], "")
        heads += grid[:1] if repeated else []
        if len(piece.lines) > repeated:
            starts.add(len(lines) - head if number else 0)
        lines += piece.lines[repeated:]
    rows = [Row(tuple(Cell(runs(cell)) for cell in cells(line)), line.origin) for line in lines]
    kind: TableKind = "form" if form else "data"
    abreast = 1
    if head:
        abreast = table_heads.abreast([cells(line) for line in lines], head)
        rows = table_shape.shaped(rows, head, starts, abreast=abreast)
        rows[0] = table_shape.with_reason(rows[0], table_heads.variants(grids[0][0], heads))
    elif not form:
        rows = table_shape.flagged(rows)
    if torn:
        rows[0] = table_shape.with_reason(rows[0], table_tears.TORN)
    return Table(tuple(rows), head, caption, unit, note, origin, kind, abreast), repairs


def _has_no_head(rows: Sequence[Sequence[str]]) -> bool:
    """A single row, one with a label before a blank, one of figures over figures, or a list of
    persons."""
    if len(rows) == 1 or any("：" in cell for cell in rows[0]):
        return True
    return table_heads.is_record(rows) or persons.mostly(rows)

"""Tab-separated lines to tables; pieces that page breaks cut are joined where the head repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.forms import alike, comparable
from generator.intake.ledger import lifted
from generator.intake.structure import persons, table_doubts
from generator.intake.structure.parts import runs
from generator.model import Cell, Line, Repair, Row, Span, Table

UNIT = re.compile(r"^\s*[（(]?\s*(?:计量)?单位\s*[:：]\s*([^，。；\t]{1,20}?)\s*[)）]?\s*$")
CAPTION = re.compile(
    r"^\s*(?:续?表|附表)\s*\d{1,3}(?:[-—.]\d{1,3})?(?:[ \u3000：:]|[\u4e00-\u9fff])[^。]{0,60}$"
)
TITLE = re.compile(r"^\s*[^，。；：\t]{2,40}(?:表|清单|名单|一览|目录|明细)\s*$")
"""A title right above a table that is called a table (but no heading, which has a number)."""
NOTE = re.compile(r"^\s*(?:注|备注|说明)\s*[:：][^\t]*$")
_RAGGED = "本行单元格数与表头不一致，照源文录入"
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"^[-+]?\d[\d,，.]*\s*[%％]?$")
_MOST_HEAD_ROWS = 4
_MOST_CELLS = 200
"""No print has so many columns; every other row would be filled up to them."""
_VERY_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive tab-separated lines; indices into the list of lines."""

    first: int
    last: int
    lines: tuple[Line, ...]

    def cells(self, row: int) -> list[str]:
        """The cells of a row."""
        return [cell.strip() for cell in self.lines[row].text.split("\t")]


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
    return 0 < line.text.count("\t") < _MOST_CELLS


def head_repeats(above: Piece, below: Piece) -> bool:
    """Whether two pieces begin with the same row, up to small slips of the extraction."""
    ours, theirs = above.cells(0), below.cells(0)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    one, two = ("\t".join(comparable(cell) for cell in cells) for cells in (ours, theirs))
    # A row of data may resemble another; a head has no figures of its own.
    return one == two or (not _DIGIT.search(one) and alike(one, two, _VERY_ALIKE) > 0)


def table(
    group: Sequence[Piece], caption: str, unit: str, note: str, origin: Span
) -> tuple[Table, list[Repair]]:
    """One logical table from its pieces, and the ledger entries for repeated heads."""
    head = _head_rows(group[0])
    rows: list[Row] = []
    repairs: list[Repair] = []
    for number, piece in enumerate(group):
        repeated = _repeated(group[0], piece, head) if number else 0
        for index, line in enumerate(piece.lines):
            if index < repeated:
                repairs += lifted("repeated_table_head", [line], "")
            else:
                rows.append(_row(line, len(group[0].cells(0))))
    return Table(table_doubts.flag(rows, head), head, caption, unit, note, origin), repairs


def _repeated(first: Piece, piece: Piece, head: int) -> int:
    """How many rows at the start of a later piece repeat head rows of the first."""
    count = 1
    while count < min(head, len(piece.lines)):
        ours, theirs = comparable(first.lines[count].text), comparable(piece.lines[count].text)
        if not alike(ours, theirs, _VERY_ALIKE):
            break
        count += 1
    return count


def _head_rows(piece: Piece) -> int:
    """How many rows are head: none in a form or a list of persons; more than one where the row
    above leaves cells empty that the next one fills (2018-05, lines 695 and 696)."""
    rows = [piece.cells(index) for index in range(len(piece.lines))]
    if _is_form(rows) or persons.mostly(rows):
        return 0
    head = 1
    while head < min(_MOST_HEAD_ROWS, len(rows) - 1) and _fills(rows[head - 1], rows[head]):
        head += 1
    return head if head == 1 or any(map(_FIGURE.match, rows[head])) else 1


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Boxes to tick, or a field to fill in behind the label in the first cell."""
    ticks = any("☐" in cell or "☑" in cell for row in rows for cell in row)
    return ticks or any("：" in cell for cell in rows[0]) or len(rows) == 1


def _fills(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row goes on with the head: it has no figures and fills cells left empty above."""
    if any(map(_FIGURE.match, below)):
        return False
    return any(not one and other for one, other in zip(above, below, strict=False))


def _row(line: Line, width: int) -> Row:
    texts = [cell.strip() for cell in line.text.split("\t")]
    cells = tuple(Cell(runs(text)) for text in texts)
    return Row(cells, line.origin, "" if len(cells) == width else _RAGGED)

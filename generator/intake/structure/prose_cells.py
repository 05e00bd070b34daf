"""Paragraphs that the extraction put into the empty cells of a list of persons beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.intake.structure import persons, tables
from generator.model import Line, Repair

_LEAST = 30
"""Characters; no name and no post is as long."""
_REASON = "正文误入名单的空格，移至名单之后"


def settle(lines: Sequence[Line], body: int, *, spaced: bool) -> tuple[list[Line], list[Repair]]:
    """The lines with such prose behind its table (2019-05, lines 514 to 516), from line `body` on,
    and a ledger entry for each move. A table with a head has long cells of its own and is left
    alone."""
    result = list(lines)
    moves: list[Repair] = []
    for piece in reversed(tables.pieces(lines, body, spaced=spaced)):
        rows = [piece.cells(row) for row in range(len(piece.lines))]
        if not persons.mostly([[cell for cell in row if not _is_prose(cell)] for row in rows]):
            continue
        prose: list[Line] = []
        for index in range(piece.first, piece.last + 1):
            cells = lines[index].text.split("\t")
            long = [cell for cell in cells if _is_prose(cell)]
            if not long:
                continue
            text = "\t".join("" if cell in long else cell for cell in cells)
            result[index] = replace(lines[index], text=text)
            prose += [replace(lines[index], text=cell.strip(), mark="") for cell in long]
        moves = [_move(line) for line in prose] + moves
        # A blank line parts each paragraph from the table and from the next.
        behind = [part for line in prose for part in (replace(line, text=""), line)]
        result[piece.last + 1 : piece.last + 1] = behind
    return result, moves


def _is_prose(cell: str) -> bool:
    return len(cell) >= _LEAST and "，" in cell


def _move(line: Line) -> Repair:
    return Repair("prose_cells", line.origin, line.text, line.text, by="structure", reason=_REASON)

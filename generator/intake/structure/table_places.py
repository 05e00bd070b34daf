"""Where a table stands: its pieces, and the lines around it that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice

from generator.intake.ledger import lifted
from generator.intake.structure import names, tables
from generator.intake.structure.numbering import number
from generator.intake.structure.tables import Piece
from generator.model import Line, Repair


@dataclass
class Place:
    """First and last line of a table with what belongs to it; indices into the list of lines."""

    first: int
    last: int
    caption: str = ""
    unit: str = ""
    note: str = ""
    repairs: list[Repair] = field(default_factory=list)


def groups(lines: Sequence[Line], body: int, *, spaced: bool) -> list[list[Piece]]:
    """The pieces of every table from line `body` on: a piece whose head repeats that of the piece
    above goes on with it."""
    result: list[list[Piece]] = []
    for piece in tables.pieces(lines, body, spaced=spaced):
        above = result[-1][-1] if result else None
        between = lines[above.last + 1 : piece.first] if above else ()
        nothing = not any(line.text.strip() for line in between)
        if above and tables.head_repeats(result[-1][0], piece) and nothing:
            result[-1].append(piece)
        else:
            result.append([piece])
    return result


def place(
    lines: Sequence[Line], body: int, group: Sequence[Piece], taken: Collection[int]
) -> Place:
    """Caption and unit line above a table and the note beneath it; none of the lines `taken`, which
    are something else already."""
    found = Place(group[0].first, group[-1].last)
    filled = (i for i in range(found.first - 1, body - 1, -1) if lines[i].text.strip())
    for index in islice(filled, 2):
        text = lines[index].text
        if index in taken:
            break
        if not found.unit and not found.caption and (unit := tables.UNIT.match(text)):
            found.unit, found.first = unit[1], index
            found.repairs += lifted("table_unit", [lines[index]], found.unit)
        elif not found.caption and _is_caption(lines, body, index):
            found.caption, found.first = text.strip(), index
        else:
            break
    below = next((i for i in range(found.last + 1, len(lines)) if lines[i].text.strip()), None)
    if below is not None and below not in taken and tables.NOTE.match(lines[below].text):
        found.note, found.last = lines[below].text.strip(), below
    return found


def _is_caption(lines: Sequence[Line], body: int, index: int) -> bool:
    """A line above a table that names it: 表2 …, or a title, if no annex label stands above it."""
    text = lines[index].text
    if tables.CAPTION.match(text):
        return True
    filled = (lines[i].text for i in range(index - 1, body - 1, -1) if lines[i].text.strip())
    above = next(filled, "")
    return bool(tables.TITLE.match(text)) and number(text) is None and not names.is_label(above)

"""Where a table stands: its pieces, and the lines around it that belong to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from generator.intake.ledger import lifted
from generator.intake.structure import names, table_tears, tables
from generator.intake.structure.numbering import number
from generator.intake.structure.tables import Piece
from generator.model import Line, Repair

_CONTINUED = re.compile(
    r"^\s*[（(]?(?:续上?表|接上表)\s*[\d一二三四五六七八九十]{0,3}(?:[-—.]\d{1,3})?\s*[)）]?\s*$"
    r"|^\s*(?:续表|附?表)\s*\d{1,3}(?:[-—.]\d{1,3})?[^。\t]{0,60}[（(]续[一二三\d]{0,2}[)）]\s*$"
)
"""What stands above a later piece of a table: 续表, 续表1, 表1（续）."""
_UNIT_BEHIND = re.compile(
    r"^(\S.*?)(?:[ \u3000]+[（(]?|[（(])(?:计量)?单位\s*[:：]\s*([^，。；\t：:（(]{1,12}?)[ )）]*$"
)
"""A unit on the line of the caption: 表1 储备（单位：万元）."""

_ENOUGH = 20
"""Rows at the head and at the end of a piece."""


@dataclass
class Place:
    """First and last line of a table with what belongs to it; indices into the list of lines."""

    first: int
    last: int
    caption: str = ""
    unit: str = ""
    note: str = ""
    repairs: list[Repair] = field(default_factory=list)


def groups(
    lines: Sequence[Line], body: int, *, spaced: bool, taken: Collection[int] = ()
) -> list[list[Piece]]:
    """The pieces of every table from line `body` on: one that repeats the head of the one above,
    or whose numbers go on, belongs to it, if nothing but 续表 stands between. The lines `taken` are
    something else already."""
    result: list[list[Piece]] = []
    for piece in _whole(lines, tables.pieces(lines, body, spaced=spaced), taken):
        between = _between(lines, result[-1][-1], piece) if result else []
        said = any(_CONTINUED.match(line.text) for line in between)
        alone = said and all(
            _CONTINUED.match(line.text) or tables.UNIT.match(line.text) for line in between
        )
        if result and (alone or not between) and tables.goes_on(result[-1], piece):
            result[-1].append(piece)
        else:
            result.append([piece])
    return result


def _whole(lines: Sequence[Line], found: Sequence[Piece], taken: Collection[int]) -> list[Piece]:
    """The pieces, those joined that lines without a tab tore apart."""
    runs: list[list[Piece]] = []
    for piece in found:
        torn = False
        if runs and _is_tear(lines, runs[-1][-1], piece, taken):
            above, between = runs[-1][-1], _between(lines, runs[-1][-1], piece)
            told = _seen(runs[-1]), [line.text.strip() for line in between], _seen([piece])
            close = piece.first - above.last - 1 == len(between)
            if table_tears.numbers_go_on(*told) or (close and table_tears.is_one_table(*told)):
                runs[-1].append(piece)
                continue
            torn = close and table_tears.may_be_one(*told)
        runs.append([replace(piece, torn=torn)])
    return [_joined(lines, run) for run in runs]


def _seen(run: Sequence[Piece]) -> list[list[str]]:
    """The first rows and the last ones: they tell enough, however long a table is."""
    first, last = run[0].lines, run[-1].lines
    if len(run) == 1:
        first, last = first[:_ENOUGH], first[_ENOUGH:]
    return [tables.cells(line) for line in (*first[:_ENOUGH], *last[-_ENOUGH:])]


def _joined(lines: Sequence[Line], run: Sequence[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    rows = list(run[0].lines)
    for above, below in pairwise(run):
        rows += [*_between(lines, above, below), *below.lines]
    return replace(run[0], last=run[-1].last, lines=tuple(rows))


def _is_tear(lines: Sequence[Line], above: Piece, below: Piece, taken: Collection[int]) -> bool:
    """Whether the lines between two pieces, the lone ones of a table perhaps, are nothing else."""
    span = range(above.last + 1, below.first)
    between = _between(lines, above, below)
    if not table_tears.may_tear([line.text.strip() for line in between]):
        return False
    other = any(i in taken for i in (above.first, *span, below.first))
    return not other and not any(line.mark or _says_what_it_is(line.text) for line in between)


def _between(lines: Sequence[Line], above: Piece, below: Piece) -> list[Line]:
    """The lines with text between two pieces."""
    return [line for line in lines[above.last + 1 : below.first] if line.text.strip()]


def _says_what_it_is(text: str) -> bool:
    """Whether a line belongs to the table above or below it, or to another annex."""
    shapes = (tables.CAPTION, tables.TITLE, tables.UNIT, tables.NOTE, _CONTINUED)
    return any(shape.match(text) for shape in (*shapes, names.ANNEX_LABEL))


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
            if not found.unit and (behind := _UNIT_BEHIND.match(found.caption)):
                found.caption, found.unit = behind.groups()
                said = found.caption + found.unit
                found.repairs += lifted("table_unit", [lines[index]], said)
        else:
            break
    for above, below in pairwise(group):
        if between := _between(lines, above, below):
            found.repairs += lifted("repeated_table_head", between, "")
    under = next((i for i in range(found.last + 1, len(lines)) if lines[i].text.strip()), None)
    if under is not None and under not in taken and tables.NOTE.match(lines[under].text):
        found.note, found.last = lines[under].text.strip(), under
    return found


def _is_caption(lines: Sequence[Line], body: int, index: int) -> bool:
    """A line above a table that names it: 表2 …, or a title, if no annex label stands above it."""
    text = lines[index].text
    if tables.CAPTION.match(text):
        return True
    filled = (lines[i].text for i in range(index - 1, body - 1, -1) if lines[i].text.strip())
    above = next(filled, "")
    return bool(tables.TITLE.match(text)) and number(text) is None and not names.is_label(above)

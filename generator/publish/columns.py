"""What the columns of a table are like: how much room a cell needs, which column names the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from generator.model import Cell, plain

_ONE_LINE = 8
"""A cell up to this wide, in em, is never broken: a name, a place, a date."""
_ONE_LINE_OF_HEAD = 4
"""Heads are broken sooner, lest 属地监管责任人 take seven characters over names of three."""
_ROOMS = ((16, 4), (30, 10), (90, 14))
"""Text up to this long, in em → the room it gets, so that it runs to few lines. The first is for
heads only."""
_LARGEST_ROOM = 20
_LONGEST_NAME = 24
"""A column whose cells are mostly longer holds sentences, and no names."""
_CANDIDATES = 4
"""Among so many columns from the left the one that names the rows is looked for."""

_NUMBER = re.compile(r"[-−－+±≥≤<>＜＞]?\s*\d[\d\s,.，]*[%％‰]?")
_DATE = re.compile(r"(?:\d{2,4}[年./-]|\d{1,2}月).{0,12}|.{0,4}(?:长期|持续)\S{0,4}")
_POST = re.compile(r".*(?:[长员]|书记|主任|主席|秘书长?|经理|总监|[司政]委|巡视员|助理|负责人)")

Placed = Sequence[tuple[int, Cell]]
"""The cells of a row with their columns, from 0."""


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else.

    >>> [is_number(text) for text in ("1,200", "−4.5%", "2吨")]
    [True, True, False]
    """
    return _NUMBER.fullmatch(text.strip()) is not None


def width(text: str) -> float:
    """The width of its longest line, in em: a Chinese character is as wide as high.

    >>> width("2018年"), width("城区\\n矿区街")
    (3.2, 3)
    """
    return max((sum(map(_em, line)) for line in text.split("\n")), default=0)


def _em(char: str) -> float:
    return 1 if east_asian_width(char) in "WFA" else 0.55


def room(text: str, *, head: bool = False) -> int:
    """The least width of the cell, in em; 0 where the text is so short that it is never broken.

    >>> [room("字" * length) for length in (8, 9, 31, 200)]
    [0, 10, 14, 20]
    >>> room("属地监管责任人", head=True)
    4
    """
    wide = width(text)
    if wide <= (_ONE_LINE_OF_HEAD if head else _ONE_LINE):
        return 0
    fits = (least for most, least in _ROOMS[0 if head else 1 :] if wide <= most)
    return next(fits, _LARGEST_ROOM)


def breadth(
    rows: Sequence[Placed], head: int, columns: int, rooms: Mapping[int, int] | None = None
) -> float:
    """The room that all columns of these rows, the first `head` of them head rows, need, in em.
    `rooms` are others in the place of those that `room` gives.
    """
    rooms = rooms or {}
    needs = [0.0] * columns
    for number, row in enumerate(rows):
        for at, cell in row:
            if cell.colspan == 1:
                text = plain(cell.text)
                least = room(text, head=number < head)
                need = rooms.get(least, least) or width(text)
                needs[at] = max(needs[at], need)
    return sum(needs)


def name_column(body: Sequence[Placed], columns: int) -> int | None:
    """The column that names the rows: of the first four, the first whose words tell the rows apart
    nearly as well as any. So neither 序号 nor a 地市 that is the same throughout nor, if another
    does, a 县区 with a cell for several rows; and never one of dates, of posts or of sentences.
    None if there is none.
    """
    kinds = [_kinds(texts) for texts in _columns(body, min(_CANDIDATES, columns))]
    best = max(kinds, default=0)
    good = [at for at, kind in enumerate(kinds) if best and kind >= 0.6 * best]
    return next((at for at in good if not _is_merged(body, at)), good[0] if good else None)


def _is_merged(body: Sequence[Placed], column: int) -> bool:
    """Whether half of the rows share a cell of the column with others."""
    spans = (cell.rowspan for row in body for at, cell in row if at == column)
    return 2 * sum(span for span in spans if span > 1) >= len(body)


def _columns(body: Sequence[Placed], count: int) -> Iterator[list[str]]:
    """What the cells of each of the first columns say, empty ones left out."""
    for column in range(count):
        texts = (plain(cell.text).strip() for row in body for at, cell in row if at == column)
        yield [text for text in texts if text]


def _kinds(texts: Sequence[str]) -> int:
    """How many different names these are; 0 if half of them, as 合计 may stand among serial
    numbers, are no names.
    """
    nameless = sum(map(_is_no_name, texts))
    return 0 if 2 * nameless >= len(texts) else len(set(texts))


def _is_no_name(text: str) -> bool:
    return width(text) > _LONGEST_NAME or is_fact(text)


def is_fact(text: str) -> bool:
    """Whether it is a number, a date, a post: said of something that has its name elsewhere."""
    return any(shape.fullmatch(text) for shape in (_NUMBER, _DATE, _POST))


def row_head(row: Placed, name: int | None) -> int | None:
    """The column of the cell that names this row: that of the names, or where it is empty the first
    word before it (合计 in the column of serial numbers). None if nothing names it.
    """
    if name is None:
        return None
    said = {at: plain(cell.text).strip() for at, cell in row if at <= name}
    if (text := said.pop(name, "")) and not is_fact(text):
        return name
    return next((at for at, text in said.items() if text and not _is_no_name(text)), None)

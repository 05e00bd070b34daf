"""The head of a table: how many rows it has, what its cells span, where it stands again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.forms import alike, comparable

FIGURE = re.compile(r"^[-+]?\d[\d,，.]*\s*[%％]?$")
NOT_ALIGNED = "表头各行的单元格未对齐，照源文录入"
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_MOST_ROWS = 4
_VERY_ALIKE = 0.85
_SAME_CELLS = 0.7
_MOST_VARIANTS = 6

Grid = Sequence[Sequence[str]]
"""Rows of cells, as plain text."""
Spans = dict[tuple[int, int], tuple[int, int]]
"""Of a merged cell, row and column: how many rows and columns it takes."""


def count(rows: Grid) -> int:
    """How many rows are head, one or more, where the table has a head: more than one where the row
    above leaves cells empty that the next one fills (2018-05, lines 695 and 696)."""
    head = 1
    while head < min(_MOST_ROWS, len(rows) - 1) and _goes_on(rows[head - 1], rows[head]):
        head += 1
    if head == 1 or any(map(FIGURE.match, rows[head])):
        return head
    # The first row of data has nothing above that an empty first cell could go on with.
    return head if rows[0][0] and not any(row[0] for row in rows[1:head]) else 1


def _goes_on(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row goes on with the head: it has no figures and fills a cell that was left empty
    beside a filled one. An empty corner by itself says nothing."""
    if any(map(FIGURE.match, below)):
        return False
    pairs = enumerate(zip(above, below, strict=False))
    return any(not one and other and any(above[:at]) for at, (one, other) in pairs)


def is_record(rows: Grid) -> bool:
    """Whether the first row is no head but a record as those below: it has figures in all columns
    of figures. Years and numbers in sequence may head columns.

    >>> is_record([["甲县", "12"], ["乙县", "7"]]), is_record([["", "1", "2"], ["甲县", "3", "4"]])
    (True, False)
    """
    top, body = rows[0], rows[1:]
    columns = [[row[at] for row in body if len(row) > at and row[at]] for at in range(len(top))]
    figures = [at for at, cells in enumerate(columns) if cells and all(map(FIGURE.match, cells))]
    ours = [top[at] for at in figures]
    if not ours or not all(map(FIGURE.match, ours)) or all(map(_YEAR.fullmatch, ours)):
        return False
    return len(ours) == 1 or not all(map(_follows, ours, ours[1:]))


def _follows(one: str, other: str) -> bool:
    return one.isdigit() and other.isdigit() and int(other) == int(one) + 1


def repeats(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two rows are the same head, up to small slips of print or extraction.

    >>> repeats(["序号", "地市", "区县", "名称"], ["序号", "地 市", "县（市、区）", "名称"])
    True
    >>> repeats(["指挥长：", "张三", "副市长"], ["指挥长：", "李四", "副市长"])
    False
    """
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    pairs = [(comparable(one), comparable(other)) for one, other in zip(ours, theirs, strict=True)]
    one, two = ("\t".join(cells) for cells in zip(*pairs, strict=True))
    # A row of data may resemble another; a head has no figures of its own.
    if one == two or _DIGIT.search(one):
        return one == two
    if alike(one, two, _VERY_ALIKE):
        return True
    same = sum(one == other for one, other in pairs)
    return same >= len(pairs) * _SAME_CELLS and all(map(_one_name, *zip(*pairs, strict=True)))


def _one_name(one: str, other: str) -> bool:
    """Whether one cell may be the name of the other, longer or shorter: 区县, 县(市、区)."""
    short, long = sorted((one, other), key=len)
    return short == long or (bool(short) and set(short) <= set(long))


def repeated(first: Grid, later: Grid, head: int) -> int:
    """How many rows at the start of a later piece, whose first row does, repeat the head."""
    rows = 1
    while rows < min(head, len(later)):
        ours, theirs = (comparable("\t".join(grid[rows])) for grid in (first, later))
        if not alike(ours, theirs, _VERY_ALIKE):
            break
        rows += 1
    return rows


def variants(first: Sequence[str], later: Grid) -> str:
    """What the repeated heads of later pieces say otherwise, in words for the reader: they are left
    out, and one may have the unit that the first one lacks.

    >>> variants(["序号", "装机容量"], [["序 号", "装机容量"], ["序号", "装机容量 万千瓦"]])
    '换页重印的表头，“装机容量”又作“装机容量 万千瓦”'
    """
    pairs = [pair for cells in later for pair in zip(first, cells, strict=True)]
    others = [(one, other) for one, other in pairs if comparable(one) != comparable(other)]
    once = list(dict.fromkeys(others))
    said = "，".join(f"“{one}”又作“{other}”" for one, other in once[:_MOST_VARIANTS])
    more = "等" if len(once) > _MOST_VARIANTS else ""
    return f"换页重印的表头，{said}{more}" if said else ""


def abreast(rows: Grid, head: int) -> int:
    """How many records stand side by side: the head says the same cells, two or more, so many
    times. One that says 数量 four times may have lost what told its columns apart.

    >>> abreast([["同位素", "D2值", "同位素", "D2 值"], ["H-3", "2000", "I-125", "0.2"]], 1)
    2
    """
    if head != 1:
        return 1
    cells = [comparable(cell) for cell in rows[0]]
    # A longer row could not be parted into records.
    if not all(cells) or max(map(len, rows)) > len(cells):
        return 1
    width = len(cells)
    units = (unit for unit in range(1, width) if width % unit == 0)
    unit = next((unit for unit in units if cells == cells[:unit] * (width // unit)), width)
    return width // unit if unit > 1 else 1


def spans(rows: Grid) -> tuple[Spans, bool]:
    """What the cells of the head rows span, and whether its rows are out of line.

    A cell spans the empty ones to its right if every column of them has a head of its own below
    (二氧化硫 over three years), and the empty ones beneath it if no other cell can. Where the first
    row leaves a column without either, its cells stand somewhere else than in print (2018-05, lines
    1272 to 1275): from its first wide cell on it stays as it stands.
    """
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return {}, False
    wide: Spans = {}
    for at in reversed(range(len(rows) - 1)):
        wide |= _wide(rows, at, wide)
    top, sure = rows[0], len(rows[0])
    torn = _torn(top, wide)
    if torn:
        wide = {place: span for place, span in wide.items() if place[0]}
        sure = next(i for i in range(sure - 1) if top[i] and not top[i + 1])
    return _tall(rows, wide, sure) | wide, torn


def _wide(grid: Grid, at: int, below: Spans) -> Spans:
    """The cells of a row that span columns which all have a head in the row below."""
    headed = {i for i, cell in enumerate(grid[at + 1]) if cell}
    for (row, column), (_, columns) in below.items():
        headed |= set(range(column, column + columns)) if row == at + 1 else set()
    found: Spans = {}
    for column, cell in enumerate(grid[at]):
        end = column + 1
        while end < len(grid[at]) and not any(row[end] for row in grid[: at + 1]):
            end += 1
        inside = set(range(column, end))
        if cell and len(inside) > 1 and inside <= headed:
            found[at, column] = (1, len(inside))
    return found


def _torn(top: Sequence[str], wide: Spans) -> bool:
    """Whether the first row has an empty cell between filled ones that nothing spans."""
    filled = [i for i, cell in enumerate(top) if cell]
    covered = {
        column + i
        for (row, column), (_, columns) in wide.items()
        for i in range(columns)
        if row == 0
    }
    inner = range(filled[0], filled[-1]) if filled else range(0)
    return any(not top[i] and i not in covered for i in inner)


def _tall(grid: Grid, wide: Spans, sure: int) -> Spans:
    """The cells left of the column `sure` that span the empty ones beneath them."""
    within = {
        (row, column + i) for (row, column), (_, columns) in wide.items() for i in range(1, columns)
    }
    found: Spans = {}
    for column in range(sure):
        for at, cells in enumerate(grid):
            end = at + 1
            while end < len(grid) and not grid[end][column] and (end, column) not in within:
                end += 1
            corner = at == 0 and not any(cells[: column + 1]) and end == len(grid)
            if (cells[column] or corner) and end > at + 1 and (at, column) not in wide:
                found[at, column] = (end - at, 1)
    return found

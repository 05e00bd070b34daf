"""Merged cells in the body of a table, where it is evident what the empty cells beside them mean.

An empty cell may say `as above`, or that there is nothing to say. It is merged with the cell above
only on evidence, and never filled: what a reader sees stands in the source.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.intake.structure import table_serials

_TOTAL = re.compile(r"^(?:合|总|小)\s*计")
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_FIRST_CELLS = 3
"""A total says so in one of them."""
_FEWEST_COLUMNS = 3
_MOST_GROUPS = 0.34
_MOST_BLANK = 0.1
_DEAD = -1

Grid = Sequence[Sequence[str]]
Tall = dict[tuple[int, int], int]
"""Of a merged cell, row and column of the body: how many rows it takes."""


def group_rows(body: Grid, head: Sequence[str], loose: Sequence[bool]) -> set[int]:
    """The rows that head a group of rows and have one cell over the whole width (2018-05, lines
    2002 and 2014): alone in the first cell, above a row of data, in a table all of whose rows begin
    with a cell of their own. Where they do not, it may be left over from the row above; where many
    are alone, their other cells are blank."""
    if len(head) < _FEWEST_COLUMNS or not all(row[0] for row in body):
        return set()
    found: set[int] = set()
    above_data = False
    for at in range(len(body) - 1, -1, -1):
        first, *others = body[at]
        if any(others) or loose[at] or _TOTAL.match(first) or not _WORDS.search(first):
            above_data = any(others) and not loose[at]
        elif above_data:
            found.add(at)
    numbered = table_serials.has_numbers(head)
    return found if numbered or len(found) <= len(body) * _MOST_GROUPS else set()


def tall_cells(
    body: Grid, head: Sequence[str], loose: Sequence[bool], starts: Collection[int]
) -> Tall:
    """The cells that span the empty ones beneath them.

    From the left, column by column: a cell goes on only where every cell before it does, a serial
    number aside (2018-05, lines 1026 to 1043). A total, a row that has slipped (`loose`) and the
    `starts` of the pieces that page breaks cut end every span. If one of these starts leaves the
    first column empty, the labels of the table stand in the middle of their rows (2019-05, lines
    385 to 466) and nothing is merged; nor is it from the first column on whose labels do.
    """
    first = int(table_serials.has_numbers(head))
    width = len(head)
    if width < first + 2 or any(body[i][first : first + 1] in ([], [""]) for i in starts):
        return {}
    sure = _sure(body, first, loose, starts)
    found: Tall = {}
    anchors = [_DEAD] * width
    for at, cells in enumerate(body):
        if loose[at] or not _is_data(cells, first):
            anchors = [_DEAD] * width
            continue
        if at in starts:
            anchors = [_DEAD] * width
        column = first
        while column < sure and not cells[column] and anchors[column] != _DEAD:
            found[anchors[column], column] = at - anchors[column] + 1
            column += 1
        _set_anchors(anchors, cells, at, column, new=column == first)
    return found | _to_the_right(body, found, first, loose)


def _sure(body: Grid, first: int, loose: Sequence[bool], starts: Collection[int]) -> int:
    """The first column, or the end, whose labels stand in the middle of their rows: a block leaves
    it empty in its first row and has its label further down (2018-05, lines 576 and 577). Where one
    has slipped like that, any other may have, and belong to the rows above it."""
    width = min((len(cells) for cells, out in zip(body, loose, strict=True) if not out), default=0)
    for column in range(first + 1, width):
        begun = False
        for at, cells in enumerate(body):
            new = at in starts or any(cells[first:column])
            if loose[at] or not _is_data(cells, first):
                begun = False
            elif new:
                begun = not cells[column]
            elif begun and cells[column]:
                return column
    return width


def _is_data(cells: Sequence[str], first: int) -> bool:
    """Whether a row is a record: no total, with its number if the table has them, else with more
    than a lone cell."""
    if any(map(_TOTAL.match, cells[:_FIRST_CELLS])):
        return False
    if first:
        return table_serials.is_number(cells[0])
    return sum(map(bool, cells)) >= min(2, len(cells) - 1)


def _set_anchors(
    anchors: list[int], cells: Sequence[str], at: int, column: int, *, new: bool
) -> None:
    """From the column where a row has a cell of its own on, cells may span what comes beneath. A
    column that a block leaves empty in its first row has its labels somewhere else in it."""
    if column < len(cells) and (new or anchors[column] != _DEAD):
        anchors[column] = at if cells[column] else _DEAD
    for below in range(column + 1, len(cells)):
        anchors[below] = at if cells[below] else _DEAD


def _to_the_right(body: Grid, chain: Tall, first: int, loose: Sequence[bool]) -> Tall:
    """Cells right of those columns that belong to the block as well: such a column is filled where
    blocks begin, empty in all their other rows, and nearly always filled elsewhere, so that its
    empty cells follow the blocks and nothing else."""
    blocks = {at: rows for (at, column), rows in chain.items() if column == first}
    inner = {i for at, rows in blocks.items() for i in range(at + 1, at + rows)}
    if len(blocks) < 2:
        return {}
    others = [i for i, cells in enumerate(body) if i not in inner and not loose[i]]
    spanned = {column for _, column in chain}
    found: Tall = {}
    for column in range(max(spanned) + 1, len(body[min(blocks)])):
        blank = sum(not body[i][column] for i in others)
        follows = all(body[at][column] for at in blocks) and not any(body[i][column] for i in inner)
        if follows and blank <= len(others) * _MOST_BLANK:
            found |= {(at, column): rows for at, rows in blocks.items()}
    return found

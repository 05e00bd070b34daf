"""Figures that stand in the column for their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_UNIT = re.compile(r"^(?:计量)?单位$")
_FIGURE = re.compile(r"^\d")
_FEWEST = 3


def slips(body: Sequence[Sequence[str]], head: Sequence[str]) -> dict[int, str]:
    """Where three rows or more begin whose figure stands in the column headed 计量单位 and whose
    column before it, which has figures elsewhere, is empty (2018-05, from line 1116 on); in words
    for the reader, once for all of them.

    >>> head, right, slipped = ["规模", "计量单位"], ["4", "吨"], ["", "1.5"]
    >>> slips([right, slipped, slipped, slipped], head)
    {1: '自本行起3行的数字不在“规模”栏而在“计量单位”栏，疑单元格错位，照源文录入'}
    """
    found: dict[int, str] = {}
    for column in range(1, len(head)):
        before = head[column - 1]
        if _UNIT.match(head[column]) and any(map(_FIGURE.match, _column(body, column - 1))):
            for at, rows in _runs(body, column):
                found[at] = (
                    f"自本行起{rows}行的数字不在“{before}”栏而在“{head[column]}”栏，"
                    "疑单元格错位，照源文录入"
                )
    return found


def _column(body: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    return (cells[column] if len(cells) > column else "" for cells in body)


def _runs(body: Sequence[Sequence[str]], column: int) -> Iterator[tuple[int, int]]:
    """First row and number of rows of each stretch of rows that have slipped."""
    pairs = zip(_column(body, column - 1), _column(body, column), strict=True)
    slipped = [not one and bool(_FIGURE.match(other)) for one, other in pairs]
    for is_slip, run in groupby(range(len(body)), key=slipped.__getitem__):
        rows = list(run)
        if is_slip and len(rows) >= _FEWEST:
            yield rows[0], len(rows)

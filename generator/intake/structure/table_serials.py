"""Serial numbers of the rows of a table, in its first column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_HEAD = re.compile(r"^(?:序\s*号|编\s*号|№|NO\.?)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,5}")


def has_numbers(head: Sequence[str]) -> bool:
    """Whether the head says that the first column numbers the rows."""
    return bool(head) and bool(_HEAD.match(head[0]))


def is_number(cell: str) -> bool:
    """Whether a cell of that column is a number."""
    return bool(_NUMBER.fullmatch(cell))


def gaps(body: Sequence[Sequence[str]], head: Sequence[str]) -> dict[int, str]:
    """The rows whose number does not follow the one above, and why that is noted, in words for the
    reader. A number that stands twice is no gap, nor is one that begins again with 1.

    >>> gaps([["61"], ["62"], ["143"], ["144"]], ["序号"])
    {2: '序号由62跳至143，源文如此'}
    """
    if not has_numbers(head):
        return {}
    numbered = [(i, int(row[0])) for i, row in enumerate(body) if is_number(row[0])]
    return {
        at: f"序号由{above}{'跳' if number > above else '退'}至{number}，源文如此"
        for (_, above), (at, number) in pairwise(numbered)
        if number not in (above, above + 1, 1)
    }


def go_on(above: Sequence[Sequence[str]], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a piece without a head has the number that comes next after the
    last row of the piece above.

    >>> head, rows = ["序号", "名称"], [["7", "甲"], ["8", "乙"]]
    >>> go_on([head, *rows], [["9", "丙"]]), go_on([head, *rows], [["1", "丙"]])
    (True, False)
    """
    last, first = above[-1], below[0]
    same = len(above[0]) == len(last) == len(first) and has_numbers(above[0])
    return same and is_number(last[0]) and is_number(first[0]) and int(first[0]) == int(last[0]) + 1

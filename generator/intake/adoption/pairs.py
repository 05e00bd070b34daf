"""Which block of one reading is which of another, by their Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None, int]
"""An index on the old side, one on the new side, and where on the new side the pair stands."""

_ALIKE, _REWRITTEN = 0.3, 0.01
"""Texts less alike than the first are the same one only where nothing likelier is near."""
_LONGEST = 600
"""Characters by which two texts are compared."""
_MOST = 2000
"""Pairs of texts that are compared in one region; in a larger one, only the order counts."""


def regions(
    old: Sequence[str], new: Sequence[str], old_kinds: Sequence[str], new_kinds: Sequence[str]
) -> Iterator[list[Pair]]:
    """The places where the two sides differ, each as pairs: every old and every new text of the
    place once, in order, with its partner or alone. Equal texts stand in places of their own."""
    for edit, first, last, low, high in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if edit == "equal":
            yield [(first + i, low + i, low + i) for i in range(last - first)]
            continue
        likeness = [
            [_likeness(old[i], new[j], old_kinds[i], new_kinds[j]) for j in range(low, high)]
            for i in range(first, last)
            if (last - first) * (high - low) <= _MOST
        ]
        yield list(_matched(likeness, first, last, low, high))


def _matched(
    likeness: list[list[float]], first: int, last: int, low: int, high: int
) -> Iterator[Pair]:
    """The pairing of a region with the greatest likeness in sum."""
    if not likeness:
        both = min(last - first, high - low)
        yield from ((first + i, low + i, low + i) for i in range(both))
        yield from ((i, None, high) for i in range(first + both, last))
        yield from ((None, j, j) for j in range(low + both, high))
        return
    height, width = last - first, high - low
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            alone = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(alone, likeness[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < height or j < width:
        if i < height and j < width and likeness[i][j] and _is_best(best, likeness, i, j):
            yield first + i, low + j, low + j
            i, j = i + 1, j + 1
        elif i < height and (j == width or best[i][j] == best[i + 1][j]):
            yield first + i, None, low + j
            i += 1
        else:
            yield None, low + j, low + j
            j += 1


def _is_best(best: list[list[float]], likeness: list[list[float]], i: int, j: int) -> bool:
    return best[i][j] == likeness[i][j] + best[i + 1][j + 1]


def _likeness(one: str, other: str, kind: str, other_kind: str) -> float:
    """0 where two texts are not the same one edited. What an editor says (a gap) and what was
    printed are never one."""
    if (kind == "Gap") != (other_kind == "Gap"):
        return 0.0
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    ratio = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
    return ratio if ratio >= _ALIKE else _REWRITTEN

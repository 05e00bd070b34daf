"""Titles that a text layer gives at the foot of the page they head.

A text layer lists the frames of a page in the order they were made: the title of an annex, set in a
frame of its own, comes behind the text under it (2021-02, lines 2744, 5658, 6212, 7851). No printer
sets a title as the last thing on a page, so there it floats, and goes back to the head of its page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from generator.intake.structure.titles import Title
from generator.model import Line, Repair, Span

_SUBTITLE = re.compile(r"^\s*(?:[（(][^（()）]*[）)]|.{0,6}〔[^〔〕]*〕\s*第?\s*号)\s*$")
_MOST_SUBTITLES = 3
_REASON = "题目排在所在页末，移至该页之首（源文第{}行之前）"


def settle(
    lines: Sequence[Line], first: int, titles: Sequence[Title]
) -> tuple[list[Line], list[Repair]]:
    """The lines with every floating title at the head of what it heads, and a ledger entry for each
    move. `first` is the first line that may be moved before."""
    pages = _pages(lines, first)
    before: dict[int, list[int]] = {}
    away: set[int] = set()
    moves: list[Repair] = []
    closed = dict.fromkeys(pages, False)
    """Whether the page ends with a floating title, so that the next begins something new."""
    place: dict[int, int] = {}
    """Where the text begins on a page that has no title yet."""
    for title in sorted(titles, key=lambda title: title.lines[0]):
        page = lines[title.lines[0]].page
        on_page = pages[page]
        start = place.get(page, on_page[0])
        behind = bisect_right(on_page, title.lines[-1])
        subtitles = _leading_subtitles(lines, on_page[behind : behind + _MOST_SUBTITLES])
        floats = len(subtitles) == len(on_page) - behind
        heads = closed.get(page - 1, False) and page not in place
        if title.lines[0] != start and (floats or heads):
            moved = list(range(title.lines[0], (subtitles or title.lines)[-1] + 1))
            before.setdefault(start, []).extend(i for i in moved if i not in away)
            away.update(moved)
            moves.append(_move(lines, moved, lines[start].origin.first))
            closed[page] = floats
        place[page] = on_page[behind + len(subtitles)] if not floats else start
    stay = (at for at in range(len(lines)) if at not in away)
    return [lines[i] for at in stay for i in (*before.get(at, ()), at)], moves


def _pages(lines: Sequence[Line], first: int) -> dict[int, list[int]]:
    """The lines with text of every page, from line `first` on."""
    pages: dict[int, list[int]] = {}
    for index in range(first, len(lines)):
        if lines[index].text.strip():
            pages.setdefault(lines[index].page, []).append(index)
    return pages


def _leading_subtitles(lines: Sequence[Line], behind: Sequence[int]) -> list[int]:
    """The lines right behind a title that go with it."""
    return list(takewhile(lambda index: _SUBTITLE.match(lines[index].text), behind))


def _move(lines: Sequence[Line], moved: Sequence[int], before: int) -> Repair:
    text = "\n".join(lines[i].text for i in moved if lines[i].text.strip())
    span = Span.over(lines[index].origin for index in moved)
    return Repair("floating_title", span, text, text, by="structure", reason=_REASON.format(before))

"""Titles that a text layer gives at the foot of the page they head.

A text layer lists the frames of a page in the order they were made: the title of an annex, set in a
frame of its own, comes behind the text under it (2021-02, lines 2744, 5658, 6212, 7851). No printer
sets a title as the last thing on a page, so there it floats, and goes back to the head of its page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.structure.titles import Title
from generator.model import Line, Repair, Span

_SUBTITLE = re.compile(r"^\s*(?:[（(][^（()）]*[）)]|.{0,6}〔[^〔〕]*〕\s*第?\s*号)\s*$")
_MOST_SUBTITLES = 3
_REASON = "题目排在所在页末，移至该页之首（源文第{}行之前）"


def settle(
    lines: Sequence[Line], first: int, titles: Sequence[Title]
) -> tuple[list[Line], list[Repair]]:
    """The lines with every floating title at the head of its page, and a ledger entry for each
    move. `first` is the first line that may be moved before."""
    order = list(range(len(lines)))
    moves: list[Repair] = []
    for title in titles:
        page = lines[title.lines[0]].page
        on_page = [
            i for i in range(first, len(lines)) if lines[i].page == page and lines[i].text.strip()
        ]
        behind = [i for i in on_page if i > title.lines[-1]]
        if title.lines[0] == on_page[0] or not _all_subtitles(lines, behind):
            continue
        moved = list(range(title.lines[0], on_page[-1] + 1))
        order = [i for i in order if i not in moved]
        place = order.index(on_page[0])
        order[place:place] = moved
        moves.append(_move(lines, moved, lines[on_page[0]].origin.first))
    return [lines[i] for i in order], moves


def _all_subtitles(lines: Sequence[Line], behind: Sequence[int]) -> bool:
    return len(behind) <= _MOST_SUBTITLES and all(_SUBTITLE.match(lines[i].text) for i in behind)


def _move(lines: Sequence[Line], moved: Sequence[int], before: int) -> Repair:
    text = "\n".join(lines[i].text for i in moved if lines[i].text.strip())
    span = Span(lines[moved[0]].origin.first, lines[moved[-1]].origin.last)
    return Repair("floating_title", span, text, text, by="structure", reason=_REASON.format(before))

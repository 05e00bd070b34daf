"""Where the items of an issue begin.

Evidence, strongest first: a line that is a 发文字号 with its title above (or, in letterhead form,
below), a decree with its number, a chronicle title, a title that the printed contents name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.intake.forms import HAN, comparable, ends_sentence
from generator.intake.structure import dates, names
from generator.intake.structure.numbering import number
from generator.model import Line

NUMBER_LINE = re.compile(rf"^\s*([{HAN}]{{2,14}}〔\d{{4}}〕第?\d{{1,4}}号)\s*$")
DECREE_LINE = re.compile(rf"^\s*([{HAN}]{{2,24}}?)令\s*$")
DECREE_NUMBER = re.compile(r"^\s*[（(]?\s*(第\s*\d{1,4}\s*号)\s*[)）]?\s*$")
CHRONICLE_TITLE = re.compile(
    rf"^\s*[{HAN}]{{0,24}}?(?:(?:\d{{4}}年)?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月份?大事记"
    r"|大事记\s*[（(]\d{4}年\d{1,2}月份?[)）])\s*$"
)
LETTERHEAD = re.compile(rf"^\s*[{HAN}]{{4,30}}文件\s*$")
_TITLE_START = re.compile(
    rf"^\s*[{HAN}、]{{2,24}}(?:政府|国务院|办公厅|办公室|委员会|管委会|[局厅部委院])"
    r"\s*(?:关于|印发|转发|批转|公布|废止|修改)"
)
_LEADER = re.compile(r"[.…·．]{2,}\s*[（(]?\d*[)）]?\s*$")
_LONGEST_TITLE = 6


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins; indices into the list of lines."""

    first: int
    type: Literal["document", "decree", "chronicle"]
    title: tuple[int, ...]
    """Lines of the title; empty where the decree's own text tells it."""
    number: int | None
    """Line of the number."""
    body: int
    """First line behind title and number."""


def starts(lines: Sequence[Line], titles: Sequence[str]) -> list[Start]:
    """The starts of all items, in order. `titles` are those of the printed contents."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    found: dict[int, Start] = {}
    for k in range(len(filled)):
        start = (
            _document(lines, filled, k) or _decree(lines, filled, k) or _chronicle(lines, filled, k)
        )
        if start is not None:
            found.setdefault(start.first, start)
    taken = {i for start in found.values() for i in start.title}
    decreed = [_letter(lines, start) for start in found.values() if start.type == "decree"]
    for start in _titled(lines, filled, titles):
        named = comparable("".join(lines[i].text for i in start.title))
        # The rules that a decree issues are part of it, though the contents name only them.
        if taken.isdisjoint(start.title) and not any(f"《{named}》" in text for text in decreed):
            found.setdefault(start.first, start)
    return _apart([found[first] for first in sorted(found)])


def _apart(starts: Sequence[Start]) -> list[Start]:
    """The starts without the lines that the title or number of the one above takes already: two
    number lines in a row, a decree under a number line."""
    result: list[Start] = []
    for start in starts:
        end = result[-1].body if result else 0
        if start.first >= end:
            result.append(start)
        elif start.type == "document" and start.number is not None and start.number >= end:
            title = tuple(i for i in start.title if i >= end)
            result.append(replace(start, first=min((*title, start.number)), title=title))
    return result


def _letter(lines: Sequence[Line], start: Start) -> str:
    """The first lines behind the number of a decree, comparable."""
    following = [line.text for line in lines[start.body : start.body + 12] if line.text.strip()]
    return comparable("".join(following[:3]))


def _document(lines: Sequence[Line], filled: list[int], k: int) -> Start | None:
    if not NUMBER_LINE.match(lines[filled[k]].text):
        return None
    if k and LETTERHEAD.match(lines[filled[k - 1]].text):
        title = _title_below(lines, filled, k + 1)
        first, body = filled[k - 1], (title[-1] if title else filled[k]) + 1
    else:
        title = _title_above(lines, filled, k)
        first, body = (title[0] if title else filled[k]), filled[k] + 1
    return Start(first, "document", tuple(title), filled[k], body)


def _title_above(lines: Sequence[Line], filled: list[int], k: int) -> list[int]:
    """The lines above a number line that make its title, up to the one that names the issuer."""
    best = k
    for j in range(k - 1, max(k - 1 - _LONGEST_TITLE, -1), -1):
        text = lines[filled[j]].text
        if _ends_item(text) or _LEADER.search(text):
            break
        if _TITLE_START.match(text):
            best = j
            break
        if names.is_organ(text):
            best = j
        elif best < k:
            break
    return filled[best:k] if best < k else filled[max(k - 1, 0) : k]


def _title_below(lines: Sequence[Line], filled: list[int], k: int) -> list[int]:
    title: list[int] = []
    for index in filled[k : k + _LONGEST_TITLE]:
        text = lines[index].text
        if ends_sentence(text) or number(text):
            break
        title.append(index)
    return title


def _ends_item(text: str) -> bool:
    """A line that cannot be part of a title, since it closes the document before."""
    closes = ends_sentence(text) and not text.rstrip().endswith(("》", "）"))
    return closes or bool(names.PUBLIC_NOTE.match(text)) or dates.is_date_line(text)


def _decree(lines: Sequence[Line], filled: list[int], k: int) -> Start | None:
    if k + 1 >= len(filled) or not DECREE_LINE.match(lines[filled[k]].text):
        return None
    if not DECREE_NUMBER.match(lines[filled[k + 1]].text):
        return None
    title: tuple[int, ...] = ()
    if k:
        above = lines[filled[k - 1]].text
        behind = Start(filled[k], "decree", (), filled[k + 1], filled[k + 1] + 1)
        following = _letter(lines, behind)
        # 2023-02, line 104: the title of the rules stands above the decree that issues them.
        if f"《{comparable(above)}》" in following:
            title = (filled[k - 1],)
    first = title[0] if title else filled[k]
    return Start(first, "decree", title, filled[k + 1], filled[k + 1] + 1)


def _chronicle(lines: Sequence[Line], filled: list[int], k: int) -> Start | None:
    if not CHRONICLE_TITLE.match(lines[filled[k]].text):
        return None
    return Start(filled[k], "chronicle", (filled[k],), None, filled[k] + 1)


def _titled(lines: Sequence[Line], filled: list[int], titles: Sequence[str]) -> list[Start]:
    """Items without a number, found by the title that the printed contents give them."""
    wanted = {comparable(title) for title in titles}
    found = []
    for k in range(len(filled)):
        joined = ""
        for size in range(1, min(_LONGEST_TITLE, len(filled) - k) + 1):
            joined += comparable(lines[filled[k + size - 1]].text)
            if joined in wanted:
                title = tuple(filled[k : k + size])
                found.append(Start(title[0], "document", title, None, title[-1] + 1))
                break
    return found

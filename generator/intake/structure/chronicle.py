"""大事记: entries by day. ※ marks a further event of the day above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.structure import dates
from generator.intake.structure.numbering import value
from generator.intake.structure.parts import Draft, runs
from generator.model import Block, Entry, Paragraph

DAY = re.compile(
    r"^\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日?((?:\s*[、，—–\-~～至和]\s*\d{1,2}\s*日?)*)(?<=日)[\s\u3000“]*"
)
_MORE = re.compile(r"\d{1,2}")
_MONTH = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})月份?大事记|大事记\s*[（(]\d{4}年(\d{1,2})月"
)


def month(title: str) -> int | None:
    """The month a chronicle title names.

    >>> month("某市2022年9月大事记"), month("大事记（2022年5月）"), month("十月份大事记")
    (9, 5, 10)
    >>> month("大事记") is None
    True
    """
    found = _MONTH.search(title)
    return value(found[1] or found[2]) if found else None


def begins_entry(text: str) -> bool:
    """Whether a line begins an entry."""
    return bool(DAY.match(text)) or text.lstrip().startswith("※")


def entries(drafts: Sequence[Draft], year: int, month: int | None) -> list[Block]:
    """Entries with their dates; a draft before the first day stays a paragraph."""
    result: list[Block] = []
    first = last = ""
    for draft in drafts:
        text = draft.text
        found = DAY.match(text)
        if found:
            month = int(found[1]) if found[1] else month
            days = [int(found[2]), *(int(day) for day in _MORE.findall(found[3]))]
            first = _iso(year, month, days[0])
            # 30日-2日 ends in a month that the print does not tell.
            last = _iso(year, month, days[-1]) if days[-1] > days[0] else ""
        if first:
            result.append(Entry(runs(text), first, last, draft.origin))
            # A ※ belongs to the day above; of several days, to the first.
            last = ""
        else:
            result.append(Paragraph(runs(text), draft.origin))
    return result


def _iso(year: int, month: int | None, day: int) -> str:
    return (dates.iso(year, month, day) or "") if month else ""

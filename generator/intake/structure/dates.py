"""Dates as documents print them."""

from __future__ import annotations

import re
from datetime import date

from generator.intake.structure.numbering import value

_DIGITS = str.maketrans("〇○零一二三四五六七八九Ｏ", "0001234567890")
_ARABIC = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE = re.compile(
    r"([一二][〇○零一二三四五六七八九Ｏ]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)


def find(text: str) -> str | None:
    """The first date in the text, ISO; None if there is none or it is no day of the calendar.

    >>> find("2018年9月4日"), find("一九九六年七月十七日"), find("1978年13月1日")
    ('2018-09-04', '1996-07-17', None)
    """
    if found := _ARABIC.search(text):
        return iso(int(found[1]), int(found[2]), int(found[3]))
    if found := _CHINESE.search(text):
        return iso(int(found[1].translate(_DIGITS)), value(found[2]), value(found[3]))
    return None


def is_date_line(text: str) -> bool:
    """Whether the line is a date and nothing else."""
    bare = re.sub(r"\s", "", text)
    return bool(_ARABIC.fullmatch(bare) or _CHINESE.fullmatch(bare))


def iso(year: int, month: int, day: int) -> str | None:
    """An ISO date, None if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

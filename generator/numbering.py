"""The printed number at the head of a heading, paragraph or list item.

The classes are those of GB/T 9704-2012, 7.3.3 (一、 → （一） → 1. → （1）), of statutes (第一章,
第一节, 第一条) and of emergency plans (1 → 1.1 → 1.1.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HAN = "〇○零一二三四五六七八九十百"
_DIGITS = {"〇": 0, "○": 0, "零": 0} | {digit: n for n, digit in enumerate("一二三四五六七八九", 1)}

_LONGEST = 6
"""Characters of a number: 一百二十三 has five. A longer run is no number but a fault of the
extraction, and Python refuses to read one of 4300 digits."""
_COUNT = rf"([{HAN}]{{1,{_LONGEST}}}|\d{{1,{_LONGEST}}})"
_HAN_COUNT = rf"([{HAN}]{{1,{_LONGEST}}})"

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第{_COUNT}章")),
    ("section", re.compile(rf"第{_COUNT}节")),
    ("article", re.compile(rf"第{_COUNT}条(?:之{_HAN_COUNT})?")),
    ("han", re.compile(rf"{_HAN_COUNT}、")),
    ("han-in-brackets", re.compile(rf"[（(]\s*{_HAN_COUNT}\s*[）)]")),
    ("digit-in-brackets", re.compile(r"[（(]\s*(\d{1,3})\s*[）)]")),
    ("digit", re.compile(r"(\d{1,3})(?:[．、]|\.(?!\d))")),
    # `3.5万吨` opens a sentence, `3.5 组织指挥` a section: two parts need a space after them.
    ("decimal", re.compile(r"(\d{1,2}(?:\.\d{1,2}){2,4}(?!\d)|\d{1,2}\.\d{1,2}(?=[\s\u3000]))")),
    ("half-bracket", re.compile(r"(\d{1,3})[）)]")),
    ("circle", re.compile(r"([①-⑳])")),
)
_BARE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?![\d.年月日])")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number."""

    shape: str
    """Its class: numbers of one shape under one parent follow each other."""
    path: tuple[int, ...]
    """One number; the whole way from the top for a decimal (1.2.3); (12, 1) for 第十二条之一."""


def han_number(text: str) -> int:
    """The value of a Chinese number up to 999, digit by digit or with 十 and 百; a slip of the pen
    may mix in Arabic digits.

    >>> [han_number(text) for text in ("七", "十二", "二十", "一百零三", "二〇", "1二")]
    [7, 12, 20, 103, 20, 12]
    """
    if not set(text) & {"十", "百"}:
        return int("".join(str(_digit(char)) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            unit = 10 if char == "十" else 100
            total, digit = total + (digit or 1) * unit, 0
        else:
            digit = _digit(char)
    return total + digit


def _digit(char: str) -> int:
    return _DIGITS[char] if char in _DIGITS else int(char)


def number(text: str, *, heading: bool = False) -> Number | None:
    """The number `text` begins with, None if it has none.

    `heading` allows the bare `1 总则` and `1.1编制目的` of emergency plans, which in running text
    would be a quantity.

    >>> number("（三）加强领导")
    Number(shape='han-in-brackets', path=(3,))
    >>> number("3.5万吨以上锅炉") is None
    True
    """
    shape, found = _found(text, heading)
    return Number(shape, tuple(_value(part) for part in _parts(found))) if found else None


def printed_number(text: str, *, heading: bool = False) -> str:
    """The number `text` begins with as it is printed; empty if it has none.

    >>> printed_number("（三）加强领导")
    '（三）'
    """
    _, found = _found(text, heading)
    return found[0] if found else ""


def _found(text: str, heading: bool) -> tuple[str, re.Match[str] | None]:
    for shape, pattern in _SHAPES:
        if found := pattern.match(text):
            return shape, found
    return "decimal", _BARE.match(text) if heading else None


def _parts(found: re.Match[str]) -> list[str]:
    return [part for group in found.groups() if group for part in group.split(".")]


def _value(text: str) -> int:
    if text.isdecimal():  # 7 and the full-width ７ alike
        return int(text)
    return ord(text) - ord("①") + 1 if "①" <= text <= "⑳" else han_number(text)

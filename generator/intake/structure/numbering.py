"""The numbering of official documents: 一、 → （一） → 1. → （1） (GB/T 9704-2012, 7.3.3),
1 → 1.1 → 1.1.1 of plans, and 第X章, 第X节, 第X条 of rules, at the start of a raw line.

A raw line sets traps that finished text does not (`86.6公里`, `第三条的规定` behind a line end), so
these patterns look further than those of `generator.numbering`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.numbering import HAN as _CN
from generator.numbering import han_number

_COUNT = rf"([{_CN}]{{1,7}}|\d{{1,7}})"
_NO_REFERENCE = "(?![的第款项、，。和至或规中及一二三（(]|所)"
"""第三条的规定 cites an article, 第三条 所有单位 … begins one."""
_PATTERNS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("chapter", 2, re.compile(rf"第{_COUNT}章(?![{_CN}第]|程|鱼)")),
    ("section", 3, re.compile(rf"第{_COUNT}节(?=[\s\u3000]|[^的，。]{{1,20}}$)")),
    ("article", 0, re.compile(rf"第{_COUNT}条{_NO_REFERENCE}")),
    ("cn1", 2, re.compile(rf"([{_CN}]{{1,7}})、")),
    ("cn2", 3, re.compile(rf"[（(]([{_CN}]{{1,7}})[）)]")),
    ("dec4", 5, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2})(?![\d.])")),
    ("dec3", 4, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})(?![\d.])")),
    ("dec2", 3, re.compile(r"(\d{1,2}\.\d{1,2})(?=[\s\u3000]+\D|[\u4e00-\u9fff]{2})(?![\d.%])")),
    ("ar1", 4, re.compile(r"(\d{1,3})[.．、](?!\d(?!\d{3}(?:年|[\u4e00-\u9fff])))")),
    ("ar2", 5, re.compile(r"[（(](\d{1,2})[）)]")),
    ("dec1", 2, re.compile(r"(\d{1,2})(?=[ \u3000]+[\u4e00-\u9fff])")),
    ("ordinal", 0, re.compile(r"([一二三四五六七八九十]{1,2})是(?![否])")),
    ("circled", 6, re.compile(r"([①-⑳])")),
)
"""Class, heading level of the content format (0: no heading), pattern at the start of a line."""

_UNITS = r"(?:万|亿|千|百|个|元|年|月|日|号|人|家|户|吨|公里|平方|立方|米|时|分|小时|次|处)"
_MEASURE = re.compile(rf"^{_UNITS}|^[ \u3000]+{_UNITS}(?![\u4e00-\u9fff])")
"""What makes a decimal a quantity: 86.6公里; but 5.3 分级响应 is a heading."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line."""

    kind: str
    """Class of the numbering, first column of `_PATTERNS`."""
    level: int
    """Heading level of the class: 2 for the first … 5 for the fourth; 0 for an article."""
    value: int
    """What it counts: 3 for 三、 and for 1.3."""
    text: str
    """As printed, `（三）`."""
    path: tuple[int, ...] = ()
    """All numbers of a decimal one: (1, 3) for 1.3."""


def number(text: str) -> Number | None:
    """The number a line starts with.

    >>> number("（三）加强领导").value, number("1.2 编制依据").kind, number("第三条 本办法").kind
    (3, 'dec2', 'article')
    >>> number("第三条的规定"), number("86.6公里（其中"), number("2023年以来")
    (None, None, None)
    >>> number("5.3 分级响应").path, number("86.6 公里（其中")
    ((5, 3), None)
    """
    bare = text.lstrip(" \u3000*")
    for kind, level, pattern in _PATTERNS:
        found = pattern.match(bare)
        if not found:
            continue
        if kind.startswith("dec") and _MEASURE.match(bare[found.end() :]):
            return None
        path = tuple(int(part) for part in found[1].split(".")) if kind.startswith("dec") else ()
        return Number(kind, level, path[-1] if path else value(found[1]), found[0], path)
    return None


def value(text: str) -> int:
    """The value of a Chinese, Arabic or circled number below 1000.

    >>> value("二十三"), value("十"), value("一百零五"), value("12"), value("③")
    (23, 10, 105, 12, 3)
    """
    text = unicodedata.normalize("NFKC", text)
    return int(text) if text.isdigit() else han_number(text)

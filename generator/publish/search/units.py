"""Text cut into the units that search compares, and units into the tokens that are indexed.

Readers expect any phrase they see to find its page. So nothing here knows words: a Han character
is a unit, and so are a run of digits and a run of letters. Punctuation and spaces are dropped:
〔2018〕, [2018] and （2018） agree, and so do PM₂.₅ and PM 2.5. Compatibility forms and case are
folded (NFKD, lower case), marks such as accents are dropped.

`templates/assets/search-tokens.js` is the twin that cuts the query (pairs are made in
`search-shard.js`); `tests/search/` holds the two together over shared cases and over every source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

BARRIER = "\t"
"""Stands between the cells of a table row: no phrase crosses it."""

PAGE = "0a0"
"""A token of every page, by which all are found; no pair of units and no unit is like it."""

_HAN = (
    r"\u2e80-\u2ef3\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Radicals, 々 〇 〡 〸, unified and compatibility ideographs, the planes beyond. Ranges, not the
Unicode property: `re` has none, and 〇 is a numeral by category."""
_UNIT = re.compile(rf"[{_HAN}]|\d+|[^\W\d_{_HAN}]+")
_TRANSPARENT = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Categories of characters that stand within a run without cutting it."""


def units(text: str) -> list[str]:
    """Cut text into units.

    >>> units("晋市政发〔2018〕31号")
    ['晋', '市', '政', '发', '2018', '31', '号']
    >>> units("ＰＭ₂.₅")
    ['pm', '2', '5']
    """
    folded = (
        char.lower()
        for char in unicodedata.normalize("NFKD", text)
        if unicodedata.category(char) not in _TRANSPARENT
    )
    return _UNIT.findall("".join(folded))


def tokens(text: str) -> list[str]:
    """The tokens of one block, in order: every adjacent pair of units, then the last unit alone.

    The last one keeps a phrase from reaching into the next block or, past a BARRIER, cell.

    >>> tokens("煤矿安全")
    ['煤矿', '矿安', '安全', '全']
    """
    found: list[str] = []
    for piece in text.split(BARRIER):
        cut = units(piece)
        found += pairs(cut)
        found += cut[-1:]
    return found


def pairs(cut: Sequence[str]) -> list[str]:
    """Every adjacent pair of units as one token."""
    return [_pair(first, second) for first, second in pairwise(cut)]


def _pair(first: str, second: str) -> str:
    """Two runs of one kind are kept apart, else 1.23 and 12.3 would be the same token."""
    if first.isdigit() and second.isdigit():
        return f"{first}x{second}"
    if _is_letters(first) and _is_letters(second):
        return f"{first}0{second}"
    return first + second


def _is_letters(unit: str) -> bool:
    return not unit.isdigit() and not re.match(f"[{_HAN}]", unit)

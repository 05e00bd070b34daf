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
from functools import cache
from itertools import pairwise

BARRIER = "\t"
"""Stands between the cells of a table row: no phrase crosses it."""

PAGE = "0a0"
"""A token of every page, by which all are found."""
END = "0b0"
"""A token that stands twice behind every block and cell."""
_ALONE = "0a"
"""Behind a unit that is indexed by itself. No unit is coded like it, nor like PAGE or END."""

_HAN = (
    r"\u2e80-\u2ef3\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Radicals, 々 〇 〡 〸, unified and compatibility ideographs, the planes beyond. Ranges, not the
Unicode property: `re` has none, and 〇 is a numeral by category."""
_UNIT = re.compile(rf"[{_HAN}]|\d+|[^\W\d_{_HAN}]+")
_TRANSPARENT = frozenset(("Mn", "Mc", "Me", "Cf"))
"""Categories of characters that stand within a run without cutting it."""


class _Folding(dict[int, str]):
    """A character → what is left of it, found out when it first occurs."""

    def __missing__(self, char: int) -> str:
        """Nothing of what is transparent, of all else its lower case."""
        transparent = unicodedata.category(chr(char)) in _TRANSPARENT
        return self.setdefault(char, "" if transparent else chr(char).lower())


_FOLDING = _Folding()


def units(text: str) -> list[str]:
    """Cut text into units.

    >>> units("晋市政发〔2018〕31号")
    ['晋', '市', '政', '发', '2018', '31', '号']
    >>> units("ＰＭ₂.₅")
    ['pm', '2', '5']
    """
    return _UNIT.findall(unicodedata.normalize("NFKD", text).translate(_FOLDING))


def tokens(text: str) -> list[str]:
    """The tokens of one block, in order: every adjacent pair of units, then its END, twice.

    A phrase is found by every second pair. So two keep it from reaching into the next block or,
    past a BARRIER, cell.

    >>> tokens("煤矿安全")
    ['煤矿', '矿安', '安全', '0b0', '0b0']
    """
    found: list[str] = []
    for piece in text.split(BARRIER):
        cut = pairs(units(piece))
        found += [*cut, END, END] if cut else []
    return found


def pairs(cut: Sequence[str]) -> list[str]:
    """Every adjacent pair of units as one token."""
    return [first + second for first, second in pairwise(map(_code, cut))]


def single(unit: str) -> str:
    """The token of a unit by itself."""
    return _code(unit) + _ALONE


@cache
def _code(unit: str) -> str:
    """A run with its end marked. So 1.23 and 12.3 are two tokens and, more, no token is the
    beginning of another: Pagefind completes what it is asked for, and takes the beginning for the
    whole where that stands nowhere."""
    if re.match(f"[{_HAN}]", unit):
        return unit
    return unit + ("x" if unit.isdigit() else "0")

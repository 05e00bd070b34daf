"""Names for the sheets of a workbook, within the rules of Excel."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = str.maketrans("[]:*?/\\", "［］：＊？／＼")
_RESERVED = frozenset({"history"})


def sheet_names(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """A name for each sheet, made of the name of its table: at most 31 long, all different,
    whatever their case, and different from those `taken`.

    >>> sheet_names(["表1: 任务", "表1：任务"], taken=["目录"])
    ['表1： 任务', '表1：任务']
    >>> sheet_names(["户数", "户数", "目录"], taken=["目录"])
    ['户数', '户数（2）', '目录（2）']
    """
    used = {name.casefold() for name in taken} | _RESERVED
    found = []
    for name in names:
        words = re.sub(r"[\s\x00-\x1f]+", " ", name.translate(_FORBIDDEN)).strip(" '") or "-"
        made, again = _cut(words, ""), 1
        while made.casefold() in used:
            again += 1
            made = _cut(words, f"（{again}）")
        used.add(made.casefold())
        found.append(made)
    return found


def _cut(words: str, tail: str) -> str:
    """Excel counts UTF-16 units: a character beyond the first plane is two."""
    room = _LONGEST - len(tail)
    if _length(words) <= room:
        return words + tail
    while _length(words) > room - 1:
        words = words[:-1]
    return f"{words}…{tail}"


def _length(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2

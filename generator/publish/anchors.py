"""Permanent addresses of the blocks of an item: `art-12`, `p1-2-3`, `a1-tbl-2`.

An anchor is ASCII and says what it points at. Where the print numbers a block, the anchor is made
of that number and of nothing else, so that a later correction of other text leaves it alone. What
the print does not number is counted within the smallest numbered thing around it.

| anchor | points at |
|---|---|
| `p1-2-3` | 一、（二）3. or 1.2.3 |
| `ch-3`, `ch-3-s-1`, `art-12`, `art-12z1` | 第三章, its 第一节, 第十二条, 第十二条之一 |
| `art-12-3` | 第十二条第（三）项 |
| `…-t2` | second unnumbered paragraph there (`t2` alone: before the first number) |
| `…-li2`, `…-h2`, `…-v2`, `…-gap2` | likewise list item, heading, verbatim text, gap |
| `tbl-2`, `…-tbl2` | table that calls itself 表2; second unnamed table there |
| `tbl-2-r4` | fourth row of that table, head rows counted (`places.row_anchor`) |
| `d-2021-03-02` | chronicle entry of that day |
| `annexes`, `sign` | the list of annexes, the signature |
| `a1`, `x9-2`, `i1` | 附件1, 附录9.2, first attached instrument without label; the blocks in it
  carry it as prefix: `a1-art-12` |

A second block with the same claim gets `_2`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Item,
    ListItem,
    Paragraph,
    Signature,
    Table,
    Text,
    Verbatim,
    plain,
)
from generator.numbering import Number
from generator.publish.scopes import Scope, close, own_number

_TABLE_NUMBER = re.compile(r"附?表\s*(\d{1,4}(?:[-.－．]\d{1,4}){0,3})(?![-.－．]?\d)")
"""A longer number is none of a table, and the names of files are made of it."""
_LABEL = re.compile(r"附([件录])\s*([\d.．-]*)")
_ANNEX_LIST = re.compile(r"附\s*件\s*\d*\s*[:：]")
_WORDS = {"chapter": "ch", "section": "s", "article": "art"}


def anchors(item: Item) -> tuple[str, ...]:
    """One anchor for each block of the body of `item`, in order, all different."""
    namer = _Namer()
    return tuple(namer.name(block) for block in item.body)


def _digits(text: str) -> str:
    """`9.2` and `９．２` as `9-2`."""
    return "-".join(str(int(digits)) for digits in re.findall(r"\d+", text))


@dataclass(slots=True)
class _Namer:
    """Walks through the blocks of one item."""

    prefix: str = ""
    scopes: list[Scope] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    """How many unnumbered blocks of a kind were seen in a scope, and how often an anchor."""

    def name(self, block: Block) -> str:
        """The anchor of the next block."""
        match block:
            case Heading(level=1):
                return self._part(block)
            case Heading():
                return self._numbered(block.text, "h", block.level)
            case Paragraph():
                return self._numbered(block.text, "t")
            case ListItem():
                return self._numbered(block.text, "li")
            case Entry():
                return self._unique(f"{self.prefix}d-{block.date}")
            case Table():
                found = _TABLE_NUMBER.match(block.caption)
                if found:
                    return self._unique(f"{self.prefix}tbl-{_digits(found[1])}")
                return self._counted("tbl")
            case Signature():
                self.scopes.clear()
                return self._unique(f"{self.prefix}sign")
            case Verbatim():
                return self._counted("v")
            case Gap():
                return self._counted("gap")

    def _part(self, block: Heading) -> str:
        """Open an annex or an attached instrument."""
        self.scopes.clear()
        found = _LABEL.match(block.label)
        if found:
            key = {"件": "a", "录": "x"}[found[1]] + _digits(found[2])
        else:
            self.counts["i"] += 1
            key = f"i{self.counts['i']}"
        anchor = self._unique(key)
        self.prefix = f"{anchor}-"
        return anchor

    def _numbered(self, text: Text, kind: str, level: int = 0) -> str:
        if not level and _ANNEX_LIST.match(plain(text)):
            anchor = self._unique(f"{self.prefix}annexes")
            # Any heading ends the list.
            self.scopes = [Scope("annexes", 9, anchor)]
            return anchor
        found = own_number(text, level)
        close(self.scopes, found, level)
        if found is None and not level:
            return self._counted(kind)
        anchor = self._counted(kind) if found is None else self._unique(self._from_number(found))
        self.scopes.append(Scope(found.shape if found else "", level, anchor))
        return anchor

    def _from_number(self, found: Number) -> str:
        path = "-".join(map(str, found.path))
        if found.shape == "article":
            # Articles are numbered through, across the chapters.
            return f"{self.prefix}art-" + "z".join(map(str, found.path))
        if found.shape == "decimal":
            return f"{self.prefix}p{path}"
        word = _WORDS.get(found.shape)
        if self.scopes:
            return f"{self.scopes[-1].name}-" + (f"{word}-{path}" if word else path)
        return self.prefix + (f"{word}-{path}" if word else f"p{path}")

    def _counted(self, kind: str) -> str:
        """The next unnumbered block of `kind` in the innermost numbered thing."""
        base = f"{self.scopes[-1].name}-" if self.scopes else self.prefix
        self.counts[base + kind] += 1
        return self._unique(f"{base}{kind}{self.counts[base + kind]}")

    def _unique(self, anchor: str) -> str:
        self.counts[anchor] += 1
        seen = self.counts[anchor]
        return anchor if seen == 1 else f"{anchor}_{seen}"

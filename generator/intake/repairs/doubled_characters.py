"""Characters that stand twice where a line, column or page was cut (管|管理条例), or that a slip of
the setting doubled (规范规范》)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.evidence import Witness
from generator.intake.forms import HAN, solid
from generator.intake.ledger import put
from generator.model import Line

_TWICE = re.compile(rf"([{HAN}]{{2,4}})\1")
"""Inside a line single characters are doubled by nature too: 市市场监管局, 饮用水水源."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Site:
    """A doubled stretch; the second one is dropped where the source proves the phrase without."""

    line: int
    first: int
    end: int
    phrases: tuple[str, ...]
    """The phrases that would stand there, one character longer to one side and two to the other."""
    doubled: str


def doubled_characters(lines: list[Line]) -> list[Line]:
    """Drops the second of two equal stretches where the phrase without it stands elsewhere in the
    source and the doubled one does not: 人人参与 stays.

    >>> from generator.model import Span
    >>> texts = ["《接待服务规范》", "执行服务规范》要求", "编制服务规范规范》", "人人参与"]
    >>> lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    >>> [line.text for line in doubled_characters(lines)][2:]
    ['编制服务规范》', '人人参与']
    """
    sites = list(_sites(lines))
    seen = Witness(lines).count({p for site in sites for p in (*site.phrases, site.doubled)})
    edits = [
        (site.line, site.first, site.end, "")
        for site in sites
        if seen[site.doubled] == 1 and any(seen[phrase] >= _LEAST for phrase in site.phrases)
    ]
    return put(lines, edits)


def _sites(lines: Sequence[Line]) -> Iterator[_Site]:
    above = ""
    for index, line in enumerate(lines):
        for found in _TWICE.finditer(line.text):
            before = solid(line.text[max(found.start() - 6, 0) : found.start()])[-2:]
            half = found.start() + len(found[1])
            yield from _site(index, half, found.end(), before, found[1], line.text)
        text = line.text.strip()
        if "\t" not in line.text and above and text[:1] == above[-1:]:
            first = line.text.index(text)
            yield from _site(index, first, first + 1, above[:-1][-2:], text[0], line.text)
        above = text or above


def _site(line: int, first: int, end: int, before: str, once: str, text: str) -> Iterator[_Site]:
    behind = solid(text[end : end + 6])[:2]
    phrases = (before[-2:] + once + behind[:1], before[-1:] + once + behind[:2])
    if not re.fullmatch(f"[{HAN}]", once[0]) or len(before) < 2 or not behind:
        return
    yield _Site(line, first, end, phrases, before[-1:] + once * 2 + behind[:1])

"""A character that the text layer or OCR split into two: 办 into 力 and its dots, read as 力、."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.evidence import Witness
from generator.intake.forms import HAN
from generator.intake.ledger import put
from generator.model import Line

_SPLITS = {"力、": "办", "引、": "补", "卜、": "补", "木又": "权"}
"""What is left of a character whose right or outer strokes became a mark of their own."""
_SITE = re.compile(rf"(?:力、|引、|卜、|木又)(?=[{HAN}])")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Site:
    line: int
    found: re.Match[str]
    whole: str
    """The word with the whole character: 办法."""
    left: str
    """The word that ends with the left part as it stands: 管力."""
    right: str
    """The word that begins behind the mark as it stands: 法律; empty where none can (法，)."""


def glyph_splits(lines: list[Line]) -> list[Line]:
    """Writes the character where the source proves the word that it makes (办法) and not both of
    the words that stand there now. 主力、专业, 电力、法律 and 不力、推进 stay.

    >>> from generator.model import Span
    >>> texts = ["本办法所称", "管理办法规定", "制定本力、法。", "主力、专业队", "是主力军"]
    >>> lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    >>> [line.text for line in glyph_splits(lines)][2:4]
    ['制定本办法。', '主力、专业队']
    """
    sites = list(_sites(lines))
    if not sites:
        return lines
    words = {
        word for s in sites for word in (s.whole, s.left, s.right, s.whole + s.right[1:]) if word
    }
    seen = Witness(lines).count(words)
    own = Counter(word for site in sites for word in (site.left, site.right))
    edits: list[tuple[int, int, int, str]] = []
    for site in sites:
        # 法和 stands in 办法和, which proves nothing for 力、法和.
        within = seen[site.whole + site.right[1:]]
        part = bool(within) and seen[site.right] - within <= own[site.right]
        stands = bool(site.right) and not part and seen[site.left] > own[site.left]
        if seen[site.whole] >= _LEAST and not stands:
            edits.append((site.line, *site.found.span(), _SPLITS[site.found[0]]))
    return put(lines, edits)


def _sites(lines: list[Line]) -> Iterator[_Site]:
    above = ""
    for index, line in enumerate(lines):
        for found in _SITE.finditer(line.text):
            before = line.text[found.start() - 1] if found.start() else above
            after = line.text[found.end() : found.end() + 2]
            right = after if re.fullmatch(rf"[{HAN}]{{2}}", after) else ""
            if re.match(rf"[{HAN}]", before):
                yield _Site(index, found, _SPLITS[found[0]] + after[0], before + found[0][0], right)
        above = line.text.strip()[-1:] or above

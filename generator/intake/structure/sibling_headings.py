"""Headings that look like sentences or labels: only their siblings prove them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.structure.numbering import number
from generator.model import Block, Heading, Paragraph, plain

_SENTENCE = re.compile(r"^[^。；！？：\n]{4,60}。$")
_LABEL = re.compile(r"^[^，。；！？：\n]{2,18}：$")
_LOWEST = 5


def mark(blocks: Sequence[Block]) -> list[Block]:
    """Makes headings of paragraphs that two or more siblings prove."""
    result = list(blocks)
    for test in (_heads_run_ins, _heads_numbered):
        found = [i for i in range(len(blocks)) if test(result, i)]
        if len(found) > 1:
            for index in found:
                result[index] = _heading(result, index)
    return result


def _heads_run_ins(blocks: Sequence[Block], index: int) -> bool:
    """A numbered sentence by itself above run-in headings without number (2021-02, line 2847: 1.以
    高速铁路、民航机场、高速公路为主体，加快建设…交通网。)."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    words, under = _words(blocks[index]), _words(below)
    return (
        number(words) is not None
        and bool(_SENTENCE.match(words))
        and isinstance(below, Paragraph)
        and below.text[0].strong
        and len(below.text) > 1
        and number(under) is None
    )


def _heads_numbered(blocks: Sequence[Block], index: int) -> bool:
    """A label by itself above a numbering that begins at 1 (2021-02, lines 5410 and 5456: 市区周边
    重点管控区范围：)."""
    words = _words(blocks[index])
    if not _LABEL.match(words) or number(words) is not None:
        return False
    below = [number(_words(block)) for block in blocks[index + 1 : index + 3]]
    return any(found is not None and found.kind == "ar1" and found.value == 1 for found in below)


def _heading(blocks: Sequence[Block], index: int) -> Heading:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    found = number(_words(block))
    above = [b.level for b in blocks[:index] if isinstance(b, Heading) and number(plain(b.text))]
    level = found.level if found and found.level else (above[-1] + 1 if above else 2)
    return Heading(min(level, _LOWEST), block.text, origin=block.origin)


def _words(block: Block | None) -> str:
    return plain(block.text) if isinstance(block, Paragraph) else ""

"""Headings that look like sentences or labels: only their siblings prove them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.intake.structure.numbering import number
from generator.model import Block, Heading, Paragraph, Table, plain

_SENTENCE = re.compile(r"^[^。；！？：\n]{4,60}。$")
_LABEL = re.compile(r"^[^，。；！？：\n]{2,18}：$")
_PHRASE = re.compile(r"^[^，：；。]{4,20}。$")
_LOWEST = 5


def mark(blocks: Sequence[Block]) -> list[Block]:
    """Makes headings of paragraphs that two or more siblings prove."""
    result = list(blocks)
    for test in (_heads_run_ins, _heads_numbered, _heads_text):
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


def _heads_text(blocks: Sequence[Block], index: int) -> bool:
    """A short phrase by itself above unnumbered text, where the class has nothing else under its
    heading (国办发〔2018〕144号: （一）指导思想。)."""
    found = number(_words(blocks[index]))
    if found is None or found.kind != "cn2" or not _PHRASE.match(_words(blocks[index])):
        return False
    return all(_PHRASE.match(_words(blocks[i])) for i in _siblings(blocks, index)) and _has_text(
        blocks, index
    )


def _has_text(blocks: Sequence[Block], index: int) -> bool:
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    found = number(_words(below))
    return isinstance(below, Table) or (bool(_words(below)) and (not found or found.kind == "ar1"))


def _siblings(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The paragraphs of the class （一） between the headings above and below."""
    first = last = index
    while first > 0 and not isinstance(blocks[first - 1], Heading):
        first -= 1
    while last + 1 < len(blocks) and not isinstance(blocks[last + 1], Heading):
        last += 1
    for i in range(first, last + 1):
        found = number(_words(blocks[i]))
        if found is not None and found.kind == "cn2":
            yield i


def _heading(blocks: Sequence[Block], index: int) -> Heading:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    found = number(_words(block))
    above = [b.level for b in blocks[:index] if isinstance(b, Heading) and number(plain(b.text))]
    level = found.level if found and found.level else (above[-1] + 1 if above else 2)
    return Heading(min(level, _LOWEST), block.text, origin=block.origin)


def _words(block: Block | None) -> str:
    return plain(block.text) if isinstance(block, Paragraph) else ""

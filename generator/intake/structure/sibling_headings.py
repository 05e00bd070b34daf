"""Headings that look like sentences or labels: only their siblings prove them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.structure.numbering import number
from generator.model import Block, Heading, Paragraph, Table, plain

_SENTENCE = re.compile(r"^[^。；！？：\n]{4,60}。$")
_LABEL = re.compile(r"^[^，。；！？：\n]{2,18}：$")
_PHRASE = re.compile(r"^[^，：；。]{4,20}。$")
_LOWEST = 5


def mark(blocks: Sequence[Block]) -> list[Block]:
    """Makes headings of paragraphs that two or more siblings prove."""
    result = list(blocks)
    for test in (_heads_run_ins, _heads_numbered):
        _set(result, [i for i in range(len(blocks)) if test(result, i)])
    _set(result, _text_heads(result))
    return result


def _set(blocks: list[Block], found: Sequence[int]) -> None:
    """Makes headings of the paragraphs at `found`, if there are two or more; one without number
    stands below the last one that has a number."""
    above, chosen = 1, set(found) if len(found) > 1 else set()
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and index in chosen:
            here = number(plain(block.text))
            level = here.level if here and here.level else above + 1
            block = Heading(min(level, _LOWEST), block.text, origin=block.origin)
            blocks[index] = block
        if isinstance(block, Heading) and number(plain(block.text)):
            above = block.level


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


def _text_heads(blocks: Sequence[Block]) -> list[int]:
    """Short phrases by themselves above unnumbered text, where the class has nothing else under
    its heading (国办发〔2018〕144号: （一）指导思想。)."""
    result: list[int] = []
    members: list[int] = []
    for index, block in enumerate([*blocks, None]):
        if block is None or isinstance(block, Heading):
            if all(_PHRASE.match(_words(blocks[i])) for i in members):
                result += [i for i in members if _has_text(blocks, i)]
            members = []
        elif (found := number(_words(block))) is not None and found.kind == "cn2":
            members.append(index)
    return result


def _has_text(blocks: Sequence[Block], index: int) -> bool:
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    found = number(_words(below))
    return isinstance(below, Table) or (bool(_words(below)) and (not found or found.kind == "ar1"))


def _words(block: Block | None) -> str:
    return plain(block.text) if isinstance(block, Paragraph) else ""

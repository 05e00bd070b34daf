"""What the permanent link of a block is called, so that nobody hears 22 links of one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import Block, Heading, Paragraph, Text, plain
from generator.numbering import number

_CLAUSE = re.compile(r"[^。；：，、\n]{0,16}")
_NUMBER_ALONE = re.compile(r"\W*\w{1,4}[、.．）)]\s*")


def names(body: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """For each block the name of what its link points at, and the how manieth of that name it is.

    The name is empty where a block has no link: it has no printed number by which to cite it.
    """
    seen: Counter[str] = Counter()
    for block in body:
        name = _name(block)
        seen[name] += 1
        yield name, seen[name]


def _name(block: Block) -> str:
    match block:
        case Heading(text=text, label=label):
            return f"{label}　{_line(text)}" if label else _line(text)
        case Paragraph(text=text):
            return _of_paragraph(text)
    return ""


def _line(text: Text) -> str:
    return plain(text).replace("\n", " ")


def _of_paragraph(text: Text) -> str:
    """第二十一条, （一）煤矿, or the first words of a numbered paragraph without such a head."""
    words = plain(text)
    found = number(words)
    if found is None:
        return ""
    if text[0].strong:
        return text[0].text.strip("。：: 　")
    if found.shape == "article":  # 第三条的规定… refers to an article, it does not begin one
        return ""
    head = _NUMBER_ALONE.match(words)
    start = head.end() if head else 0
    clause = _CLAUSE.match(words, start)
    return words[: clause.end()] if clause else words[:start]

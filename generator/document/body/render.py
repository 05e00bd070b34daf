"""Blocks to Markdown. One block, one text; what it is made of is told in `syntax`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.document.body.inline import render_line, render_text
from generator.document.body.tables import render_table
from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
    Verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOCK_START = re.compile(r"^(?=#|-(?:[ \t]|$)|:::|```|~~~)", re.MULTILINE)
"""Line starts that would be read as the start of a block."""


def render(blocks: Sequence[Block]) -> str:
    """Write blocks as the body of an item; what `parse` reads back."""
    parts = [render_block(block) for block in blocks]
    for index, (above, below) in enumerate(pairwise(blocks)):
        if not (isinstance(above, ListItem) and isinstance(below, ListItem)):
            parts[index] += "\n"
    return "".join(f"{part}\n" for part in parts)


def render_block(block: Block) -> str:
    """Write one block, without the empty line that parts it from the next."""
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return re.sub(r"\A@", r"\\@", _lines(block.text))
        case ListItem():
            return f"- {_lines(block.text)}".replace("\n", "\n  ")
        case Entry():
            days = f"{block.date}/{block.date_to}" if block.date_to else block.date
            return f"@{days} {_lines(block.text)}"
        case Table():
            return render_table(block)
        case Verbatim():
            mark = "~" if "`" in block.notice else "`"
            return _fenced(mark, f"verbatim {block.notice}".rstrip(), block.lines)
        case Gap():
            return _fenced(":", " gap", block.text.split("\n"))
        case Signature():
            return _fenced(":", " signature", block.lines)


def _heading(heading: Heading) -> str:
    text = render_line(heading.text)
    if heading.label:
        label = render_line((Run(heading.label),))
        text = f"{_keep_wide_spaces(label)}\u3000{text}"
    elif heading.level == 1:
        text = _keep_wide_spaces(text)
    text = re.sub(r"#\Z", r"\\#", text)
    return f"{'#' * heading.level} {text}"


def _keep_wide_spaces(markdown: str) -> str:
    """The first ideographic space not escaped parts the label of an annex from its title."""
    return markdown.replace("\u3000", "\\\u3000")


def _lines(text: Text) -> str:
    return _BLOCK_START.sub(r"\\", render_text(text))


def _fenced(mark: str, info: str, lines: Sequence[str]) -> str:
    """Lines as they are, between fences longer than any run of the mark that begins a line."""
    runs = [len(line.lstrip()) - len(line.lstrip().lstrip(mark)) for line in lines]
    fence = mark * max(3, *(run + 1 for run in runs), 3)
    return "\n".join([f"{fence}{info}", *lines, fence])

"""An item as a reading writes it: a line for every block, in marks of its own.

`#` … `####` titles and headings, `**…**` a run-in heading or the number of an article, `-` a list
item, `@` an entry with its day, `!` a signature, `T` and `|` a table, `~` what the source lacks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

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

_TITLE = re.compile(r"^#+ ")
_BOLD = re.compile(r"^\*\*([^*]+)\*\*")
_ARTICLE = re.compile(r"^\*\*第[^*]+条\*\*")


def of(item: Item) -> list[str]:
    """The lines of an item's body."""
    return [line for block in item.body for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            label = f"{block.label}　" if block.label else ""
            return [f"{'#' * block.level} {label}{plain(block.text)}"]
        case Paragraph():
            return [_marked(block.text)]
        case ListItem():
            return [f"- {plain(block.text)}"]
        case Entry():
            days = f"{block.date}/{block.date_to}" if block.date_to else block.date
            return [f"@{days} {plain(block.text)}"]
        case Signature():
            return [f"! {' / '.join(block.lines)}"]
        case Table():
            rows = (" | ".join(plain(cell.text) for cell in row.cells) for row in block.rows)
            head = f"T {block.caption} ¦ {block.unit} ¦ {block.note}"
            return [head, *(f"| {row} |" for row in rows)]
        case Gap():
            return [f"~ {block.text.partition('：')[0]}"]
        case Verbatim():
            return [f"= {line}" for line in block.lines]


def _marked(text: Text) -> str:
    return "".join(f"**{run.text}**" if run.strong else run.text for run in text)


def same(line: str) -> str:
    """A line as readings are compared: NFKC, no white space, quotation marks of one kind, since
    OCR reads an opening one as a closing one, and one kind of square bracket."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", line))
    return re.sub("[“”]", '"', bare).replace("[", "〔").replace("]", "〕")


def outline(lines: Iterable[str]) -> Counter[str]:
    """Titles and headings, with their class."""
    return Counter(same(line) for line in lines if _TITLE.match(line))


def run_ins(lines: Iterable[str]) -> Counter[str]:
    """Run-in headings: the bold with which a paragraph begins, where text follows it."""
    found = (_BOLD.match(line) for line in lines if not _ARTICLE.match(line))
    return Counter(same(one[1]) for one in found if one and one.end() < len(one.string))


def articles(lines: Iterable[str]) -> list[str]:
    """The articles in order, each with the text of its first paragraph."""
    return [same(line) for line in lines if _ARTICLE.match(line)]


def paragraphs(lines: Iterable[str]) -> list[str]:
    """Paragraphs, list items, entries and signatures in order, without marks of their kind."""
    texts = (line for line in lines if not re.match(r"[#T|~=] |#+ ", line))
    bare = (re.sub(r"^(?:- |! |@\S+ )", "", line).replace("**", "") for line in texts)
    return [same(text) for text in bare]


def table(lines: Iterable[str]) -> list[str]:
    """Caption, unit, note and rows of all tables, in order."""
    return [same(line) for line in lines if line.startswith(("T ", "| "))]


def f1(wanted: Counter[str], got: Counter[str]) -> float:
    """The harmonic mean of recall and precision."""
    total = wanted.total() + got.total()
    return 2 * (wanted & got).total() / total if total else 1.0

"""Model values in few words, for every folder of tests that needs a gazette of its own.

Each builder fills in what the model asks for and a test does not care about, so that a sample says
only what it is about. It knows the model alone: a broken room must not break another room's tests.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model import (
    Block,
    Cell,
    ContentsEntry,
    Entry,
    Heading,
    Issue,
    Item,
    ListItem,
    Paragraph,
    Publication,
    Row,
    Run,
    Signature,
    Source,
    Span,
    Text,
)

At = int | tuple[int, int] | None
"""The raw lines of a block: one, the first and the last, or unknown."""


def _span(at: At) -> Span | None:
    """Samples are full of line numbers; a bare one reads best."""
    if at is None:
        return None
    return Span(at, at) if isinstance(at, int) else Span(*at)


# --- text and blocks ------------------------------------------------------------------------


def text(*pieces: str | Run, strong: str = "") -> Text:
    """Plain words and runs of any style, after a bold beginning if there is one.

    Empty words are left out, for the model has no empty runs.
    """
    lead = (Run(strong, strong=True),) if strong else ()
    return (*lead, *(Run(piece) if isinstance(piece, str) else piece for piece in pieces if piece))


def heading(level: int, words: str, label: str = "", *, at: At = None) -> Heading:
    """A heading; with a label, that of an annex."""
    return Heading(level, text(words), label, _span(at))


def paragraph(*pieces: str | Run, strong: str = "", at: At = None) -> Paragraph:
    """A paragraph; with a bold beginning, an article or one with a run-in heading."""
    return Paragraph(text(*pieces, strong=strong), _span(at))


def list_item(words: str, *, at: At = None) -> ListItem:
    """One item of a list, its number part of the words."""
    return ListItem(text(words), _span(at))


def entry(words: str, day: str, last: str = "", *, at: At = None) -> Entry:
    """An entry of a chronicle."""
    return Entry(text(words), day, last, _span(at))


def signature(*lines: str, at: At = None) -> Signature:
    """Who signed and when."""
    return Signature(lines, _span(at))


def row(*cells: str | Cell, at: At = None, flag: str = "") -> Row:
    """A row; a string is a simple cell."""
    made = (cell if isinstance(cell, Cell) else Cell(text(cell)) for cell in cells)
    return Row(tuple(made), _span(at), flag)


# --- items and issues -----------------------------------------------------------------------


def item(slug: str, body: tuple[Block, ...] = (), **facts: Any) -> Item:
    """A document with the facts that do not matter filled in."""
    bare = Item(
        slug=slug,
        type="document",
        issue="2018-05",
        order=1,
        title="云州市人民政府关于某事的通知",
        number=None,
        kind="通知",
        lines=Span(1, 20),
        body=body,
    )
    return replace(bare, **facts)


def chronicle(slug: str, *entries: Block, **facts: Any) -> Item:
    """A chronicle, which no one numbers."""
    return item(slug, entries, **{"type": "chronicle", "kind": "大事记", **facts})


def issue(id_: str, items: tuple[Item, ...] = (), **facts: Any) -> Issue:
    """An issue with the facts that do not matter filled in; year and number are those of its id."""
    year, _, number = id_.partition("-")
    bare = Issue(
        id=id_,
        type="issue",
        publication="云州市人民政府公报",
        year=int(year),
        number=int(number) if number.isdigit() else None,
        total=None,
        period=None,
        published=None,
        source=Source(f"sources/{id_}.txt", "0" * 64, "markdown"),
        items=items,
    )
    return replace(bare, **facts)


def separate(only: Item, **facts: Any) -> Issue:
    """A document that no issue printed; its id is the one the item names."""
    return issue(only.issue, (only,), **{"type": "separate", "publication": None, **facts})


def printed(title: str, slug: str | None, **facts: Any) -> ContentsEntry:
    """A line of the printed contents; without a slug, one whose item was not found."""
    return replace(ContentsEntry("市政府文件", title, None, 1, slug), **facts)


def publication(city: str, **facts: Any) -> Publication:
    """The gazette of a city."""
    bare = Publication(
        name=f"{city}人民政府公报",
        publisher=f"{city}人民政府",
        place=city,
        language="zh-Hans-CN",
        base_url="https://example.org/",
    )
    return replace(bare, **facts)

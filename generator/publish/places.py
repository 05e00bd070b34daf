"""Where on the site the text of a source line stands. Pure.

A line that made a block leads to that block; one that was dropped, or lifted into the facts of the
document, to the nearest block above it in its document; one of no document to the issue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Block, Gap, Issue, Item, Span, Table
from generator.publish.addresses import issue_url, item_url
from generator.publish.holder import holder
from generator.publish.site import Site

_ROW = re.compile(r"-r\d+$")
"""What `row_anchor` ends with."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the site."""

    url: str
    """May end with a `#fragment`."""
    item: Item | None
    """None of what belongs to no item: the cover, the printed contents."""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return _ROW.search(self.url) is not None


@dataclass(frozen=True, slots=True)
class _Text:
    """An item, and the anchors of its lines."""

    item: Item
    url: str
    exact: Mapping[int, str]
    ends: tuple[tuple[int, str], ...]
    """Last line and anchor of every block, in order of the lines."""

    def of(self, line: int) -> Place:
        anchor = self.exact.get(line) or self._above(line)
        return Place(f"{self.url}#{anchor}" if anchor else self.url, self.item)

    def _above(self, line: int) -> str:
        at = bisect_left(self.ends, (line, ""))
        return self.ends[at - 1][1] if at else ""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the lines of one issue."""

    issue: str
    """Address of the issue, or of the separate document."""
    texts: tuple[_Text, ...]

    def of(self, line: int) -> Place:
        """Where the text of the source line `line` stands, or would stand."""
        item = holder([text.item for text in self.texts], line)
        text = next((text for text in self.texts if text.item is item), None)
        return text.of(line) if text else Place(self.issue, None)


def places(site: Site, issue: Issue) -> Places:
    """The places of the source lines of `issue`."""
    texts = []
    for item in issue.items:
        url = item_url(issue, item)
        exact, ends = _lines(item.body, site.anchors[url])
        texts.append(_Text(item, url, exact, ends))
    return Places(issue_url(issue), tuple(texts))


def row_anchor(table: str, number: int) -> str:
    """The anchor of row `number`, from 1 with the head rows, of the table with the anchor `table`.

    >>> row_anchor("tbl-2", 4)
    'tbl-2-r4'
    """
    return f"{table}-r{number}"


def _lines(
    body: Sequence[Block], anchors: Sequence[str]
) -> tuple[dict[int, str], tuple[tuple[int, str], ...]]:
    """Line → anchor, the narrowest block that holds it, and the ends of the blocks."""
    found = [
        (isinstance(block, Gap), span.last - span.first, isinstance(part, Table), span, place)
        for block, anchor in zip(body, anchors, strict=True)
        for part, span, place in _spans(block, anchor)
    ]
    exact: dict[int, str] = {}
    # A gap stands beside the text that its line has made, so it comes last.
    for *_, span, place in sorted(found, key=lambda one: one[:3]):
        for line in range(span.first, span.last + 1):
            exact.setdefault(line, place)
    return exact, tuple(sorted((span.last, place) for *_, span, place in found))


def _spans(block: Block, anchor: str) -> Iterator[tuple[object, Span, str]]:
    if isinstance(block, Table):
        for number, row in enumerate(block.rows, start=1):
            if row.origin is not None:
                yield row, row.origin, row_anchor(anchor, number)
    if block.origin is not None:
        yield block, block.origin, anchor

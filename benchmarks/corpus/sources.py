"""The raw source that a made issue claims to come from, so that its pages link to real lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    ListItem,
    Paragraph,
    Repair,
    Row,
    Signature,
    Span,
    Table,
    Verbatim,
    plain,
)

REPAIRED = 4
"""One line in so many was repaired by the import, as in reality."""


@dataclass(slots=True)
class Written:
    """The source as far as it is written, and the ledger of its repairs."""

    lines: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def write(self, text: str) -> Span:
        """Add a passage and the empty line behind it; says on which lines it stands."""
        first = len(self.lines) + 1
        for line in text.split("\n"):
            self.lines.append(self._raw(line))
        self.lines.append("")
        return Span(first, len(self.lines) - 1)

    def _raw(self, line: str) -> str:
        """The line as extraction may have left it: with commas of half width."""
        number = len(self.lines) + 1
        raw = line.replace("，", ",")
        if number % REPAIRED or raw == line:
            return line
        self.repairs.append(Repair("punctuation", Span(number, number), raw, line))
        return raw

    @property
    def text(self) -> str:
        """The whole source."""
        return "\n".join(self.lines) + "\n"


def with_source(issue: Issue) -> tuple[Issue, Written]:
    """The issue with a source line for every block and row, and that source."""
    written = Written()
    written.write(issue.publication or "")
    items = tuple(_placed(item, written) for item in issue.items)
    digest = hashlib.sha256(written.text.encode()).hexdigest()
    return replace(issue, items=items, source=replace(issue.source, sha256=digest)), written


def _placed(item: Item, written: Written) -> Item:
    title = written.write(item.title)
    body = tuple(_with_origin(block, written) for block in item.body)
    return replace(item, body=body, lines=Span(title.first, len(written.lines) - 1))


def _with_origin(block: Block, written: Written) -> Block:
    match block:
        case Table():
            return _table(block, written)
        case Gap():
            return replace(block, origin=None)  # which the source lacks
        case Signature() | Verbatim():
            return replace(block, origin=written.write("\n".join(block.lines)))
        case Heading():
            words = f"{block.label}　{plain(block.text)}" if block.label else plain(block.text)
            return replace(block, origin=written.write(words))
        case Paragraph() | ListItem() | Entry():
            return replace(block, origin=written.write(plain(block.text)))


def _table(table: Table, written: Written) -> Table:
    around = [written.write(text) for text in (table.caption, table.unit) if text]
    rows = tuple(_rows(table, written))
    around += [written.write(table.note)] if table.note else []
    spans = [*around, *(row.origin for row in rows if row.origin)]
    return replace(table, rows=rows, origin=Span.over(spans))


def _rows(table: Table, written: Written) -> Iterator[Row]:
    for row in table.rows:
        line = "\t".join(plain(cell.text).replace("\n", " ") for cell in row.cells)
        yield replace(row, origin=written.write(line))

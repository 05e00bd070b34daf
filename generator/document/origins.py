"""`origins.jsonl`: for every block, the source lines it came from.

A line is {item, block, lines, rows (tables), key}; `key` is a short hash of the block's Markdown.
The Markdown itself carries no line numbers, so that a person reads and edits text alone; after an
edit the blocks are matched to their origins by key.
"""

from __future__ import annotations

import dataclasses
import hashlib
from difflib import SequenceMatcher
from functools import reduce
from typing import TYPE_CHECKING, Any

from generator.document.body import render_block
from generator.document.records import pair, records_of, render_records
from generator.model import Block, Issue, Item, Span, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

ORIGINS = "origins.jsonl"
_KEYS = frozenset({"item", "block", "lines", "rows", "key"})


@dataclasses.dataclass(frozen=True, slots=True)
class Origin:
    """Where one block came from, as the last import recorded it."""

    key: str
    lines: Span | None
    rows: tuple[Span | None, ...] = ()
    """Of a table, a span a row."""


def render_origins(issue: Issue) -> str:
    """The text of `origins.jsonl`."""
    return render_records(_records(issue))


def parse_origins(text: str, path: Path) -> dict[str, list[Origin]]:
    """The origins of every item, by slug, in the order of the blocks, from the text of the file.

    Raises `ContentError` for a line that is no origin, or is not in order.
    """
    origins: dict[str, list[Origin]] = {}
    for record in records_of(text, path, _KEYS):
        of_item = origins.setdefault(record.text("item"), [])
        if record.whole("block") != len(of_item) + 1:
            raise record.place.error(
                f"block {record.whole('block')} where {len(of_item) + 1} should stand",
                "An import writes this file: restore it, or import again.",
            )
        lines = record.span_or_none(record.values.get("lines"), "lines")
        of_item.append(Origin(record.text("key"), lines, record.spans("rows")))
    return origins


def with_origins(blocks: Sequence[Block], origins: Sequence[Origin]) -> tuple[Block, ...]:
    """The blocks with their origins.

    A block whose Markdown is unchanged keeps its own; an edited one takes that of the block it
    stands in place of; one that was added has none.
    """
    if not origins:
        return tuple(blocks)
    old = [origin.key for origin in origins]
    new = [_key(block) for block in blocks]
    if old == new:
        return tuple(map(_placed, blocks, origins))
    found: list[Block] = []
    for edit, old_first, old_last, first, last in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if edit == "insert":
            found.extend(blocks[first:last])
            continue
        replaced = origins[old_first:old_last]
        for index, block in enumerate(blocks[first:last]):
            share = _share(index, last - first, len(replaced))
            found.append(_placed(block, _joined(replaced[share])))
    return tuple(found)


def covers(origins: Mapping[str, Sequence[Origin]], items: Sequence[Item]) -> bool:
    """Whether the origins are those of exactly the blocks of these items."""
    recorded = {slug: [origin.key for origin in of_item] for slug, of_item in origins.items()}
    return recorded == {
        item.slug: [_key(block) for block in item.body] for item in items if item.body
    }


def _records(issue: Issue) -> Iterator[dict[str, Any]]:
    for item in issue.items:
        for number, block in enumerate(item.body, start=1):
            record = {"item": item.slug, "block": number, "lines": pair(block.origin)}
            if isinstance(block, Table):
                record["rows"] = [pair(row.origin) for row in block.rows]
            yield record | {"key": _key(block)}


def _key(block: Block) -> str:
    return hashlib.sha256(render_block(block).encode("utf-8")).hexdigest()[:12]


def _share(index: int, of: int, total: int) -> slice:
    """The part of `total` old blocks that new block `index` of `of` stands for; never empty."""
    first = index * total // of
    return slice(first, max(first + 1, (index + 1) * total // of))


def _joined(origins: Sequence[Origin]) -> Origin:
    if len(origins) == 1:
        return origins[0]
    spans = [origin.lines for origin in origins if origin.lines is not None]
    return Origin("", reduce(Span.join, spans) if spans else None)


def _placed(block: Block, origin: Origin) -> Block:
    if isinstance(block, Table) and len(block.rows) == len(origin.rows):
        rows = tuple(
            dataclasses.replace(row, origin=span)
            for row, span in zip(block.rows, origin.rows, strict=True)
        )
        return dataclasses.replace(block, rows=rows, origin=origin.lines)
    return dataclasses.replace(block, origin=origin.lines)

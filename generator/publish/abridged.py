"""An issue without its text: its facts, and of the text what lists of the whole site show. Pure.

Those are the entries of chronicles, for the timeline of a year, and of tables the name and size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Cell, Entry, Heading, Issue, Row, Table
from generator.publish.addresses import item_url
from generator.publish.site import Site
from generator.publish.tables import size

Anchors = dict[str, tuple[str, ...]]
"""Address of an item → the anchors of the blocks that its abridged body holds."""


def abridged(site: Site, issue: Issue) -> tuple[Issue, Anchors]:
    """`issue` of `site`, abridged, and the anchors of what is left."""
    items, anchors = [], {}
    for item in issue.items:
        url = item_url(issue, item)
        kept = [place for place in range(len(item.body)) if _is_listed(item.body, place)]
        body = tuple(_outline(item.body[place]) for place in kept)
        items.append(replace(item, body=body))
        anchors[url] = tuple(site.anchors[url][place] for place in kept)
    return replace(issue, items=tuple(items)), anchors


def _is_listed(body: Sequence[Block], place: int) -> bool:
    """Tables, entries, and a heading that names the table below it."""
    if isinstance(body[place], Heading):
        return any(isinstance(below, Table) for below in body[place + 1 : place + 2])
    return isinstance(body[place], Table | Entry)


def _outline(block: Block) -> Block:
    """A table of the same size with nothing in it; any other block as it is."""
    if not isinstance(block, Table):
        return block
    _, columns = size(block)
    row = Row((Cell(colspan=columns),) if columns else ())
    return Table((row,) * len(block.rows), head=block.head, caption=block.caption)

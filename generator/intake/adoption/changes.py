"""What differs between two readings of an issue, one change a fact, block or table row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import zip_longest

from generator.document import bare
from generator.document.body import render_block
from generator.intake.adoption.pairs import regions
from generator.intake.forms import solid
from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    ListItem,
    Masthead,
    Paragraph,
    Row,
    Signature,
    Table,
    Verbatim,
    plain,
)

ISSUE = 0
"""Stands for `issue.md` where an item has its `order`."""
_NO_FACTS = frozenset({"items", "source", "contents", "masthead", "front", "back", "body", "lines"})
"""Compared in a way of their own, or traces of the import."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that reads otherwise in the Markdown than in what the import makes."""

    item: int
    """The `order` of the item, or `ISSUE`."""
    what: str
    """The key of a fact; `block`, `row`, `option` (caption, unit, note), `shape` (of a table),
    `added` (a gap), `removed` (a block), `reshaped` (several, parted otherwise); `items`,
    `source`."""
    index: int
    """Of the block in the Markdown; for `removed`, of the block behind it; else 0."""
    part: str = ""
    """Which row, option, line or entry of it."""
    old: object = None
    new: object = None
    above: object = None
    """For a block that was added, the block above it as the import makes it."""

    @property
    def key(self) -> tuple[int, str, int, str, str]:
        """Equal for the same change before and after other changes were adopted."""
        return self.item, self.what, self.index, self.part, repr(_bare(self.old))


def compare(issue: Issue, edited: Issue) -> list[Change]:
    """Every change that makes `edited` out of `issue`, in the order of the text."""
    return [*_of_issue(issue, edited), *_of_items(issue, edited)]


def _of_issue(issue: Issue, edited: Issue) -> Iterator[Change]:
    yield from _facts(ISSUE, issue, edited)
    for name in ("file", "sha256", "kind"):
        if getattr(issue.source, name) != getattr(edited.source, name):
            yield Change(ISSUE, "source", 0, name, issue.source, edited.source)
    for field in fields(Masthead):
        old, new = (getattr(each.masthead, field.name) for each in (issue, edited))
        if old != new:
            yield Change(ISSUE, "masthead", 0, field.name, old, new)
    for what in ("contents", "front", "back"):
        old, new = getattr(issue, what), getattr(edited, what)
        if len(old) != len(new):
            yield Change(ISSUE, what, 0, "", old, new)
            continue
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                yield Change(ISSUE, what, number, "", one, other)


def _of_items(issue: Issue, edited: Issue) -> Iterator[Change]:
    old, new = ({item.order: item for item in each.items} for each in (issue, edited))
    for order in sorted(old.keys() | new.keys()):
        if order in old and order in new:
            yield from _facts(order, old[order], new[order])
            yield from _body(order, old[order].body, new[order].body)
        else:
            yield Change(order, "items", 0, "", old.get(order), new.get(order))


def _facts(order: int, old: Issue | Item, new: Issue | Item) -> Iterator[Change]:
    for field in fields(old):
        one, other = getattr(old, field.name), getattr(new, field.name)
        if field.name not in _NO_FACTS and one != other:
            yield Change(order, field.name, 0, "", one, other)


def _body(order: int, old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    above: Block | None = None
    texts = [[render_block(block) for block in blocks] for blocks in (old, new)]
    kinds = [[type(block).__name__ for block in blocks] for blocks in (old, new)]
    for region in regions(*texts, *kinds):
        pairs = [(_at(old, one), _at(new, other), place) for one, other, place in region]
        if _is_reshaped(pairs):
            before = tuple(one for one, _, _ in pairs if one is not None)
            after = tuple(other for _, other, _ in pairs if other is not None)
            yield Change(order, "reshaped", pairs[0][2], "", before, after)
            above = before[-1] if before else above
            continue
        for one, other, place in pairs:
            yield from _pair(order, place, one, other, above)
            above = one or above


def _at(blocks: Sequence[Block], index: int | None) -> Block | None:
    return None if index is None else blocks[index]


def _is_reshaped(pairs: Sequence[tuple[Block | None, Block | None, int]]) -> bool:
    """Whether text was parted into other blocks, or a block stands here that was in no source: no
    entry on a line can do that. A gap is what an editor says, and no such block."""
    if any(one is None and not isinstance(other, Gap) for one, other, _ in pairs):
        return True
    before, after = ("".join(words(pair[side]) for pair in pairs) for side in (0, 1))
    return any(other is None for _, other, _ in pairs) and before == after != ""


def _pair(
    order: int, place: int, old: Block | None, new: Block | None, above: Block | None
) -> Iterator[Change]:
    if old is not None and new is not None:
        if render_block(old) != render_block(new):
            yield from _block(order, place, old, new)
    elif old is not None:
        yield Change(order, "removed", place, "", old, None)
    else:
        yield Change(order, "added", place, "", None, new, above)


def words(block: object) -> str:
    """The printed characters of a block, without white space and style; none of a gap."""
    match block:
        case Heading(label=label, text=text):
            return solid(label + plain(text))
        case Paragraph(text=text) | ListItem(text=text) | Entry(text=text):
            return solid(plain(text))
        case Verbatim(lines=lines) | Signature(lines=lines):
            return solid("".join(lines))
        case Table(rows=rows, caption=caption, unit=unit, note=note):
            cells = (plain(cell.text) for row in rows for cell in row.cells)
            return solid("".join([caption, unit, *cells, note]))
    return ""


def _block(order: int, place: int, old: Block, new: Block) -> Iterator[Change]:
    if not (isinstance(old, Table) and isinstance(new, Table)):
        yield Change(order, "block", place, "", old, new)
        return
    if _form(old) != _form(new):
        yield Change(order, "shape", place, "", old, new)
        return
    for option in ("caption", "unit", "note"):
        if getattr(old, option) != getattr(new, option):
            yield Change(order, "option", place, option, old, new)
    for number, (row, other) in enumerate(zip_longest(old.rows, new.rows)):
        if (row.cells, row.flag) != (other.cells, other.flag):
            yield Change(order, "row", place, str(number), row, other)


def _form(table: Table) -> tuple[Table, list[list[tuple[int, int]]]]:
    """All of a table that is no text: the import makes it, and no entry on a line can."""
    nothing = replace(table, rows=(), caption="", unit="", note="", origin=None)
    return nothing, [[(cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows]


def _bare(value: object) -> object:
    """Without source lines, which tell nothing of the text."""
    if isinstance(value, Row):
        return value.cells, value.flag
    if isinstance(value, Item):
        return value.slug
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    return bare(value) if isinstance(value, Block) else value

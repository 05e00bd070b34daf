"""A collation that is too large for one page, in parts. Pure.

Then each item has a page of its own for what the rules changed in it, and a page more for each run
of its source lines that a page has no room for. All else stays on the page of the issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Issue, Item, Repair
from generator.publish.addresses import changes_url
from generator.publish.holder import holder

LARGEST = 200_000
"""What a page has room for, in characters: about 180 KB compressed, since a Chinese character takes
no more than one byte then. A line of it with its links and marks counts as so many characters:"""
_ENTRY = 35


@dataclass(frozen=True, slots=True)
class Part:
    """What the rules changed in a run of the source lines of one item, or outside all items."""

    item: Item | None
    url: str
    first: int
    """Source line, from 1."""
    last: int
    """Inclusive."""

    def holds(self, item: Item | None, line: int) -> bool:
        """Whether a change of `item` at this source line is told here."""
        return item is self.item and self.first <= line <= self.last


def group_id(item: Item | None) -> str:
    """Where on the page of the issue the changes of `item` stand; of no item where it is None."""
    return f"item-{item.slug}" if item else "outside"


def parts(issue: Issue, ledger: Sequence[Repair]) -> tuple[Part, ...]:
    """The parts of the collation of `issue`, by item; none where it needs none."""
    entries = sorted(
        (one for one in ledger if one.by in {"rule", "structure"}), key=lambda one: one.lines
    )
    if sum(map(_room, entries)) <= LARGEST:
        return ()
    items: list[Item | None] = [None, *sorted(issue.items, key=lambda item: item.order)]
    return tuple(
        part
        for item in items
        for part in _of_item(
            issue, item, [one for one in entries if holder(issue.items, one.lines.first) is item]
        )
    )


def _of_item(issue: Issue, item: Item | None, entries: Sequence[Repair]) -> Iterator[Part]:
    url = f"{changes_url(issue)}{group_id(item)}/"
    for number, run in enumerate(_runs(entries)):
        first, last = run[0].lines.first, run[-1].lines.first
        yield Part(item, f"{url}L{first}/" if number else url, first, last)


def _runs(entries: Sequence[Repair]) -> Iterator[list[Repair]]:
    """As many as a page has room for; a line is not parted."""
    run: list[Repair] = []
    room = 0
    for entry in entries:
        room += _room(entry)
        if run and room > LARGEST and entry.lines.first != run[-1].lines.first:
            yield run
            run, room = [], _room(entry)
        run.append(entry)
    if run:
        yield run


def _room(entry: Repair) -> int:
    return _ENTRY + max(len(entry.before), len(entry.after))

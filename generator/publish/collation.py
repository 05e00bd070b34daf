"""校勘记: all that sets the published text of an issue apart from its source. Pure; knows no HTML.

What a person corrected, what is doubtful or missing, what was moved and what is still open stands
by itself, so that it is not lost among the thousand commas that the rules changed, which follow by
item.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Issue, Item
from generator.publish.addresses import issue_url, item_number, item_url
from generator.publish.collation_parts import Part, group_id, parts
from generator.publish.holder import holder
from generator.publish.remarks import Kind, Remark, remarks
from generator.publish.site import Site

_APART: tuple[Kind, ...] = ("person", "doubt", "gap", "move", "finding")
"""The kinds that have a section of their own, in its order."""


@dataclass(frozen=True, slots=True)
class Section:
    """The remarks of a kind that stands by itself."""

    kind: Kind
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A rule that changed something."""

    rule: str
    name: str
    """In words."""
    why: str
    """What it does and on what ground; empty where the catalogue does not say."""
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """What the rules changed in one item, or outside all items."""

    item: Item | None
    number: str
    url: str
    id: str
    """Its address on the page."""
    remarks: tuple[Remark, ...]
    others: tuple[tuple[Kind, int, str], ...]
    """What else there is to say of it: kind, how often, and the id of the first."""
    parts: tuple[Part, ...] = ()
    """The pages that tell the changes, where one page has no room for those of all items."""
    elsewhere: int = 0
    """How many changes are told there."""


@dataclass(frozen=True, slots=True)
class Collation:
    """The whole of it."""

    sections: tuple[Section, ...]
    """One for each kind that stands by itself, also where it has nothing to say."""
    rules: tuple[Used, ...]
    """The most used first."""
    groups: tuple[Group, ...]
    """In the order of the issue; first what belongs to no item."""
    changed: int
    """How many changes the rules made."""
    total: int
    """How many remarks stand on this page."""
    divided: bool
    """Whether other pages tell what the rules changed."""


def concerning(site: Site, issue: Issue, item: Item) -> int:
    """How many entries of the ledger concern `item`."""
    return sum(
        holder(issue.items, repair.lines.first) is item for repair in site.repairs.get(issue.id, ())
    )


def collate(site: Site, issue: Issue, part: Part | None = None) -> Collation:
    """The collation of `issue`, or a part of it: then nothing but what the rules changed there."""
    found = remarks(site, issue)
    changes = [remark for remark in found if remark.kind == "rule"]
    divided = parts(issue, site.repairs.get(issue.id, ()))
    if part is not None:
        changes = [remark for remark in changes if _told_in((part,), remark)]
        divided, found = (), changes
    sections = tuple(Section(kind, _numbered(kind, found)) for kind in _APART if part is None)
    groups = tuple(_groups(site, issue, changes, sections, divided))
    elsewhere = sum(group.elsewhere for group in groups)
    return Collation(
        sections=sections,
        rules=_rules(changes, site),
        groups=groups,
        changed=len(changes),
        total=len(found) - elsewhere,
        divided=bool(elsewhere),
    )


def _told_in(divided: Sequence[Part], remark: Remark) -> bool:
    line = remark.lines.first if remark.lines else 0
    return any(part.holds(remark.place.item, line) for part in divided)


def _numbered(kind: Kind, found: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks of a kind with their addresses; findings together that say the same."""
    mine = [remark for remark in found if remark.kind == kind]
    if kind == "finding":
        mine.sort(key=lambda remark: remark.reason)
    return tuple(replace(remark, id=f"{kind}-{n}") for n, remark in enumerate(mine, start=1))


def _rules(changes: Sequence[Remark], site: Site) -> tuple[Used, ...]:
    names = {remark.rule: remark.name for remark in changes}
    return tuple(
        Used(rule, names[rule], site.say.strings.get(f"rule.{rule}.why", ""), count)
        for rule, count in Counter(remark.rule for remark in changes).most_common()
    )


def _groups(
    site: Site,
    issue: Issue,
    changes: Sequence[Remark],
    sections: Sequence[Section],
    divided: Sequence[Part],
) -> Iterator[Group]:
    """A group for each item of which there is anything to say."""
    items: list[Item | None] = [None, *sorted(issue.items, key=lambda item: item.order)]
    for item in items:
        all_ = [remark for remark in changes if remark.place.item is item]
        mine = tuple(remark for remark in all_ if not _told_in(divided, remark))
        others = tuple(_others(item, sections))
        if all_ or others:
            number = item_number(item, site.say) if item else ""
            url = item_url(issue, item) if item else issue_url(issue)
            pages = tuple(part for part in divided if part.item is item)
            far = len(all_) - len(mine)
            yield Group(item, number, url, group_id(item), mine, others, pages, far)


def _others(item: Item | None, sections: Sequence[Section]) -> Iterator[tuple[Kind, int, str]]:
    for section in sections:
        mine = [remark for remark in section.remarks if remark.place.item is item]
        if mine:
            yield section.kind, len(mine), mine[0].id

"""What stands where: lines in groups, groups on shelves, shelves in a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Issue, Item

LARGE = 300
"""Documents that a page lists; a shelf with more has a page for each of its groups. An archive only
grows, so such a page stays once it is there."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a list."""

    issue: Issue
    item: Item
    url: str
    number: str
    """As readers cite it."""
    printed_in: str
    """Title of the issue; empty of a separate document."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Numbers between two that are here. What carries them may exist; it is not in the archive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Group:
    """A year or a month on a shelf."""

    slug: str
    """`2018`, `09`, `unstated`: the last part of the address of its page."""
    title: str
    rows: tuple[Line | Missing, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page of the shelf: `in-2018`."""
        return f"in-{self.slug}"

    @property
    def lines(self) -> tuple[Line, ...]:
        """The documents."""
        return tuple(row for row in self.rows if isinstance(row, Line))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The gaps."""
        return tuple(row for row in self.rows if isinstance(row, Missing))


@dataclass(frozen=True, slots=True)
class Shelf:
    """All documents of one body, section, kind, series or year."""

    slug: str
    title: str
    url: str
    stated: bool
    """False of the shelf for documents that do not say."""
    groups: tuple[Group, ...]
    concluded: frozenset[str] = frozenset()
    """Addresses of documents that do not state themselves that they belong here."""

    @property
    def count(self) -> int:
        """How many documents."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def span(self) -> tuple[str, ...]:
        """The titles of its first and last group, in time."""
        told = sorted((g for g in self.groups if g.slug.isdigit()), key=lambda group: group.slug)
        return tuple(dict.fromkeys((told[0].title, told[-1].title))) if told else ()

    @property
    def is_split(self) -> bool:
        """Each group has a page of its own, since there are too many documents for one."""
        return self.count > LARGE and len(self.groups) > 1

    def group_url(self, group: Group) -> str:
        """Where the documents of a group are listed."""
        return f"{self.url}{group.slug}/" if self.is_split else f"{self.url}#{group.anchor}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One way through the archive, with all its shelves."""

    name: str
    """As in `Way`: `issuer`."""
    title: str
    url: str
    monthly: bool
    """Its shelves are years and their groups months."""
    shelves: tuple[Shelf, ...]

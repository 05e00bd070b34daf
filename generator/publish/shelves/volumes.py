"""The issues of the site and what they hold, by year. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.model import Issue
from generator.publish.addresses import issue_title, issue_url, year_url
from generator.publish.shelves.catalogues import lines
from generator.publish.shelves.model import Line, Missing
from generator.publish.shelves.numbers import missing
from generator.publish.site import Site


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one section of an issue, in print order."""

    name: str | None
    inferred: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """An issue or a separate document on a shelf."""

    issue: Issue
    title: str
    url: str
    inferred: bool
    """Its number is concluded, not stated."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """What the site holds of one year."""

    year: int
    url: str
    volumes: tuple[Volume, ...]

    @property
    def issues(self) -> int:
        """How many issues."""
        return sum(volume.issue.type == "issue" for volume in self.volumes)

    @property
    def documents(self) -> int:
        """How many documents, in issues and separate."""
        return sum(len(volume.issue.items) for volume in self.volumes)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Numbers of issues between those that are here."""
        return missing(v.issue.number for v in self.volumes if v.issue.number is not None)


def volume(site: Site, issue: Issue) -> Volume:
    """An issue with its items by section."""
    sections = tuple(
        Section(name, inferred, tuple(members))
        for (name, inferred), members in groupby(
            lines((issue,), site.say),
            key=lambda line: (line.item.section, line.item.section_inferred),
        )
    )
    inferred = "number" in issue.inferred
    return Volume(issue, issue_title(issue, site.say), issue_url(issue), inferred, sections)


def years(site: Site) -> tuple[Year, ...]:
    """All holdings, the latest year first, issues before separate documents."""
    ordered = sorted(site.issues, key=lambda issue: -issue.year)
    return tuple(
        Year(
            year,
            year_url(year),
            tuple(volume(site, issue) for issue in sorted(issues, key=_shelf_order)),
        )
        for year, issues in groupby(ordered, key=lambda issue: issue.year)
    )


def _shelf_order(issue: Issue) -> tuple[bool, int, str]:
    return issue.type == "separate", -(issue.number or 0), issue.id

"""The chronicles (大事记) of all issues as one timeline a year. Pure.

An entry stands under its first day, as printed; what a chronicle holds besides entries is read in
the chronicle itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Entry, Issue, Text
from generator.publish.layout import split_day
from generator.publish.shelves.catalogues import lines
from generator.publish.shelves.model import Line
from generator.publish.site import Site


@dataclass(frozen=True, slots=True)
class Event:
    """An entry in the timeline."""

    day: str
    """ISO."""
    anchor: str
    """`d-2021-03-02` of the first of a day; empty for the others."""
    lead: Text
    """The printed day, empty where the print has none."""
    text: Text
    line: Line
    """The chronicle it stands in."""
    url: str
    """Its place there."""


@dataclass(frozen=True, slots=True)
class EventMonth:
    """The entries of a month."""

    number: int
    events: tuple[Event, ...]


def chronicle_years(issues: Sequence[Issue]) -> tuple[int, ...]:
    """The years of which something is told."""
    entries = (block for issue in issues for item in issue.items for block in item.body)
    return tuple(sorted({int(block.date[:4]) for block in entries if isinstance(block, Entry)}))


def timeline(site: Site, year: int) -> tuple[EventMonth, ...]:
    """The entries of a year by month and day; of one day in the order of print."""
    found = sorted(
        (event for event in _events(site) if event.day[:4] == str(year)), key=lambda one: one.day
    )
    days = [
        event if place else replace(event, anchor=f"d-{day}")
        for day, events in groupby(found, key=lambda one: one.day)
        for place, event in enumerate(events)
    ]
    return tuple(
        EventMonth(int(month), tuple(events))
        for month, events in groupby(days, key=lambda one: one.day[5:7])
    )


def _events(site: Site) -> Iterator[Event]:
    for line in lines(site.issues, site.say):
        for block, anchor in zip(line.item.body, site.anchors[line.url], strict=True):
            if isinstance(block, Entry):
                lead, text = split_day(block.text)
                yield Event(block.date, "", lead, text, line, f"{line.url}#{anchor}")

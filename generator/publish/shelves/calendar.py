"""The years and months in which documents were made. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from generator.publish.shelves.model import Catalogue, Group, Shelf


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar."""

    number: int
    """1 to 12."""
    count: int
    url: str
    """Where its documents are listed; empty where there is none."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year with all its months."""

    shelf: Shelf
    months: tuple[Month, ...]


def calendar(catalogue: Catalogue) -> tuple[CalendarYear, ...]:
    """The years of a monthly catalogue, the latest first."""
    return tuple(
        CalendarYear(shelf, tuple(_month(shelf, number) for number in range(1, 13)))
        for shelf in catalogue.shelves
        if shelf.stated
    )


def _month(shelf: Shelf, number: int) -> Month:
    found: Group | None = next((g for g in shelf.groups if g.slug == f"{number:02d}"), None)
    return (
        Month(number, len(found.lines), shelf.group_url(found)) if found else Month(number, 0, "")
    )

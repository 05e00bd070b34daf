"""On which shelves each document stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.publish.shelves.model import Catalogue


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a shelf."""

    way: str
    """The name of the way through the archive: `issuer`."""
    title: str
    """Of the shelf."""
    url: str
    """Of the shelf."""
    group_url: str
    """Where the documents of its year or month are listed."""


def standing(catalogues: Iterable[Catalogue]) -> dict[str, tuple[Standing, ...]]:
    """Address of a document → its places on the shelves of what it states."""
    found: dict[str, list[Standing]] = {}
    for catalogue in catalogues:
        for shelf in catalogue.shelves:
            for group in shelf.groups if shelf.stated else ():
                here = Standing(catalogue.name, shelf.title, shelf.url, shelf.group_url(group))
                for line in group.lines:
                    found.setdefault(line.url, []).append(here)
    return {url: tuple(places) for url, places in found.items()}

"""The tables of the site, each with its name and address. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Heading, Item, Table, plain
from generator.publish.site import Page, Site
from generator.publish.wording import Wording


@dataclass(frozen=True, slots=True)
class Listed:
    """A table in its place on the site."""

    table: Table
    name: str
    """What the table is called wherever it is spoken of; never empty, not always its own."""
    number: int
    """Running number in its item, from 1."""
    anchor: str
    page: Page
    """The page of the item that holds it."""

    @property
    def url(self) -> str:
        """Its address inside the site: `/2018/05/jszb-63/#tbl-2`."""
        return f"{self.page.url}#{self.anchor}"

    @property
    def item(self) -> Item:
        """The item that holds it."""
        assert self.page.item is not None, f"{self.page.url} shows no item"
        return self.page.item


def table_names(item: Item, say: Wording) -> tuple[str, ...]:
    """One name for each block of the body of `item`; empty of a block that is no table.

    The caption, else the heading right above the table, else the title of the item and the running
    number of the table in it.
    """
    found = []
    number = 0
    for place, block in enumerate(item.body):
        if not isinstance(block, Table):
            found.append("")
            continue
        number += 1
        above = item.body[place - 1] if place else None
        if block.caption:
            found.append(block.caption)
        elif isinstance(above, Heading):
            found.append(_of_heading(above))
        else:
            found.append(say("table.nth", title=item.title, number=number))
    return tuple(found)


def _of_heading(heading: Heading) -> str:
    words = plain(heading.text).replace("\n", " ").rstrip("。：: ")
    return f"{heading.label}　{words}" if heading.label else words


def tables_of(site: Site, page: Page) -> tuple[Listed, ...]:
    """The tables on the page of an item, in order; none of another page."""
    return tuple(_listed(site, page))


def all_tables(site: Site) -> tuple[Listed, ...]:
    """Every table, in the order of the pages."""
    return tuple(table for page in site.pages for table in _listed(site, page))


def _listed(site: Site, page: Page) -> Iterator[Listed]:
    if page.item is None:
        return
    number = 0
    names = table_names(page.item, site.say)
    for block, anchor, name in zip(page.item.body, site.anchors[page.url], names, strict=True):
        if isinstance(block, Table):
            number += 1
            yield Listed(block, name, number, anchor, page)

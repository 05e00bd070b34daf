"""All tables of the site on shelves: what the page of tables lists. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.model import Issue
from generator.publish.addresses import issue_title, issue_url
from generator.publish.downloads import Offer, offers, workbook_offer
from generator.publish.site import Page, Site
from generator.publish.table_list import Listed, all_tables
from generator.publish.tables import size


@dataclass(frozen=True, slots=True)
class Line:
    """A table on its shelf."""

    listed: Listed
    rows: int
    """Without head rows."""
    columns: int
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class TableShelf:
    """The tables of an issue or a separate document."""

    issue: Issue
    title: str
    url: str
    workbook: Offer | None
    documents: tuple[tuple[Page, tuple[Line, ...]], ...]
    """The pages of the items that hold tables, in order."""


def table_shelves(site: Site) -> tuple[TableShelf, ...]:
    """The shelves that are not empty, the latest issue first."""
    found = []
    for issue, listed in groupby(all_tables(site), key=lambda table: table.page.issue):
        assert issue is not None
        documents = tuple(
            (page, tuple(_line(site, table) for table in tables))
            for page, tables in groupby(listed, key=lambda table: table.page)
        )
        url = issue_url(issue)
        title, book = issue_title(issue, site.say), workbook_offer(site, issue)
        found.append(TableShelf(issue, title, url, book, documents))
    return tuple(reversed(found))


def _line(site: Site, table: Listed) -> Line:
    return Line(table, *size(table.table), offers(site, table))

"""What each kind of page shows, gathered from the site. Pure; knows no HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from generator.model import Issue, Item
from generator.publish.charts import charts
from generator.publish.collation import collate, concerning, group_id
from generator.publish.downloads import offers, workbook_offer
from generator.publish.facts import citation, issue_facts, item_facts
from generator.publish.layout import lay_out
from generator.publish.pages import (
    changes_url,
    issue_title,
    issue_url,
    item_number,
    item_url,
    running_head,
    source_url,
)
from generator.publish.places import places
from generator.publish.site import Page, PageKind, Site
from generator.publish.table_list import all_tables, tables_of
from generator.publish.table_shelves import table_shelves

View = dict[str, object]
"""Names a template may use, with their values."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a list."""

    item: Item
    url: str
    number: str
    """As readers cite it."""


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
class Shelf:
    """What the site holds of one year."""

    year: int
    volumes: tuple[Volume, ...]


def view(site: Site, page: Page) -> View:
    """What `page` shows besides what every page does."""
    return _VIEWS[page.kind](site, page)


def shelves(site: Site) -> tuple[Shelf, ...]:
    """All holdings, the latest year first, issues before separate documents."""
    ordered = sorted(site.issues, key=lambda issue: -issue.year)
    return tuple(
        Shelf(year, tuple(_volume(site, issue) for issue in sorted(issues, key=_shelf_order)))
        for year, issues in groupby(ordered, key=lambda issue: issue.year)
    )


def _shelf_order(issue: Issue) -> tuple[bool, int, str]:
    return issue.type == "separate", -(issue.number or 0), issue.id


def _volume(site: Site, issue: Issue) -> Volume:
    items = sorted(issue.items, key=lambda item: item.order)
    lines = (Line(item, item_url(issue, item), item_number(item, site.say)) for item in items)
    sections = tuple(
        Section(name, inferred, tuple(members))
        for (name, inferred), members in groupby(
            lines, key=lambda line: (line.item.section, line.item.section_inferred)
        )
    )
    inferred = "number" in issue.inferred
    return Volume(issue, issue_title(issue, site.say), issue_url(issue), inferred, sections)


def _home(site: Site, _page: Page) -> View:
    issues = [issue for issue in site.issues if issue.type == "issue"]
    latest = max(issues, key=lambda issue: (issue.year, issue.number or 0, issue.id), default=None)
    return {
        "latest": latest and _volume(site, latest),
        "shelves": shelves(site),
        "issues": len(issues),
        "separates": len(site.issues) - len(issues),
        "items": sum(len(issue.items) for issue in site.issues),
        "tables": len(all_tables(site)),
    }


def _year(site: Site, page: Page) -> View:
    shelf = next(shelf for shelf in shelves(site) if shelf.year == page.year)
    return {"volumes": shelf.volumes}


def _issue(site: Site, page: Page) -> View:
    issue = _issue_of(page)
    return {
        "volume": _volume(site, issue),
        "facts": issue_facts(issue, site.say),
        "workbook": workbook_offer(site, page.url),
        **_proof(site, issue),
    }


def _item(site: Site, page: Page) -> View:
    issue, item = _issue_of(page), page.item
    assert item is not None
    anchors = site.anchors[page.url]
    tables = tables_of(site, page)
    return {
        "item": item,
        "number": item_number(item, site.say),
        "running": running_head(item, site.say),
        "layout": lay_out(item, anchors),
        "facts": item_facts(item, issue, anchors, site.numbers, site.say),
        "citation": citation(item, issue, site.publication, site.say),
        "tables": {table.anchor: table for table in tables},
        "offers": {table.anchor: offers(site, table) for table in tables},
        "charts_of": {table.anchor: charts(table.table) for table in tables},
        **_proof(site, issue, item),
    }


def _source(site: Site, page: Page) -> View:
    issue = _issue_of(page)
    found = places(site, issue)
    return {
        "lines": [
            (text, found.of(number).url if text.strip() else "")
            for number, text in enumerate(site.sources[issue.id], start=1)
        ],
        "volume": _volume(site, issue),
        **_proof(site, issue),
    }


def _changes(site: Site, page: Page) -> View:
    issue = _issue_of(page)
    return {"collation": collate(site, issue), **_proof(site, issue)}


def _proof(site: Site, issue: Issue, item: Item | None = None) -> View:
    """Where a reader may check the text of `issue`, or of its `item`."""
    count = len(site.repairs.get(issue.id, ()))
    changes = changes_url(issue)
    if item is not None and (count := concerning(site, issue, item)):
        changes += f"#{group_id(item)}"
    return {
        "issue": issue,
        "source_url": source_url(issue),
        "changes_url": changes,
        "line_count": len(site.sources.get(issue.id, ())),
        "change_count": count,
    }


def _tables(site: Site, _page: Page) -> View:
    return {"shelves": table_shelves(site), "count": len(all_tables(site))}


def _index(site: Site, _page: Page) -> View:
    return {"shelves": shelves(site)}


def _about(site: Site, _page: Page) -> View:
    return {
        "proofs": [
            {
                "title": issue_title(issue, site.say),
                "source": source_url(issue),
                "changes": changes_url(issue),
            }
            for issue in site.issues
        ]
    }


def _nothing(_site: Site, _page: Page) -> View:
    return {}


def _issue_of(page: Page) -> Issue:
    assert page.issue is not None, f"{page.url} belongs to no issue"
    return page.issue


_VIEWS: dict[PageKind, Callable[[Site, Page], View]] = {
    "home": _home,
    "year": _year,
    "issue": _issue,
    "item": _item,
    "source": _source,
    "changes": _changes,
    "tables": _tables,
    "search": _index,
    "about": _about,
    "missing": _nothing,
}

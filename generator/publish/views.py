"""What each kind of page shows, gathered from the site. Pure; knows no HTML."""

from __future__ import annotations

from collections.abc import Callable

from generator.model import Issue, Item
from generator.publish.addresses import changes_url, chronicle_url, item_number, source_url
from generator.publish.charts import charts
from generator.publish.clauses import clauses
from generator.publish.collation import collate, concerning
from generator.publish.collation_parts import group_id
from generator.publish.downloads import offers, workbook_offer
from generator.publish.fact_sheet import fact_sheet
from generator.publish.facts import (
    citation,
    citation_forms,
    issue_facts,
    running_head,
)
from generator.publish.layout import lay_out
from generator.publish.places import places
from generator.publish.shelves.calendar import calendar
from generator.publish.shelves.catalogues import lines
from generator.publish.shelves.chronicle import chronicle_years, timeline
from generator.publish.shelves.holdings import holdings
from generator.publish.shelves.limits import limits
from generator.publish.shelves.model import LARGE, Catalogue, Line
from generator.publish.shelves.volumes import volume, years
from generator.publish.site import Page, PageKind, Site
from generator.publish.table_list import all_tables, tables_of
from generator.publish.table_shelves import table_shelves

View = dict[str, object]
"""Names a template may use, with their values."""

_RECENT = 6
"""Documents that the home page names besides the latest issue."""


def view(site: Site, page: Page) -> View:
    """What `page` shows besides what every page does."""
    return _VIEWS[page.kind](site, page)


def _home(site: Site, _page: Page) -> View:
    held = holdings(site.issues)
    issues = [row for row in held.rows if isinstance(row, Issue)]
    latest = issues[-1] if issues else None
    return {
        "latest": latest and volume(site, latest),
        "recent": _recent(site, latest),
        "years": years(site),
        "catalogues": _catalogues(site),
        "holdings": held,
        "issues": len(issues),
        "separates": len(site.issues) - len(issues),
        "items": sum(len(issue.items) for issue in site.issues),
        "tables": len(all_tables(site)),
    }


def _recent(site: Site, latest: Issue | None) -> list[Line]:
    """The youngest documents that do not stand in the latest issue."""
    dated = [line for line in lines(site.issues, site.say) if line.item.date]
    others = [line for line in dated if line.issue is not latest]
    return sorted(others, key=lambda line: line.item.date or "", reverse=True)[:_RECENT]


def _catalogues(site: Site) -> list[Catalogue]:
    return [page.catalogue for page in site.pages if page.catalogue is not None]


def _year(site: Site, page: Page) -> View:
    told = page.year in chronicle_years(site.issues)
    return {
        "year": next(year for year in years(site) if year.year == page.year),
        "chronicle_url": chronicle_url(page.year) if told and page.year is not None else "",
    }


def _issues(site: Site, _page: Page) -> View:
    held = holdings(site.issues)
    rows = [volume(site, row) if isinstance(row, Issue) else row for row in reversed(held.rows)]
    others = [issue for issue in reversed(site.issues) if issue.type == "separate"]
    return {
        "holdings": held,
        "rows": rows,
        "separates": [volume(site, issue) for issue in others],
        "proofs": {issue.id: _proof(site, issue) for issue in site.issues},
        "catalogues": _catalogues(site),
    }


def _catalogue(site: Site, page: Page) -> View:
    assert page.catalogue is not None
    return {
        "catalogue": page.catalogue,
        "calendar": calendar(page.catalogue) if page.catalogue.monthly else (),
        "catalogues": _catalogues(site),
    }


def _shelf(site: Site, page: Page) -> View:
    assert page.shelf is not None
    gaps = [gap for group in page.shelf.groups for gap in group.missing]
    return {
        "shelf": page.shelf,
        "missing": sum(gap.last - gap.first + 1 for gap in gaps),
        "catalogues": _catalogues(site),
    }


def _chronicle(site: Site, page: Page) -> View:
    assert page.year is not None
    months = timeline(site, page.year)
    sources = {event.line.url: event.line for month in months for event in month.events}
    return {"months": months, "sources": tuple(sources.values())}


def _issue(site: Site, page: Page) -> View:
    issue = _issue_of(page)
    return {
        "volume": volume(site, issue),
        "facts": issue_facts(issue, site.say),
        "workbook": workbook_offer(site, issue),
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
        "facts": fact_sheet(site, page),
        "citation": citation(item, issue, site.publication, site.say),
        "citations": {
            "document": citation_forms(item, issue, site.publication, site.say),
            "clause": citation_forms(item, issue, site.publication, site.say, "{clause}"),
        },
        "clauses": dict(zip(anchors, clauses(item.body, site.say), strict=True)),
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
        "volume": volume(site, issue),
        **_proof(site, issue),
    }


def _changes(site: Site, page: Page) -> View:
    issue = _issue_of(page)
    return {"collation": collate(site, issue, page.part), **_proof(site, issue)}


def _proof(site: Site, issue: Issue, item: Item | None = None) -> View:
    """Where a reader may check the text of `issue`, or of its `item`."""
    count = site.repair_count(issue)
    changes = changes_url(issue)
    if item is not None and (count := concerning(site, issue, item)):
        changes += f"#{group_id(item)}"
    return {
        "issue": issue,
        "source_url": source_url(issue),
        "changes_url": changes,
        "line_count": site.line_count(issue),
        "change_count": count,
    }


def _tables(site: Site, _page: Page) -> View:
    return {"shelves": table_shelves(site), "count": len(all_tables(site))}


def _index(site: Site, _page: Page) -> View:
    documents = sum(len(issue.items) for issue in site.issues)
    return {"years": years(site), "with_titles": documents <= LARGE, "limits": limits(site)}


def _missing(site: Site, _page: Page) -> View:
    return {"years": years(site), "catalogues": _catalogues(site)}


def _moved(_site: Site, page: Page) -> View:
    return {"target": page.target}


def _about(site: Site, _page: Page) -> View:
    return {"all_feeds": site.feeds}


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
    "chronicle": _chronicle,
    "issues": _issues,
    "catalogue": _catalogue,
    "shelf": _shelf,
    "tables": _tables,
    "search": _index,
    "about": _about,
    "missing": _missing,
    "moved": _moved,
}

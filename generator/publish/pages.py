"""Which pages the site has, where they stand and how they hang together. Pure.

The addresses are permanent (CONTRIBUTING.md, Addresses):

| address | page |
|---|---|
| `/` `/2018/` `/2018/05/` `/2018/05/jszf-31/` | home, year, issue, item |
| `/2020/jszb-56/` | a separate document, which has no issue page |
| `/2018/05/source/` `/2018/05/changes/` | the raw source, the collation |
| `/2018/05/changes/item-jszf-31/` | an item of a collation that is too large for one page |
| `/2018/chronicle/` | the chronicles of a year as one timeline |
| `/issues/` | all issues by 总期号, and those that are missing |
| `/kinds/` `/kinds/tongzhi/` | a catalogue and a shelf of it; so `issuers`, `sections`, `numbers` |
| `/dates/` `/dates/2018/` | the calendar, a year of it |
| `/kinds/tongzhi/2018/` | a group of a shelf that is too large for one page |
| `/tables/` `/search/` `/about/` `/404.html` | |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.errors import ContentError
from generator.model import Issue
from generator.publish.addresses import (
    ABOUT,
    HOME,
    ISSUES,
    MISSING,
    SEARCH,
    TABLES,
    changes_url,
    chronicle_url,
    issue_title,
    issue_url,
    item_url,
    source_url,
    year_url,
)
from generator.publish.collation_parts import Part
from generator.publish.moved import moved_pages
from generator.publish.shelves.catalogues import catalogues
from generator.publish.shelves.chronicle import chronicle_years
from generator.publish.shelves.model import Catalogue, Shelf
from generator.publish.site import Link, Page
from generator.publish.wording import Wording

_NONE_GIVEN: Mapping[str, str] = MappingProxyType({})
_NONE_DIVIDED: Mapping[str, Sequence[Part]] = MappingProxyType({})


def pages(
    issues: Sequence[Issue],
    say: Wording,
    slugs: Mapping[str, str] = _NONE_GIVEN,
    divided: Mapping[str, Sequence[Part]] = _NONE_DIVIDED,
    moved: Mapping[str, str] = _NONE_GIVEN,
) -> tuple[Page, ...]:
    """All pages of the site, in reading order. `slugs` are those that `gazette.yaml` gives,
    `divided` the parts of the collations that have any, by the id of their issue,
    `moved` the addresses that no page has any more, with those that took their place.

    Raises ContentError where two would share an address, two issues of a year have one number, or a
    separate holds not just one item.
    """
    _refuse_confusion(issues)
    home = Link(say("home.title"), HOME)
    found = [
        Page(HOME, "home", say("home.title")),
        *_years(issues, home, say),
        *(page for issue in issues for page in _issue_pages(issue, home, say)),
        *(page for one in issues for page in part_pages(one, say, divided.get(one.id, ()))),
        *_chronicles(issues, home, say),
        Page(ISSUES, "issues", say("issues.title"), (home,)),
        *(
            page
            for catalogue in catalogues(issues, say, slugs)
            for page in _catalogue_pages(catalogue, home, say)
        ),
        Page(TABLES, "tables", say("tables.title"), (home,)),
        Page(SEARCH, "search", say("search.title"), (home,)),
        Page(ABOUT, "about", say("about.title"), (home,)),
        Page(MISSING, "missing", say("missing.title"), (home,)),
    ]
    _refuse_shared_addresses(found)
    found += moved_pages(moved, found, say)
    return _chained_issues(found)


def numbers(pages: Sequence[Page]) -> dict[str, str]:
    """发文字号 → address of the item that carries it.

    A decree's 第5号 is left out: it says nothing without the authority and its term of office.
    """
    return {
        page.item.number: page.url
        for page in pages
        if page.item is not None and page.item.number and page.item.type != "decree"
    }


def _years(issues: Sequence[Issue], home: Link, say: Wording) -> list[Page]:
    years = sorted({issue.year for issue in issues})
    made = [
        Page(year_url(year), "year", say("year.title", year=year), (home,), year=year)
        for year in years
    ]
    return _chain(made)


def _issue_pages(issue: Issue, home: Link, say: Wording) -> Iterator[Page]:
    """The page of the issue, if it has one, its items, and the proof of its text."""
    title = issue_title(issue, say)
    year = Link(say("year.title", year=issue.year), year_url(issue.year))
    above = (home, year, Link(title, issue_url(issue)))
    if issue.type == "issue":
        yield Page(issue_url(issue), "issue", title, above[:2], year=issue.year, issue=issue)
    items = [
        Page(
            item_url(issue, item),
            "item",
            item.title,
            above[:2] if issue.type == "separate" else above,
            year=issue.year,
            issue=issue,
            item=item,
        )
        for item in sorted(issue.items, key=lambda item: item.order)
    ]
    yield from _chain(items)
    source, changes = say("source.title"), say("changes.title")
    yield Page(source_url(issue), "source", source, above, year=issue.year, issue=issue)
    yield Page(changes_url(issue), "changes", changes, above, year=issue.year, issue=issue)


def part_pages(issue: Issue, say: Wording, parts: Sequence[Part]) -> list[Page]:
    """The pages of a collation that is too large for one."""
    title = issue_title(issue, say)
    above = (
        Link(say("home.title"), HOME),
        Link(say("year.title", year=issue.year), year_url(issue.year)),
        Link(title, issue_url(issue)),
        Link(say("changes.title"), changes_url(issue)),
    )
    return _chain(
        [
            Page(
                part.url,
                "changes",
                say(
                    "changes.part",
                    issue=title,
                    item=part.item.title if part.item else say("changes.outside"),
                    first=part.first,
                    last=part.last,
                ),
                above,
                year=issue.year,
                issue=issue,
                part=part,
            )
            for part in parts
        ]
    )


def _chronicles(issues: Sequence[Issue], home: Link, say: Wording) -> list[Page]:
    """A timeline for each year of which something is told, also one of which no issue is here."""
    published = {issue.year for issue in issues}
    made = []
    for year in chronicle_years(issues):
        above = (Link(say("year.title", year=year), year_url(year)),) if year in published else ()
        title = say("chronicle.title", year=year)
        made.append(Page(chronicle_url(year), "chronicle", title, (home, *above), year=year))
    return _chain(made)


def _catalogue_pages(catalogue: Catalogue, home: Link, say: Wording) -> Iterator[Page]:
    """The page of a catalogue, a page for each of its shelves, and for the groups of large ones."""
    yield Page(catalogue.url, "catalogue", catalogue.title, (home,), catalogue=catalogue)
    above = (home, Link(catalogue.title, catalogue.url))
    shelves = [
        Page(shelf.url, "shelf", shelf.title, above, shelf=shelf) for shelf in catalogue.shelves
    ]
    # Years follow each other; bodies and kinds do not.
    yield from _chain_in_time(shelves) if catalogue.monthly else shelves
    for shelf in filter(lambda shelf: shelf.is_split, catalogue.shelves):
        below = (*above, Link(shelf.title, shelf.url))
        yield from _chain_in_time(_group_pages(shelf, below, say))


def _chain_in_time(row: list[Page]) -> list[Page]:
    """Chain the years or months from the first to the last; what tells none stands apart."""
    told = [page for page in row if page.url.rstrip("/").rpartition("/")[2].isdigit()]
    return [*_chain(sorted(told, key=lambda page: page.url)), *(p for p in row if p not in told)]


def _group_pages(shelf: Shelf, above: tuple[Link, ...], say: Wording) -> list[Page]:
    return [
        Page(
            shelf.group_url(group),
            "shelf",
            say("shelf.part", way=above[1].title, shelf=shelf.title, group=group.title),
            above,
            shelf=replace(shelf, groups=(group,)),
        )
        for group in shelf.groups
    ]


def _chain(row: list[Page]) -> list[Page]:
    """Give each page of a row the one before and the one after it."""
    links = [None, *(Link(page.title, page.url) for page in row), None]
    return [
        replace(page, previous=links[place], next=links[place + 2])
        for place, page in enumerate(row)
    ]


def _chained_issues(found: list[Page]) -> tuple[Page, ...]:
    """Issues follow each other across the years; the rest stays as it is."""
    chained = {page.url: page for page in _chain([page for page in found if page.kind == "issue"])}
    return tuple(chained.get(page.url, page) for page in found)


def _refuse_shared_addresses(found: list[Page]) -> None:
    counts = Counter(page.url for page in found)
    for page in found:
        if counts[page.url] > 1:
            where = f"issues/{page.issue.id}" if page.issue else None
            raise ContentError(
                f"two pages share the address {page.url}",
                path=where,
                hint="give one of the two items or issues another slug",
            )


def _refuse_confusion(issues: Sequence[Issue]) -> None:
    seen: dict[tuple[int, int | None], str] = {}
    for issue in issues:
        if issue.type == "separate" and len(issue.items) != 1:
            raise ContentError(
                f"a separate document holds one item, this one {len(issue.items)}",
                path=f"issues/{issue.id}/issue.md",
                hint="keep one item file, or set `type: issue`",
            )
        if issue.type != "issue" or issue.number is None:
            continue
        other = seen.setdefault((issue.year, issue.number), issue.id)
        if other != issue.id:
            raise ContentError(
                f"issue {issue.number} of {issue.year} is here already, as {other}",
                path=f"issues/{issue.id}/issue.md",
                hint="correct `number` or `year` of one of the two",
            )

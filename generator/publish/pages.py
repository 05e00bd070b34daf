"""Which pages the site has, where they stand and how they hang together. Pure.

The addresses are permanent (CONTRIBUTING.md): `/` · `/2018/` · `/2018/05/` · `/2018/05/jszf-31/`;
a separate document has no issue page: `/2020/jszb-56/` is the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.errors import ContentError
from generator.model import Issue, Item
from generator.publish.site import Link, Page
from generator.publish.wording import Wording

HOME = "/"
SEARCH = "/search/"
TABLES = "/tables/"
ABOUT = "/about/"
MISSING = "/404.html"
_HEAD = 30
"""Characters of 9 points that a line of a printed page has beside the name of the issue."""


def year_url(year: int) -> str:
    """`/2018/`."""
    return f"/{year}/"


def issue_url(issue: Issue) -> str:
    """`/2018/05/` of issue 2018-05; of a separate document, the address of the document."""
    return year_url(issue.year) + issue.id.partition("-")[2] + "/"


def item_url(issue: Issue, item: Item) -> str:
    """`/2018/05/jszf-31/`; `/2020/jszb-56/` of a separate document."""
    return issue_url(issue) + ("" if issue.type == "separate" else f"{item.slug}/")


def source_url(issue: Issue) -> str:
    """The page with the raw source of an issue, line by line (`#L117`)."""
    return issue_url(issue) + "source/"


def changes_url(issue: Issue) -> str:
    """The page that lists what was changed against the raw source."""
    return issue_url(issue) + "changes/"


def issue_title(issue: Issue, say: Wording) -> str:
    """2018年第5期; of a separate document, its title."""
    if issue.type == "separate":
        return issue.items[0].title
    number = issue.id.partition("-")[2] if issue.number is None else str(issue.number)
    return say("issue.title", year=issue.year, number=number)


def item_number(item: Item, say: Wording) -> str:
    """The number by which a reader cites `item`; empty if it has none.

    A decree's own 第5号 says nothing without the authority: 云州市人民政府令第5号.
    """
    if item.type == "decree" and item.number and item.issuer:
        return say("decree.number", issuer="、".join(item.issuer), number=item.number)
    return item.number or ""


def running_head(item: Item, say: Wording) -> str:
    """What stands at the head of each printed page of `item`: its number, or its title, cut to fit
    a line."""
    words = item_number(item, say) or item.title
    return words if len(words) <= _HEAD else words[: _HEAD - 1] + "…"


def pages(issues: Sequence[Issue], say: Wording) -> tuple[Page, ...]:
    """All pages of the site, in reading order.

    Raises ContentError where two would share an address, or a separate holds not just one item.
    """
    for issue in issues:
        if issue.type == "separate" and len(issue.items) != 1:
            raise ContentError(
                f"a separate document holds one item, this one {len(issue.items)}",
                path=f"issues/{issue.id}/issue.md",
                hint="keep one item file, or set `type: issue`",
            )
    home = Link(say("home.title"), HOME)
    found = [
        Page(HOME, "home", say("home.title")),
        *_years(issues, home, say),
        *(page for issue in issues for page in _issue_pages(issue, home, say)),
        Page(TABLES, "tables", say("tables.title"), (home,)),
        Page(SEARCH, "search", say("search.title"), (home,)),
        Page(ABOUT, "about", say("about.title"), (home,)),
        Page(MISSING, "missing", say("missing.title"), (home,)),
    ]
    _refuse_shared_addresses(found)
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

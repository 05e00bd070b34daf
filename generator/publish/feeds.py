"""What can be followed: all documents, those of a number series, those of a kind. Pure."""

from __future__ import annotations

from generator.model import Entry, Issue, Item
from generator.publish.facts import citation, published
from generator.publish.shelves.model import Catalogue, Shelf
from generator.publish.site import Feed, FeedEntry, Page, Site

_FOLLOWED = ("series", "kind")
"""The ways through the archive whose shelves can be followed."""


def feeds(site: Site) -> tuple[Feed, ...]:
    """That of all documents, then one for each series and kind by their addresses; none where the
    site holds no document.
    """
    entries = sorted(
        (_entry(site, page) for page in site.pages if page.item is not None),
        key=lambda entry: (entry.updated, entry.page.url),
        reverse=True,
    )
    if not entries:
        return ()
    shelves = [
        _feed(_address(page.catalogue, shelf), shelf.title, _standing(shelf, entries))
        for page in site.pages
        if page.catalogue is not None and page.catalogue.name in _FOLLOWED
        for shelf in page.catalogue.shelves
        if shelf.stated
    ]
    return (
        _feed("/feeds/all", site.say("feeds.all"), entries),
        *sorted(shelves, key=lambda feed: feed.address),
    )


def feeds_of(site: Site, page: Page) -> tuple[Feed, ...]:
    """Those that `page` should tell of: that of all documents, and those its document is in."""
    return site.feeds[:1] + tuple(feed for feed in site.feeds[1:] if page.url in feed.urls)


def feed_title(site: Site, feed: Feed) -> str:
    """As a feed reader lists it, among feeds of other sites."""
    return site.say("feeds.title", name=site.publication.name, feed=feed.title)


def _entry(site: Site, page: Page) -> FeedEntry:
    issue, item = page.issue, page.item
    assert issue is not None
    assert item is not None
    known = item.date or _last_day(item) or published(issue)
    return FeedEntry(
        page=page,
        item=item,
        summary=citation(item, issue, site.publication, site.say),
        known=known,
        updated=known or _first_day(issue),
    )


def _last_day(item: Item) -> str | None:
    """The last day that a chronicle tells of."""
    days = (block.date_to or block.date for block in item.body if isinstance(block, Entry))
    return max(days, default=None)


def _first_day(issue: Issue) -> str:
    return f"{issue.year:04}-01-01"


def _address(catalogue: Catalogue, shelf: Shelf) -> str:
    return f"/feeds/{catalogue.name}/{shelf.slug}"


def _standing(shelf: Shelf, entries: list[FeedEntry]) -> list[FeedEntry]:
    """The entries of the documents on a shelf."""
    urls = {line.url for group in shelf.groups for line in group.lines}
    return [entry for entry in entries if entry.page.url in urls]


def _feed(address: str, title: str, entries: list[FeedEntry]) -> Feed:
    return Feed(address, title, tuple(entries), frozenset(entry.page.url for entry in entries))

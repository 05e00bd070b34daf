"""What can be followed: all documents, those of a number series, those of a kind. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pypinyin import lazy_pinyin

from generator.model import Entry, Issue, Item
from generator.publish.facts import citation, published
from generator.publish.site import Feed, FeedEntry, Page, Site

_SERIES = re.compile(r"(.+?)〔\d{4}〕")
_NUMBERS = re.compile(r"(?:-\d+)+$")


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
    return (
        _feed("/feeds/all", site.say("feeds.all"), entries),
        *_grouped(entries, "/feeds/series/", lambda item: _series(item, site)),
        *_grouped(entries, "/feeds/kind/", _kind),
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


def _grouped(
    entries: Iterable[FeedEntry], folder: str, of: Callable[[Item], tuple[str, str] | None]
) -> list[Feed]:
    """One feed for each group by the address in which `of` puts an item, under all its names."""
    members: dict[str, list[FeedEntry]] = {}
    names: dict[str, dict[str, None]] = {}
    for entry in entries:
        if found := of(entry.item):
            slug, name = found
            members.setdefault(slug, []).append(entry)
            names.setdefault(slug, {})[name] = None
    return [_feed(folder + slug, "、".join(names[slug]), members[slug]) for slug in sorted(members)]


def _feed(address: str, title: str, entries: list[FeedEntry]) -> Feed:
    return Feed(address, title, tuple(entries), frozenset(entry.page.url for entry in entries))


def _series(item: Item, site: Site) -> tuple[str, str] | None:
    """Address and name of the number series: `jszf` and 晋市政发, as in the slug of the item."""
    slug = _NUMBERS.sub("", item.slug)
    if not item.number or slug == item.slug:
        return None
    if item.type == "decree":
        name = site.say("decree.number", issuer="、".join(item.issuer), number="")
        return slug, name
    found = _SERIES.match(item.number)
    return (slug, found[1]) if found else None


def _kind(item: Item) -> tuple[str, str] | None:
    """Address and name of the kind: `tongzhi` and 通知."""
    kind = item.kind or ""
    slug = "".join(re.findall(r"[a-z0-9]", "".join(lazy_pinyin(kind)).lower()))
    return (slug, kind) if slug else None

"""The part of the site that the pages of one issue see. Pure.

Nothing else of the site can reach these pages: what changes elsewhere, changes none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Issue
from generator.publish.site import Feed, Page, Site


@dataclass(frozen=True, slots=True)
class Part:
    """An issue whose text is still to be read, and what its pages show of the rest of the site."""

    id: str
    site: Site
    """Holds this issue and its pages alone; of a feed it holds no entries."""


def parts(site: Site) -> Iterator[Part]:
    """The part of each issue of `site`, in its order."""
    pages: dict[str, list[Page]] = {issue.id: [] for issue in site.issues}
    for page in site.pages:
        if page.issue is not None:
            pages[page.issue.id].append(page)
    joined = _joined_feeds(site)
    for issue in site.issues:
        mine = tuple(pages[issue.id])
        yield Part(
            issue.id,
            replace(
                site,
                issues=(issue,),
                pages=mine,
                numbers=_referred(site, issue),
                shelves={one.url: site.shelves[one.url] for one in mine if one.url in site.shelves},
                feeds=_feeds(site, mine, joined),
            ),
        )


def _referred(site: Site, issue: Issue) -> dict[str, str]:
    """The addresses of the documents that those of `issue` name by their numbers."""
    named = (one.number for item in issue.items for one in item.repeals if one.number)
    return {number: site.numbers[number] for number in named if number in site.numbers}


def _joined_feeds(site: Site) -> dict[str, list[int]]:
    """Address of a document → the places of the feeds, behind the first, that it is in."""
    found: dict[str, list[int]] = {}
    for place, feed in enumerate(site.feeds[1:], start=1):
        for url in feed.urls:
            found.setdefault(url, []).append(place)
    return found


def _feeds(site: Site, pages: tuple[Page, ...], joined: dict[str, list[int]]) -> tuple[Feed, ...]:
    """That of all documents, which every page names, and those that documents of `pages` are in."""
    urls = {page.url for page in pages}
    places = sorted({place for url in urls for place in joined.get(url, ())})
    return tuple(
        replace(feed, entries=(), urls=feed.urls & urls)
        for feed in (*site.feeds[:1], *(site.feeds[place] for place in places))
    )

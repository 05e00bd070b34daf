"""The whole site as one value: what every output reads.

All data is gathered here before anything is written, so that every page and every output agree.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from generator.model import Issue, Item, Publication, Repair
from generator.publish.collation_parts import Part
from generator.publish.findings import OpenFinding
from generator.publish.search.stacks import Stack
from generator.publish.shelves.model import Catalogue, Shelf
from generator.publish.shelves.standing import Standing
from generator.publish.wording import Wording

PageKind = Literal[
    "home",
    "year",
    "issue",
    "item",
    "source",
    "changes",
    "chronicle",
    "issues",
    "catalogue",
    "shelf",
    "tables",
    "search",
    "about",
    "missing",
    "moved",
    "book",
]
"""The kind of a page is also the name of its template: `item` → `templates/item.html`. A book is
an issue on paper (`publish/paper/`) and no page of the site."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a page points: a title and the address inside the site."""

    title: str
    url: str
    """Begins with `/`, as in `Page.url`; may end with a `#fragment`."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, before any output gives it a form."""

    url: str
    """Permanent address inside the site: `/`, `/2018/05/`, `/2018/05/jszf-31/`, `/404.html`."""
    kind: PageKind
    title: str
    """The `<h1>` and the first words of the `<title>`, which the titles of `trail` make unique."""
    trail: tuple[Link, ...] = ()
    """The pages above this one, home first, without the page itself."""
    previous: Link | None = None
    next: Link | None = None
    year: int | None = None
    issue: Issue | None = None
    """The issue a page of kind issue, item, source or changes belongs to."""
    item: Item | None = None
    """The item a page of kind item shows."""
    catalogue: Catalogue | None = None
    """What a page of kind catalogue shows."""
    shelf: Shelf | None = None
    """What a page of kind shelf shows."""
    target: Link | None = None
    """Where a page of kind moved leads to."""
    part: Part | None = None
    """What a page of kind changes shows, where it does not show the whole collation."""

    @property
    def file(self) -> PurePosixPath:
        """Path of the file under the site folder: `2018/05/index.html`."""
        path = self.url.lstrip("/")
        return PurePosixPath(path + "index.html" if self.url.endswith("/") else path)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One document of a feed."""

    page: Page
    item: Item
    summary: str
    """How the document is cited."""
    known: str | None
    """The last day that the document, or else its issue, states; ISO."""
    updated: str
    """That day; where none is stated, the first of the year of the issue, which is all that is
    known. Atom will not do without."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Documents to follow, the latest first."""

    address: str
    """Inside the site, without the ending that tells the format: `/feeds/series/jszf`."""
    title: str
    """Of the feed among the others: 全部文件, 晋市政发, 通知."""
    entries: tuple[FeedEntry, ...]
    urls: frozenset[str]
    """Addresses of the pages of its documents."""

    @property
    def atom(self) -> str:
        """The address in the format Atom."""
        return f"{self.address}.atom"

    @property
    def json(self) -> str:
        """The address in the format JSON Feed."""
        return f"{self.address}.json"


@dataclass(frozen=True, slots=True)
class Told:
    """What the pages of an issue tell those that list it."""

    lines: int
    """Of its source."""
    repairs: int
    """In its ledger."""
    findings: int
    tables: int
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Address of a file to take away → its size in bytes."""
    stack: Stack | None = None
    """What its records are to the search."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything an output may read."""

    publication: Publication
    issues: tuple[Issue, ...]
    """By year and number; separate documents among them."""
    pages: tuple[Page, ...]
    anchors: Mapping[str, tuple[str, ...]]
    """Page url of an item → one anchor for each block of its body, in order."""
    numbers: Mapping[str, str]
    """发文字号 → url of the page of the item that carries it."""
    shelves: Mapping[str, tuple[Standing, ...]]
    """Page url of an item → its places on the shelves of the archive."""
    templates: Path
    """The folder of templates, with `assets/` and `catalogue/` in it."""
    say: Wording
    """Interface strings in the language of the publication: `site.say("search.label")`."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Issue id → raw source lines, split at "\\n" only; the first is line 1."""
    repairs: Mapping[str, tuple[Repair, ...]] = field(default_factory=dict)
    """Issue id → the ledger of what was changed."""
    findings: Mapping[str, tuple[OpenFinding, ...]] = field(default_factory=dict)
    """Issue id → what a person should look at, as far as somebody has examined it."""
    emblem: str = ""
    """The emblem of the gazette, SVG text."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Address that no page has any more → the one that has taken its place."""
    feeds: tuple[Feed, ...] = ()
    """That of all documents first; none where there is no document."""
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    """Address inside the site → a file to take away: pages name its size, so it is made first."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """Issue id → what is known of an issue whose own pages and files stand already. Of such an
    issue the site holds only what lists show of it (`abridged`)."""
    records: Path | None = None
    """The folder in which the pages of those issues left their records for the search."""
    cache: Path | None = None
    """Where an output may keep from one build to the next what takes long to make."""

    @property
    def prefix(self) -> str:
        """Path of the home page on its host: `/` or, for a project page, `/gazette/`."""
        return urlsplit(self.publication.base_url).path or "/"

    def line_count(self, issue: Issue) -> int:
        """How many lines its source has."""
        told = self.told.get(issue.id)
        return told.lines if told else len(self.sources.get(issue.id, ()))

    def repair_count(self, issue: Issue) -> int:
        """How many entries its ledger has."""
        told = self.told.get(issue.id)
        return told.repairs if told else len(self.repairs.get(issue.id, ()))

    def size(self, issue: Issue, address: str) -> int | None:
        """The size in bytes of a file to take away; None where there is none."""
        if issue.id in self.told:
            return self.told[issue.id].sizes.get(address)
        return len(self.downloads[address]) if address in self.downloads else None

    def absolute(self, url: str) -> str:
        """The public address of a page: `https://…/2018/05/`."""
        return self.publication.base_url + url.removeprefix("/")


def relative(source: str, target: str) -> str:
    """The way from page `source` to `target` as a relative reference, so that the site works
    under any path prefix and from a plain file server.

    >>> relative("/2018/05/jszf-31/", "/2018/05/")
    '../'
    >>> relative("/", "/2018/#holdings")
    '2018/#holdings'
    >>> relative("/2018/05/", "/2018/05/#art-12")
    '#art-12'
    """
    path, hash_, fragment = target.partition("#")
    if path == source and hash_:
        return hash_ + fragment
    way = posixpath.relpath(path, posixpath.dirname(source))
    if path.endswith("/"):
        way += "/"
    return way + hash_ + fragment

"""What a build writes, in order: a new output is one file here and one row in `OUTPUTS`.

An output reads the `Site` alone and writes below the folder it is given; it never reads what
another output wrote. It raises OutputError where the folder cannot be written, TemplateError or
SearchError where its own tool fails.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.publish.site import Site


@dataclass(frozen=True, slots=True)
class Output:
    """One row of the table."""

    name: str
    """Shown as progress."""
    write: Callable[[Site, Path], None]
    """Writes this output of the site below a folder that exists."""
    of_texts: bool = False
    """Whether it changes with what no list of the site shows."""


def _html(site: Site, folder: Path) -> None:
    from generator.publish.outputs import html

    html.write(site, folder)


def _downloads(site: Site, folder: Path) -> None:
    from generator.publish.outputs import downloads

    downloads.write(site, folder)


def _feeds(site: Site, folder: Path) -> None:
    from generator.publish.outputs import feeds

    feeds.write(site, folder)


def _sitemap(site: Site, folder: Path) -> None:
    from generator.publish.outputs import sitemap

    sitemap.write(site, folder)


def _icons(site: Site, folder: Path) -> None:
    from generator.publish.outputs import icons

    icons.write(site, folder)


def _lookup(site: Site, folder: Path) -> None:
    from generator.publish.outputs import lookup

    lookup.write(site, folder)


def _opensearch(site: Site, folder: Path) -> None:
    from generator.publish.outputs import opensearch

    opensearch.write(site, folder)


def _search(site: Site, folder: Path) -> None:
    from generator.publish.outputs import search

    search.write(site, folder)


OUTPUTS: tuple[Output, ...] = (
    Output("html", _html),
    Output("downloads", _downloads),
    Output("feeds", _feeds),
    Output("sitemap", _sitemap),
    Output("icons", _icons),
    Output("lookup", _lookup),
    Output("opensearch", _opensearch),
    # Last, because it takes the longest: a fault in the pages shows before it starts.
    Output("search", _search, of_texts=True),
)
"""Imported when they run: `gazette --help` should not wait for Jinja."""

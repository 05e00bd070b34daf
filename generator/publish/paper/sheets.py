"""A page of the site on its way to paper: its links lead to the public site, or into the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from generator.publish.site import Page, Site

_REFERRING = ("id", "for", "headers", "aria-labelledby", "aria-describedby")
"""Attributes that hold ids, parted by spaces."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The HTML of a page, of an item mostly."""

    whole: BeautifulSoup

    @property
    def article(self) -> Tag:
        """The document and what stands below it, without the frame of the page."""
        found = self.whole.find("article")
        assert isinstance(found, Tag), "the page of an item holds no article"
        return found

    @property
    def styles(self) -> tuple[str, ...]:
        """The names of its style sheets among the assets, but for that of dark screens."""
        links = self.whole.select('link[rel~="stylesheet"]:not([media])')
        return tuple(PurePosixPath(str(link["href"])).name for link in links)


def read_sheet(
    site: Site, page: Page, folder: Path, bound: Mapping[str, str] | None = None
) -> Sheet:
    """The page of an item that was written below `folder`.

    `bound` maps the public address of each item of the book it is bound into to its name there:
    the name goes before every id of the item, which another item may have too.
    """
    whole = BeautifulSoup((folder / page.file).read_bytes(), "html.parser", from_encoding="utf-8")
    here = site.absolute(page.url)
    if bound is not None:
        for tag in whole.find_all(True):
            _rename(tag, f"{bound[here]}/")
    for link in whole.find_all("a", href=True):
        href = str(link["href"])
        if bound is not None or not href.startswith("#"):
            link["href"] = _target(urljoin(here, href), bound or {})
    return Sheet(whole)


def _rename(tag: Tag, prefix: str) -> None:
    for name in _REFERRING:
        if name in tag.attrs:
            value = tag[name]
            ids = value.split() if isinstance(value, str) else value
            tag[name] = " ".join(prefix + one for one in ids)


def _target(address: str, bound: Mapping[str, str]) -> str:
    """Where a link leads: within the book if its page is bound into it."""
    page, _, fragment = address.partition("#")
    if page not in bound:
        return address
    return f"#{bound[page]}/{fragment}" if fragment else f"#{bound[page]}"

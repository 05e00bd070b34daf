"""`sitemap.xml` and `robots.txt`: which pages there are, for whoever fetches them all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from generator.publish.facts import published
from generator.publish.outputs import xml_text
from generator.publish.site import Page, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""


def write(site: Site, folder: Path) -> None:
    """Write both into `folder`. Of more pages than a file may hold, `sitemap.xml` is the index of
    `sitemap-1.xml`, `sitemap-2.xml` …
    """
    pages = [page for page in site.pages if page.kind not in ("missing", "moved")]
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    if len(parts) > 1:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            (folder / name).write_bytes(_sitemap(site, part))
        (folder / "sitemap.xml").write_bytes(_index(site, names))
    else:
        (folder / "sitemap.xml").write_bytes(_sitemap(site, pages))
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute('/sitemap.xml')}\n"
    (folder / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")


def _index(site: Site, names: Sequence[str]) -> bytes:
    root = Element("sitemapindex", xmlns=NAMESPACE)
    for name in names:
        SubElement(SubElement(root, "sitemap"), "loc").text = site.absolute(f"/{name}")
    return xml_text.written(root)


def _sitemap(site: Site, pages: Sequence[Page]) -> bytes:
    root = Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        made = SubElement(root, "url")
        SubElement(made, "loc").text = site.absolute(page.url)
        if day := _last_change(page):
            SubElement(made, "lastmod").text = day
    return xml_text.written(root)


def _last_change(page: Page) -> str | None:
    """The day on which the issue of `page` came out, as it states: all that the content knows. A
    clock, or the time of a file, would call every page new with every build.
    """
    return published(page.issue) if page.issue else None

"""The feeds, in the formats Atom (RFC 4287) and JSON Feed 1.1.

A day of the content is told as its midnight in China, the only time zone of a Chinese gazette.
"""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from generator.publish.emblem import icon_url
from generator.publish.feeds import feed_title
from generator.publish.outputs import xml_text
from generator.publish.site import Feed, FeedEntry, Site

ATOM = "http://www.w3.org/2005/Atom"


def write(site: Site, folder: Path) -> None:
    """Write each feed of the site in both formats below `folder`."""
    for feed in site.feeds:
        for address, data in ((feed.atom, _atom(site, feed)), (feed.json, _json(site, feed))):
            file = folder / address.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def _moment(day: str) -> str:
    return f"{day}T00:00:00+08:00"


def _atom(site: Site, feed: Feed) -> bytes:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": site.publication.language})
    address = site.absolute(feed.atom)
    _text(root, "id", address)
    _text(root, "title", feed_title(site, feed))
    _text(root, "updated", _moment(max(entry.updated for entry in feed.entries)))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=address)
    SubElement(root, "link", rel="alternate", type="text/html", href=site.publication.base_url)
    json_address = site.absolute(feed.json)
    SubElement(root, "link", rel="alternate", type="application/feed+json", href=json_address)
    _author(root, site.publication.publisher)
    _text(root, "icon", site.absolute(icon_url(192)))
    for entry in feed.entries:
        _atom_entry(SubElement(root, "entry"), site, entry)
    return xml_text.written(root)


def _atom_entry(made: Element, site: Site, entry: FeedEntry) -> None:
    address = site.absolute(entry.page.url)
    _text(made, "id", address)
    _text(made, "title", entry.item.title)
    _text(made, "updated", _moment(entry.updated))
    if entry.item.date:
        _text(made, "published", _moment(entry.item.date))
    SubElement(made, "link", rel="alternate", type="text/html", href=address)
    for name in entry.item.issuer:
        _author(made, name)
    if entry.item.kind:
        SubElement(made, "category", term=xml_text.legal(entry.item.kind))
    _text(made, "summary", entry.summary)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = xml_text.legal(text)


def _author(parent: Element, name: str) -> None:
    _text(SubElement(parent, "author"), "name", name)


def _json(site: Site, feed: Feed) -> bytes:
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed_title(site, feed),
        "home_page_url": site.publication.base_url,
        "feed_url": site.absolute(feed.json),
        "icon": site.absolute(icon_url(512)),
        "favicon": site.absolute(icon_url(192)),
        "authors": [{"name": site.publication.publisher}],
        "language": site.publication.language,
        "items": [_json_item(site, entry) for entry in feed.entries],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _json_item(site: Site, entry: FeedEntry) -> dict[str, object]:
    address, item = site.absolute(entry.page.url), entry.item
    known: dict[str, object] = {
        "id": address,
        "url": address,
        "title": item.title,
        "content_text": entry.summary,
        "date_published": _moment(item.date) if item.date else None,
        "date_modified": _moment(entry.known) if entry.known else None,
        "authors": [{"name": name} for name in item.issuer],
        "tags": [item.kind] if item.kind else [],
    }
    return {key: value for key, value in known.items() if value}

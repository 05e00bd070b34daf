"""`addresses.json`: the addresses of the site with the number or name by which a reader cites each.

The page for what is missing looks up in it what a reader may have meant.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.publish.addresses import LOOKUP, item_number
from generator.publish.site import Page, Site

_KINDS = ("year", "issue", "item", "chronicle", "catalogue", "shelf")


def write(site: Site, folder: Path) -> None:
    """Write pairs of address and name; the name is empty of a document without number.

    Raises OSError where the disk is full.
    """
    pairs = [(page.url, _name(site, page)) for page in site.pages if page.kind in _KINDS]
    text = ",\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs)
    (folder / LOOKUP.lstrip("/")).write_text(f"[\n{text}\n]\n", encoding="utf-8")


def _name(site: Site, page: Page) -> str:
    return page.title if page.item is None else item_number(page.item, site.say)

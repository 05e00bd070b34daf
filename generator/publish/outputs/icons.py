"""Emblem, icons, the card for sharing, and the web manifest that names them."""

from __future__ import annotations

import json
from pathlib import Path

from generator.publish import pictures
from generator.publish.emblem import CARD, EMBLEM, ICONS, MANIFEST, icon_url
from generator.publish.site import Site, relative

_PAPER = "#fdfcf9"


def write(site: Site, folder: Path) -> None:
    """Write `icons/`, `card.png` and `manifest.webmanifest` into `folder`.

    Raises TemplateError where the template of the card is missing or broken.
    """
    manifest = json.dumps(_manifest(site), ensure_ascii=False, indent=1) + "\n"
    made = {
        EMBLEM: site.emblem.encode("utf-8"),
        CARD: pictures.card(site),
        MANIFEST: manifest.encode("utf-8"),
        **{icon_url(width): pictures.icon(site, width) for width in ICONS},
    }
    for address, data in made.items():
        file = folder / address.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _manifest(site: Site) -> dict[str, object]:
    """Its addresses are relative to it, so that the site may stand under any path."""
    publication = site.publication
    drawn = [
        {
            "src": relative(MANIFEST, icon_url(width)),
            "sizes": f"{width}x{width}",
            "type": "image/png",
        }
        for width in ICONS[1:]
    ]
    emblem = {"src": relative(MANIFEST, EMBLEM), "sizes": "any", "type": "image/svg+xml"}
    return {
        "name": publication.name,
        "description": site.say("site.description", place=publication.place),
        "lang": publication.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": publication.colour,
        "background_color": _PAPER,
        "icons": [emblem, *drawn],
    }

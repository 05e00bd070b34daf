"""The emblem of a gazette, an SVG picture of its own or the one that comes with the press, and the
addresses of what is drawn from it.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from generator.document import line_of_key
from generator.errors import ContentError, TemplateError
from generator.model import Publication

EMBLEM = "/icons/emblem.svg"
CARD = "/card.png"
MANIFEST = "/manifest.webmanifest"
CARD_SIZE = (1200, 630)
"""Width and height of the card in pixels, as Open Graph advises."""
ICONS = (180, 192, 512)
"""Widths in pixels: of a home screen of Apple, and the two that a web manifest should have."""

_SVG = "{http://www.w3.org/2000/svg}svg"


def icon_url(width: int) -> str:
    """The address of the emblem as a PNG, one of the widths in `ICONS`."""
    return f"/icons/{width}.png"


def read_emblem(root: Path, templates: Path, publication: Publication) -> str:
    """The picture as SVG text, in which `currentColor` is the colour of the gazette.

    An icon and a card have no style sheet to take that colour from, so it is written in.

    Raises ContentError where the picture of the gazette is missing, outside of `root` or no SVG,
    TemplateError where that of the press is.
    """
    named = publication.emblem
    path = root / named if named else templates / "seal.svg"
    if fault := _fault(path, root if named else templates):
        settings = root / "gazette.yaml"
        if not named:
            raise TemplateError(fault, path=path)
        raise ContentError(
            f"`emblem` is `{named}`, and that {fault}",
            path=settings,
            line=line_of_key(settings, "emblem"),
            hint="Name a square SVG picture below the content folder: emblem.svg",
        )
    return path.read_text("utf-8").replace("currentColor", publication.colour)


def _fault(path: Path, folder: Path) -> str:
    """Why a file is no picture to publish; empty where it is one."""
    if not path.resolve().is_relative_to(folder.resolve()):
        return "lies elsewhere"
    try:
        tag = ElementTree.fromstring(path.read_text("utf-8")).tag
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        return f"is no SVG picture: {error}"
    return "" if tag == _SVG else "is no SVG picture"

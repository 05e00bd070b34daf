"""Icons and the card that is shown where a page is shared: SVG drawn as PNG.

The renderer and the font are locked packages. It has its own rasteriser and its own PNG encoder and
is told to look at no font of the machine, so that every machine draws the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from string import Template

import pylopdf_fonts_zh_cn
import resvg_py
from markupsafe import escape

from generator.errors import TemplateError
from generator.publish.emblem import CARD_SIZE
from generator.publish.site import Site

_LINE = 1040
"""Pixels of the card that a line of text may fill."""
_FONT = "Noto Serif SC"


def icon(site: Site, width: int) -> bytes:
    """The emblem as a square PNG; on white where a system would make clear corners black."""
    return _drawn(site.emblem, width, background="#ffffff" if width == 180 else None)


def card(site: Site) -> bytes:
    """Emblem, name and purpose of the gazette as a PNG of the size `CARD_SIZE`.

    Raises TemplateError where `templates/card.svg` is missing or broken.
    """
    path = site.templates / "card.svg"
    name, line = site.publication.name, site.say("site.description", place=site.publication.place)
    values = {
        "font": _FONT,
        "colour": site.publication.colour,
        "emblem": "data:image/svg+xml;base64," + b64encode(site.emblem.encode()).decode(),
        "name": escape(name),
        "name_size": _fitting(name, 100),
        "line": escape(line),
        "line_size": _fitting(line, 32),
    }
    try:
        return _drawn(Template(path.read_text("utf-8")).substitute(values), CARD_SIZE[0])
    except OSError as error:
        raise TemplateError(f"cannot be read: {error.strerror}", path=path) from error
    except KeyError as error:
        raise TemplateError(f"nothing is called ${error.args[0]}", path=path) from error
    except ValueError as error:  # a lone `$`, no SVG
        raise TemplateError(str(error), path=path) from error


def _fitting(text: str, largest: int) -> int:
    """The size at which a line of Han characters, each a square, fits the card."""
    return max(1, min(largest, _LINE // len(text))) if text else largest


def _drawn(svg: str, width: int, background: str | None = None) -> bytes:
    """Raises ValueError where `svg` is no picture."""
    font: Path = pylopdf_fonts_zh_cn.serif_path()
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        background=background,
        skip_system_fonts=True,
        font_files=[str(font)],
        font_family=_FONT,
    )

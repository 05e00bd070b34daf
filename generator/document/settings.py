"""`gazette.yaml`, `moved.yaml`, and the catalogues of interface texts."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.document.colour import contrast
from generator.document.files import key_line, read_text
from generator.document.place import Place
from generator.document.schema import decode, texts_by_key
from generator.document.yaml_text import MappingNode, compose
from generator.errors import ContentError
from generator.model import Publication

if TYPE_CHECKING:
    from pathlib import Path

_ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
"""Of a page of an issue or item, or of a list."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A slug, which is a part of addresses."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_READABLE = 4.5
"""The contrast of text with its ground that WCAG 2.2 asks for (1.4.3)."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_IN_ADDRESS = re.compile(r"[!$%&'()*+,./0-9:;=@A-Z_a-z~\[\]-]+")
"""What an address without query and fragment is made of (RFC 3986)."""


def read_publication(root: Path) -> Publication:
    """The facts of the gazette, from `gazette.yaml` in the content folder `root`.

    Raises `ContentError` where it is missing, has unknown keys, a slug that cannot stand in an
    address, a `colour` that cannot be read on white, or a `base_url` that is not an absolute
    address that ends with `/` (every address of the site is joined to it).
    """
    path = root / "gazette.yaml"
    place = Place(path)
    text = read_text(
        path, "Write it (five lines; README, Another city), or name the content folder with --root."
    )
    node = compose(text, place)
    publication = decode(Publication, node, place)
    _check_slugs(node, place)
    _check_colour(publication.colour, path, key_line(text, "colour"))
    if fault := _fault(publication.base_url):
        raise ContentError(
            f"`base_url` is `{publication.base_url}`: {fault}",
            path=path,
            line=key_line(text, "base_url"),
            hint="Write the absolute address of the home page, with a `/` at its end: "
            "https://example.org/gazette/",
        )
    return publication


def _check_slugs(node: MappingNode, place: Place) -> None:
    for key, value in node.value:
        for _, slug in value.value if key.value in {"series", "slugs"} else ():
            if not _NAME.fullmatch(slug.value):
                raise place.down(slug.start_mark.line).error(
                    f"`{slug.value}` cannot stand in an address",
                    "Write it in small ASCII letters, digits and hyphens: jszf.",
                )


def _check_colour(colour: str, path: Path, line: int | None) -> None:
    if not _COLOUR.fullmatch(colour):
        fault = "is no colour of the form #rrggbb, in small letters"
    elif (ratio := contrast(colour, "#ffffff")) < _READABLE:
        fault = f"has a contrast of {ratio:.1f} with white; {_READABLE} is the least to be read"
    else:
        return
    raise ContentError(
        f"`colour` `{colour[:40]}` {fault}",
        path=path,
        line=line,
        hint='Write a dark one, such as "#a3160f".',
    )


def _fault(base_url: str) -> str:
    """Why pages cannot have addresses that begin so; empty where they can."""
    if not _IN_ADDRESS.fullmatch(base_url):
        return "spaces, `?`, `#` and letters beyond ASCII do not belong into it"
    try:
        address = urlsplit(base_url)
        host, port = address.hostname or "", address.port
    except ValueError:  # a bracket without the other, a port beyond 65535
        return "no valid host or port"
    if address.scheme not in {"http", "https"}:
        return "it begins neither with https:// nor with http://"
    if "@" in address.netloc:
        return "a user does not belong into it"
    if not _is_host(host) or address.netloc.endswith(":") or port == 0:
        return "no valid host or port"
    path = unquote(address.path)
    if not path.endswith("/") or "//" in path or {".", ".."} & set(path.split("/")):
        return "its path does not end with one `/`, or has `..` or `//` in it"
    return ""


def _is_host(host: str) -> bool:
    if ":" not in host:
        return bool(_HOST.fullmatch(host)) and len(host) <= 253
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return True


def read_moved(root: Path) -> dict[str, str]:
    """Addresses that no page has any more, each with the one that has taken its place, from
    `moved.yaml` in the content folder `root`; none where there is no such file.

    Raises `ContentError` where it is not a list of `"/old/": "/new/"`.
    """
    path = root / "moved.yaml"
    if not path.exists():
        return {}
    place = Place(path)
    text = read_text(path)
    if not text.strip():
        return {}
    node = compose(text, place)
    moved = texts_by_key(node, place)
    for key, value in node.value:
        for each in (key.value, value.value.partition("#")[0]):
            if not _ADDRESS.fullmatch(each):
                raise place.down(key.start_mark.line).error(
                    f"`{each[:80]}` is no address of a page",
                    'Write addresses inside the site: "/2018/05/jszf-31/": "/2018/05/jszf-32/".',
                )
    return moved


def read_catalogue(path: Path) -> dict[str, str]:
    """A flat catalogue of interface texts, key to text, in the order of the file.

    Raises `ContentError` where it is missing, nested, or has a key twice.
    """
    place = Place(path)
    return texts_by_key(compose(read_text(path), place), place)

"""`gazette.yaml`, and the catalogues of interface texts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.document.files import line_of_key, read_text
from generator.document.place import Place
from generator.document.schema import decode, texts_by_key
from generator.document.yaml_text import compose
from generator.errors import ContentError
from generator.model import Publication

if TYPE_CHECKING:
    from pathlib import Path


def read_publication(root: Path) -> Publication:
    """The facts of the gazette, from `gazette.yaml` in the content folder `root`.

    Raises `ContentError` where it is missing, has unknown keys, or `base_url` is not an absolute
    address that ends with `/` (every address of the site is joined to it).
    """
    path = root / "gazette.yaml"
    place = Place(path)
    publication = decode(Publication, compose(read_text(path), place), place)
    address = urlsplit(publication.base_url)
    absolute = address.scheme in {"http", "https"} and address.netloc and not address.query
    if not absolute or not address.path.endswith("/"):
        raise ContentError(
            f"`base_url` is `{publication.base_url}`",
            path=path,
            line=line_of_key(path, "base_url"),
            hint="Write the absolute address of the home page, with a `/` at its end.",
        )
    return publication


def read_catalogue(path: Path) -> dict[str, str]:
    """A flat catalogue of interface texts, key to text, in the order of the file.

    Raises `ContentError` where it is missing, nested, or has a key twice.
    """
    place = Place(path)
    return texts_by_key(compose(read_text(path), place), place)

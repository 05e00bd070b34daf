"""The addresses in what machines read: sitemap, feeds, web manifest, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from generator.check.addresses import Reference

_XML = ("sitemap*.xml", "feeds/**/*.atom")
_JSON = ("feeds/**/*.json", "*.webmanifest")
_NAMES_AN_ADDRESS = frozenset({"src", "start_url", "scope"})
"""Keys of a web manifest whose values are relative to it."""


def lists(site: Path) -> Iterator[tuple[Path, tuple[Reference, ...] | None]]:
    """Each such file of `site` and what it names; None where it cannot be read."""
    for patterns, named in ((_XML, _named_in_xml), (_JSON, named_in_json)):
        for path in sorted(path for pattern in patterns for path in site.glob(pattern)):
            try:
                text = path.read_text("utf-8")
                yield path, tuple(named(text))
            except (OSError, ValueError, ElementTree.ParseError):
                yield path, None


def named_in_json(text: str, line: int | None = None) -> Iterator[Reference]:
    """The addresses in JSON: whole ones anywhere, others where the key tells that it is one.

    Raises ValueError for what is no JSON.
    """
    for key, value in _strings(json.loads(text)):
        if _whole(value) or key in _NAMES_AN_ADDRESS:
            yield Reference(value, line, loads=False)


def _strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string, with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, key)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _strings(part, name)


def _named_in_xml(text: str) -> Iterator[Reference]:
    for element in ElementTree.fromstring(text).iter():
        for value in (element.text or "", *element.attrib.values()):
            if _whole(value):
                yield Reference(value.strip(), None, loads=False)


def _whole(value: str) -> bool:
    return value.strip().startswith(("https://", "http://"))

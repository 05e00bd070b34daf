"""JSON Lines: one record a line, in a fixed order of keys."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.document.place import Place
from generator.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


class Record:
    """One record on its way in: its values, and the line it stands on for errors."""

    def __init__(self, values: Mapping[str, Any], place: Place) -> None:
        self.values = values
        self.place = place

    def text(self, key: str, default: str | None = None) -> str:
        """A text; `default` where the key may be missing."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.place.error(f"`{key}` must be text", _RESTORE)
        if _HALF.search(value):
            raise self.place.error(f"`{key}` holds half a character", _RESTORE)
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.place.error(f"`{key}` must be a whole number", _RESTORE)
        return value

    def span(self, key: str) -> Span:
        """A pair of line numbers."""
        span = self.span_or_none(self.values.get(key), key)
        if span is None:
            raise self.place.error(f"`{key}` must be [first, last]", _RESTORE)
        return span

    def span_or_none(self, value: object, key: str) -> Span | None:
        """A pair of line numbers, or null."""
        match value:
            case None:
                return None
            case [int(first), int(last)] if (
                type(first) is type(last) is int and 1 <= first <= last <= _LAST
            ):
                return Span(first, last)
        raise self.place.error(f"`{key}` must be [first, last]", _RESTORE)

    def spans(self, key: str) -> tuple[Span | None, ...]:
        """A list of pairs, each of which may be null; empty where the key is missing."""
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise self.place.error(f"`{key}` must be a list", _RESTORE)
        return tuple(self.span_or_none(value, key) for value in values)


_RESTORE = "An import writes this file: restore it from version control, or import again."
_LAST = 999_999_999
"""No source has more lines."""
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""What a ledger says was dropped, and no text file can hold as it is."""
_HALF = re.compile(r"[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can spell and no text file can hold."""


def records_of(text: str, path: Path, keys: frozenset[str]) -> Iterator[Record]:
    """The records in the text of a file at `path`.

    Raises `ContentError` for a line that is no record of these keys.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = Place(path, number)
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:  # also a number of more than 4300 digits
            raise place.error(f"not valid JSON: {error}", _RESTORE) from error
        if not isinstance(values, dict) or not values.keys() <= keys:
            raise place.error(f"expected a record of {', '.join(sorted(keys))}", _RESTORE)
        yield Record(values, place)


def render_records(records: Iterable[Mapping[str, Any]]) -> str:
    """The text of a file of records."""
    return "".join(
        _NO_CHARACTER.sub(
            lambda found: f"\\u{ord(found[0]):04x}", f"{json.dumps(record, ensure_ascii=False)}\n"
        )
        for record in records
    )


def pair(span: Span | None) -> list[int] | None:
    """A span as it stands in a record."""
    return None if span is None else [span.first, span.last]

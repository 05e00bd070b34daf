"""The columns by which results are limited, counted and ordered: a value for each page of a shard.

Pagefind has filters of its own, but writes them in a random order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from generator.publish.search.records import Record
from generator.publish.search.tree import Ends


def columns(
    records: Sequence[Record], ends: Sequence[Ends], ids: Mapping[str, str]
) -> dict[str, Any]:
    """`facets.json` of a shard. What many pages share stands once, in `values`; the columns of the
    same name hold its index, -1 where a page has none.

    `ids` are those of the fragments, by address. `date` may be empty, `year` never is.
    """
    issue = _Values(record.volume for record in records)
    bodies = _Values(body for record in records for body in record.bodies)
    kind = _Values(record.kind or None for record in records)
    section = _Values(record.section or None for record in records)
    return {
        "id": [ids[record.url] for record in records],
        "date": [record.date for record in records],
        "year": [record.year for record in records],
        "issue": [issue.index(record.volume) for record in records],
        "bodies": [[bodies.index(body) for body in record.bodies] for record in records],
        "kind": [kind.index(record.kind) for record in records],
        "section": [section.index(record.section) for record in records],
        "values": {
            "issue": issue.all,
            "bodies": bodies.all,
            "kind": kind.all,
            "section": section.all,
        },
        "number": [record.number for record in records],
        "tables": [end.tables for end in ends],
        "head": [end.head for end in ends],
    }


class _Values:
    """The values of a column, each once, in the order of the pages."""

    def __init__(self, values: Iterable[Hashable]) -> None:
        self.all = list(dict.fromkeys(value for value in values if value is not None))
        self._places = {value: place for place, value in enumerate(self.all)}

    def index(self, value: Hashable) -> int:
        return self._places.get(value, -1)

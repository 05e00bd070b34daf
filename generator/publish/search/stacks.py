"""The records of one issue as a stack: what decides on shards, known without the records. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.publish.search.records import Record


@dataclass(frozen=True, slots=True)
class Stack:
    """The records of one issue, or of a document outside an issue."""

    id: str
    """Of the issue."""
    year: int
    pages: int
    length: int
    """Of their text, in characters."""
    digest: str
    """Changes with anything in them."""
    written: str
    """Every character that occurs in their text, once, in order."""


def stack(id_: str, records: Sequence[Record]) -> Stack:
    """The stack of the records of the issue `id_`, at least one."""
    texts = [passage.text for record in records for passage in record.passages]
    digest = sha256()
    for record in records:
        digest.update(repr(record).encode())
    return Stack(
        id_,
        records[0].year,
        len(records),
        sum(map(len, texts)),
        digest.hexdigest(),
        "".join(sorted(set().union(*texts))),
    )

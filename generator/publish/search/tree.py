"""Writes the unpublished pages that Pagefind reads: the tokens of each passage, nothing to read.

They lie at the same relative addresses as the pages of the site, from which Pagefind derives the
address of a result.

Pagefind says of a page where a phrase stands first: the lightest words first, among these as on the
page. So a page begins with the rows of its tables, and where their words end tells whether a phrase
stands in one of them. Title and number follow, and their end tells titles from the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publish.search.records import TITLE, Passage, Record
from generator.publish.search.units import PAGE, tokens, units

_UNITS_WEIGHT = 0.1
"""Single units are indexed so that one character or one year is found, not to rank by them."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Where parts of a page end, counted in tokens from its beginning."""

    tables: int
    """The rows of its tables; 0 where it has none."""
    head: int
    """Title and number, which stand after the tables."""


def write(records: Iterable[Record], folder: Path) -> list[Ends]:
    """Write one page for each record below `folder`, and say where its parts end."""
    ends = []
    for record in records:
        file = folder / record.url.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        tables, head, text = map(list, _parts(record))
        file.write_text("\n".join(_lines([*tables, *head, *text])), encoding="utf-8")
        end = _length(tables)
        ends.append(Ends(end, end + _length(head)))
    return ends


Words = tuple[Sequence[str], float]
"""The tokens of a block and their weight."""


def _parts(record: Record) -> Iterator[Iterator[Words]]:
    """Tables, head and text of a page."""
    passages = record.passages
    yield _part([passage for passage in passages if passage.table])
    yield _part([passage for passage in passages if passage.weight == TITLE])
    text = [passage for passage in passages if not passage.table and passage.weight != TITLE]
    yield _part(text, PAGE)


def _part(passages: Sequence[Passage], *more: str) -> Iterator[Words]:
    """First the single units of the passages, each once, with `more`, then the passages."""
    singles = {unit for passage in passages for unit in units(passage.text)}.union(more)
    if singles:
        yield sorted(singles), _UNITS_WEIGHT
    for passage in passages:
        yield tokens(passage.text), passage.weight


def _length(blocks: Iterable[Words]) -> int:
    return sum(len(words) for words, _ in blocks)


def _lines(blocks: Iterable[Words]) -> Iterator[str]:
    """The page: no `<title>`, for its words would be indexed as they are. Tokens are letters and
    digits alone: nothing to escape."""
    yield "<!doctype html><html><head></head><body data-pagefind-body>"
    for words, weight in blocks:
        yield f'<p data-pagefind-weight="{weight}">{" ".join(words)}</p>'
    yield "</body></html>"

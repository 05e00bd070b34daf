"""Writes the unpublished pages that Pagefind reads: the tokens of each passage, nothing to read.

They lie at the same relative addresses as the pages of the site, from which Pagefind derives the
address of a result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from generator.publish.search.fragments import content
from generator.publish.search.records import Record
from generator.publish.search.units import mark, tokens, units

_UNITS_WEIGHT = 0.1
"""Single units are indexed so that one character or one year is found, not to rank by them."""


def write(records: Iterable[Record], folder: Path) -> None:
    """Write one page for each record below `folder`."""
    for record in records:
        file = folder / record.url.lstrip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(_lines(record)), encoding="utf-8")


def _lines(record: Record) -> Iterator[str]:
    """The page: no `<title>`, for its words would be indexed as they are."""
    yield "<!doctype html><html><head></head><body data-pagefind-body>"
    yield f'<i data-pagefind-meta="rev[data-value]" data-value="{_revision(record)}"></i>'
    # Without a key a page would be missing from a search in the order of dates.
    date = record.date or str(record.year)
    yield f'<i data-pagefind-sort="date[data-value]" data-value="{escape(date)}"></i>'
    singles: set[str] = set()
    for passage in record.passages:
        yield _block(tokens(passage.text), passage.weight)
        singles.update(units(passage.text))
    yield _block(sorted(singles), _UNITS_WEIGHT)
    yield _block(_marks(record), _UNITS_WEIGHT)
    yield "</body></html>"


def _marks(record: Record) -> list[str]:
    year = mark("y", str(record.year))
    return [year, mark("n", record.number)] if record.number else [year]


def _block(words: Sequence[str], weight: float) -> str:
    """Tokens are letters and digits alone: nothing to escape."""
    return f'<p data-pagefind-weight="{weight}">{" ".join(words)}</p>'


def _revision(record: Record) -> str:
    """Changes with the text a result shows, so that an edit of punctuation alone, which leaves
    every token as it was, still gives the fragment a new name and no cache shows the old one.
    Pagefind indexes it as a word: letters and digits alternate as in no token of a query."""
    return f"r0{sha256(content(record)).hexdigest()[:12]}r0"

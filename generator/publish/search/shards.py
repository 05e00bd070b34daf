"""Which pages make up a shard: it is built by itself, and kept until it changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.publish.search.records import Record

LIMIT = 4_000_000
"""Characters of a shard, some 530 pages: Pagefind takes about 1.6 GB and 14 s of CPU for it. A
query loads something of each shard, and an issue that is added makes one anew:
`benchmarks/README.md` has the figures."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The pages of some years in a row."""

    records: tuple[Record, ...]

    @property
    def first(self) -> int:
        """Its first year."""
        return self.records[0].year

    @property
    def last(self) -> int:
        """Its last year."""
        return self.records[-1].year


def shards(records: Iterable[Record], limit: int = LIMIT) -> tuple[Shard, ...]:
    """The shards of an archive, oldest first.

    Whole years, closed before they would exceed `limit` characters; a year that alone exceeds it is
    cut between issues. The last year stands alone while it grows, so that a new issue leaves all
    other shards as they are.
    """
    in_order = sorted(records, key=lambda record: record.year)
    years = [list(pages) for _, pages in groupby(in_order, lambda record: record.year)]
    closed = [piece for year in years[:-1] for piece in _pieces(year, limit)]
    growing = [piece for year in years[-1:] for piece in _pieces(year, limit)]
    return tuple(Shard(tuple(part)) for part in [*_packed(closed, limit), *growing])


def _pieces(year: Sequence[Record], limit: int) -> Iterator[list[Record]]:
    """A year in one piece or, if it is too long, as many issues to each as it holds."""
    issues = [list(pages) for _, pages in groupby(year, _issue)]
    yield from _packed(issues, limit)


def _issue(record: Record) -> str:
    """`/2018/05/` of the issue and all that stands in it."""
    return "/".join(record.url.split("/")[:3])


def _packed(parts: Iterable[list[Record]], limit: int) -> Iterator[list[Record]]:
    """Neighbours together, as many as the limit allows; one that exceeds it alone."""
    pack: list[Record] = []
    length = 0
    for part in parts:
        more = sum(len(passage.text) for record in part for passage in record.passages)
        if pack and length + more > limit:
            yield pack
            pack, length = [], 0
        pack.extend(part)
        length += more
    if pack:
        yield pack

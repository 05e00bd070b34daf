"""Which pages make up a shard: it is built by itself, and kept until it changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.publish.search.stacks import Stack

LIMIT = 4_000_000
"""Characters of a shard, some 530 pages: Pagefind takes about 1.6 GB and 14 s of CPU for it. A
query loads something of each shard, and an issue that is added makes one anew:
`benchmarks/README.md` has the figures."""


@dataclass(frozen=True, slots=True)
class Shard:
    """The pages of some years in a row."""

    stacks: tuple[Stack, ...]

    @property
    def first(self) -> int:
        """Its first year."""
        return self.stacks[0].year

    @property
    def last(self) -> int:
        """Its last year."""
        return self.stacks[-1].year

    @property
    def pages(self) -> int:
        """How many pages it holds."""
        return sum(stack.pages for stack in self.stacks)


def shards(stacks: Iterable[Stack], limit: int = LIMIT) -> tuple[Shard, ...]:
    """The shards of an archive, oldest first.

    Whole years, closed before they would exceed `limit` characters; a year that alone exceeds it is
    cut between issues. The last year stands alone while it grows, so that a new issue leaves all
    other shards as they are.
    """
    in_order = sorted(stacks, key=lambda stack: stack.year)
    years = [list(issues) for _, issues in groupby(in_order, lambda stack: stack.year)]
    closed = [piece for year in years[:-1] for piece in _pieces(year, limit)]
    growing = [piece for year in years[-1:] for piece in _pieces(year, limit)]
    return tuple(Shard(tuple(part)) for part in [*_packed(closed, limit), *growing])


def _pieces(year: Iterable[Stack], limit: int) -> Iterator[list[Stack]]:
    """A year in one piece or, if it is too long, as many issues to each as it holds."""
    yield from _packed(([stack] for stack in year), limit)


def _packed(parts: Iterable[list[Stack]], limit: int) -> Iterator[list[Stack]]:
    """Neighbours together, as many as the limit allows; one that exceeds it alone."""
    pack: list[Stack] = []
    length = 0
    for part in parts:
        more = sum(stack.length for stack in part)
        if pack and length + more > limit:
            yield pack
            pack, length = [], 0
        pack.extend(part)
        length += more
    if pack:
        yield pack

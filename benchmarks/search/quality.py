"""Recall and precision of an engine, kind by kind, over pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.search.engines import Find
from benchmarks.search.truth import Folded, holding


@dataclass(frozen=True, slots=True)
class Quality:
    """The mean over the queries of a kind."""

    queries: int
    recall: float
    """Share of the pages with the query that were found."""
    precision: float | None
    """Share of the found pages that have the query; None where no query found any page."""
    wrong: tuple[str, ...] = ()
    """The queries that were not answered exactly."""


def measure(find: Find, queries: Mapping[str, Sequence[str]], pages: Folded) -> dict[str, Quality]:
    """The quality of each kind of query, and of `all`."""
    asked = [query for kind in queries.values() for query in kind]
    found = dict(zip(asked, find(asked), strict=True))
    truth = {query: holding(pages, query) for query in asked}
    return {
        kind: _quality(members, found, truth)
        for kind, members in ({**queries, "all": asked}).items()
    }


def _quality(
    members: Sequence[str],
    found: Mapping[str, frozenset[str]],
    truth: Mapping[str, frozenset[str]],
) -> Quality:
    right = {query: len(found[query] & truth[query]) for query in members}
    precisions = [right[query] / len(found[query]) for query in members if found[query]]
    return Quality(
        len(members),
        fmean(right[query] / len(truth[query]) for query in members),
        fmean(precisions) if precisions else None,
        tuple(query for query in members if found[query] != truth[query]),
    )

"""Which issues are here, and which the issues themselves prove to be missing. Pure.

总期号 counts the issues of a gazette without regard to years. Between two issues that state theirs
stand as many as the numbers say; where some that do not state it lie between them by year and
number, they are of those. Beyond the lowest and the highest nothing is known, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Issue


@dataclass(frozen=True, slots=True)
class Gap:
    """总期号 that no issue here states, between two that are stated."""

    first: int
    last: int
    unnumbered: int
    """Issues here that lie between and do not state theirs."""

    @property
    def missing(self) -> int:
        """How many issues are not here."""
        return self.last - self.first + 1 - self.unnumbered


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is here of one gazette."""

    rows: tuple[Issue | Gap, ...]
    """The issues from the first to the last, a gap behind the issue it begins after."""
    first: int | None = None
    """The lowest 总期号; None where fewer than two are stated, or they contradict the order."""
    last: int | None = None

    @property
    def missing(self) -> int:
        """Issues that are proven to be missing."""
        return sum(row.missing for row in self.rows if isinstance(row, Gap))

    @property
    def within(self) -> int:
        """Issues that are here of those from `first` to `last`."""
        if self.first is None or self.last is None:
            return 0
        return self.last - self.first + 1 - self.missing


def in_order(issue: Issue) -> tuple[int, int, str]:
    """The key by which issues follow each other."""
    return issue.year, issue.number or 0, issue.id


def holdings(issues: Sequence[Issue]) -> Holdings:
    """The holdings; separate documents are no issues."""
    ordered = sorted((issue for issue in issues if issue.type == "issue"), key=in_order)
    totals = [(place, issue.total) for place, issue in enumerate(ordered) if issue.total]
    gaps = {
        before: Gap(low + 1, high - 1, after - before - 1)
        for (before, low), (after, high) in pairwise(totals)
        if high - low != after - before
    }
    if len(totals) < 2 or any(gap.missing < 0 for gap in gaps.values()):
        return Holdings(tuple(ordered))
    rows: list[Issue | Gap] = []
    for place, issue in enumerate(ordered):
        rows.append(issue)
        if place in gaps:
            rows.append(gaps[place])
    return Holdings(tuple(rows), totals[0][1], totals[-1][1])

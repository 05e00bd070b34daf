"""Which issues are here, and which the issues themselves prove to be missing. Pure.

总期号 counts the issues of a gazette without regard to years. Between two issues that state theirs
stand as many as the numbers say; where some that do not state it lie between them by year and
number, they are of those. Beyond the lowest and the highest nothing is known, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """The issues from the first to the last, a gap before the issue that ends it."""
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
    rows: list[Issue | Gap] = []
    before, unnumbered = None, 0
    for issue in ordered:
        if issue.total is None:
            unnumbered += 1
        else:
            if before is not None and issue.total - before - 1 != unnumbered:
                gap = Gap(before + 1, issue.total - 1, unnumbered)
                if gap.missing < 0:
                    return Holdings(tuple(ordered))
                rows.append(gap)
            before, unnumbered = issue.total, 0
        rows.append(issue)
    totals = [issue.total for issue in ordered if issue.total is not None]
    if len(totals) < 2:
        return Holdings(tuple(ordered))
    return Holdings(tuple(rows), totals[0], totals[-1])

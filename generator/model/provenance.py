"""Where text comes from, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of raw source lines."""

    first: int
    """First line, 1-based."""
    last: int
    """Last line, inclusive."""

    def join(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))

    @staticmethod
    def over(spans: Iterable[Span]) -> Span:
        """The smallest span that holds all of `spans`, at least one: lines may have been moved."""
        return reduce(Span.join, spans)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on its way from the raw source to the blocks."""

    text: str
    """The text, without line end. Inline marks (`**`, `<sub>`) stand in it as in the source."""
    origin: Span
    """The raw lines it came from; survives joins and splits."""
    page: int = 1
    """Running number of the page it stood on, 1-based; form feeds and page numbers advance it."""
    mark: str = ""
    """Block mark the source gave it (`###`, `**`, `#### **`, `-`), moved out of the text."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One recorded change: a line of `repairs.jsonl`."""

    rule: str
    """Name of the rule that changed the text; the file name under `intake/repairs/`."""
    lines: Span
    """The raw lines the change covers."""
    before: str
    """The text before, lines joined by "\\n"."""
    after: str
    """The text after; empty where something was dropped."""
    by: str = "rule"
    """`rule`, `structure`, or the role of the person who made the correction."""
    reason: str = ""
    """Why, for a correction by a person."""

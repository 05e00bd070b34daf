"""Where text comes from, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's fix, an entry of `corrections/<id>.yaml`: exact, or it does not apply."""

    line: int
    """The raw line on which `find` stands."""
    find: str
    """The text to replace; must stand exactly once on that line."""
    replace: str
    """What it should read."""
    reason: str
    """Why it is certain."""
    by: str
    """The role of the person, e.g. 责任编辑; never a personal name."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Text that is probably wrong and stays as it is; the reader is told."""

    line: int
    """The raw line it stands on."""
    doubt: str
    """Why, in Chinese, for the reader."""
    find: str = ""
    """The doubtful text; stands exactly once on that line. Empty for something that the source
    lacks there (a figure, a line), which becomes a gap behind the block of the line."""
    by: str = "rule"
    """`rule`, or the role of the person who doubts."""
    rule: str = ""
    """Name of the rule that doubts; empty for a person's doubt."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""

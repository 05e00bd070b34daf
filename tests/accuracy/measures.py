"""What a measure is, and how texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Miss:
    """A place where the press and the person who read the source do not agree."""

    text: str
    """Id of the issue."""
    line: int
    """Raw source line, 0 where there is none."""
    wanted: str
    found: str


@dataclass(frozen=True)
class Measure:
    """One figure, held against its bar."""

    name: str
    text: str
    """Id of the issue, or `all`."""
    figure: float
    bar: float | None = None
    at_most: bool = False
    """True where less is better: the bar is a ceiling."""
    share: bool = True
    """True where the figure is a share of one, shown in per cent."""
    misses: tuple[Miss, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the figure clears its bar; a measure without a bar always does."""
        if self.bar is None:
            return True
        return self.figure <= self.bar if self.at_most else self.figure >= self.bar

    def row(self) -> str:
        """The measure as one line of the table."""
        bar = "" if self.bar is None else f"{'≤' if self.at_most else '≥'} {self._show(self.bar)}"
        verdict = "" if self.bar is None else "ok" if self.ok else "no"
        return f"{self.name:<44} {self.text:<13} {self._show(self.figure):>9}  {bar:<11} {verdict}"

    def _show(self, value: float) -> str:
        return f"{value * 100:.2f} %" if self.share else f"{value:g}"


def same(text: str | None) -> str:
    """A text as readings are compared: NFKC, no white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text or ""))


def f1(wanted: Counter[Any], found: Counter[Any]) -> float:
    """The harmonic mean of recall and precision; 1 where nothing is wanted and nothing found."""
    together = wanted.total() + found.total()
    return 2 * (wanted & found).total() / together if together else 1.0


def share(right: int, total: int) -> float:
    """`right` of `total`; 1 where there is nothing to get wrong."""
    return right / total if total else 1.0

"""Inline text on a page: doubtful passages get a number and a note at the end of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from generator.model import Run, Text

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run on a page."""

    run: Run
    note: int = 0
    """Number of the note that explains why the run is doubtful, 0 if it is not. Neighbours of one
    number are one passage: 530m² is three runs."""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table that follow each other."""

    first: int
    """Place in the head or the body, from 1: what a reader counts."""
    last: int
    number: int
    """Of the first row among all rows, from 1: its anchor."""
    head: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Why a passage or some rows of a table are doubtful."""

    number: int
    text: str
    """The passage; empty where rows are meant."""
    reason: str
    table: str = ""
    """Anchor of the table whose rows are meant."""
    rows: tuple[Rows, ...] = ()


@dataclass(slots=True)
class Notes:
    """Numbers the doubtful passages of one item in the order of the text."""

    found: list[Note] = field(default_factory=list)

    def add(self, text: str, reason: str, table: str = "", rows: tuple[Rows, ...] = ()) -> int:
        """Note a doubt, return its number, from 1."""
        number = len(self.found) + 1
        self.found.append(Note(number, text, reason, table, rows))
        return number

    def pieces(self, text: Text) -> Pieces:
        """`text` with its doubtful passages numbered."""
        return tuple(self._pieces(text))

    def _pieces(self, text: Text) -> Iterator[Piece]:
        for flag, group in groupby(text, key=lambda run: run.flag):
            runs = tuple(group)
            note = self.add(words(runs), flag) if flag else 0
            yield from (Piece(run, note) for run in runs)


def words(text: Text) -> str:
    """The characters without style. A raised number stays raised: 10³ as 103 is another number.

    >>> words((Run("10"), Run("3", script="sup"), Run(" m"), Run("2", script="sup")))
    '10³ m²'
    >>> words((Run("PM"), Run("2.5", script="sub")))
    'PM2.5'
    """
    return "".join(_raised(run.text) if run.script == "sup" else run.text for run in text)


def _raised(text: str) -> str:
    """`text` in raised characters, if there is one for each of them."""
    return text.translate(_RAISED) if all(ord(char) in _RAISED for char in text) else text

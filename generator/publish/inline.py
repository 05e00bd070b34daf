"""Inline text on a page: doubtful passages get a number and a note at the end of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Run, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """A run on a page."""

    run: Run
    note: int = 0
    """Number of the note that explains why the run is doubtful, 0 if it is not."""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Why a passage is doubtful."""

    number: int
    text: str
    """The passage; empty where a whole table row is meant."""
    reason: str


@dataclass(slots=True)
class Notes:
    """Numbers the doubtful passages of one item in the order of the text."""

    found: list[Note] = field(default_factory=list)

    def add(self, text: str, reason: str) -> int:
        """Note a doubt, return its number, from 1."""
        number = len(self.found) + 1
        self.found.append(Note(number, text, reason))
        return number

    def pieces(self, text: Text) -> Pieces:
        """`text` with its doubtful runs numbered."""
        return tuple(Piece(run, self.add(run.text, run.flag) if run.flag else 0) for run in text)

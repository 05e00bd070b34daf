"""Lines to doubts: one rule per file, in the order of DOUBTS.

A rule looks at the repaired and corrected lines and names what is probably wrong and cannot be
mended for certain. It changes nothing. To add one: a file, a row here, its cases
in tests/intake/test_doubts.py, and its name for readers in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.intake.doubts.doubled_words import doubled_words
from generator.intake.doubts.variant_characters import variant_characters
from generator.model import Doubt, Line

Finder = Callable[[Sequence[Line]], Iterator[Doubt]]
"""Looks at all lines of a source; yields what it doubts, with `find` once on its line."""

DOUBTS: tuple[tuple[str, Finder], ...] = (
    ("doubtful_variants", variant_characters),
    ("doubled_words", doubled_words),
)
"""Name in the ledger, and rule."""


_LONGEST = 20_000


def find(lines: Sequence[Line]) -> list[Doubt]:
    """Every doubt of every rule, in the order of the lines; none on a line that is longer than any
    paragraph."""
    lines = [line for line in lines if len(line.text) <= _LONGEST]
    found = [replace(doubt, rule=name) for name, finder in DOUBTS for doubt in finder(lines)]
    return sorted(found, key=lambda doubt: doubt.line)

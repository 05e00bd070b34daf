"""Lines to doubts: one rule per file, in the order of DOUBTS.

A rule looks at the repaired and corrected lines and names what is probably wrong and cannot be
mended for certain. It changes nothing. To add one: a file, a row here, its cases in
tests/intake/cases/doubts.yaml, and its name for readers in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model import Doubt, Line

Finder = Callable[[Sequence[Line]], Iterator[Doubt]]
"""Looks at all lines of a source; yields what it doubts, with `find` once on its line."""

DOUBTS: tuple[tuple[str, Finder], ...] = ()
"""Name and rule."""


def find(lines: Sequence[Line]) -> list[Doubt]:
    """Every doubt of every rule, in the order of the lines."""
    found = [doubt for _, finder in DOUBTS for doubt in finder(lines)]
    return sorted(found, key=lambda doubt: doubt.line)

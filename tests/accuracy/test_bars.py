"""The bars: how well the five sources must be read. `python -m tests.accuracy --misses` says where
a figure comes from."""

from __future__ import annotations

from functools import cache

import pytest

from tests.accuracy import items, outline, proofs, tables
from tests.accuracy.measures import Measure

PARTS = {
    "outline": outline.measures,
    "items": items.measures,
    "tables": tables.measures,
    "proof": proofs.measures,
}
BARS = (
    ("outline", "own-line headings, F1"),
    ("outline", "own-line headings and titles, F1"),
    ("outline", "classes wrong"),
    ("outline", "run-in headings, F1"),
    ("outline", "articles missing or invented"),
    ("items", "fields of items right"),
    ("tables", "facts of tables right"),
    ("proof", "broken paragraphs joined"),
    ("proof", "certain, resolved with corrections"),
    ("proof", "certain, resolved by rules alone"),
    ("proof", "not certain, left and flagged"),
    ("proof", "what must not be repaired, unchanged"),
    ("proof", "joins across a paragraph end"),
)
"""Part and measure; each row of the measure that has a bar must clear it."""


@cache
def measured(part: str) -> list[Measure]:
    return PARTS[part]()


@pytest.mark.parametrize(("part", "name"), BARS)
def test_every_figure_clears_its_bar(part: str, name: str) -> None:
    rows = [row for row in measured(part) if row.name.startswith(name) and row.bar is not None]
    assert rows
    assert not [row.row() for row in rows if not row.ok]


def test_every_bar_is_asserted() -> None:
    names = [row.name for part in PARTS for row in measured(part) if row.bar is not None]
    assert all(any(name.startswith(bar) for _, bar in BARS) for name in names)

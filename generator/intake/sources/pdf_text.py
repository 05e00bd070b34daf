"""The raw text layer of a PDF: each line of text is a line of print."""

from __future__ import annotations

from statistics import quantiles

from generator.intake.forms import ends_sentence, is_prose, width

_CELL = 8.0
"""A shorter line, in em, may be a cell of a table that was torn apart, and tells nothing."""


def fits(text: str) -> bool:
    """A good part of the lines stops at one width in mid-sentence."""
    lines = [line for line in text.split("\n") if width(line) >= _CELL and is_prose(line)]
    if len(lines) < 8:
        return False
    full = quantiles([width(line) for line in lines], n=10)[8]
    wrapped = sum(
        not ends_sentence(line) and full * 0.8 <= width(line) <= full * 1.1 for line in lines
    )
    return full <= 60 and wrapped > len(lines) * 0.25

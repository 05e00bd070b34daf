"""The raw text layer of a PDF: each line of text is a line of print."""

from __future__ import annotations

from statistics import quantiles

from generator.intake.forms import ends_sentence, is_prose, width

_CELL = 8.0
"""A shorter line, in em, may be a cell of a table that was torn apart, and tells nothing."""
_WIDEST, _FEWEST = 60, 4


def fits(text: str) -> bool:
    """A good part of the lines stops at one width in mid-sentence: a quarter, or an eighth where no
    line is any wider (on a page of one column, 39 em wide, most paragraphs have two lines)."""
    lines = [line for line in text.split("\n") if width(line) >= _CELL and is_prose(line)]
    if len(lines) < 8:
        return False
    widths = [width(line) for line in lines]
    full = quantiles(widths, n=10)[8]
    if full > _WIDEST:
        return False
    open_ = [one for line, one in zip(lines, widths, strict=True) if not ends_sentence(line)]
    wrapped = sum(full * 0.8 <= one <= full * 1.1 for one in open_)
    at_edge = sum(abs(one - full) <= 1 for one in open_)
    edge = max(widths) <= full * 1.15 and at_edge >= max(_FEWEST, len(lines) / 8)
    return wrapped > len(lines) * 0.25 or edge

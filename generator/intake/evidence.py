"""What the source itself proves: how often a piece of text stands in it.

Characters count without white space and inline marks, across line ends, since the extraction cuts
words at the edge of the print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from generator.intake.forms import solid
from generator.model import Line


class Witness:
    """The text of a source, to be asked for phrases. With `spaced`, white space and line ends part
    words."""

    def __init__(self, lines: Sequence[Line], *, spaced: bool = False) -> None:
        texts = (line.text.replace("**", "") for line in lines)
        self.text = "\n".join(texts) if spaced else "".join(map(solid, texts))

    def count(self, phrases: Collection[str]) -> Counter[str]:
        """How often each of the phrases stands in the source, found in one pass for every length,
        so that many phrases cost no more than one."""
        found: Counter[str] = Counter()
        for length in {len(phrase) for phrase in phrases if phrase}:
            wanted = {phrase for phrase in phrases if len(phrase) == length}
            text = self.text
            grams = (text[i : i + length] for i in range(len(text) - length + 1))
            found.update(gram for gram in grams if gram in wanted)
        return found

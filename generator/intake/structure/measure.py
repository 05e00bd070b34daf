"""How the lines of a source are set, and what their width tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from generator.intake.forms import ends_sentence, is_prose, width
from generator.intake.sources import Setting
from generator.model import Line

INDENT = 2.0
"""First-line indent of a paragraph in em (CLREQ), lost by the text layer but not its width."""
_INDENTED = 0.4
_SLACK = 0.2
"""Em by which justified lines differ, with half-width marks in them."""
_UNBROKEN = re.compile(
    r"[“‘（《〈〔［]*(?:[A-Za-z0-9.%％:/@_+-]+|.)[，。、；：？！”’）》〉〕］】]*"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How the lines of a source are set."""

    setting: Setting
    full: float
    """Width of a full line in em; 0 where a line of text is no line of print."""

    @property
    def wrapped(self) -> bool:
        """True where a line of text is a line of print."""
        return self.setting in ("print", "scattered")

    @classmethod
    def of(cls, lines: Sequence[Line], setting: Setting) -> Measure:
        """Measures the source: the width that most of the long lines have. Some are wider, with
        half-width marks pressed into them."""
        widths = [width(x.text) for x in lines if x.text.strip() and is_prose(x.text)]
        if setting not in ("print", "scattered") or len(widths) < 10:
            return cls(setting, 0.0)
        long = quantiles(widths, n=10)[8] * 0.9
        counts = Counter(one for one in widths if one >= long)
        usual, times = counts.most_common(1)[0]
        # Where paragraphs are short, most of the long lines are first ones, which are indented.
        indented = counts[usual + INDENT] >= times * _INDENTED
        return cls(setting, usual + INDENT if indented else usual)

    def short(self, text: str, *, first: bool = False) -> bool:
        """Whether the line ends before the right edge, as only the last of a paragraph does;
        `first` is the first line of its paragraph, which is indented."""
        return width(text) + (INDENT if first else 0.0) < self.full - 1.2

    def has_room(self, text: str, below: str, *, first: bool) -> bool:
        """Whether the first word of the line below would have fitted behind this one; `first` is
        the first line of its paragraph, which is indented."""
        indent = INDENT if first else 0.0
        return width(text) + indent + _unbroken(below) < self.full - _SLACK

    def indented(self, text: str, below: str) -> bool:
        """Whether the line is as wide as the first line of a paragraph that runs on: full only
        with an indent, since without one the first word below would have fitted too."""
        if ends_sentence(text):
            return False
        near = abs(self.full - INDENT - width(text)) <= 0.6
        room = self.has_room(text, below, first=False)
        return near or (bool(below) and room and not self.has_room(text, below, first=True))


def _unbroken(text: str) -> float:
    """Width of what cannot be parted from the first character of a line: a figure, a word, the
    marks that may not begin a line (CLREQ, 6.1.2)."""
    found = _UNBROKEN.match(text.strip())
    return width(found[0]) if found else 1.0

"""Words that stand twice in a row (有限公司有限公司) and are not proven to be a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.intake.forms import HAN
from generator.model import Doubt, Line

_TWICE = re.compile(rf"([{HAN}]{{3,6}})\1")
"""Words of two characters meet by nature: 支队支队长, 晋城市城市管理局."""
_WHY = "“{}”重出，疑衍"


def doubled_words(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Doubts each that stands once on its line.

    >>> from generator.model import Span
    >>> [doubt.find for doubt in doubled_words([Line("泊鑫建材有限公司有限公司", Span(1, 1))])]
    ['有限公司有限公司']
    """
    for line in lines:
        for found in _TWICE.finditer(line.text):
            if len(set(found[1])) > 1 and line.text.count(found[0]) == 1:
                why = _WHY.format(found[1])
                yield Doubt(line.origin.first, why, found[0])

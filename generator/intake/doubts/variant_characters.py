"""Traditional and Japanese forms that nothing in the source proves to be slips, as in names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.intake.forms import HAN
from generator.intake.repairs.variant_characters import is_simplified, standard
from generator.model import Doubt, Line

_AROUND = re.compile(rf"[{HAN}]")
_WHY = "“{}”不是规范字（规范字作“{}”），源文无旁证，照录"


def variant_characters(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Doubts each, with the characters beside it.

    >>> from generator.model import Span
    >>> [doubt.find for doubt in variant_characters([Line("李拴紂、马巧珍", Span(1, 1))])]
    ['李拴紂']
    """
    if not is_simplified(lines):
        return
    for line in lines:
        for at, char in enumerate(line.text):
            if _AROUND.match(char) and standard(char) != char:
                words = line.text[max(at - 2, 0) : at + 1]
                found = re.search(rf"[{HAN}]+$", words)
                find = found[0] if found else char
                if line.text.count(find) == 1:
                    why = _WHY.format(char, standard(char))
                    yield Doubt(line.origin.first, why, find)

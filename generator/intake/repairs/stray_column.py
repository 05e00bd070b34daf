"""The end of a line of the next column, read as if it stood on the line beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.intake.forms import HAN
from generator.model import Line

_STRAY = re.compile(rf"(?<=[{HAN}，、])[ \u3000]{{4,}}([{HAN}]{{1,12}}[。；])\s*$")
_NEAR = 4
"""Lines with text below, within which the sentence ends to which the fragment belongs."""


def stray_column(lines: list[Line]) -> list[Line]:
    """Drops a fragment behind a wide gap that repeats the end of a sentence close below (2019-05,
    line 9: 市人民政府      彻执行。 and line 13: 请认真贯彻执行。). Any other fragment stays.

    >>> from generator.model import Span
    >>> texts = ["开发区管委会，市人民政府      彻执行。", "各委、办、局：", "请认真贯彻执行。"]
    >>> [line.text for line in stray_column([Line(t, Span(1, 1)) for t in texts])][0]
    '开发区管委会，市人民政府'
    """
    result = list(lines)
    for index, line in enumerate(lines):
        found = _STRAY.search(line.text)
        if found and any(text.rstrip().endswith(found[1]) for text in _below(lines, index)):
            result[index] = replace(line, text=line.text[: found.start()])
    return result


def _below(lines: Sequence[Line], index: int) -> list[str]:
    texts: list[str] = []
    for i in range(index + 1, len(lines)):
        line = lines[i]
        if line.text.strip():
            texts.append(line.text)
        if len(texts) == _NEAR:
            break
    return texts

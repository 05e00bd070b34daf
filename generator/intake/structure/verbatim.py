"""Regions that cannot be rebuilt honestly: a table that OCR read across its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line, Span, Verbatim

_HEAD_WORD = re.compile(r"^[\u4e00-\u9fff]{1,8}$")
_END = re.compile(r"^\s*(?:抄送|主送|印发|附\s*件\s*\d*)[\s:：]")
_NOTICE = "此处原为表格，文字识别打乱了行列，无法如实复原，照源文逐行录入，请以纸质版为准。"
_FEWEST_WORDS = 4


def scrambled(lines: Sequence[Line]) -> tuple[int, int] | None:
    """First and last index of a scrambled table: from a head row read as words in a row."""
    first = next((i for i, line in enumerate(lines) if _is_head(line.text)), None)
    if first is None:
        return None
    ends = (i for i in range(first + 1, len(lines)) if _END.match(lines[i].text))
    last = next(ends, len(lines)) - 1
    while not lines[last].text.strip():
        last -= 1
    return first, last


def _is_head(text: str) -> bool:
    words = text.split()
    return len(words) >= _FEWEST_WORDS and all(_HEAD_WORD.match(word) for word in words)


def block(lines: Sequence[Line]) -> Verbatim:
    """The lines as they stand, with the notice."""
    kept = tuple(line.text.rstrip() for line in lines if line.text.strip())
    return Verbatim(kept, _NOTICE, Span(lines[0].origin.first, lines[-1].origin.last))

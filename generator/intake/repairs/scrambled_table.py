"""A table that OCR read across its columns: its lines are protected from every later repair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.intake.ledger import VERBATIM
from generator.model import Line

_HEAD_WORD = re.compile(r"^[\u4e00-\u9fff]{1,8}$")
_END = re.compile(
    r"^\s*(?:(?:抄送|主送|印发|附\s*件\s*\d*)(?:[\s:：]|$)"
    r"|[\u4e00-\u9fff、]{2,24}(?:政府|办公厅|办公室|委员会|[局厅部委院])(?:关于|印发|转发|公布|任免)"
    r"|[\u4e00-\u9fff]{2,24}[\[(（〔【]\s*(?:19|20)\d\d\s*[\])）〕】J]\s*\d+\s*号\s*$"
    r"|[\u4e00-\u9fff]{2,24}令\s*$|[\u4e00-\u9fff\d]{0,24}大事记)"
)
"""What cannot be in a table: the foot of a document, or the head of the next one."""
_FEWEST_WORDS = 4


def scrambled_table(lines: list[Line]) -> list[Line]:
    """Marks the lines from a head row read as words in a row (2020-jszb-56, line 766) to the end of
    the annex. They cannot be rebuilt honestly, so nothing in them is mended either.

    >>> from generator.model import Span
    >>> head = Line("类别 重点工作 主要任务 完成时限", Span(1, 1))
    >>> [line.mark for line in scrambled_table([head, Line("搬迁 调整", Span(2, 2))])]
    ['verbatim', 'verbatim']
    """
    first = next((i for i, line in enumerate(lines) if _is_head(line.text)), None)
    if first is None:
        return lines
    last = _last(lines, first)
    return [
        replace(line, mark=VERBATIM) if first <= i <= last and line.text.strip() else line
        for i, line in enumerate(lines)
    ]


def _last(lines: Sequence[Line], first: int) -> int:
    ends = (i for i in range(first + 1, len(lines)) if _END.match(lines[i].text))
    return next(ends, len(lines)) - 1


def _is_head(text: str) -> bool:
    words = text.split()
    whole = sum(len(word) > 1 for word in words)
    return (
        len(words) >= _FEWEST_WORDS and whole >= _FEWEST_WORDS and all(map(_HEAD_WORD.match, words))
    )

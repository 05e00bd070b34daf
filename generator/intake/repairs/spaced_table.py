"""Tables that a text layer sets with one space between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.intake.forms import HAN
from generator.model import Line

_HEAD_CELL = re.compile(rf"^[{HAN}（）()A-Za-z/%㎡]{{1,12}}$")
_FIGURE = re.compile(r"\d")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 3


def spaced_table(lines: list[Line]) -> list[Line]:
    """Puts a tab for the space where a head of words stands above three or more rows of as many
    cells with figures in them; the head may stand again, another number of cells ends the table.

    >>> from generator.model import Span
    >>> texts = ["序号 名称 面积", "1 江畔 3.12", "2 新市 4.56", "3 兴隆 2.74", "注：略。"]
    >>> lines = spaced_table([Line(text, Span(n, n)) for n, text in enumerate(texts, 1)])
    >>> [line.text.count("\\t") for line in lines]
    [2, 2, 2, 2, 0]
    """
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    result = list(lines)
    k = 0
    while k < len(filled):
        rows = _rows(lines, filled, k)
        for index in filled[k : k + rows]:
            result[index] = replace(lines[index], text="\t".join(lines[index].text.split()))
        k += max(rows, 1)
    return result


def _rows(lines: Sequence[Line], filled: Sequence[int], k: int) -> int:
    """How many lines from `k` on are a table, its head included; 0 where none begins."""
    head = lines[filled[k]].text.split()
    if len(head) < _FEWEST_CELLS or "\t" in lines[filled[k]].text:
        return 0
    if not all(map(_HEAD_CELL.match, head)):
        return 0
    end, rows = k + 1, 0
    while end < len(filled):
        cells = lines[filled[end]].text.split()
        repeated = cells == head
        if not repeated and (len(cells) != len(head) or not any(map(_FIGURE.search, cells))):
            break
        rows += not repeated
        end += 1
    return end - k if rows >= _FEWEST_ROWS else 0

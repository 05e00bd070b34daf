"""Rows of a table that are probably out of place: shifted cells, a cell left over.

Most columns hold one kind of thing: days, figures, names, posts, offices. A row whose cells are of
the kinds of other columns was shifted by the extraction. It stays as it stands and says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Row, plain

_KINDS = (
    ("day", re.compile(r"^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|起)?前?$|^长期坚持$")),
    ("figure", re.compile(r"^[-+]?\d[\d,，.]*\s*[%％]?$")),
    ("post", re.compile(r"^[\u4e00-\u9fff（）、]{1,30}(?:[长任席员]|经理|书记|董事)$")),
    (
        "office",
        re.compile(r"^(?:[市省县区][\u4e00-\u9fff（）]{1,12}(?:局|委|办|院|中心|政府)[、 ]?)+$"),
    ),
    ("name", re.compile(r"^[\u4e00-\u9fff·]{2,3}(?: [\u4e00-\u9fff·]{2,3})*$")),
)
_NAME = re.compile(r"^(?!.*长$)[\u4e00-\u9fff·]{2,4}$")
_TOTAL = re.compile(r"^(?:合|总|小)\s*计")
_LEAST, _SHARE = 4, 0.6
_WIDE = 4
SHIFTED = "本行部分内容与所在栏不符，疑单元格错位，照源文录入"
LEFT_OVER = "本行只有一格有内容，疑为上一行的一部分，照源文录入"
SERIAL_DATE = "疑为电子表格误将年份换算成日期，照源文录入"
_SERIAL_DATE = re.compile(r"^1905年[67]月\d{1,2}日$")
"""What a spreadsheet makes of a year in a cell for days: 2009 is day 2009 after 1899, the 1st of
July 1905 (2018-05, line 732)."""


def flag(rows: Sequence[Row], head: int) -> tuple[Row, ...]:
    """The rows, doubtful ones with a reason; a row that has one keeps it."""
    body = [[plain(cell.text).strip() for cell in row.cells] for row in rows[head:]]
    columns = _columns(body)
    flagged = []
    for index, (row, cells) in enumerate(zip(rows[head:], body, strict=True)):
        why = row.flag or _doubt(cells, columns, headed=head > 0, last=index == len(body) - 1)
        flagged.append(replace(row, flag=why) if why else row)
    return (*rows[:head], *flagged)


def _columns(body: Sequence[Sequence[str]]) -> dict[str, int]:
    """The kinds that one column has and no other, and which column that is."""
    width = max((len(cells) for cells in body), default=0)
    found: dict[str, list[int]] = {}
    for column in range(width):
        cells = [cells[column] for cells in body if len(cells) > column and cells[column]]
        kind, times = Counter(map(_kind, cells)).most_common(1)[0] if cells else ("", 0)
        if kind and times >= _LEAST and times >= len(cells) * _SHARE:
            found.setdefault(kind, []).append(column)
    return {kind: columns[0] for kind, columns in found.items() if len(columns) == 1}


def _kind(cell: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.match(cell)), "")


def _doubt(cells: Sequence[str], columns: Mapping[str, int], *, headed: bool, last: bool) -> str:
    """Why a row is doubtful; empty where it is not."""
    filled = [i for i, cell in enumerate(cells) if cell]
    if any(_SERIAL_DATE.match(cell) for cell in cells):
        return SERIAL_DATE
    if not filled or _TOTAL.match(cells[filled[0]]):
        return ""
    if len(filled) == 1:
        # A single cell may head a group of rows, but not at the foot of a table.
        return LEFT_OVER if headed and last and len(cells) >= _WIDE else ""
    kinds = [_kind(cell) for cell in cells]
    if not headed:
        # 梁丽萍 | 史小军 | 市政府副秘书长: the post of the first of the two is lost.
        beside = any(_NAME.match(one) and _NAME.match(two) for one, two in pairwise(cells))
        return SHIFTED if beside and kinds[-1] == "post" else ""
    away = [kind for kind, at in columns.items() if kind in kinds and kinds[at : at + 1] != [kind]]
    return SHIFTED if len(away) > 1 else ""

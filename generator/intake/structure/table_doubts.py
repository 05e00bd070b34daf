"""Rows of a table that are probably out of place, and what else a reader must know of a row.

Most columns hold one kind of thing: days, figures, names, posts, offices. A row whose cells are of
the kinds of other columns was shifted by the extraction. It stays as it stands and says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.intake.structure import table_serials, table_units
from generator.model import Row

_DAY = r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2} ?日)?(?:底|起)?前?|长期坚持|全年)"
_KINDS = (
    ("day", re.compile(rf"^{_DAY}(?: {_DAY})*$")),
    ("figure", re.compile(r"^[-+]?\d[\d,，.]*\s*[%％]?$")),
    ("post", re.compile(r"^[\u4e00-\u9fff（）、]{1,30}(?:[长任席员]|经理|书记|董事)$")),
    (
        "office",
        re.compile(r"^(?:[市省县区][\u4e00-\u9fff（）]{1,12}(?:局|委|办|院|中心|政府)[、 ]?)+$"),
    ),
    ("name", re.compile(r"^[\u4e00-\u9fff·]{2,3}(?: [\u4e00-\u9fff·]{2,3})*$")),
)
_TWO_DAYS = re.compile(rf"^{_DAY}(?: {_DAY})+$")
_TIME = re.compile(r"时限|期限|时间|日期")
_NAME = re.compile(r"^(?!.*长$)[\u4e00-\u9fff·]{2,4}$")
_TOTAL = re.compile(r"^(?:合|总|小)\s*计")
_LEAST, _SHARE = 4, 0.6
_SELDOM = 0.1
_WIDE = 4
SHIFTED = "本行部分内容与所在栏不符，疑单元格错位，照源文录入"
LEFT_OVER = "本行只有一格有内容，疑为上一行的一部分，照源文录入"
FUSED = "本行疑由两行合成，照源文录入"
SERIAL_DATE = "疑为电子表格误将年份换算成日期，照源文录入"
_SERIAL_DATE = re.compile(r"^1905年[67]月\d{1,2}日$")
"""What a spreadsheet makes of a year in a cell for days: 2009 is day 2009 after 1899, the 1st of
July 1905 (2018-05, line 732)."""

Grid = Sequence[Sequence[str]]


def ragged(cells: int, width: int, whose: str) -> str:
    """What is said of a row with more or fewer cells than the head or the first row (`whose` width
    it is); empty where it has as many."""
    return "" if cells == width else f"本行有{cells}格，{whose}有{width}格，照源文录入"


def misplaced(body: Grid, head: Sequence[str]) -> list[str]:
    """For each row why its cells do not stand where they should; `head` is empty in a list."""
    columns = _columns(body)
    day = columns.get("day", _day_column(body, head))
    lacking = _lacking_their_day(body, day) if head else set()
    last = len(body) - 1
    reasons = [
        _doubt(cells, columns, headed=bool(head), last=index == last)
        for index, cells in enumerate(body)
    ]
    return [why or (SHIFTED if i in lacking else "") for i, why in enumerate(reasons)]


def noted(rows: Sequence[Row], body: Grid, head: Sequence[str]) -> list[Row]:
    """The rows of the body with what else a reader must know of them; reasons they have stay."""
    gaps, slips = table_serials.gaps(body, head), table_units.slips(body, head)
    day = _columns(body).get("day", _day_column(body, head))
    result = []
    for index, (row, cells) in enumerate(zip(rows, body, strict=True)):
        reasons = [row.flag, gaps.get(index, ""), slips.get(index, "")]
        reasons += [SERIAL_DATE] if any(map(_SERIAL_DATE.match, cells)) else []
        reasons += [FUSED] if _is_fused(cells, day) else []
        result.append(replace(row, flag="；".join(filter(None, reasons))))
    return result


def _columns(body: Grid) -> dict[str, int]:
    """The kinds that one column has and no other, and which column that is."""
    width = max((len(cells) for cells in body), default=0)
    found: dict[str, list[int]] = {}
    for column in range(width):
        cells = [cells[column] for cells in body if len(cells) > column and cells[column]]
        kind, times = Counter(map(kind_of, cells)).most_common(1)[0] if cells else ("", 0)
        if kind and times >= _LEAST and times >= len(cells) * _SHARE:
            found.setdefault(kind, []).append(column)
    return {kind: columns[0] for kind, columns in found.items() if len(columns) == 1}


def _day_column(body: Grid, head: Sequence[str]) -> int | None:
    """The column that the head says is for days, the only one, if it holds some (2019-05, lines 385
    to 466, where a third of the rows has slipped)."""
    named = [i for i, cell in enumerate(head) if _TIME.search(cell)]
    if len(named) != 1:
        return None
    days = sum(kind_of(cells[named[0]]) == "day" for cells in body if len(cells) > named[0])
    return named[0] if days >= _LEAST else None


def kind_of(cell: str) -> str:
    """What a cell holds: day, figure, post, office or name; empty of anything else."""
    return next((kind for kind, pattern in _KINDS if pattern.match(cell)), "")


def _doubt(cells: Sequence[str], columns: Mapping[str, int], *, headed: bool, last: bool) -> str:
    """Why a row is doubtful; empty where it is not."""
    filled = [i for i, cell in enumerate(cells) if cell]
    if not filled or _TOTAL.match(cells[filled[0]]):
        return ""
    if len(filled) == 1:
        # A single cell may head a group of rows, but not at the foot of a table.
        return LEFT_OVER if headed and last and len(cells) >= _WIDE else ""
    kinds = [kind_of(cell) for cell in cells]
    if not headed:
        # 梁丽萍 | 史小军 | 市政府副秘书长: the post of the first of the two is lost.
        beside = any(_NAME.match(one) and _NAME.match(two) for one, two in pairwise(cells))
        return SHIFTED if beside and kinds[-1] == "post" else ""
    away = [kind for kind, at in columns.items() if kind in kinds and kinds[at : at + 1] != [kind]]
    return SHIFTED if len(away) > 1 else ""


def _lacking_their_day(body: Grid, day: int | None) -> set[int]:
    """The rows that have no day in the column for days but a sentence there, or a day where rows
    that are right hardly ever have one (2019-05, lines 402 to 411)."""
    if day is None:
        return set()
    kinds = [list(map(kind_of, cells)) for cells in body]
    right = [row for row in kinds if row[day : day + 1] == ["day"]]
    times = Counter(column for row in right for column, kind in enumerate(row) if kind == "day")
    usual = {column for column, count in times.items() if count > len(right) * _SELDOM}
    found: set[int] = set()
    for at, (row, cells) in enumerate(zip(kinds, body, strict=True)):
        if len(row) <= day or row[day] == "day" or any(map(_TOTAL.match, cells)):
            continue
        strange = any(kind == "day" and i not in usual for i, kind in enumerate(row))
        if strange or cells[day].endswith("。"):
            found.add(at)
    return found


def _is_fused(cells: Sequence[str], day: int | None) -> bool:
    """Whether a row was made of two: two days where one belongs, or entries that stand twice in two
    of its cells (2018-05, lines 607 and 616)."""
    if day is not None and len(cells) > day and _TWO_DAYS.match(cells[day]):
        return True
    return sum(map(_repeats_itself, cells)) > 1


def _repeats_itself(cell: str) -> bool:
    entries = [entry for entry in cell.split(" ") if len(entry) > 1]
    return len(set(entries)) < len(entries)

"""A line without a tab amid the rows of a table: the end of a cell, or a row whose other cells were
empty. It tears the table in two, and the row below it would pass for a head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.structure import table_doubts, table_forms, table_heads, table_serials

TORN = "本表与上表之间只隔无分栏的文字，疑为同一表格，未辨表头，照源文录入"
_MOST_LINES, _LONGEST = 3, 60
"""Lines that tear a table, and characters of one; more is prose between two tables."""
_PROSE = re.compile(r"[。；：:]\s*$")
_DIGIT = re.compile(r"\d")
_DIGIT_OR_LABEL = re.compile(r"[\d：]")

Grid = Sequence[Sequence[str]]


def may_tear(between: Sequence[str]) -> bool:
    """Whether lines are few and short enough to belong to a table around them."""
    return 0 < len(between) <= _MOST_LINES and max(map(len, between)) <= _LONGEST


def numbers_go_on(above: Grid, between: Sequence[str], below: Grid) -> bool:
    """Whether the serial numbers of a table go on behind lines without a tab, theirs included.

    >>> numbers_go_on([["序号", "名称"], ["1", "甲"]], ["2"], [["3", "丙"]])
    True
    """
    rows = [*above, *([text.split()[0]] for text in between), below[0]]
    numbers = [int(row[0]) for row in rows[1:] if table_serials.is_number(row[0])]
    if not table_serials.has_numbers(rows[0]) or not table_serials.is_number(below[0][0]):
        return False
    return numbers[-1] == (numbers[-2] + 1 if len(numbers) > 1 else 1)


def is_one_table(above: Grid, between: Sequence[str], below: Grid) -> bool:
    """Whether the row below such lines is a record like those above them, and so no head: each of
    its cells is of the kind of its column. Of a form it asks for something as those above do; and
    neither a head alone nor a single row is a table."""
    if not _may_meet(above, between, below):
        return False
    if table_forms.is_form(above):
        return table_forms.is_form([above[-1], *below])
    if len(above) == 1:
        return not any(map(_DIGIT_OR_LABEL.search, above[0])) and not _has_head(below)
    if len(below) == 1:
        return True
    body = above[table_heads.count(above) :]
    cells = dict(enumerate(below[0]))
    kinds = {at: kind for at, kind in _kinds(body, above[0]).items() if cells.get(at)}
    return bool(kinds) and all(table_doubts.kind_of(cells[at]) == kinds[at] for at in kinds)


def may_be_one(above: Grid, between: Sequence[str], below: Grid) -> bool:
    """Whether it cannot be told: nothing shows that the first row below is a head, neither figures
    or days beneath its words nor the head above once more."""
    again = table_heads.repeats(above[0], below[0])
    return _may_meet(above, between, below) and not again and not _has_head(below)


def _may_meet(above: Grid, between: Sequence[str], below: Grid) -> bool:
    """Whether some row below is as wide as the first one above, and no sentence parts them."""
    return len(above[0]) in map(len, below) and not any(map(_PROSE.search, between))


def _has_head(rows: Grid) -> bool:
    first, *rest = rows
    figures = {"figure", "day"} & {*_kinds(rest, first).values()}
    return bool(figures) and not any(map(_DIGIT.search, first))


def _kinds(body: Grid, head: Sequence[str]) -> dict[int, str]:
    """The columns all of whose cells are of one kind, which their head is not; a head may look
    like a name of two or three characters, and no name tells."""
    found: dict[int, str] = {}
    for at, name in enumerate(head):
        kinds = {table_doubts.kind_of(row[at]) for row in body if len(row) > at and row[at]}
        if len(kinds) == 1 and kinds - {"", "name", table_doubts.kind_of(name)}:
            found[at] = kinds.pop()
    return found

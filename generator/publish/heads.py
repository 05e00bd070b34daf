"""Which cells of a table are heads, and whether of columns, of rows or of groups of rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from generator.model import Cell, Table, plain
from generator.publish.columns import Placed, is_fact, is_number, name_column, row_head

Scope = Literal["", "col", "colgroup", "row", "rowgroup"]
"""Empty of a data cell."""

Scopes = list[list[Scope]]
"""One for each cell of each row."""

_ANSWER = re.compile(
    r".*[☐□☑☒].*|[（(].*[）)]|.*(?:\S{2}[^\S\n]+\S|\S[^\S\n]+\S{2}).*|年[^\S\n]+月.*", re.DOTALL
)
"""What is ticked or filled in (☐ 放射性污染, （公章）), is chosen from (一般事故 较大事故) or is a
blank between units (年 月 日), and so is no label of a form. 姓　名 is one."""


def names(table: Table, rows: Sequence[Placed], columns: int) -> tuple[int, ...]:
    """The columns that name the rows: one for each of the records that stand side by side."""
    if table.kind == "form":
        return ()
    each = columns // table.abreast
    starts = range(0, columns, each or 1)
    records = [_record(row, start, each) for start in starts for row in rows[table.head :]]
    name = name_column(records, each)
    return () if name is None else tuple(start + name for start in starts)


def scopes(table: Table, rows: Sequence[Placed], columns: int, named: Sequence[int]) -> Scopes:
    """What each cell is, where the columns `named` name the rows."""
    found = [_of_head(row, table, down) for down, row in enumerate(rows[: table.head])]
    if table.kind == "form":
        return found + [_of_form(row) for row in rows[table.head :]]
    for row, above in list(zip(rows, reaching(rows), strict=True))[table.head :]:
        covered = {rows[down][place][0] for down, place in above}
        found.append(_of_row(row, covered, columns, columns // table.abreast, named))
    return found if any(map(any, found)) else _by_first_column(rows, columns)


def _by_first_column(rows: Sequence[Placed], columns: int) -> Scopes:
    """Where nothing else is a head: the first of several columns, if its cells tell the rows apart
    and are no figures (years, sentences). Figures alone have no heads, and none are made up."""
    said = [plain(cell.text).strip() for row in rows for at, cell in row if at == 0]
    said = [text for text in said if text]
    apart = columns > 1 and len(set(said)) == len(said) and not any(map(is_number, said))
    return [
        ["row" if apart and at == 0 and plain(cell.text).strip() else "" for at, cell in row]
        for row in rows
    ]


def reaching(rows: Sequence[Placed]) -> Iterator[list[tuple[int, int]]]:
    """For each row the cells, as (row, place in it), that reach into it from above."""
    reach: list[tuple[int, int, int]] = []
    for down, row in enumerate(rows):
        reach = [one for one in reach if one[0] > down]
        yield [(start, place) for _, start, place in reach]
        reach += [
            (down + cell.rowspan, down, place)
            for place, (_, cell) in enumerate(row)
            if cell.rowspan > 1
        ]


def _record(row: Placed, start: int, width: int) -> list[tuple[int, Cell]]:
    """The cells of one record, their columns counted from its first."""
    return [(at - start, cell) for at, cell in row if start <= at < start + width]


def _of_head(row: Placed, table: Table, down: int) -> list[Scope]:
    # Of several head rows one that is doubtful is not asserted: its words may stand in the wrong
    # columns. Where all are, they are, for without them no column has a name.
    if table.rows[down].flag and not all(head.flag for head in table.rows[: table.head]):
        return [""] * len(row)
    # One that is empty, or a dash where others have their unit, would be announced as no name.
    return [
        ("colgroup" if cell.colspan > 1 else "col") if plain(cell.text).strip("-－—– 　") else ""
        for _, cell in row
    ]


def _of_row(
    row: Placed, covered: set[int], columns: int, each: int, named: Sequence[int]
) -> list[Scope]:
    """The cells of a row of the body. A cell that spans the table is the head of the rows below;
    one that names several rows (城区 of its three works) is a head of each of them.
    """
    if len(row) == 1 and row[0][1].colspan == columns > 1 and plain(row[0][1].text):
        return ["rowgroup"]
    heads: set[int] = set()
    for name in named:
        start = name - name % each
        if name not in covered:
            head = row_head(_record(row, start, each), name - start)
            heads |= {start + head} if head is not None else set()
    return ["row" if at in heads or _is_category(at, cell, named) else "" for at, cell in row]


def _is_category(at: int, cell: Cell, named: Sequence[int]) -> bool:
    text = plain(cell.text).strip()
    return cell.rowspan > 1 and at <= min(named, default=0) and text != "" and not is_fact(text)


def _of_form(row: Placed) -> list[Scope]:
    """Words with a blank behind them ask for it; a row of nothing but words is the head of the
    blanks below it.
    """
    words = [_is_label(cell) for _, cell in row]
    if len(row) > 2 and all(words):
        return ["col"] * len(row)
    return [
        "row" if label and (place == 0 or not all(words[place + 1 :])) else ""
        for place, label in enumerate(words)
    ]


def _is_label(cell: Cell) -> bool:
    text = plain(cell.text).strip()
    return text != "" and _ANSWER.fullmatch(text) is None

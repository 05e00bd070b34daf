"""The columns of a table that hold figures, with their units and what they measure. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Cell, Table, placed, plain

_FIGURE = re.compile(r"((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)([%％]?)")
"""Without a sign: bars that go both ways need an axis that a small chart has not."""
_UNIT = re.compile(
    r"[%％]|[十百千万亿]*(?:吨|元|户|人|人次|亩|公顷|米|公里|千米|平方米|平方公里|立方米|千瓦|千瓦时"
    r"|瓦|度|个|家|台|套|辆|座|处|所|件|项|次|天|吨标准煤|吨标煤|蒸吨|美元)(?:/[^\s/]{1,4})?"
    r"|(?:[kMm]?[mtWg]|MW|hm)[²³]?"
)
_IN_BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]$")
_SEVERAL = re.compile(r"[、，,；;\s]")
_NO_MEASURE = re.compile(r"序号|编号|名次|排名|代码|编码|邮编|电话|年份|年度|日期|时间|机组|备注")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as texts in a rectangle."""

    head: tuple[tuple[str, ...], ...]
    """A merged head says its words over each of its columns."""
    body: tuple[tuple[str, ...], ...]
    """Empty where nothing is printed, where a merged cell covers the place, and where a cell is
    doubtful: nothing is drawn from it."""
    width: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures."""

    path: tuple[str, ...]
    """Its heads, from the top, units left out: 二氧化硫, 2015年排放量."""
    unit: str
    """`%`, `万吨`; empty where the table does not say."""
    values: tuple[Decimal | None, ...]
    """One for each row of the body; None where it has no figure."""
    printed: tuple[str, ...]


def grid_of(table: Table) -> Grid:
    """The texts of `table`."""
    rows = list(placed(table.rows))
    width = max((at + cell.colspan for row in rows for at, cell in row), default=0)
    head = [[""] * width for _ in rows[: table.head]]
    body = [[""] * width for _ in rows[table.head :]]
    for down, row in enumerate(rows):
        for at, cell in row:
            if down >= table.head:
                body[down - table.head][at] = _certain(cell)
                continue
            for line in head[down : down + cell.rowspan]:
                line[at : at + cell.colspan] = [_one_line(cell)] * cell.colspan
    return Grid(tuple(map(tuple, head)), tuple(map(tuple, body)), width)


def _one_line(cell: Cell) -> str:
    return plain(cell.text).replace("\n", "").strip()


def _certain(cell: Cell) -> str:
    return "" if any(run.flag for run in cell.text) else _one_line(cell)


def columns(grid: Grid, unit: str, after: int) -> tuple[Column, ...]:
    """The columns of figures to the right of column `after`; `unit` is that of the whole table.

    None at all where a column gives each row a unit of its own.
    """
    texts = list(zip(*grid.body, strict=True))
    if any(_gives_units(column) for column in texts):
        return ()
    return tuple(
        column
        for at in range(after + 1, grid.width)
        if (column := _column([line[at] for line in grid.head], texts[at], unit)) is not None
    )


def _gives_units(texts: Sequence[str]) -> bool:
    units = [text for text in texts if _UNIT.fullmatch(text)]
    return 2 * len(units) > len(texts) and len(set(units)) > 1


def _column(heads: Sequence[str], texts: Sequence[str], unit: str) -> Column | None:
    """A column of figures that measure something, of one unit; None for any other."""
    found = [_FIGURE.fullmatch(text) for text in texts]
    figures = [figure for figure in found if figure is not None]
    signs = {bool(figure[2]) for figure in figures}
    path, own = _path(heads)
    if len(signs) != 1 or not path or _NO_MEASURE.search(path[-1]):
        return None
    values = tuple(Decimal(one[1].replace(",", "")) if one else None for one in found)
    if _counts_rows(values) or _are_years(values):
        return None
    if True in signs:
        return Column(path, "%", values, tuple(texts))
    return Column(path, own or ("" if _SEVERAL.search(unit) else unit), values, tuple(texts))


def _path(heads: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The heads of a column without repetition, and the unit that they give, if any."""
    said = list(_changes(heads))
    if len(said) > 1 and _UNIT.fullmatch(said[-1]):
        return tuple(said[:-1]), said[-1]
    found = _IN_BRACKETS.search(said[-1]) if said else None
    if found and _UNIT.fullmatch(found[1]) and found.start():
        return (*said[:-1], said[-1][: found.start()]), found[1]
    return tuple(said), ""


def _changes(heads: Sequence[str]) -> Iterator[str]:
    before = ""
    for head in heads:
        if head and head != before:
            yield head
            before = head


def _counts_rows(values: Sequence[Decimal | None]) -> bool:
    """1, 2, 3 …: serial numbers."""
    known = [value for value in values if value is not None]
    return known == list(range(1, len(known) + 1))


def _are_years(values: Sequence[Decimal | None]) -> bool:
    return all(value is None or (1900 <= value <= 2100 and value % 1 == 0) for value in values)

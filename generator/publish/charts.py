"""Which tables tell more as a picture, and what it shows: figures of places or years. Pure.

A chart is a table's own figures as bars, all of one unit. There is none where it could mislead:
where a row or a charted cell is doubtful, a figure is missing, a total cannot be told from what it
sums up, or the rows are not all places or all years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Table
from generator.publish.columns import width
from generator.publish.figures import Column, Grid, columns, grid_of
from generator.publish.totals import parted

_FEWEST, _MOST = 4, 20
"""Rows with bars: fewer are read as fast in the table, more fit no screen."""
_SERIES = 4
"""Bars of one place side by side."""
_BARS = 40
"""Of all series together."""
_CHARTS = 3
_APART = 10
"""Measures of one unit share a chart while their largest figures are not further apart than this
many times: beside tonnes emitted nobody sees the tonnes saved."""
_LONGEST_LABEL = 8
"""In em, so that a telephone has room for the bars."""
_LONGEST_FIGURE = 8
"""In em: it stands behind its bar, which needs the rest."""
_LONGEST_NAME = 18
"""Of a series, in em: it stands on one line."""
_PLACE = re.compile(r"\S{1,12}[省市县区州盟旗乡镇村]|\S{1,10}(?:街道|办事处)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure."""

    printed: str
    """As the table has it."""
    share: float
    """Its length, as a share of the longest in the chart, 0–1."""


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one kind, one for each label."""

    name: str
    """Empty where the chart has no other series."""
    bars: tuple[Bar, ...]

    def where(self, labels: tuple[str, ...], *, most: bool) -> str:
        """The places of its longest bars, or of its shortest."""
        extreme = (max if most else min)(bar.share for bar in self.bars)
        found = (
            label for label, bar in zip(labels, self.bars, strict=True) if bar.share == extreme
        )
        return "、".join(found)


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of a table."""

    title: str
    unit: str
    """`%` or what the table says; empty where it says nothing."""
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    left_out: tuple[str, ...]
    """The rows that sum up the others and have no bar."""

    @property
    def label_room(self) -> float:
        """Width of its longest label, in em."""
        return max(map(width, self.labels))

    @property
    def figure_room(self) -> float:
        """Width of its longest figure, in em."""
        return max(width(bar.printed) for series in self.series for bar in series.bars)


def charts(table: Table) -> tuple[Chart, ...]:
    """The charts of a table: mostly none, at most three."""
    if table.kind != "data" or table.abreast > 1 or any(row.flag for row in table.rows):
        return ()
    grid = grid_of(table)
    at = _name_column(grid)
    if at is None:
        return ()
    figures = columns(grid, table.unit, after=at)
    names = [_name(row, at) for row in grid.body]
    rows = parted(names, figures)
    if rows is None or not _are_labels([names[row] for row in rows.parts]):
        return ()
    labels = tuple(names[row] for row in rows.parts)
    totals = tuple(names[row] for row in rows.totals)
    whole = [column for column in figures if _is_whole(column, rows.parts)]
    made = (_chart(group, rows.parts, labels, totals) for group in _groups(whole))
    return tuple(chart for chart in made if _is_readable(chart))[:_CHARTS]


def _name_column(grid: Grid) -> int | None:
    """The first column that tells most rows apart by place or year; 地市 is often one for all."""
    for at in range(grid.width):
        said = [row[at] for row in grid.body]
        if 2 * len(set(filter(_is_label, said))) > len(said):
            return at
    return None


def _is_label(text: str) -> bool:
    return bool(_PLACE.fullmatch(text) or _YEAR.fullmatch(text))


def _name(row: Sequence[str], at: int) -> str:
    """What a row is called; 合计 often stands before the column of names."""
    return row[at] or next((text for text in row[:at] if text), "")


def _are_labels(labels: Sequence[str]) -> bool:
    """Whether they are all places or all years, all different, and short."""
    return (
        _FEWEST <= len(labels) <= _MOST
        and any(all(map(kind.fullmatch, labels)) for kind in (_PLACE, _YEAR))
        and len(set(labels)) == len(labels)
        and max(map(width, labels)) <= _LONGEST_LABEL
    )


def _is_whole(column: Column, rows: Sequence[int]) -> bool:
    """Whether no figure is missing, and they are not all the same."""
    values = {column.values[row] for row in rows}
    return None not in values and len(values) > 1


def _groups(figures: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    """The columns that share a chart: of one unit if they are near each other, else of one measure.
    Of columns of an unknown unit nobody knows whether they can be compared, but by their measure.
    """
    for unit, group in _sorted(figures, lambda column: (column.unit,)):
        if unit != ("",) and len(group) < _SERIES and _are_near(group):
            yield group
        else:
            yield from (found for _, found in _sorted(group, _measure))


def _sorted(
    figures: Sequence[Column], key: Callable[[Column], Path]
) -> list[tuple[Path, tuple[Column, ...]]]:
    keys = list(dict.fromkeys(map(key, figures)))
    return [(one, tuple(column for column in figures if key(column) == one)) for one in keys]


def _measure(column: Column) -> Path:
    """2015年排放量 of 二氧化硫 and of 氮氧化物; 产量 of 2016年 and of 2017年."""
    *above, last = column.path
    return tuple(above) if _YEAR.fullmatch(last) else (last,)


def _are_near(group: Sequence[Column]) -> bool:
    largest = [max(value or 0 for value in column.values) for column in group]
    return max(largest) <= _APART * min(largest)


def _chart(
    group: Sequence[Column], rows: Sequence[int], labels: Path, totals: tuple[str, ...]
) -> Chart:
    title, names = _titles([column.path for column in group])
    longest = max(column.values[row] or Decimal(0) for column in group for row in rows)
    series = (
        Series(name, tuple(_bar(column, row, longest) for row in rows))
        for name, column in zip(names, group, strict=True)
    )
    return Chart(title, group[0].unit, labels, tuple(series), totals)


def _bar(column: Column, row: int, longest: Decimal) -> Bar:
    value = column.values[row] or Decimal(0)
    return Bar(column.printed[row], float(round(value / longest, 4)))


def _titles(paths: Sequence[Path]) -> tuple[str, list[str]]:
    """What the columns have in common in their heads, and by what they differ."""
    if len(paths) == 1:
        return "　".join(paths[0]), [""]
    shortest = min(map(len, paths))
    start = next((n for n in range(shortest) if len({path[n] for path in paths}) > 1), shortest)
    rest = [path[start:] for path in paths]
    most = min(map(len, rest))
    end = next((n for n in range(most) if len({path[-1 - n] for path in rest}) > 1), most)
    names = ["　".join(path[: len(path) - end]) for path in rest]
    common = (*paths[0][:start], *(rest[0][len(rest[0]) - end :] if end else ()))
    return "　".join(common) or "、".join(names), names


def _is_readable(chart: Chart) -> bool:
    """Whether the series have short names of their own, and all bars room."""
    names = [series.name for series in chart.series]
    if len(names) > _SERIES or len(names) * len(chart.labels) > _BARS:
        return False
    if max(map(width, names)) > _LONGEST_NAME or chart.figure_room > _LONGEST_FIGURE:
        return False
    return len(names) == 1 or (all(names) and len(set(names)) == len(names))

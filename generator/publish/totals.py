"""Which rows of a table sum up the others. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.publish.figures import Column

_TOTAL = re.compile(r"[合总共小]\s*计|总量|平均|均值|其中|全[国省市县区]")
_PARTS = 3
"""From so many parts on a sum proves something."""
_TELLING = 100
"""A sum proves something if it is larger than this in its last digit: 6 is 1 + 2 + 3 by chance."""
_NEARLY = Decimal("0.75")


@dataclass(frozen=True, slots=True)
class Parted:
    """Numbers of the rows, from 0."""

    parts: tuple[int, ...]
    totals: tuple[int, ...]


def parted(names: Sequence[str], figures: Sequence[Column]) -> Parted | None:
    """Part the rows, called by `names`, from those that sum them up: by name, or because a first
    or last row is the sum of the others to the last digit.

    None where they cannot be told apart: sums stand among the rows, or a row is larger than all
    others and nearly their sum.
    """
    totals = [row for row, name in enumerate(names) if _TOTAL.search(name)]
    parts = [row for row in range(len(names)) if row not in totals]
    if not parts or any(parts[0] < row < parts[-1] for row in totals):
        return None
    sums = [column for column in figures if column.unit != "%"]
    if not totals:
        for row in {parts[0], parts[-1]}:
            others = [other for other in parts if other != row]
            if len(others) < _PARTS or not _largest(row, others, sums):
                continue
            if any(_is_sum(row, others, column) for column in sums):
                return Parted(tuple(others), (row,))
            if any(_is_nearly(row, others, column) for column in sums):
                return None
    return Parted(tuple(parts), tuple(totals))


def _values(rows: Sequence[int], column: Column) -> list[Decimal]:
    return [value for row in rows if (value := column.values[row]) is not None]


def _largest(row: int, others: Sequence[int], sums: Sequence[Column]) -> bool:
    """Whether no other row has a larger figure in any column."""
    return bool(sums) and all(
        (value := column.values[row]) is None or value >= max(_values(others, column), default=0)
        for column in sums
    )


def _is_sum(row: int, others: Sequence[int], column: Column) -> bool:
    """Whether the figure is that of the others added up, as far as it is given."""
    value, added = column.values[row], _values(others, column)
    if value is None or len(added) < _PARTS:
        return False
    last_digit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value >= _TELLING * last_digit and abs(sum(added) - value) <= last_digit / 2


def _is_nearly(row: int, others: Sequence[int], column: Column) -> bool:
    value = column.values[row]
    return value is not None and value >= _NEARLY * sum(_values(others, column))

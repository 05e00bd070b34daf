"""The heads of each cell by name, where the scopes of the heads do not tell: what a screen reader
says before it reads the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from generator.model import Table
from generator.publish.columns import Placed
from generator.publish.heads import Scope, Scopes


@dataclass(frozen=True, slots=True)
class Role:
    """What a cell is to the others of its table."""

    scope: Scope
    key: str = ""
    """Names a head, unlike all others of its table; empty where scopes suffice."""
    heads: tuple[str, ...] = ()
    """Keys of the heads of the cell, those of its columns first; empty where scopes suffice."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell, where it stands."""

    scope: Scope
    key: str
    at: int
    until: int
    """The column behind it."""
    first: int
    last: int
    """The rows it reaches over."""


@dataclass(slots=True)
class _Met:
    """The heads that were met on the way down a table."""

    form: bool
    each: int
    """Columns of a record."""
    tops: list[_Spot] = field(default_factory=list)
    """Heads of columns."""
    sides: list[_Spot] = field(default_factory=list)
    """Heads of the row and of the group it stands in."""

    def row(self, spots: Sequence[_Spot]) -> Iterator[Role]:
        """The roles of the cells of the next row."""
        tops = [spot for spot in spots if spot.scope.startswith("col")]
        sides = [spot for spot in spots if spot.scope.startswith("row")]
        grouped = any(spot.scope == "rowgroup" for spot in sides)
        here = max((spot.first for spot in spots), default=0)
        self.sides = sides + [
            spot
            for spot in self.sides
            if not grouped and (spot.scope == "rowgroup" or spot.last >= here)
        ]
        for spot in spots:
            yield Role(spot.scope, spot.key, tuple(head.key for head in self._heads(spot)))
        # A form begins anew with each row of heads.
        self.tops = tops if self.form and tops else self.tops + tops

    def _heads(self, spot: _Spot) -> list[_Spot]:
        if spot.scope == "rowgroup":
            return []
        tops = [top for top in self.tops if top.at < spot.until and spot.at < top.until]
        sides = [
            side
            for side in sorted(self.sides, key=lambda side: (side.scope != "rowgroup", side.at))
            if side is not spot
            and (side.scope == "rowgroup" or side.at // self.each == spot.at // self.each)
            and (side.at < spot.at or not (spot.scope or self.form))
        ]
        if self.form:
            return [side for side in sides[:-1] if side.last > side.first] + sides[-1:] or tops
        return tops + sides


def roles(
    table: Table, rows: Sequence[Placed], scopes: Scopes, columns: int
) -> Iterator[list[Role]]:
    """The role of each cell of each row, of which `scopes` are known."""
    if not _needed(table, rows, scopes):
        yield from ([Role(scope) for scope in of_row] for of_row in scopes)
        return
    keys = count(1)
    met = _Met(table.kind == "form", columns // table.abreast or 1)
    for down, (row, of_row) in enumerate(zip(rows, scopes, strict=True)):
        spots = [
            _Spot(
                scope,
                f"h{next(keys)}" if scope else "",
                at,
                at + cell.colspan,
                down,
                down + cell.rowspan - 1,
            )
            for (at, cell), scope in zip(row, of_row, strict=True)
        ]
        yield list(met.row(spots))


def _needed(table: Table, rows: Sequence[Placed], scopes: Scopes) -> bool:
    """Whether `scope` does not suffice: several head rows, merged heads, records side by side, the
    pairs of a form.
    """
    if table.kind == "form" or table.head > 1 or (table.head and table.abreast > 1):
        return True
    return any(
        scope not in {"", "rowgroup"} and (cell.colspan > 1 or cell.rowspan > 1)
        for row, of_row in zip(rows, scopes, strict=True)
        for (_, cell), scope in zip(row, of_row, strict=True)
    )

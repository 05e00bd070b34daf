"""The blocks of an item in the making, to be found by source line and to have notes put between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Gap, Row, Span, Table


class Body:
    """The body of an item: blocks that may be replaced, rows of its tables, notes behind them.

    Everything is found by its line at once, however many doubts a long source has.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = list(blocks)
        self._at = _by_line([block.origin for block in blocks])
        self._notes: dict[int, list[Gap]] = {}
        """Behind a block, by its index; -1 before all."""
        self._rows: dict[int, tuple[list[Row], dict[int, list[int]]]] = {}
        """Of a table, by its index: the rows, and which stand on a line."""
        self._lowest_below: list[int] = [0] * len(blocks)
        """The lowest last line of a block and all behind it."""
        lowest = _NEVER
        for index in range(len(blocks) - 1, -1, -1):
            origin = blocks[index].origin
            lowest = min(lowest, origin.last if origin else _NEVER)
            self._lowest_below[index] = lowest

    def here(self, line: int) -> list[int]:
        """The blocks that come from a line."""
        return self._at.get(line, [])

    def __getitem__(self, index: int) -> Block:
        return self._blocks[index]

    def __setitem__(self, index: int, block: Block) -> None:
        self._blocks[index] = block

    def rows(self, index: int, table: Table, line: int) -> list[tuple[int, Row]]:
        """The rows of a table that come from a line, each with its place."""
        if index not in self._rows:
            self._rows[index] = list(table.rows), _by_line([row.origin for row in table.rows])
        rows, at = self._rows[index]
        return [(place, rows[place]) for place in at.get(line, [])]

    def put_row(self, index: int, place: int, row: Row) -> None:
        """Replaces a row that `rows` gave."""
        self._rows[index][0][place] = row

    def put_note(self, note: Gap, line: int) -> None:
        """Puts a note behind what comes from its line, else behind the last that stands above."""
        here = self.here(line)
        # Behind the last block that ends above the line: where the lowest line behind it is no
        # longer above.
        behind = here[-1] if here else bisect_left(self._lowest_below, line) - 1
        notes = self._notes.setdefault(behind, [])
        lines = [other.origin.first if other.origin else 0 for other in notes]
        above = [n for n, other in enumerate(lines) if other == line]
        if not here and not above:
            above = [n for n, other in enumerate(lines) if other < line]
        notes.insert(above[-1] + 1 if above else 0, note)

    def blocks(self) -> tuple[Block, ...]:
        """The body as it is now."""
        result: list[Block] = [*self._notes.get(-1, ())]
        for index, block in enumerate(self._blocks):
            result.append(self._with_rows(index, block))
            result += self._notes.get(index, ())
        return tuple(result)

    def _with_rows(self, index: int, block: Block) -> Block:
        if not isinstance(block, Table) or index not in self._rows:
            return block
        return replace(block, rows=tuple(self._rows[index][0]))


_NEVER = 1 << 60


def _by_line(spans: Sequence[Span | None]) -> dict[int, list[int]]:
    at: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        for line in range(span.first, span.last + 1) if span else ():
            at.setdefault(line, []).append(index)
    return at

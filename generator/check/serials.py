"""Serial numbers of table rows, days of a chronicle, and sums that a table states itself."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model import Entry, Table, placed, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.check.subject import Subject
    from generator.model import Finding, Row

_SERIAL = re.compile(r"\d{1,4}")
_FIGURE = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")
_TOTAL = re.compile(r"^(?:合|总)\s*计$")
_HEAD = re.compile(r"^(?:序\s*号|编\s*号|№|NO\.?)$", re.IGNORECASE)
_FEWEST = 3


def serials(subject: Subject) -> Iterator[Finding]:
    """C303: a serial number that does not follow the one above; C304: a total that is not the sum
    of its column; C506: a day of a chronicle before the one above."""
    for item in subject.issue.items:
        for index, block in enumerate(item.body):
            if isinstance(block, Table):
                for message in _jumps(block):
                    yield subject.of_block(item, index, "C303", message)
                for message in _wrong_totals(block):
                    yield subject.of_block(item, index, "C304", message)
        days = [(i, block) for i, block in enumerate(item.body) if isinstance(block, Entry)]
        for (_, above), (index, entry) in pairwise(days):
            if entry.date < above.date:
                message = f"{entry.date} stands behind {above.date}"
                yield subject.of_block(item, index, "C506", message)


def _jumps(table: Table) -> Iterator[str]:
    """Rows whose number is not the next one, where the first column is headed 序号; one that tells
    the reader so itself is named as that (C302)."""
    texts = _texts(table)
    if not any(cells and _HEAD.match(cells[0]) for cells in texts[: table.head]):
        return
    last: int | None = None
    for row, cells in list(zip(table.rows, texts, strict=True))[table.head :]:
        if not cells or not _SERIAL.fullmatch(cells[0]):
            continue
        number = int(cells[0])
        if last is not None and number not in (last, last + 1) and "序号" not in row.flag:
            yield f"{_name(table)}: number {number} follows {last}{_line(row)}"
        last = number


def _texts(table: Table) -> list[list[str]]:
    """The cells of every row, each in its column; empty where another one spans the place."""
    texts = []
    for row in placed(table.rows):
        cells = [""] * max((at + cell.colspan for at, cell in row), default=0)
        for at, cell in row:
            cells[at] = plain(cell.text).strip()
        texts.append(cells)
    return texts


def _wrong_totals(table: Table) -> Iterator[str]:
    """Columns whose 合计 row, the first or the last, is not what the others add up to."""
    body = _texts(table)[table.head :]
    places = [i for i, cells in enumerate(body) if any(map(_TOTAL.match, cells[:2]))]
    if len(places) != 1 or places[0] not in (0, len(body) - 1) or len(body) <= _FEWEST:
        return
    total = body[places[0]]
    others = [cells for i, cells in enumerate(body) if i != places[0]]
    for column, text in enumerate(total):
        figures = _figures(others, column)
        if _FIGURE.fullmatch(text) and figures and sum(figures) != Decimal(text):
            row = table.rows[table.head + places[0]]
            stated = f"column {column + 1} states {text} in all and adds up to {sum(figures)}"
            yield f"{_name(table)}: {stated}{_line(row)}"


def _figures(rows: Sequence[Sequence[str]], column: int) -> list[Decimal]:
    """The figures of a column that has hardly anything else; empty for any other."""
    cells = [cells[column] for cells in rows if len(cells) > column and cells[column]]
    figures = [Decimal(cell) for cell in cells if _FIGURE.fullmatch(cell)]
    return figures if len(figures) == len(cells) >= _FEWEST else []


def _name(table: Table) -> str:
    return table.caption or "a table without caption"


def _line(row: Row) -> str:
    return f" (source line {row.origin.first})" if row.origin else ""

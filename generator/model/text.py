"""Inline text and the blocks of a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from generator.model.provenance import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A "\\n" in it is a hard line break."""

    text: str
    strong: bool = False
    """Bold: article numbers and run-in headings."""
    script: Literal["", "sub", "sup"] = ""
    """Subscript (PM₂.₅) or superscript (m²)."""
    flag: str = ""
    """Not empty: the text is doubtful and left as it is; says why, in Chinese, for the reader."""


Text = tuple[Run, ...]
"""Inline text. Neighbouring runs differ in style and none is empty."""


def plain(text: Text) -> str:
    """The characters alone, without style."""
    return "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line."""

    level: int
    """1: title of an attached instrument or annex; 2–5: the first to fourth class of the
    numbering (一、 → （一） → 1. → （1）; 1 → 1.1 → 1.1.1; 第X章 = 2), which alone decides."""
    text: Text
    """The heading with its number, without an annex label."""
    label: str = ""
    """`附件1`, `附录9.1`: the label above an annex title (level 1 only)."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. An article begins with a strong run `第十二条`; a run-in heading
    (`（一）煤矿。`) is its first run, strong."""

    text: Text
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list that carries its own printed number (（一） in an article, the list of
    annexes) or dash; the number is part of the text."""

    text: Text
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a chronicle (大事记). Its text keeps the printed date or ※."""

    text: Text
    date: str
    """ISO date; of an entry marked ※, that of the day above it."""
    date_to: str = ""
    """Last day, ISO, where the print names several (4月8日、9日)."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: Text = ()
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Cells covered by a span are absent; otherwise it has the cells that were printed."""

    cells: tuple[Cell, ...]
    origin: Span | None = None
    flag: str = ""
    """Why the row is doubtful (too few cells, a serial number that jumps), for the reader."""


def placed(rows: Sequence[Row]) -> Iterator[list[tuple[int, Cell]]]:
    """For each row its cells with their column, from 0; spans from above are stepped over.

    >>> tall, low = Cell(rowspan=2), Cell()
    >>> [[at for at, _ in row] for row in placed([Row((tall, low)), Row((low, low))])]
    [[0, 1], [1, 2]]
    """
    taken: dict[int, int] = {}
    for row in rows:
        free = (column for column in count() if not taken.get(column))
        found = []
        opened: dict[int, int] = {}
        for cell in row.cells:
            at = next(free)
            for column in range(at, at + cell.colspan):
                opened[column] = cell.rowspan
            for _ in range(cell.colspan - 1):
                next(free)
            found.append((at, cell))
        yield found
        taken = {column: left - 1 for column, left in (taken | opened).items() if left > 1}


TableKind = Literal["data", "form", "persons"]
"""What a table is: records under a head, a form to fill in, or a list of persons, whose rows have
three cells: role (指挥长：, empty where it is that of the row above), name, post."""


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table: the pieces that page breaks cut are joined."""

    rows: tuple[Row, ...]
    """Head rows first."""
    head: int = 1
    """How many of the rows are head rows; 0 for a form without a head."""
    caption: str = ""
    """`表2 …` or the title above it, else empty."""
    unit: str = ""
    """What the unit line says (`万吨`), else empty."""
    note: str = ""
    """The note line beneath it, else empty."""
    origin: Span | None = None
    kind: TableKind = "data"
    abreast: int = 1
    """Records that stand side by side in a row: 2 of 同位素 | D2值 | 同位素 | D2值."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Raw lines that cannot be rebuilt honestly, shown as they are."""

    lines: tuple[str, ...]
    notice: str
    """Tells the reader why, in Chinese."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the print had and the source lacks: a missing annex, a flow chart."""

    text: str
    """Tells the reader what is missing, in Chinese."""
    origin: Span | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: the signing bodies or the officer, and the date, a line each as printed."""

    lines: tuple[str, ...]
    origin: Span | None = None


Block = Heading | Paragraph | ListItem | Entry | Table | Verbatim | Gap | Signature

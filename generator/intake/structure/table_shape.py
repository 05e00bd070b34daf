"""Rows as they were printed: merged cells, and what a reader must know of a row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.intake.structure import table_doubts, table_heads, table_spans
from generator.model import Cell, Row, plain

Spans = table_heads.Spans


def shaped(rows: Sequence[Row], head: int, starts: Collection[int], *, abreast: int) -> list[Row]:
    """The rows of a table whose first `head` rows are its head, cells merged and doubts noted.
    `starts`: where the pieces that page breaks cut begin, as indices into the rows of the body."""
    texts = [_texts(row) for row in rows]
    top, body = texts[0], texts[head:]
    rows, loose = _doubted(rows, texts, head)
    spans, torn = table_heads.spans(texts[:head])
    heads = _merged(rows[:head], spans)
    if torn:
        heads[0] = with_reason(heads[0], table_heads.NOT_ALIGNED)
    groups = table_spans.group_rows(body, top, loose)
    merged: Spans = {(at, 0): (1, len(top)) for at in groups}
    if abreast == 1:
        loose = [doubt or at in groups for at, doubt in enumerate(loose)]
        tall = table_spans.tall_cells(body, top, loose, starts)
        merged |= {place: (height, 1) for place, height in tall.items()}
    return [*heads, *_merged(rows[head:], merged)]


def flagged(rows: Sequence[Row]) -> list[Row]:
    """The rows of a list without a head, doubts noted."""
    return _doubted(rows, [_texts(row) for row in rows], 0)[0]


def with_reason(row: Row, why: str) -> Row:
    """The row with one more thing that a reader must know of it; `why` may be empty."""
    return replace(row, flag="；".join(filter(None, (row.flag, why))))


def _doubted(
    rows: Sequence[Row], texts: Sequence[list[str]], head: int
) -> tuple[list[Row], list[bool]]:
    """The rows with their doubts, and which ones of the body are out of place."""
    top, body = texts[0] if head else (), texts[head:]
    width, whose = len(texts[0]), "表头" if head else "首行"
    ragged = [table_doubts.ragged(len(cells), width, whose) for cells in texts]
    misplaced = [""] * head + table_doubts.misplaced(body, top)
    reasons = [first or second for first, second in zip(ragged, misplaced, strict=True)]
    doubted = [replace(row, flag=why) for row, why in zip(rows, reasons, strict=True)]
    noted = table_doubts.noted(doubted[head:], body, top)
    return [*doubted[:head], *noted], list(map(bool, reasons[head:]))


def _texts(row: Row) -> list[str]:
    return [plain(cell.text).strip() for cell in row.cells]


def _merged(rows: Sequence[Row], spans: Spans) -> list[Row]:
    """The rows without the cells that others span."""
    covered = {
        (at + down, column + right)
        for (at, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
        if down or right
    }
    return [
        replace(
            row,
            cells=tuple(
                _spanning(cell, spans.get((at, column)))
                for column, cell in enumerate(row.cells)
                if (at, column) not in covered
            ),
        )
        for at, row in enumerate(rows)
    ]


def _spanning(cell: Cell, span: tuple[int, int] | None) -> Cell:
    return cell if span is None else replace(cell, rowspan=span[0], colspan=span[1])

"""Tables as a workbook (XLSX): typed cells, frozen heads, merged cells, and a sheet that explains.

A string is written as a string, never as a formula or a link. The same tables give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generator.publish.columns import width
from generator.publish.downloads.numbers import are_codes, number
from generator.publish.downloads.sheet import Record, Sheet
from generator.publish.inline import words

_NO_CLOCK = datetime(1980, 1, 1)
"""The day that stands in every archive without a day of its own."""
_LONGEST_TEXT = 32_767
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LONGEST_AS_TEXT = 255
"""Older Excel shows a longer text in the format "text" as ####."""
_NARROWEST, _WIDEST = 6, 60
"""Widths of a column, in characters."""
_PLAIN = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B0A898"}
_HEAD = {**_PLAIN, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F5F1E7"}


def fits(sheet: Sheet) -> bool:
    """Whether a workbook can hold the sheet: beyond its limits text would be lost."""
    if len(sheet.records) > _MOST_ROWS or not 0 < sheet.columns <= _MOST_COLUMNS:
        return False
    cells = (cell for record in sheet.records for cell in record.cells if cell)
    return all(len(words(cell.text).encode("utf-16-le")) // 2 <= _LONGEST_TEXT for cell in cells)


@dataclass(slots=True)
class Book:
    """A workbook in the making."""

    title: str
    author: str
    stream: BytesIO = field(default_factory=BytesIO)
    made: xlsxwriter.Workbook = field(init=False)
    formats: dict[str, Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.made = xlsxwriter.Workbook(self.stream, {"in_memory": True})
        self.made.set_properties({"title": self.title, "author": self.author, "created": _NO_CLOCK})

    def add_table(self, name: str, sheet: Sheet) -> None:
        """A sheet with the table alone, from its first cell on."""
        made = self.made.add_worksheet(name)
        made.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        _set_up(made, sheet)
        codes = _code_columns(sheet)
        for row, record in enumerate(sheet.records):
            self._write_record(made, row, record, codes if row >= len(sheet.head) else None)

    def add_list(
        self,
        name: str,
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        sheets: Sequence[str] = (),
    ) -> None:
        """A sheet of words, the first row its heads. The first word of each other row leads to one
        of the `sheets`, while there are any, in their order. What is longer than a cell goes on in
        the cell below.
        """
        made = self.made.add_worksheet(name)
        for column, wide in enumerate(widths):
            made.set_column(column, column, wide)
        made.freeze_panes(1, 0)
        down = 0
        for texts, sheet in zip_longest(rows, ("", *sheets), fillvalue=""):
            for line in zip_longest(*map(_pieces, texts), fillvalue=""):
                for column, text in enumerate(line):
                    made.write_string(down, column, text, self._text(text, down == 0))
                if sheet and line[0] == sheet:
                    target = "internal:'" + sheet.replace("'", "''") + "'!A1"
                    made.write_url(down, 0, target, self._text(sheet, False), sheet)
                down += 1

    def close(self) -> bytes:
        """The whole file."""
        self.made.close()
        return self.stream.getvalue()

    def _write_record(
        self, made: Worksheet, row: int, record: Record, codes: frozenset[int] | None
    ) -> None:
        for column, cell in enumerate(record.cells):
            if cell is None:
                continue
            text = words(cell.text)
            head = codes is None
            found = None if codes is None or column in codes else number(text)
            form = self._number(found.form) if found else self._text(text, head)
            if cell.colspan > 1 or cell.rowspan > 1:
                end = (row + cell.rowspan - 1, column + cell.colspan - 1)
                made.merge_range(row, column, *end, "", form)
            if found:
                made.write_number(row, column, found.value, form)
            elif text:
                made.write_string(row, column, text, form)
            else:
                made.write_blank(row, column, None, form)

    def _number(self, form: str) -> Format:
        return self._format(f"number {form}", {**_PLAIN, "num_format": form})

    def _text(self, text: str, head: bool) -> Format:
        look = _HEAD if head else _PLAIN
        if len(text) > _LONGEST_AS_TEXT:
            return self._format(f"long {head}", look)
        return self._format(f"text {head}", {**look, "num_format": "@"})

    def _format(self, name: str, look: dict[str, object]) -> Format:
        if name not in self.formats:
            self.formats[name] = self.made.add_format(look)
        return self.formats[name]


def _pieces(text: str) -> list[str]:
    """`text` in pieces that a cell can hold; there a rare character counts twice."""
    most = _LONGEST_TEXT // 2
    return [text[at : at + most] for at in range(0, len(text), most)] or [""]


def cell_name(row: int, column: int) -> str:
    """What a sheet calls a cell, its row and column counted from 0: `C4`."""
    return str(xl_rowcol_to_cell(row, column))


def _set_up(made: Worksheet, sheet: Sheet) -> None:
    """Widths, frozen heads, a filter, and a print that fits the page across."""
    widest = [0.0] * sheet.columns
    for record in sheet.records:
        for column, cell in enumerate(record.cells):
            if cell and cell.colspan == 1:
                widest[column] = max(widest[column], width(words(cell.text)))
    for column, em in enumerate(widest):
        made.set_column(column, column, min(max(2 * em + 2, _NARROWEST), _WIDEST))
    made.freeze_panes(len(sheet.head), 0)
    made.set_landscape()
    made.set_paper(9)  # A4
    made.fit_to_pages(1, 0)
    if sheet.head:
        made.repeat_rows(0, len(sheet.head) - 1)
    if len(sheet.head) == 1 and sheet.body and not any(map(_is_merged, sheet.records)):
        made.autofilter(0, 0, len(sheet.body), sheet.columns - 1)


def _is_merged(record: Record) -> bool:
    return any(cell and (cell.colspan > 1 or cell.rowspan > 1) for cell in record.cells)


def _code_columns(sheet: Sheet) -> frozenset[int]:
    texts: list[list[str]] = [[] for _ in range(sheet.columns)]
    for record in sheet.body:
        for column, cell in enumerate(record.cells):
            if cell:
                texts[column].append(words(cell.text))
    return frozenset(column for column, found in enumerate(texts) if are_codes(found))

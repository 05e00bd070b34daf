"""A sheet as CSV (RFC 4180): the exact text, and the same for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from generator.publish.downloads.sheet import Sheet
from generator.publish.inline import words

_TAKEN_FOR_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_HARMLESS = re.compile(r"\s*[-+]?[0-9][0-9,]*(?:\.[0-9]+)?[%％‰]?\s*|[-－]+")
"""A number, and the dash that says that there is none."""


def exact(sheet: Sheet) -> bytes:
    """The text as it is, for programs. A covered or missing cell is empty."""
    return _written(_texts(sheet)).encode("utf-8")


def for_spreadsheets(sheet: Sheet) -> bytes:
    """With the mark without which Excel reads Chinese as GBK, and with formulas disarmed."""
    rows = ([disarmed(text) for text in row] for row in _texts(sheet))
    return _written(rows).encode("utf-8-sig")


def disarmed(text: str) -> str:
    """What a spreadsheet would calculate gets the apostrophe by which spreadsheets mark a text.

    CSV cannot say that a cell is a text, and a spreadsheet that opens `-SNCR` shows an error in its
    place. The other files need no apostrophe and have none.

    >>> [disarmed(text) for text in ("=1+1", "-SNCR", "-5.2", "+3%", "-", "城区")]
    ["'=1+1", "'-SNCR", '-5.2', '+3%', '-', '城区']
    """
    if _TAKEN_FOR_FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def _texts(sheet: Sheet) -> Iterator[list[str]]:
    for record in sheet.records:
        yield [words(cell.text) if cell else "" for cell in record.cells]


def _written(rows: Iterator[list[str]]) -> str:
    stream = StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return stream.getvalue()

"""Quotation marks that OCR turned the wrong way round, or read as straight ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.intake.ledger import put
from generator.model import Line
from generator.numbering import number

_MARK = re.compile(r"[“”＂\"]")


def quotation_marks(lines: list[Line]) -> list[Line]:
    """Opens and closes by turns in every paragraph that has an even number of marks: GB/T 15834
    knows no quotation in a quotation with the same marks. With an odd number one was lost, and no
    one knows where, so that they stay.

    >>> from generator.model import Span
    >>> texts = ["（一）严防“散乱污“企业反弹，", "有序推进＂公转铁”。", "（二）坚持“转型为纲“"]
    >>> [line.text for line in quotation_marks([Line(text, Span(1, 1)) for text in texts])]
    ['（一）严防“散乱污”企业反弹，', '有序推进“公转铁”。', '（二）坚持“转型为纲”']
    """
    edits: list[tuple[int, int, int, str]] = []
    for places in _paragraphs(lines):
        if len(places) % 2:
            continue
        for turn, (index, at) in enumerate(places):
            mark = "”" if turn % 2 else "“"
            edits.append((index, at, at + 1, mark))
    return put(lines, edits)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[tuple[int, int]]]:
    """The places of the marks, line and column, by paragraph; one begins with a number."""
    places: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if number(line.text) is not None:
            yield places
            places = []
        places += [(index, found.start()) for found in _MARK.finditer(line.text)]
    yield places

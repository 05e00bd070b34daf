"""Page numbers and running headers, which belong to the print and not to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Line

_PAGE_NUMBER = re.compile(
    r"^\s*(?:"
    r"[-—–－·•.]{1,3}\s*(\d{1,4})\s*[-—–－·•.]{1,3}"  # - 14 -
    r"|[·•]{1,3}\s*(\d{1,4})"  # ·· 16
    r"|(\d{1,4})\s*[·•]{1,3}"
    r"|第\s*(\d{1,4})\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r")\s*$"
)
_BARE_NUMBER = re.compile(r"^\s*(\d{1,4})\s*$")
_RUNNING_HEADER = re.compile(
    r"^\s*\S{0,14}公报\s*[（(]?\s*(?:19|20)\d\d\s*[.．年·]\s*(?:第\s*)?\d{1,2}\s*期?\s*[）)]?\s*\S{0,14}\s*$"
)
_FEWEST_BARE = 3


def page_furniture(lines: list[Line]) -> list[Line]:
    """Empties lines that hold a page number or a running header and nothing else; a running header
    begins a page.

    A bare number may be a cell of a table that the extraction tore apart. It is a page number only
    where three or more go on one by one from decorated ones above.

    >>> from generator.model import Span
    >>> texts = ["·· 16", "某市人民政府公报（2021. 2） 市人民政府文件", "16"]
    >>> [line.text for line in page_furniture([Line(t, Span(1, 1)) for t in texts])]
    ['', '', '16']
    """
    bare = _bare_numbers(lines)
    result: list[Line] = []
    turned = 0
    for index, line in enumerate(lines):
        text = " ".join(line.text.split())
        header = _RUNNING_HEADER.match(text)
        turned += bool(header)
        text = "" if header or _PAGE_NUMBER.match(text) or index in bare else line.text
        if turned or text != line.text:
            line = replace(line, text=text, page=line.page + turned)
        result.append(line)
    return result


def _bare_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that go on with the page numbers of the pages before, though their decoration was lost
    (2020-jszb-56, lines 882 to 1020: 17 to 20)."""
    decorated = [(i, found) for i, x in enumerate(lines) if (found := _PAGE_NUMBER.match(x.text))]
    if len(decorated) < _FEWEST_BARE:
        return set()
    last_line, found = decorated[-1]
    last = int(next(filter(None, found.groups())))
    series: list[tuple[tuple[int, ...], int]] = []
    for places, value in _values(lines, last_line + 1):
        if value == series[-1][1] + 1 if series else last < value <= last + _FEWEST_BARE:
            series.append((places, value))
    if len(series) < _FEWEST_BARE:
        return set()
    return {place for places, _ in series for place in places}


def _values(lines: Sequence[Line], first: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Bare numbers from a line on: their lines and value. Two that stand right below each other
    may also be one number torn apart (2020-jszb-56, lines 760 and 762: 16)."""
    above: tuple[int, str] | None = None
    for index in range(first, len(lines)):
        found = _BARE_NUMBER.match(lines[index].text)
        if found and above and len(found[1]) == len(above[1]) == 1:
            yield (above[0], index), int(above[1] + found[1])
        if found:
            yield (index,), int(found[1])
        if lines[index].text.strip():
            above = (index, found[1]) if found else None

"""Page numbers and running headers, which belong to the print and not to the text."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Line

_PAGE_NUMBER = re.compile(
    r"^\s*(?:"
    r"[-—–－·•.]{1,3}\s*\d{1,4}\s*[-—–－·•.]{1,3}"  # - 14 -
    r"|[·•]{1,3}\s*\d{1,4}"  # ·· 16
    r"|\d{1,4}\s*[·•]{1,3}"
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r")\s*$"
)
_RUNNING_HEADER = re.compile(
    r"^\s*\S{0,14}公报\s*[（(]?\s*(?:19|20)\d\d\s*[.．年·]\s*(?:第\s*)?\d{1,2}\s*期?\s*[）)]?\s*\S{0,14}\s*$"
)


def page_furniture(lines: list[Line]) -> list[Line]:
    """Empties lines that hold a decorated page number or a running header and nothing else; a
    running header begins a page.

    A bare number is left: it may be a cell of a table that the extraction tore apart.

    >>> from generator.model import Span
    >>> texts = ["·· 16", "某市人民政府公报（2021. 2） 市人民政府文件", "16"]
    >>> [line.text for line in page_furniture([Line(t, Span(1, 1)) for t in texts])]
    ['', '', '16']
    """
    result: list[Line] = []
    turned = 0
    for line in lines:
        turned += bool(_RUNNING_HEADER.match(line.text))
        number = _PAGE_NUMBER.match(line.text) or _RUNNING_HEADER.match(line.text)
        text = "" if number else line.text
        if turned or text != line.text:
            line = replace(line, text=text, page=line.page + turned)
        result.append(line)
    return result

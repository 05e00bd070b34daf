"""Page numbers and running headers, which belong to the print and not to the text."""

from __future__ import annotations

import re

from generator.intake.ledger import each

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


def _fix(text: str) -> str:
    """
    >>> _fix("·· 16"), _fix("晋城市人民政府公报（2021. 2） 市人民政府文件"), _fix("16")
    ('', '', '16')
    """
    return "" if _PAGE_NUMBER.match(text) or _RUNNING_HEADER.match(text) else text


page_furniture = each(_fix)
"""Empties lines that hold a decorated page number or a running header and nothing else.

A bare number is left: it may be a cell of a table that the extraction tore apart."""

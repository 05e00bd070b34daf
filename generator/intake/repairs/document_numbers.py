"""发文字号 in canonical form: year in 〔〕, no space, no leading zero (GB/T 9704-2012, 7.2.5)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.intake.forms import HAN
from generator.model import Line

_OPEN = r"[\[(（［〔【]"
_CLOSE = r"[\])）］〕】J]"
_NUMBER = re.compile(rf"(?<=[{HAN}])\s*{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}\s*(\d{{1,4}})\s*号")
_DECREE = re.compile(r"(?<=令)\s+(?=第\s*\d{1,4}\s*号)")
"""国务院令 第493号 (2023-02, line 2347)."""
_YEAR_AT_END = re.compile(rf"(?<=[{HAN}])\s*{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}\s*$")
_YEAR_AT_START = re.compile(rf"^\s*{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}\s*(\d{{1,4}})\s*号")
_REST_AT_START = re.compile(r"^\s*(\d{1,4})\s*号")


def document_numbers(lines: list[Line]) -> list[Line]:
    """Mends the brackets and spaces of document numbers, also those cut by a line end.

    >>> from generator.model import Span
    >>> document_numbers([Line("晋市政办(2020] 56号", Span(4, 4))])[0].text
    '晋市政办〔2020〕56号'
    """
    texts = [_DECREE.sub("", _NUMBER.sub(r"〔\1〕\2号", line.text)) for line in lines]
    filled = [i for i, text in enumerate(texts) if text.strip()]
    for this, following in pairwise(filled):
        if _YEAR_AT_END.search(texts[this]) and _REST_AT_START.match(texts[following]):
            texts[this] = _YEAR_AT_END.sub(r"〔\1〕", texts[this])
            texts[following] = _REST_AT_START.sub(r"\1号", texts[following])
        ends_in_han = re.search(rf"[{HAN}]\s*$", texts[this])
        if ends_in_han and _YEAR_AT_START.match(texts[following]):
            texts[following] = _YEAR_AT_START.sub(r"〔\1〕\2号", texts[following])
    return [
        line if line.text == text else replace(line, text=text)
        for line, text in zip(lines, texts, strict=True)
    ]

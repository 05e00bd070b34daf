"""Traditional and Japanese forms in simplified text (系統, 実施), from the fonts of an extraction
or the alphabet of an OCR model. 通用规范汉字表 (2013) is the standard of official documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from opencc import OpenCC

from generator.intake.evidence import Witness
from generator.intake.forms import HAN
from generator.intake.ledger import put
from generator.model import Line

_RUN = re.compile(rf"[{HAN}]+")
_STANDARD = {"臵": "置", "爲": "为"}
"""Forms that a font maps wrongly, and OpenCC does not know: 臵 (U+81F5) stands in PDF text layers
where the print has 置."""
_SHARE = 0.01
"""A text with more of them is not in simplified characters, and left alone."""


def variant_characters(lines: list[Line]) -> list[Line]:
    """Writes the standard form where the word that it makes stands elsewhere in the source: 系统
    proves 系統, and nothing proves the name 李拴紂.

    >>> from generator.model import Span
    >>> texts = ["信息系统建设", "监控系統", "李拴紂"]
    >>> lines = variant_characters([Line(text, Span(n, n)) for n, text in enumerate(texts, 1)])
    >>> [line.text for line in lines]
    ['信息系统建设', '监控系统', '李拴紂']
    """
    places = list(_places(lines))
    if not places or not is_simplified(lines):
        return lines
    seen = Witness(lines).count({word for _, _, words in places for word in words})
    edits = (
        (index, at, at + 1, standard(lines[index].text[at]))
        for index, at, words in places
        if any(seen[word] for word in words)
    )
    return put(lines, edits)


def is_simplified(lines: Sequence[Line]) -> bool:
    """Whether the text is in simplified characters, a few strangers aside."""
    total = sum(len(run) for line in lines for run in _RUN.findall(line.text))
    return sum(1 for _ in _places(lines)) <= max(total * _SHARE, 20)


def _places(lines: Sequence[Line]) -> Iterator[tuple[int, int, list[str]]]:
    """Index of the line, place in it, and the words of two characters that would prove it."""
    for index, line in enumerate(lines):
        for run in _RUN.finditer(line.text):
            for at in range(run.start(), run.end()):
                if standard(line.text[at]) != line.text[at]:
                    yield index, at, _words(line.text, at, run)


def _words(text: str, at: int, run: re.Match[str]) -> list[str]:
    before = standard(text[at - 1]) if at > run.start() else ""
    after = standard(text[at + 1]) if at + 1 < run.end() else ""
    char = standard(text[at])
    return [word for word in (before + char, char + after) if len(word) == 2]


@cache
def standard(char: str) -> str:
    """The simplified form of a character; the character itself where it has none.

    >>> standard("統"), standard("実"), standard("臵"), standard("后"), standard("乾")
    ('统', '实', '置', '后', '乾')
    """
    if char in _STANDARD:
        return _STANDARD[char]
    if _in_gb2312(char):  # 乾坤, 著作, 瞭望: simplified text has these characters too
        return char
    for simplified in (_converter("t2s").convert(char), _from_japanese(char)):
        if simplified != char and len(simplified) == 1 and _in_gb2312(simplified):
            return simplified
    return char


def _from_japanese(char: str) -> str:
    return str(_converter("t2s").convert(_converter("jp2t").convert(char)))


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


def _in_gb2312(char: str) -> bool:
    return bool(char.encode("gb2312", errors="ignore"))

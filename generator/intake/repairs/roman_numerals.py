"""Roman numerals of classes and grades (Ⅱ级响应, Ⅳ类放射源) that were read as Latin letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.intake.forms import HAN
from generator.model import Line

_LETTERS = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ", "VI": "Ⅵ"}
_SIGNS = "".join(_LETTERS.values())
_KNOWN = re.compile(rf"([{HAN}]?)[ ]?[{_SIGNS}][ ]?([{HAN}]?)")
_GRADES = frozenset("级类等期型")
"""Words that a numeral counts; where none follows, the word before it is the one (国Ⅳ)."""
_READ = re.compile(
    r"(?<![A-Za-z0-9.])((?:IV|VI|I{1,3}|V)(?:[、和及或—~～-](?:IV|VI|I{1,3}|V))*)(?![A-Za-z0-9.-])"
)
_ONE = re.compile(r"IV|VI|I{1,3}|V")


def roman_numerals(lines: list[Line]) -> list[Line]:
    """Writes the numeral where the source has another one beside the same word: 一般辐射事故（Ⅳ级）
    proves I级, and nothing proves I/M.

    >>> from generator.model import Span
    >>> here = Span(1, 1)
    >>> texts = ["启动Ⅳ级响应", "I级、II级响应", "I/M制度", "维生素V"]
    >>> [line.text for line in roman_numerals([Line(text, here) for text in texts])]
    ['启动Ⅳ级响应', 'Ⅰ级、Ⅱ级响应', 'I/M制度', '维生素V']
    """
    after, before = _words_beside(lines)
    if not after | before:
        return lines

    def fix(found: re.Match[str]) -> str:
        text = found.string
        behind = text[found.end() : found.end() + 9].lstrip(" ")[:1]
        ahead = text[max(found.start() - 9, 0) : found.start()].rstrip(" ")[-1:]
        if behind in after or ahead in before:
            return _ONE.sub(lambda one: _LETTERS[one[0]], found[0])
        return found[0]

    texts = [_READ.sub(fix, line.text) for line in lines]
    return [
        line if text == line.text else replace(line, text=text)
        for line, text in zip(lines, texts, strict=True)
    ]


def _words_beside(lines: Sequence[Line]) -> tuple[set[str], set[str]]:
    """The characters that stand behind and before a numeral of the source."""
    after: set[str] = set()
    before: set[str] = set()
    for line in lines:
        for found in _KNOWN.finditer(line.text):
            if found[2] in _GRADES:
                after.add(found[2])
            elif found[1]:
                before.add(found[1])
    return after - {""}, before

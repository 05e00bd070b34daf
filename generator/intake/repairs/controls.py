"""Control and replacement characters that an extraction left in the text."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.intake.forms import HAN
from generator.model import Line

_AFTER_NUMBER = re.compile(rf"^(第[{HAN}\d]+[章节条]|\d+[.．]?)�\s*")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|[et]?m?n?sp|thinsp);")
_GAP = re.compile(r"([^\S\t]{80})[^\S\t]+")
"""White space wider than any line of print, which would hold up every rule behind this one."""
_LOST = re.compile(
    r"(?<!\ufffd)\ufffd(?!\ufffd)(?:(?<=[，。、；：！？）》”].)|(?<=[^\S\t].)|(?=[^\S\t]))"
)
"""The glyph of a space, beside a mark or another space (2021-02, line 1822). Between two characters
it may stand for a third, and several may for as many; they stay, to be seen."""
_AMONG_WORDS = re.compile(r"(?<!\d)\ufffd|\ufffd(?!\d)")
"""Between two digits it may be a third of them."""
_MOSTLY = 3
_PICTURE = "\u2190-\u2bff\U0001f000-\U0001faff"
_INVISIBLE = re.compile(
    "[\ufffe\uffff\ufeff\u200b\u200c\u2060\u00ad\x00-\x08\x0e-\x1f\x7f]"
    f"|(?<![{_PICTURE}\ufe0f])\u200d|\u200d(?![{_PICTURE}])"
)
"""U+200D between two pictures makes one of them and is seen."""


def _fix(text: str) -> str:
    """
    >>> _fix("第六条\ufffd市发展改革委"), _fix("，\ufffd由"), _fix("全长\ufffd153公里")
    ('第六条 市发展改革委', '，由', '全长\ufffd153公里')
    """
    # 2021-02, line 1784: the glyph stands where the print has the space after the number.
    text = _LOST.sub("", _AFTER_NUMBER.sub(r"\1 ", text))
    text = _SPACE_ENTITY.sub(" ", _INVISIBLE.sub("", text)).replace("\u00a0", " ")
    return _GAP.sub(r"\1", text)


def controls(lines: list[Line]) -> list[Line]:
    """Drops characters and entities that have no glyph; the space they stood for stays.

    U+FFFD between two characters may stand for a third and is kept, to be seen; but where a font
    maps its space to it, as most places show, it is one there too. Cells of a table are short: what
    stands in one, but beside a mark or a space, may be of a name or a figure and is always kept.
    """
    fixed = [_fix(line.text) for line in lines]
    there = sum(line.text.count("\ufffd") for line in lines)
    left = sum(text.count("\ufffd") for text in fixed)
    if left and left * _MOSTLY <= there:
        fixed = [text if "\t" in text else _AMONG_WORDS.sub("", text) for text in fixed]
    return [
        line if text == line.text else replace(line, text=text)
        for line, text in zip(lines, fixed, strict=True)
    ]

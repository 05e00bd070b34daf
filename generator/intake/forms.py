"""Character classes and comparable forms that the rules of this wing share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Han characters for a regular expression class; 〇 counts as one."""

CJK_PUNCTUATION = "，。、；：？！…—“”‘’（）《》〈〉〔〕［］【】「」『』·～"

TERMINAL = "。！？；：…"
"""Marks that may end a paragraph (GB/T 15834)."""

CLOSING = "”’）》〉〕］】」』)]\"'"
"""Marks that may follow a terminal mark and still end the paragraph."""

_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def comparable(text: str) -> str:
    """The text as two readings of it are compared: NFKC, inline marks and white space removed.

    >>> comparable("**关于印发** 方案(试行)的通 知")
    '关于印发方案(试行)的通知'
    """
    return _SPACE.sub("", unicodedata.normalize("NFKC", text.replace("**", "")))


def solid(text: str) -> str:
    """The text without any white space: what conservation counts."""
    return _SPACE.sub("", text)


def ends_sentence(text: str) -> bool:
    """Whether a paragraph may end here: a terminal mark, closing quotes and brackets aside.

    >>> ends_sentence("请认真贯彻执行。”"), ends_sentence("市人民政府"), ends_sentence("（试行）")
    (True, False, False)
    """
    bare = text.replace("**", "").rstrip().rstrip(CLOSING)
    return bare.endswith(tuple(TERMINAL)) or text.rstrip().endswith(("〕。", "］", "〕"))


def width(text: str) -> float:
    """Printed width in em: Han and full-width marks count 1, half-width characters 0.5."""
    bare = text.replace("**", "").strip()
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in bare)


def spaceless(text: str) -> str:
    """Closes up the white space beside Han characters and full-width marks, for titles and
    headings, where a space is a line break or letter-spacing of the print.

    >>> spaceless("晋城市人民政府 关于印发 通 知"), spaceless("VOCs and PM")
    ('晋城市人民政府关于印发通知', 'VOCs and PM')
    """
    wide = f"{HAN}{CJK_PUNCTUATION}"
    text = re.sub(rf"(?<=[{wide}])\s+|\s+(?=[{wide}])", "", text.strip())
    return _SPACE.sub(" ", text)

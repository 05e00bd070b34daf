"""Character classes and comparable forms that the rules of this wing share."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Han characters for a regular expression class; 〇 counts as one."""

CJK_PUNCTUATION = "，。、；：？！…—“”‘’（）《》〈〉〔〕［］【】「」『』·～"

TERMINAL = "。！？；：…"
"""Marks that may end a paragraph (GB/T 15834)."""

CLOSING = "”’）》〉〕］】」』)]\"'"
"""Marks that may follow a terminal mark and still end the paragraph."""

POST_END = (
    r"(?:[长任席员理授士师督监]|书记|董事|政委|秘书|顾问|参谋|编辑|代表|领导|负责人|负责同志)"
)
"""How the post of a person ends, for a regular expression: 市委常委、常务副市长."""

_BOOK_TITLES = str.maketrans("〈〉", "《》")
"""A title in a title has single marks, by itself it has double ones (GB/T 15834-2011, 4.15.3)."""
_SPACE = re.compile(r"\s+")
_LONGEST_ALIKE = 2000


@lru_cache(maxsize=65536)
def comparable(text: str) -> str:
    """The text as two readings of it are compared: NFKC, inline marks and white space removed.

    >>> comparable("**关于印发** 方案(试行)的通 知")
    '关于印发方案(试行)的通知'
    """
    return _SPACE.sub(
        "", unicodedata.normalize("NFKC", text.replace("**", "")).translate(_BOOK_TITLES)
    )


def alike(one: str, other: str, least: float) -> float:
    """How like two texts are, 0 to 1; 0 for less than `least`, which lengths alone often tell.

    >>> alike("防汛物资储备表", "防汛物资储备清单", 0.75), alike("防汛物资储备表", "名单", 0.75)
    (0.8, 0.0)
    """
    if one == other:
        return 1.0
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    # Nobody prints a title or the head of a table as long as this, and it would take hours.
    if len(one) + len(other) > _LONGEST_ALIKE:
        return 0.0
    ratio = SequenceMatcher(None, one, other).ratio()
    return ratio if ratio >= least else 0.0


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
    return re.sub(rf"(?<=[{wide}]) | (?=[{wide}])", "", " ".join(text.split()))


_LEADERS = re.compile(r"[.…·．]{4,}")
_DOUBLED = re.compile(r"([。，、；：（）])\1|^\s*(\d{1,2})\2([.．、])\3|(?:(\S)\4){4}")


def is_prose(text: str) -> bool:
    """Whether the width of a line tells how wide the print is set: no leaders of the contents, no
    fake bold that has every glyph twice.

    >>> is_prose("第一章 总则…………5"), is_prose("（（一一））全面推进全面推进")
    (False, False)
    """
    return not (_LEADERS.search(text) or _DOUBLED.search(text))

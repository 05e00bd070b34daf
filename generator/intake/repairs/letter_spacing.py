"""Letter-spacing of the print (通 知, 总 则, 二 氧 化 硫), read by the extraction as spaces."""

from __future__ import annotations

import re

from generator.intake.forms import HAN, POST_END
from generator.intake.ledger import each

_GAP = r"[ \u3000]{1,4}"
_RUN = re.compile(rf"(?<![{HAN}])[{HAN}](?:{_GAP}[{HAN}]){{2,}}(?![{HAN}])")
_WHOLE = re.compile(
    rf"^(\s*(?:第[{HAN}\d]+[章节]\s*|[\d.]+\s*|附录[\d.]+\s*)?)([{HAN}]){_GAP}([{HAN}])\s*$"
)
_LABEL = re.compile(rf"^([{HAN}]){_GAP}([{HAN}])(?=\s*[:：])")
_NAMED = re.compile(rf"^(\s*[{HAN}]{{2,6}}[:：]\s*)([{HAN}])[ \u3000]([{HAN}])\s*$")
"""A role and a name of two characters in one cell (2019-05, line 480: 总指挥：刘 锋)."""
_PERSON = re.compile(
    rf"^([ \u3000]*(?:[{HAN} ]{{1,12}}[:：][ \u3000]*)?)([{HAN}])[ \u3000]([{HAN}])"
    rf"(?=[ \u3000]+[{HAN}（）、]{{1,30}}{POST_END}[ \u3000]*$)"
)
"""A name of two characters before a post, in a list of a person a line (2019-05, line 556: 张 平 市
气象局局长)."""


def _close(found: re.Match[str]) -> str:
    closed = re.sub(r"[ \u3000]", "", found[0])
    # 年 月 日 时 分 are blanks of a form to be filled in, not a spaced word.
    return found[0] if set(closed) <= set("年月日时分") else closed


def _fix(text: str) -> str:
    """
    >>> _fix("1 总 则"), _fix("副 主 编：某"), _fix("主 编：某"), _fix("市长 王震")
    ('1 总则', '副主编：某', '主编：某', '市长 王震')
    >>> _fix("成员：张 平 市气象局局长")
    '成员：张平 市气象局局长'
    """
    cells = [_RUN.sub(_close, cell) for cell in text.split("\t")]
    cells = [_WHOLE.sub(r"\1\2\3", cell) if len(cell) < 16 else cell for cell in cells]
    cells = [_NAMED.sub(r"\1\2\3", cell) for cell in cells]
    return _PERSON.sub(r"\1\2\3", _LABEL.sub(r"\1\2", "\t".join(cells)))


letter_spacing = each(_fix)
"""Closes up single characters set apart: three or more in a row, or two that are the whole line,
the whole cell, the label before a colon, or a name before a post."""

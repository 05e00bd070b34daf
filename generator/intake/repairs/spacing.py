"""Spaces that belong to the setting and not to the text; printed Chinese has none of them.

Only white space changes here. The space between two Han characters stays (市长 某某, 3月2日 市长),
except in OCR text, where it is noise.
"""

from __future__ import annotations

import re

from generator.intake.forms import CJK_PUNCTUATION, HAN
from generator.intake.ledger import each

_PUNCT = re.escape(CJK_PUNCTUATION)
_AT_MARK = re.compile(rf"(?<=[{_PUNCT}])[ \u3000]+(?=\S)|(?<=\S)[ \u3000]+(?=[{_PUNCT}])")
_BLANK = re.compile(r"〔\s+年?\s*〕|〔\d{1,3}\s+〕|年 +月 +日|[:：] +[^\s:：]+[:：]\s*$")
"""Blanks of a form to be filled in (2021-02, lines 4581 and 4503: 函字〔202 〕号, 年 月 日,
申请人签名： 行政机关（公章）：)."""
_HAN_DIGIT = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[\d%℃])|(?<=[\d%℃])[ \u3000]+(?=[{HAN}])")
_HAN_LATIN = re.compile(
    rf"(?<=[{HAN}])[ \u3000]+(?=[A-Za-zⅠ-Ⅻ])|(?<=[A-Za-z+Ⅰ-Ⅻ])[ \u3000]+(?=[{HAN}])"
)
"""The pages set their own distance between Chinese and Latin text (CLREQ, 3.2.3)."""
_SCRIPT = re.compile(r"(?<=\S)[ \u3000]+(?=<su[bp]>)|(?<=</su[bp]>)[ \u3000]+(?=\S)")
_ORDINAL = re.compile(rf"^((?:\*\*)?\d{{1,2}}[.．])[ \u3000]+(?=[{HAN}“《])")
_LABEL = re.compile(r"^\s*(?:附?[表图]|附[件录])\s*[A-Z\d]{1,2}(?:[.．-]\d{1,2})?[ \u3000]+")
_DECIMAL_NUMBER = re.compile(r"^(\s*\d{1,2}(?:\.\d{1,2}){0,3}) +(?=[^\d\s年月日])")
_DAY = re.compile(r"^\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日[ \u3000]+")
"""The day of an event, set apart from what happened (2021-02, line 8260)."""
_SPLIT_FIGURE = re.compile(r"(?<=[^\s\d.])(\d+[.．]) (?=\d{1,2}(?![\d.]))")
"""A decimal figure that a change of font cut in two (2021-02, line 2638: 136. 6公里)."""
_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])[ ]+(?=[{HAN}])")
_ARTICLE = re.compile(rf"^(\s*第[{HAN}]+[章节条])\s+")
_SPLIT_DECIMAL = re.compile(r"(?<=\d)\s*([.．])\s+(?=\d)")
_CUT_DECIMAL = re.compile(r"(?<!\d)(\d++\.\d++) (\d{1,4})(?= ?[万亿]?[户吨元米人个平])")
"""1. 67 38 万户 (2020-jszb-56, line 180)."""
_SPLIT_YEAR = re.compile(r"\b([12])\s(\d{3})(?=\s*年)")


def _fix(text: str) -> str:
    """
    >>> _fix("2023 年第 2 期"), _fix("1. 全市 2023 年"), _fix("1.1 编制目的"), _fix("同意， 现")
    ('2023年第2期', '1.全市2023年', '1.1 编制目的', '同意，现')
    >>> _fix("3 月 24 日 市长"), _fix("市区 PM <sub>2.5</sub> 浓度")
    ('3月24日 市长', '市区PM<sub>2.5</sub>浓度')
    """
    if "\t" in text:
        return "\t".join(_in_cell(cell) for cell in text.split("\t"))
    indent = re.match(r"^[ \u3000]{4,}", text)
    text = text.strip(" \u3000")
    head = _DECIMAL_NUMBER.match(text) or _LABEL.match(text) or _DAY.match(text)
    start = head.end() if head else 0
    kept = re.sub(r"(?<=[\d月])\s+(?=[\d月日])", "", text[:start])
    body = text[start:] if _BLANK.search(text) else _AT_MARK.sub("", text[start:])
    for space in (_SCRIPT, _HAN_DIGIT, _HAN_LATIN):
        body = space.sub("", body)
    text = _ORDINAL.sub(r"\1", kept + _SPLIT_FIGURE.sub(r"\1", body))
    # A deep indent keeps a line by itself (2019-05, line 553: a person to a line).
    return "\u3000\u3000" * 2 + text if indent and text else text


def _in_cell(cell: str) -> str:
    """In a cell a space may part two entries; only one that no entry can have goes."""
    cell = _SCRIPT.sub("", cell)
    blank = _BLANK.search(cell) or re.search(r"：(?:\s|$)", cell)
    return cell if blank else _AT_MARK.sub("", cell)


spacing = each(_fix)
"""Closes up spaces beside full-width marks and between Han characters and digits or letters; the
space after a decimal heading number (1.1 编制目的), a label (表1 减排目标) or a day stays."""


_NAME = rf"[{HAN}](?: ?[{HAN}]){{1,3}}"
_OFFICER = re.compile(rf"^\s*代?[省市县区州乡镇]长 +{_NAME}\s*$")
_NAMES = re.compile(rf"^\s*[{HAN}][{HAN} ]{{0,9}}[:：] *{_NAME}(?:  ?{_NAME})+\s*$")
"""An officer's name behind the office, and names behind a role: the space parts two words."""


def _fix_ocr(text: str) -> str:
    """
    >>> _fix_ocr("、 柴 油货车"), _fix_ocr("第一条 为了")
    ('、 柴油货车', '第一条 为了')
    >>> _fix_ocr("2 020 年"), _fix_ocr("5. 3258 万户")
    ('2020 年', '5.3258 万户')
    """
    if _OFFICER.match(text) or _NAMES.match(text):
        return text
    head = _ARTICLE.match(text)
    start = head.end() if head else 0
    body = _BETWEEN_HAN.sub("", text[start:])
    body = _CUT_DECIMAL.sub(r"\1\2", _SPLIT_DECIMAL.sub(r"\1", body))
    return text[:start] + _SPLIT_YEAR.sub(r"\1\2", body)


ocr_spacing = each(_fix_ocr)
"""In OCR text also the spaces between Han characters and inside numbers."""

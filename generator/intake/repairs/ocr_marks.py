"""Marks and letters that OCR misreads in a place where only one reading is possible."""

from __future__ import annotations

import re

from generator.intake.forms import HAN
from generator.intake.ledger import each

_BRACKET_J = re.compile(rf"(?<=[{HAN}])\s*J(?=\s*$|[{HAN}，。；])")
_PM = re.compile(r"(?<![A-Za-z])PM\s*2\s*[.．]\s*[sS](?![A-Za-z])")
_VOCS = re.compile(r"(?<![A-Za-z])[vV][oO][eEcC][sS](?![A-Za-z])")
_BY = re.compile(r"(?<=／[年月日时]) ?[．.] ?(?=平方|立方|公里|米)")
"""The middle dot of a compound unit: 吨／月·平方公里 (GB 3100-1993, 6.2)."""
_ALREADY = re.compile(r"巳(?=[经被于在将对]|[完整关建成全])")


def _fix(text: str) -> str:
    """
    >>> _fix("各县（市、区）人民政府J"), _fix("PM2.s 平均浓度"), _fix("巳经市人民政府同意")
    ('各县（市、区）人民政府］', 'PM2.5 平均浓度', '已经市人民政府同意')
    >>> _fix("一批 voes 源头治理")
    '一批 VOCs 源头治理'
    """
    text = _BY.sub("·", _BRACKET_J.sub("］", text))
    return _ALREADY.sub("已", _VOCS.sub("VOCs", _PM.sub("PM2.5", text)))


ocr_marks = each(_fix)
"""］ read as J after a Han character (no Chinese text has a J there), PM2.5 read as PM2.s, VOCs
read as voes, and 已 read as 巳 before a verb (巳 is a calendar sign and stands before none)."""

"""Control and replacement characters that an extraction left in the text."""

from __future__ import annotations

import re

from generator.intake.forms import HAN
from generator.intake.ledger import each

_AFTER_NUMBER = re.compile(rf"^(第[{HAN}\d]+[章节条]|\d+[.．]?)�\s*")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|[et]?m?n?sp|thinsp);")
_GAP = re.compile(r"([^\S\t]{80})[^\S\t]+")
"""White space wider than any line of print, which would hold up every rule behind this one."""
_INVISIBLE = re.compile("[\ufffd-\uffff\ufeff\u200b-\u200d\u2060\u00ad\x00-\x08\x0e-\x1f\x7f]")


def _fix(text: str) -> str:
    """
    >>> _fix("第六条\ufffd市发展改革委"), _fix("予以\ufffd调整")
    ('第六条 市发展改革委', '予以调整')
    """
    # 2021-02, line 1784: the glyph stands where the print has the space after the number.
    text = _AFTER_NUMBER.sub(r"\1 ", text)
    text = _SPACE_ENTITY.sub(" ", _INVISIBLE.sub("", text)).replace("\u00a0", " ")
    return _GAP.sub(r"\1", text)


controls = each(_fix)
"""Drops characters and entities that have no glyph; the space they stood for stays."""

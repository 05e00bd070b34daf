"""Raw OCR: full-width marks followed by spaces, since every glyph cell is read by itself."""

from __future__ import annotations

import re

_MARK = re.compile(r"[，。、；：]")
_MARK_SPACE = re.compile(r"[，。、；：] +\S")


def fits(text: str) -> bool:
    """More than one in twenty full-width marks inside a line is followed by a space."""
    marks = len(_MARK.findall(text))
    return marks >= 20 and len(_MARK_SPACE.findall(text)) > marks / 20

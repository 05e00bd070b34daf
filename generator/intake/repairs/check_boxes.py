"""Check boxes of forms."""

from __future__ import annotations

import re

from generator.intake.ledger import each

_INPUT = re.compile(r"<input\s+type=[\"']checkbox[\"']([^<>]*)/?>", re.IGNORECASE)
_TASK = re.compile(r"(^|\t)[ \u3000]*(?:[-*][ \u3000]*)?\[([ xX])\]\s")


def _box(found: re.Match[str]) -> str:
    return "☑" if "checked" in found[1].lower() else "☐"


def _fix(text: str) -> str:
    """
    >>> _fix('<input type="checkbox"/> 放射源丢失')
    '☐ 放射源丢失'
    """
    text = _INPUT.sub(_box, text)
    return _TASK.sub(lambda m: m[1] + ("☐ " if m[2] == " " else "☑ "), text)


check_boxes = each(_fix)
"""Turns the HTML or task-list form of a box into the character for it (2018-05, line 1966)."""

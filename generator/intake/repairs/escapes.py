"""Backslashes that a Markdown extraction put before marks of the print."""

from __future__ import annotations

import re

from generator.intake.ledger import each

_ESCAPE = re.compile(r"(?<!\\)\\++([_*#\[\]()~`>|+.!-])")


def _fix(text: str) -> str:
    r"""
    >>> _fix(r"某市\_\_\_报告表")
    '某市___报告表'
    """
    return _ESCAPE.sub(r"\1", text)


escapes = each(_fix)
"""Drops the backslash of an escaped mark (2018-05, line 1959)."""

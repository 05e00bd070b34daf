"""Markdown-like text that a PDF-to-Markdown extraction wrote, tables tab-separated."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_BOLD = re.compile(r"\*\*[^*\n]+\*\*")


def fits(text: str) -> bool:
    """ATX headings or bold runs in a number that no plain text has."""
    return len(_HEADING.findall(text)) >= 2 or len(_BOLD.findall(text)) >= 3

"""Plain text with a paragraph a line, as government sites publish single documents."""

from __future__ import annotations


def fits(text: str) -> bool:
    """What is of no other kind."""
    return bool(text)

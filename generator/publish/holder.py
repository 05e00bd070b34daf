"""Which item a source line belongs to. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Item


def holder(items: Sequence[Item], line: int) -> Item | None:
    """The item that a source line belongs to, if any."""
    return next((item for item in items if item.lines.first <= line <= item.lines.last), None)

"""Where a piece of text stands, so that an error can say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file; the origin from which lines of a piece of text are counted."""

    path: Path | str | None
    """The file, None for text that stands in none."""
    line: int = 1
    """Line of the file on which the text begins, 1-based."""

    def down(self, lines: int) -> Place:
        """The place `lines` lines further down."""
        return Place(self.path, self.line + lines)

    def error(self, message: str, hint: str = "") -> ContentError:
        """An error at this place, to be raised by the caller."""
        return ContentError(message, path=self.path, line=self.line, hint=hint)

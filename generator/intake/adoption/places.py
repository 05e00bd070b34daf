"""Where in the files of an issue a change stands, for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.document import block_lines, line_of_key, read_text
from generator.intake.adoption.changes import ISSUE, Change
from generator.model import Issue

_IN_BODY = frozenset({"block", "row", "option", "shape", "added", "removed", "reshaped"})


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file."""

    path: Path
    line: int | None


def place_of(change: Change, edited: Issue, folder: Path) -> Place:
    """The file and line of a change; of a document that is not there any more, `issue.md`."""
    item = next((item for item in edited.items if item.order == change.item), None)
    if change.item == ISSUE or item is None:
        path = folder / "issue.md"
        return Place(path, line_of_key(path, change.what) or 1)
    path = folder / f"{item.slug}.md"
    if change.what not in _IN_BODY:
        return Place(path, line_of_key(path, change.what) or 1)
    lines = block_lines(path)
    line = lines[min(change.index, len(lines) - 1)] if lines else 1
    return Place(path, _of_row(path, line, int(change.part)) if change.what == "row" else line)


def _of_row(path: Path, table: int, row: int) -> int:
    """The line of a row; the second line of bars is no row."""
    lines = enumerate(read_text(path).split("\n"), start=1)
    bars = [number for number, text in lines if number > table and text.lstrip().startswith("|")]
    return bars[row + 1 if row else 0]

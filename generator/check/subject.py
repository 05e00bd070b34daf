"""An issue under examination: the model, and where in the files its parts stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.document import block_lines, line_of_key, printable
from generator.errors import ContentError
from generator.model import Finding, Issue, Item

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Subject:
    """An issue, and the content folder it stands in."""

    root: Path
    issue: Issue
    _lines: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Slug to the lines of its blocks, once a finding has asked for them."""

    @property
    def folder(self) -> Path:
        """The folder of the issue."""
        return self.root / "issues" / self.issue.id

    def of_issue(
        self, code: str, message: str, severity: Severity = "warning", key: str = ""
    ) -> Finding:
        """A finding on `issue.md`, on the line of `key` where one is given."""
        return self._finding(code, "issue.md", key, message, severity)

    def of_item(
        self, item: Item, code: str, message: str, severity: Severity = "warning", key: str = ""
    ) -> Finding:
        """A finding on the front matter of an item, on the line of `key`."""
        return self._finding(code, f"{item.slug}.md", key, message, severity)

    def of_block(
        self, item: Item, index: int, code: str, message: str, severity: Severity = "warning"
    ) -> Finding:
        """A finding on block `index` (0-based) of an item."""
        path = self.folder / f"{item.slug}.md"
        if item.slug not in self._lines:
            self._lines[item.slug] = block_lines(path)
        line = self._lines[item.slug][index]
        return Finding(code, path.relative_to(self.root).as_posix(), line, message, severity)

    def of_line(
        self, path: Path, line: int, code: str, message: str, severity: Severity = "warning"
    ) -> Finding:
        """A finding on a line of a file of the issue."""
        where = printable(path.relative_to(self.root).as_posix())
        return Finding(code, where, line, message, severity)

    def _finding(self, code: str, name: str, key: str, message: str, severity: Severity) -> Finding:
        path = self.folder / name
        line = line_of_key(path, key) if key else 1
        return Finding(code, path.relative_to(self.root).as_posix(), line, message, severity)


def unreadable(root: Path, error: ContentError) -> Finding:
    """The finding (C001) on a file below `root` that cannot be read."""
    where = printable(Path(error.path or root).relative_to(root).as_posix())
    message = f"{error.message}. {error.hint}".rstrip(". ")
    return Finding("C001", where, error.line, message, "error")


Check = Callable[[Subject], Iterator[Finding]]
"""Looks at one issue."""

"""Every error a person may meet, and the exit code it ends the command with.

    GazetteError             (never raised itself)
    ├── UsageError       2   the command was called wrongly (click's own code)
    ├── ContentError     3   a file under content/ cannot be read or does not hold
    ├── SourceError      4   a raw source cannot be taken in
    ├── EditedError      5   Markdown was edited by hand, and an import would lose the edit, or it
    │                        cannot be adopted
    ├── TemplateError    6   a template is missing or broken
    ├── OutputError      7   the site cannot be written
    ├── SearchError      8   the search index cannot be built
    └── PaperError       9   the PDF cannot be made: Chromium is missing, failed or took too long

Exit code 0 means success and 1 means that `gazette check` found something wrong; both are kept
for that. A message says what is wrong, where, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class GazetteError(Exception):
    """Something a person can mend. `path` and `line` (1-based) say where, `hint` what to do."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = "" if self.path is None else f"{self.path}:"
        if self.path is not None and self.line is not None:
            where += f"{self.line}:"
        text = f"{where} {self.message}" if where else self.message
        return f"{text}\n  {self.hint}" if self.hint else text


class UsageError(GazetteError):
    """The command was called with arguments that do not fit the content."""

    exit_code = 2


class ContentError(GazetteError):
    """A file under content/ is missing, malformed or contradicts another."""

    exit_code = 3


class SourceError(GazetteError):
    """A raw source is empty, binary, in an unknown encoding, or holds no document."""

    exit_code = 4


class EditedError(GazetteError):
    """Imported Markdown was edited by hand: importing again would overwrite the edit, or no
    correction makes it."""

    exit_code = 5


class TemplateError(GazetteError):
    """A template is missing or cannot be rendered."""

    exit_code = 6


class OutputError(GazetteError):
    """The built site cannot be written."""

    exit_code = 7


class SearchError(GazetteError):
    """Pagefind is missing, of another version than the pinned one, or failed."""

    exit_code = 8


class PaperError(GazetteError):
    """Chromium, which prints the PDF, is missing, failed or took too long."""

    exit_code = 9

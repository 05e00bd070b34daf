"""The Markdown against the last import, and the source against the one that was imported."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.document import digest, printable
from generator.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.check.subject import Subject


def sources(subject: Subject) -> Iterator[Finding]:
    """C601: Markdown edited since the import; C602: the source is missing; C603: it has changed."""
    source = subject.issue.source
    if source.written != digest(subject.folder):
        message = (
            "the Markdown was edited by hand since the import, and neither source nor ledger says "
            f'so; run `gazette adopt {subject.issue.id} --reason "…"`, or undo the edit'
        )
        yield subject.of_issue("C601", message, "error")
    path = subject.root / source.file
    if not path.is_file():
        message = f"the source {source.file} is missing; restore it"
        yield subject.of_issue("C602", message, "error", key="source")
    elif hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
        message = f"{source.file} is not the file that was imported; restore it or import again"
        yield subject.of_issue("C603", message, "error", key="source")


def new_sources(root: Path) -> Iterator[Finding]:
    """C604: a source below `root` of which there is no issue."""
    for path in sorted((root / "sources").glob("[!.]*")):
        if not (root / "issues" / path.stem).is_dir():
            where = printable(path.relative_to(root).as_posix())
            message = f"not imported; run `gazette import {printable(path.stem)}`"
            yield Finding("C604", where, None, message)

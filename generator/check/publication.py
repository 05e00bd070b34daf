"""Whether an issue belongs to the gazette it is published in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import read_publication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding


def publication(subject: Subject) -> Iterator[Finding]:
    """C504: the cover names another gazette than `gazette.yaml`."""
    theirs = subject.issue.publication
    if theirs is None or not (subject.root / "gazette.yaml").is_file():
        return
    ours = read_publication(subject.root).name
    if theirs != ours:
        message = f"the cover says {theirs}, gazette.yaml {ours}: is the source in the right place?"
        yield subject.of_issue("C504", message, key="publication")

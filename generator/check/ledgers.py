"""The two ledgers of an import against what it wrote, and against the length of the source."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.check.subject import unreadable
from generator.document import decode, digest_of_ledgers, read_repairs
from generator.errors import ContentError, SourceError
from generator.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Block, Finding, Repair, Span


def ledgers(subject: Subject) -> Iterator[Finding]:
    """C605: a ledger that was touched since the import; C609: lines beyond the end of the source;
    C001: a ledger that cannot be read."""
    try:
        repairs = read_repairs(subject.folder)
        untouched = digest_of_ledgers(subject.folder) == subject.issue.source.ledgers
    except ContentError as error:
        yield unreadable(subject.root, error)
        return
    if not untouched:
        message = (
            "repairs.jsonl or origins.jsonl is not as the import wrote it; restore both "
            f"(git checkout), or run `gazette import {subject.issue.id}`"
        )
        yield subject.of_issue("C605", message, "error")
    length = _length(subject)
    if length is not None:
        yield from _beyond(subject, repairs, length)


def _length(subject: Subject) -> int | None:
    """The number of lines of the source; None where it is not the one that was imported."""
    path = subject.root / subject.issue.source.file
    if not path.is_file():
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != subject.issue.source.sha256:
        return None
    try:
        return len(decode(data, path).split("\n"))
    except SourceError:
        return None  # a finding of its own


def _beyond(subject: Subject, repairs: list[Repair], length: int) -> Iterator[Finding]:
    for item in subject.issue.items:
        if item.lines.last > length:
            message = _message(item.lines, length)
            yield subject.of_item(item, "C609", message, "error", key="lines")
        for index, block in enumerate(item.body):
            last = max(_spans(block), key=lambda span: span.last, default=None)
            if last is not None and last.last > length:
                message = f"origins.jsonl: {_message(last, length)}"
                yield subject.of_block(item, index, "C609", message, "error")
    path = subject.folder / "repairs.jsonl"
    for number, repair in enumerate(repairs, start=1):
        if repair.lines.last > length:
            yield subject.of_line(path, number, "C609", _message(repair.lines, length), "error")


def _spans(block: Block) -> list[Span]:
    rows = block.rows if isinstance(block, Table) else ()
    return [span for span in (block.origin, *(row.origin for row in rows)) if span is not None]


def _message(span: Span, length: int) -> str:
    return f"source lines {span.first}–{span.last}, and the source has {length}"

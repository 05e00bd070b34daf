"""The two ledgers of an import against what it wrote, and against the source."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.check.subject import unreadable
from generator.document import SUPPLIED, decode, digest_of_ledgers, read_repairs, source_lines
from generator.errors import ContentError, SourceError
from generator.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Block, Finding, Repair, Span


def ledgers(subject: Subject) -> Iterator[Finding]:
    """C605: a ledger that was touched since the import; C609: lines beyond the end of the source;
    C611: an entry that does not fit its line; C001: a ledger that cannot be read."""
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
    lines = _lines(subject)
    if lines is not None:
        length = max(lines)
        yield from _beyond(subject, repairs, length)
        if untouched:
            yield from _unfit(subject, repairs, lines)


def _lines(subject: Subject) -> dict[int, list[str]] | None:
    """The lines of the source, by number; None where it is not the one that was imported."""
    path = subject.root / subject.issue.source.file
    if not path.is_file():
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != subject.issue.source.sha256:
        return None
    lines: dict[int, list[str]] = {}
    try:
        for number, text in source_lines(decode(data, path)):
            lines.setdefault(number, []).append(text.replace("\f", " "))
    except SourceError:
        return None  # a finding of its own
    return lines


def _unfit(
    subject: Subject, repairs: list[Repair], lines: dict[int, list[str]]
) -> Iterator[Finding]:
    """Plays the ledger back: from the source on, each entry must find the text it changed."""
    path = subject.folder / "repairs.jsonl"
    for number, repair in enumerate(repairs, start=1):
        if repair.by == "structure" or repair.before == repair.after:
            continue  # text that went into a field as it stands, or a doubt, which changes nothing
        texts = lines.get(repair.lines.first, [])
        if repair.rule == SUPPLIED:
            fits = _joined(repair.lines, lines) == repair.before
        elif fits := repair.before in texts:
            texts[texts.index(repair.before)] = repair.after
        if texts and not fits:
            message = (
                f"the ledger does not fit the source: `{repair.rule}` changed source line "
                f"{repair.lines.first} from “{repair.before[:40]}”, which does not stand there; "
                f"run `gazette import {subject.issue.id}`"
            )
            yield subject.of_line(path, number, "C611", message, "error")
            return  # one says it; of those behind it some would only follow from it


def _joined(span: Span, lines: dict[int, list[str]]) -> str:
    """What a span holds, as verbatim text has it: without empty lines and spaces at line ends."""
    texts = (text for n in range(span.first, span.last + 1) for text in lines.get(n, ()))
    return "\n".join(line.rstrip() for text in texts for line in text.split("\n") if line.strip())


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

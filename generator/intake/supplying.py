"""Puts the tables that people copied from the print in the place of text that OCR scrambled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator.document import SUPPLIED, body
from generator.errors import ContentError
from generator.model import Block, Doubt, Issue, Repair, Span, SuppliedTable, Verbatim, Written


def supply(issue: Issue, entries: Sequence[Written], path: Path) -> tuple[Issue, list[Repair]]:
    """The issue with every table among the entries in the place of its verbatim text, and a ledger
    entry for each: the lines as they stood, and the Markdown of the table.

    The table has the source lines of that text; which row is on which of them, nobody can say.
    Raises ContentError for a table whose lines are not those of one verbatim text, or that is the
    second one for them: `path` is the file of the entries.
    """
    tables = [entry for entry in entries if isinstance(entry, SuppliedTable)]
    waiting = {
        block.origin: block
        for item in issue.items
        for block in item.body
        if isinstance(block, Verbatim) and block.origin is not None
    }
    ledger: list[Repair] = []
    made: dict[Span | None, Block] = {}
    for entry in tables:
        if entry.lines not in waiting:
            raise _misplaced(entry, made, waiting, path)
        before = "\n".join(waiting.pop(entry.lines).lines)
        after = body.render_block(entry.table)
        ledger.append(Repair(SUPPLIED, entry.lines, before, after, entry.by, entry.reason))
        made[entry.lines] = replace(entry.table, origin=entry.lines)
    items = tuple(
        replace(item, body=tuple(_placed(block, made) for block in item.body))
        for item in issue.items
    )
    return replace(issue, items=items), ledger


def still_read(doubts: Iterable[Doubt], entries: Sequence[Written]) -> list[Doubt]:
    """Of the doubts of rules, those about lines that no table replaced: nobody reads the others."""
    gone = [entry.lines for entry in entries if isinstance(entry, SuppliedTable)]
    return [
        doubt for doubt in doubts if not any(span.first <= doubt.line <= span.last for span in gone)
    ]


def _placed(block: Block, made: dict[Span | None, Block]) -> Block:
    return made.get(block.origin, block) if isinstance(block, Verbatim) else block


def _misplaced(
    entry: SuppliedTable, made: Iterable[Span | None], waiting: Iterable[Span], path: Path
) -> ContentError:
    lines = f"[{entry.lines.first}, {entry.lines.last}]"
    there = ", ".join(f"[{span.first}, {span.last}]" for span in waiting)
    if entry.lines in made:
        message, hint = f"a second table for the source lines {lines}", "Remove one of them."
    elif there:
        message = f"the source lines {lines} are not those of a verbatim text"
        hint = f"Write all the lines of one, as the page tells them: {there}."
    else:
        message = f"there is no verbatim text on the source lines {lines}"
        hint = "A table stands in for verbatim text alone; correct the text of any other line."
    return ContentError(message, path=path, line=entry.file_line or None, hint=hint)

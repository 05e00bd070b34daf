"""What the import marked: doubtful text, gaps, text that could not be rebuilt."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.document import DOUBTS, read_repairs
from generator.errors import ContentError
from generator.model import Gap, Run, Table, Verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Block, Finding
_SCRIPT = re.compile(r"</?su[bp]>")
"""A mark of style in what a person quotes, which is no character of the text."""


def doubts(subject: Subject) -> Iterator[Finding]:
    """C401: text marked as doubtful; C402: gaps; C403: verbatim text.

    What a person has looked at and left in doubt (`corrections/<id>.yaml`) is settled, and the
    reader is told; only what rules and edits marked is still to be looked at.
    """
    settled = _settled(subject)
    for item in subject.issue.items:
        for index, block in enumerate(item.body):
            for code, message in _marks(block):
                if message not in settled:
                    yield subject.of_block(item, index, code, message)


def _settled(subject: Subject) -> set[str]:
    """What persons have said of doubtful places, as the ledger has it."""
    try:
        ledger = read_repairs(subject.folder)
    except ContentError:
        return set()  # a finding of its own
    return {_SCRIPT.sub("", entry.reason) for entry in ledger if entry.rule == DOUBTS}


def _marks(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Gap():
            yield "C402", block.text
        case Verbatim():
            yield "C403", block.notice or "text shown as it stands in the source"
        case _:
            for flag, runs in groupby(_runs(block), key=lambda run: run.flag):
                if flag:
                    yield "C401", f"“{''.join(run.text for run in runs)}”：{flag}"


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell.text
    else:
        yield from getattr(block, "text", ())

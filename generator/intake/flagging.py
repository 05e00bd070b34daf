"""Puts doubts where the reader sees them: a flag on the doubtful words, else a gap beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.document import DOUBTS, body, said
from generator.intake.flag_places import Body
from generator.intake.forms import solid
from generator.model import (
    Block,
    Doubt,
    Entry,
    Gap,
    Heading,
    Issue,
    Line,
    ListItem,
    Paragraph,
    Repair,
    Row,
    Run,
    Span,
    Table,
    Text,
    plain,
)

_MARKS = re.compile(r"\*\*|</?su[bp]>")
_LONGEST_MATTER, _LONGEST_BLOCK = 2000, 2000
"""Lines of a cover, of a paragraph; none is longer."""
_Words = Heading | Paragraph | ListItem | Entry


def flag(
    issue: Issue, lines: Sequence[Line], doubts: Iterable[Doubt]
) -> tuple[Issue, list[Repair], list[Doubt]]:
    """The issue with every doubt shown, a ledger entry for each, and those that found no place:
    their line belongs to no item."""
    texts = _by_number(lines)
    bodies: dict[int, Body] = {}
    entries: list[Repair] = []
    lost: list[Doubt] = []
    for doubt in doubts:
        place = bisect_left(issue.items, doubt.line, key=lambda item: item.lines.last)
        if place < len(issue.items) and issue.items[place].lines.first <= doubt.line:
            if place not in bodies:
                bodies[place] = Body(issue.items[place].body)
            _in_item(bodies[place], doubt, texts)
        elif (beside := _in_matter(issue, doubt)) is not None:
            issue = beside
        else:
            lost.append(doubt)
            continue
        text = texts.get(doubt.line, "")
        span = Span(doubt.line, doubt.line)
        entries.append(
            Repair(doubt.rule or DOUBTS, span, text, text, by=doubt.by, reason=said(doubt))
        )
    done = tuple(
        replace(item, body=bodies[index].blocks()) if index in bodies else item
        for index, item in enumerate(issue.items)
    )
    return replace(issue, items=done), entries, lost


def _in_matter(issue: Issue, doubt: Doubt) -> Issue | None:
    """The issue with the doubt on a line of its cover or back; None if no one line has the text."""
    matter = (*issue.front, *issue.back)
    # Matter without end is text in which no item was found; a rule's doubts would take hours there.
    if not doubt.find or (doubt.by == "rule" and len(matter) > _LONGEST_MATTER):
        return None
    if sum(line.count(doubt.find) for line in matter) != 1:
        return None
    front, back = (
        tuple(body.flag_matter(line, doubt.find, doubt.doubt) for line in lines)
        for lines in (issue.front, issue.back)
    )
    return replace(issue, front=front, back=back)


def _by_number(lines: Sequence[Line]) -> dict[int, str]:
    texts: dict[int, list[str]] = {}
    for line in lines:
        texts.setdefault(line.origin.first, []).append(line.text)
    return {number: "".join(parts) for number, parts in texts.items()}


def _in_item(blocks: Body, doubt: Doubt, texts: dict[int, str]) -> None:
    for index in blocks.here(doubt.line) if doubt.find else ():
        block = blocks[index]
        if isinstance(block, Table):
            if _in_table(blocks, index, block, doubt):
                return
        elif (flagged := _in_block(block, doubt, texts)) is not None:
            blocks[index] = flagged
            return
    # A title, a caption, a signature or verbatim text carries no flag: a note stands beside it.
    blocks.put_note(Gap(said(doubt), Span(doubt.line, doubt.line)), doubt.line)


def _in_block(block: Block, doubt: Doubt, texts: dict[int, str]) -> Block | None:
    if not isinstance(block, _Words) or block.origin is None:
        return None
    if block.origin.last - block.origin.first > _LONGEST_BLOCK:
        return None
    lead = "".join(texts.get(n, "") for n in range(block.origin.first, doubt.line))
    lead += texts.get(doubt.line, "").partition(doubt.find)[0]
    text = _in_text(block.text, doubt, len(solid(_MARKS.sub("", lead))))
    return None if text is None else replace(block, text=text)


def _in_table(blocks: Body, index: int, table: Table, doubt: Doubt) -> bool:
    """Whether a row of the line could be flagged."""
    for place, row in blocks.rows(index, table, doubt.line):
        if (flagged := _in_row(row, doubt)) is not None:
            blocks.put_row(index, place, flagged)
            return True
    return False


def _in_row(row: Row, doubt: Doubt) -> Row | None:
    cells = list(row.cells)
    for i, cell in enumerate(cells):
        if (text := _in_text(cell.text, doubt, 0)) is not None:
            cells[i] = replace(cell, text=text)
            return replace(row, cells=tuple(cells))
    # Words over several cells: the row as a whole is doubtful.
    whole = solid("".join(plain(cell.text) for cell in cells))
    if solid(doubt.find) in whole:
        return replace(row, flag="；".join(filter(None, (row.flag, doubt.doubt))))
    return None


def _in_text(text: Text, doubt: Doubt, expected: int) -> Text | None:
    """Flags `doubt.find`, counted in characters without white space: where the lines say it stands,
    else where it stands only once. None if it does not."""
    words = plain(text)
    places = [i for i, char in enumerate(words) if not char.isspace()]
    bare, find = solid(words), solid(_MARKS.sub("", doubt.find))
    at = expected if bare.startswith(find, expected) else bare.find(find)
    if not find or at < 0 or (at != expected and bare.count(find) > 1):
        return None
    return _flagged(text, places[at], places[at + len(find) - 1] + 1, doubt.doubt)


def _flagged(text: Text, first: int, end: int, why: str) -> Text:
    result: list[Run] = []
    start = 0
    for run in text:
        low, high = max(first - start, 0), min(end - start, len(run.text))
        start += len(run.text)
        if low >= high:
            result.append(run)
            continue
        if run.flag:
            return text  # the reader is told already
        pieces = (run.text[:low], run.flag), (run.text[low:high], why), (run.text[high:], run.flag)
        result += [replace(run, text=piece, flag=flag) for piece, flag in pieces if piece]
    return tuple(result)

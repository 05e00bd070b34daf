"""Puts doubts where the reader sees them: a flag on the doubtful words, else a gap beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.document import DOUBTS, body, said
from generator.intake.forms import solid
from generator.model import (
    Block,
    Doubt,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
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
_Words = Heading | Paragraph | ListItem | Entry


def flag(
    issue: Issue, lines: Sequence[Line], doubts: Iterable[Doubt]
) -> tuple[Issue, list[Repair], list[Doubt]]:
    """The issue with every doubt shown, a ledger entry for each, and those that found no place:
    their line belongs to no item."""
    texts = _by_number(lines)
    items = list(issue.items)
    entries: list[Repair] = []
    lost: list[Doubt] = []
    for doubt in doubts:
        place = next((i for i, item in enumerate(items) if _holds(item.lines, doubt.line)), None)
        if place is not None:
            items[place] = _in_item(items[place], doubt, texts)
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
    return replace(issue, items=tuple(items)), entries, lost


def _in_matter(issue: Issue, doubt: Doubt) -> Issue | None:
    """The issue with the doubt on a line of its cover or back; None if no one line has the text."""
    matter = (*issue.front, *issue.back)
    if not doubt.find or sum(line.count(doubt.find) for line in matter) != 1:
        return None
    front, back = (
        tuple(body.flag_matter(line, doubt.find, doubt.doubt) for line in lines)
        for lines in (issue.front, issue.back)
    )
    return replace(issue, front=front, back=back)


def _by_number(lines: Sequence[Line]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for line in lines:
        texts[line.origin.first] = texts.get(line.origin.first, "") + line.text
    return texts


def _holds(span: Span | None, line: int) -> bool:
    return span is not None and span.first <= line <= span.last


def _in_item(item: Item, doubt: Doubt, texts: dict[int, str]) -> Item:
    blocks = list(item.body)
    here = [i for i, block in enumerate(blocks) if _holds(block.origin, doubt.line)]
    for i in here if doubt.find else ():
        if (flagged := _in_block(blocks[i], doubt, texts)) is not None:
            blocks[i] = flagged
            return replace(item, body=tuple(blocks))
    # A title, a caption, a signature or verbatim text carries no flag: a note stands beside it.
    after = (here[-1] if here else _last_above(blocks, doubt.line)) + 1
    blocks.insert(after, Gap(said(doubt), Span(doubt.line, doubt.line)))
    return replace(item, body=tuple(blocks))


def _last_above(body: Sequence[Block], line: int) -> int:
    above = [i for i, b in enumerate(body) if b.origin is not None and b.origin.last < line]
    return above[-1] if above else -1


def _in_block(block: Block, doubt: Doubt, texts: dict[int, str]) -> Block | None:
    if isinstance(block, Table):
        return _in_table(block, doubt)
    if not isinstance(block, _Words) or block.origin is None:
        return None
    lead = "".join(texts.get(n, "") for n in range(block.origin.first, doubt.line))
    lead += texts.get(doubt.line, "").partition(doubt.find)[0]
    text = _in_text(block.text, doubt, len(solid(_MARKS.sub("", lead))))
    return None if text is None else replace(block, text=text)


def _in_table(table: Table, doubt: Doubt) -> Table | None:
    rows = list(table.rows)
    for i, row in enumerate(rows):
        if _holds(row.origin, doubt.line) and (flagged := _in_row(row, doubt)) is not None:
            rows[i] = flagged
            return replace(table, rows=tuple(rows))
    return None


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

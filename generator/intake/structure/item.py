"""The lines of one item to an Item: head fields, letter, sign-off, instruments, annexes, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.intake.ledger import VERBATIM, lifted
from generator.intake.structure import (
    annexes,
    chronicle,
    closing,
    fields,
    floating,
    names,
    outline,
    person_lists,
    prose_cells,
    provisions,
    slugs,
    table_places,
    tables,
    titles,
    verbatim,
)
from generator.intake.structure.boundaries import Start
from generator.intake.structure.closing import Closing
from generator.intake.structure.measure import Measure
from generator.intake.structure.paragraphs import drafts
from generator.intake.structure.parts import Draft, runs
from generator.model import (
    Block,
    Entry,
    Heading,
    Item,
    Line,
    ListItem,
    Paragraph,
    Publication,
    Repair,
    Run,
    Signature,
    Span,
    plain,
)

_QUOTED = re.compile(r"《(.{4,80}?)》(?=已|，|经|业)")
_LETTER_DRAFTS = 6
"""How many paragraphs at the start may quote what the document issues."""


@dataclass
class Reading:
    """An item in the making."""

    lines: Sequence[Line]
    head: fields.Head
    measure: Measure
    closings: list[Closing] = field(default_factory=list)
    ready: dict[int, tuple[int, Block]] = field(default_factory=dict)
    """First line of a block that is already made -> last line, block."""
    notes: set[int] = field(default_factory=set)
    """Lines that say （此件公开发布）."""
    repairs: list[Repair] = field(default_factory=list)


def read(
    lines: Sequence[Line], start: Start, measure: Measure, issue_id: str, order: int, year: int,
    publication: Publication,
) -> tuple[Item, list[Repair]]:  # fmt: skip
    """Reads one item. `start` indexes into `lines`, which hold the item and nothing else."""
    head = fields.read(lines, start)
    reading = Reading(lines, head, measure, repairs=list(head.repairs))
    month = chronicle.month(head.title) if start.type == "chronicle" else None
    if start.type == "chronicle":
        body: list[Block] = _chronicle(reading, year, month)
        named: list[annexes.Named] = []
    else:
        body, named = _document(reading)
    settled, gaps, body = annexes.settle(named, annexes.with_lost_figures(body))
    title = head.title or _title_in(body) or _name(body, head, start.type)
    first = reading.closings[0] if reading.closings else None
    text = "\n".join(_text(block) for block in body)
    filled = [line.origin for line in lines if line.text.strip()]
    item = Item(
        slug=slugs.slug(start.type, title, head.number, year, publication.series, month),
        type=start.type,
        issue=issue_id,
        order=order,
        title=title,
        number=head.number,
        kind=_kind(start.type, title),
        lines=Span.over(filled),
        issuer=head.issuer or (first.signers if first and start.type == "document" else ()),
        signed=first.signers if first else (),
        addressee=head.addressee,
        date=first.date if first else None,
        effective=provisions.effective(text),
        expires=provisions.expires(text),
        valid_for=provisions.valid_for(text),
        repeals=provisions.repeals(text),
        public=bool(reading.notes),
        annexes=tuple(settled),
        body=(*body, *gaps),
    )
    return item, reading.repairs


def _kind(type_: str, title: str) -> str | None:
    return {"decree": "令", "chronicle": "大事记"}.get(type_) or names.kind_of(title)


def _title_in(body: Sequence[Block]) -> str:
    """What has no title above it is called by the rules that stand in it."""
    return next((plain(b.text) for b in body if isinstance(b, Heading) and b.level == 1), "")


def _name(body: Sequence[Block], head: fields.Head, type_: str) -> str:
    """What has no title anywhere is called by its number; a decree by the name its letter quotes,
    else in full by who issued it and its number: 某市人民政府令（第6号）."""
    if type_ != "decree":
        return head.number or ""
    quoted = [name for block in body[:_LETTER_DRAFTS] for name in _QUOTED.findall(_text(block))]
    own = f"{''.join(head.issuer)}令（{head.number}）" if head.number else ""
    return quoted[0] if quoted else own


def _text(block: Block) -> str:
    return plain(block.text) if isinstance(block, Paragraph | ListItem | Entry) else ""


def _chronicle(reading: Reading, year: int, month: int | None) -> list[Block]:
    found: list[list[Line]] = []
    for line in reading.lines[reading.head.body :]:
        if chronicle.begins_entry(line.text) or not found:
            found.append([])
        found[-1].append(line)
    parts = [
        Draft(tuple(line for line in group if line.text.strip()))
        for group in found
        if any(line.text.strip() for line in group)
    ]
    return chronicle.entries(parts, year, month)


def _document(reading: Reading) -> tuple[list[Block], list[annexes.Named]]:
    if reading.measure.setting == "print":
        _settle_floating_titles(reading)
    reading.lines, moves = prose_cells.settle(
        reading.lines, reading.head.body, spaced=reading.measure.wrapped
    )
    reading.repairs += moves
    _find_closings(reading)
    _find_persons(reading)
    _find_tables(reading)
    _find_titles(reading)
    body: list[Block] = [
        Paragraph((Run(reading.lines[i].text.strip(), strong=True),), reading.lines[i].origin)
        for i in reading.head.opening
    ]
    named: list[annexes.Named] = []
    for part in _parts(reading):
        with_lists, found = annexes.lists(part)
        named += found
        body += outline.blocks(with_lists)
    return body, named


def _find_closings(reading: Reading) -> None:
    start = reading.head.body
    for found in closing.closings(reading.lines[start:], reading.head.issuer):
        moved = Closing(tuple(i + start for i in found.lines), found.signers, found.date)
        reading.closings.append(moved)
        lines = [reading.lines[i] for i in moved.lines]
        block = Signature(
            tuple(line.text.strip() for line in lines),
            Span.over(line.origin for line in lines),
        )
        reading.ready[moved.lines[0]] = (moved.lines[-1], block)
    for index, line in enumerate(reading.lines[start:], start):
        if names.PUBLIC_NOTE.match(line.text) and line.mark != VERBATIM:
            reading.notes.add(index)
            reading.repairs += lifted("public_note", [line], "")


def _find_persons(reading: Reading) -> None:
    body, measure = reading.head.body, reading.measure
    for found in person_lists.find(reading.lines, body, measure, _taken(reading)):
        reading.repairs += found.repairs
        reading.ready[found.first] = (found.last, found.table)


def _find_tables(reading: Reading) -> None:
    lines, body = reading.lines, reading.head.body
    if region := verbatim.region(lines, body):
        first, last = region
        reading.ready[first] = (last, verbatim.block(lines[first : last + 1]))
        blank = [Line("", line.origin) for line in lines[first : last + 1]]
        lines = [*lines[:first], *blank, *lines[last + 1 :]]
    taken = _taken(reading)
    spaced = reading.measure.wrapped
    for group in table_places.groups(lines, body, spaced=spaced, taken=taken):
        if group[0].first in taken:
            continue
        place = table_places.place(reading.lines, body, group, taken)
        taken.update(range(place.first, place.last + 1))
        origin = Span.over(line.origin for line in lines[place.first : place.last + 1])
        block, repairs = tables.table(group, place.caption, place.unit, place.note, origin)
        reading.repairs += [*place.repairs, *repairs]
        reading.ready[place.first] = (place.last, block)


def _settle_floating_titles(reading: Reading) -> None:
    """Puts titles back to the head of their page, before anything else is looked for."""
    found = titles.find(
        reading.lines, reading.head.body, (), _wanted_titles(reading), None, reading.head.title
    )
    reading.lines, moves = floating.settle(reading.lines, reading.head.body, found)
    reading.repairs += moves


def _find_titles(reading: Reading) -> None:
    lines, head = reading.lines, reading.head
    taken = _taken(reading)
    ends = reading.closings[0].lines[-1] + 1 if reading.closings else None
    wanted = _wanted_titles(reading)
    for found in titles.find(lines, head.body, taken, wanted, ends, head.title):
        own = [lines[i] for i in found.lines]
        origin = Span.over(line.origin for line in own)
        above = names.is_label(own[-1].text)
        said = found.text + found.label if above else found.label + found.text
        reading.repairs += lifted("title", own, said)
        # An annex without a title is called by its label.
        text, label = (found.text, found.label) if found.text else (found.label, "")
        block = Heading(1, runs(text), label, origin)
        reading.ready[found.lines[0]] = (found.lines[-1], block)


def _taken(reading: Reading) -> set[int]:
    """Lines that are something else for certain."""
    ready = reading.ready.items()
    return reading.notes | {i for first, (last, _) in ready for i in range(first, last + 1)}


def _wanted_titles(reading: Reading) -> list[str]:
    """The titles that the document says will follow."""
    taken, body = _taken(reading), reading.head.body
    rest = [
        line if i not in taken else Line("", line.origin)
        for i, line in enumerate(reading.lines[body:], body)
    ]
    parts = drafts(rest, reading.measure)
    _, named = annexes.lists(parts)
    letter = "".join(part.text for part in parts[:_LETTER_DRAFTS])
    ahead = [*(annex.title for annex in named), *titles.listed(rest)]
    return titles.wanted(reading.head.title, letter, ahead)


def _parts(reading: Reading) -> list[list[Draft | Block]]:
    """The body in order, a new part at each title of an instrument or annex."""
    parts: list[list[Draft | Block]] = [[]]
    waiting: list[Line] = []
    index = reading.head.body
    while index < len(reading.lines):
        ready = reading.ready.get(index)
        if ready is None:
            waiting.append(
                Line("", reading.lines[index].origin)
                if index in reading.notes
                else reading.lines[index]
            )
            index += 1
            continue
        parts[-1] += drafts(waiting, reading.measure)
        waiting = []
        last, block = ready
        if isinstance(block, Heading):
            parts.append([])
        parts[-1].append(block)
        index = last + 1
    parts[-1] += drafts(waiting, reading.measure)
    return parts

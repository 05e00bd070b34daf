"""Where the text of a change stands in the source: stretches of lines, and how they should read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.adoption.changes import ISSUE, Change
from generator.intake.importer import Made
from generator.model import (
    Cell,
    ContentsEntry,
    Entry,
    Heading,
    Line,
    ListItem,
    Paragraph,
    Row,
    Signature,
    Span,
    Table,
    Text,
    Verbatim,
)

Stretch = tuple[int, int, int]
"""Index of a line, and from and to which of its characters."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubtful stretch of a text."""

    first: int
    end: int
    why: str
    whole: bool = False
    """The whole row of a table."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its inline marks as sources have them, and what is flagged in it."""

    text: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as the import makes it, as it should read, and the stretches that it is made of."""

    old: Words
    new: Words
    stretches: tuple[Stretch, ...]
    before: str = ""
    """What the stretches hold before the text; it is there to find the place of the text."""
    after: str = ""


def passages(change: Change, made: Made) -> list[Passage]:
    """The texts of a change; none for what is no text of the source."""
    match change.old, change.new:
        case Row() as old, Row() as new:
            return list(_of_row(old, new, made.lines))
        case (Paragraph() | ListItem() | Entry() | Heading()) as old, (
            Paragraph() | ListItem() | Entry() | Heading()
        ) as new:
            return [Passage(_words(old), _words(new), _lines(made.lines, old.origin))]
        case (Signature() | Verbatim()) as old, (Signature() | Verbatim()) as new:
            one, other = (Words("\n".join(each.lines)) for each in (old, new))
            return [Passage(one, other, _lines(made.lines, old.origin))]
        case Table() as old, Table() as new if change.what == "option":
            one, other = (Words(getattr(each, change.part)) for each in (old, new))
            rows = [row.origin for row in old.rows]
            return [Passage(one, other, _lines(made.lines, old.origin, but=rows))]
    return list(_of_facts(change, made))


def lines_of(change: Change, made: Made) -> tuple[Stretch, ...]:
    """The whole lines of a block."""
    return _lines(made.lines, getattr(change.old, "origin", None))


def _of_facts(change: Change, made: Made) -> Iterator[Passage]:
    if change.item != ISSUE:
        if change.what in ("title", "number", "addressee"):
            old, new = (Words(str(each or "")) for each in (change.old, change.new))
            yield Passage(old, new, _head(change, made))
        return
    front = _outside(made)
    if isinstance(change.old, ContentsEntry) and isinstance(change.new, ContentsEntry):
        yield from _of_contents(change, change.old, change.new, made)
    elif change.part == "board":
        yield from _in_order(_names(change.old), _names(change.new), front)
    elif change.what in ("masthead", "front", "back") and isinstance(change.old, str):
        yield Passage(Words(change.old), Words(str(change.new or "")), front)


def _of_contents(
    change: Change, old: ContentsEntry, new: ContentsEntry, made: Made
) -> Iterator[Passage]:
    """An entry of the printed contents. The other entries tell where it stands."""
    every = [_printed(entry) for entry in made.issue.contents]
    for above, entry in zip(made.issue.contents, every[1:], strict=False):
        if entry[0] == above.section:
            entry[0] = ""  # printed once, above the first entry of the section
    edited = [part for entry in every for part in entry]
    first = change.index * len(every[0])
    for place, (one, other) in enumerate(zip(_printed(old), _printed(new), strict=True), first):
        edited[place] = other if edited[place] == one else edited[place]
    yield from _in_order([part for entry in every for part in entry], edited, _outside(made))


def _names(board: object) -> list[str]:
    """The editorial board as it is printed: each role and those who hold it."""
    roles = board if isinstance(board, tuple) else ()
    return [name for role in roles for name in (role.role, *role.names)]


def _in_order(
    old: Sequence[str], new: Sequence[str], stretches: tuple[Stretch, ...]
) -> Iterator[Passage]:
    """Texts that are printed one behind the other, as many as before."""
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other and len(old) == len(new):
            before, after = "\n".join(old[:place]), "\n".join(old[place + 1 :])
            yield Passage(Words(one), Words(other), stretches, f"{before}\n", f"\n{after}")


def _printed(entry: ContentsEntry) -> list[str]:
    return [entry.section or "", entry.title, entry.number or "", str(entry.page or "")]


def _of_row(old: Row, new: Row, lines: Sequence[Line]) -> Iterator[Passage]:
    stretches = _lines(lines, old.origin)
    if len(stretches) != 1:
        return
    ((line, _, end),) = stretches
    places = _places([_of_cell(cell).text for cell in old.cells], lines[line].text)
    for one, other, (first, last) in zip(old.cells, new.cells, places, strict=False):
        if one != other:
            yield Passage(_of_cell(one), _of_cell(other), ((line, first, last),))
    if old.flag != new.flag:
        whole = lines[line].text.strip()
        why = new.flag.removeprefix(f"{old.flag}；" if old.flag else "")
        flag = Flag(0, len(whole), why, whole=True)
        yield Passage(Words(whole), Words(whole, (flag,)), ((line, 0, end),))


def _places(cells: Sequence[str], text: str) -> list[tuple[int, int]]:
    """From where to where the cells of a row stand on its line: one behind the other, in cells of
    print or, as a role before a name and the persons of two columns of print, in parts of them."""
    printed, start = [], 0
    for cell in text.split("\t"):
        printed.append((start, start + len(cell)))
        start += len(cell) + 1
    if [text[first:last].strip() for first, last in printed] == list(cells):
        return printed
    parts, start = [], 0
    for cell in cells:
        at = text.find(cell, start)
        if at < 0:
            return printed
        start = at + len(cell)
        parts.append((at, start))
    return parts


def _of_cell(cell: Cell) -> Words:
    return _marked(cell.text)


def _words(block: Paragraph | ListItem | Entry | Heading) -> Words:
    found = _marked(block.text)
    label = f"{block.label}\n" if isinstance(block, Heading) and block.label else ""
    flags = (Flag(flag.first + len(label), flag.end + len(label), flag.why) for flag in found.flags)
    return Words(label + found.text, tuple(flags))


def _marked(text: Text) -> Words:
    """Runs with their marks as a source has them: `**` and tags."""
    marked, strong = "", False
    flags: list[Flag] = []
    for run in text:
        if run.strong != strong:
            marked, strong = f"{marked}**", run.strong
        tag = (f"<{run.script}>", f"</{run.script}>") if run.script else ("", "")
        start = len(marked) + len(tag[0])
        marked += f"{tag[0]}{run.text}{tag[1]}"
        if run.flag and flags and flags[-1].why == run.flag and flags[-1].end >= start - 7:
            flags[-1] = Flag(flags[-1].first, start + len(run.text), run.flag)
        elif run.flag:
            flags.append(Flag(start, start + len(run.text), run.flag))
    return Words(f"{marked}**" if strong else marked, tuple(flags))


def _lines(
    lines: Sequence[Line], span: Span | None, but: Sequence[Span | None] = ()
) -> tuple[Stretch, ...]:
    """The lines of a span that have text."""
    return tuple(
        (index, 0, len(line.text))
        for index, line in enumerate(lines)
        if span is not None
        and span.first <= line.origin.first <= span.last
        and line.text.strip()
        and not any(other and other.first <= line.origin.first <= other.last for other in but)
    )


def _head(change: Change, made: Made) -> tuple[Stretch, ...]:
    """The lines of an item that are in none of its blocks: title, number, addressee."""
    item = next(item for item in made.issue.items if item.order == change.item)
    return _lines(made.lines, item.lines, but=[block.origin for block in item.body])


def _outside(made: Made) -> tuple[Stretch, ...]:
    """The lines that belong to no item: cover, contents, what stands behind the last item."""
    spans = [item.lines for item in made.issue.items]
    return _lines(made.lines, Span(1, made.lines[-1].origin.last), but=spans)

"""The body of an item, laid out for a page: heading levels, contents, lists, notes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Item,
    ListItem,
    Paragraph,
    Run,
    Signature,
    Table,
    Text,
    Verbatim,
    plain,
)
from generator.numbering import number
from generator.publish.inline import Note, Notes, Pieces
from generator.publish.permalinks import names
from generator.publish.persons import RoleView
from generator.publish.persons import view as persons
from generator.publish.tables import TableView, size, take_notes, view

_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_PRINTED_DAY = re.compile(rf"(?:※|(?:\d{{4}}年)?{_DAY}(?:[、至—－-]+{_DAY})*)\s*")
_RUN_IN = {"han": 2, "han-in-brackets": 3}
"""Numbers of run-in heads that the contents list, with their class; finer ones would swamp it."""
_BELOW_ALL = 9
"""Class of articles and tables: they stand under whatever heading is above them."""
_CLAUSE = re.compile(r"[^。；：，\n]*")
_WORDS = 10
"""Characters of an article that the contents show."""
_WINDOW = 30
"""Lines of contents that a window holds."""
_LISTS = {"listitem": "list", "entry": "chronicle"}
"""Blocks that stand in one HTML list with their neighbours of the same kind."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place on the page."""

    block: Block
    anchor: str
    level: int = 0
    """HTML heading level, 2–6; 0 of other blocks."""
    lead: Pieces = ()
    """The printed date at the head of a chronicle entry."""
    pieces: Pieces = ()
    """The text of a heading, paragraph, list item or entry (after its `lead`)."""
    name: str = ""
    """What its permanent link is called; empty where it shows none."""
    again: int = 1
    """The how manieth block of that name it is."""
    table: TableView | None = None
    persons: tuple[RoleView, ...] = ()
    """A table that is a list of persons."""
    region: int = 0
    """Running number, from 1, of a table or verbatim text: both scroll in a region of their own,
    and two regions of one name could not be told apart by ear."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that one HTML element holds; most groups are one block."""

    kind: str
    """heading, paragraph, list, chronicle, table, persons, verbatim, gap, signature, or `public`
    for the note （此件公开发布）, which is no block: the macro in `templates/blocks.html`."""
    blocks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A line of the contents of an item."""

    title: str
    anchor: str
    children: tuple[Outline, ...] = ()
    rows: int = 0
    """Of a table of data, without head rows."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A heading or run-in head, before it is nested."""

    level: int
    """Class of the numbering, as `Heading.level`."""
    words: str
    anchor: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole body."""

    groups: tuple[Group, ...]
    contents: tuple[Outline, ...]
    notes: tuple[Note, ...]
    """Doubtful passages, in the order of the text."""

    @property
    def unfolded(self) -> int:
        """How many classes of the contents are shown at first: as many as a window holds."""
        lines, shown, depth = self.contents, len(self.contents), 1
        while lines := tuple(child for line in lines for child in line.children):
            shown += len(lines)
            if shown > _WINDOW:
                break
            depth += 1
        return depth


def lay_out(item: Item, anchors: Sequence[str]) -> Layout:
    """Lay out the body of `item`, whose blocks have these anchors."""
    notes = Notes()
    blocks = [
        replace(_place(block, anchor, level, notes), name=name, again=again)
        for block, anchor, level, (name, again) in zip(
            item.body, anchors, _levels(item.body), names(item.body), strict=True
        )
    ]
    groups = list(_groups(_with_regions(blocks)))
    if item.public:
        groups.insert(_end_of_letter(groups), Group("public", ()))
    return Layout(tuple(groups), _outline(list(_titles(blocks))), tuple(notes.found))


def notes_of(item: Item, anchors: Sequence[str]) -> tuple[Note, ...]:
    """The notes that `lay_out` finds, without the layout, which takes long of a large table."""
    notes = Notes()
    for block, anchor in zip(item.body, anchors, strict=True):
        if not _has_doubts(block):
            continue
        if isinstance(block, Table) and block.kind != "persons":
            take_notes(block, notes, anchor)
        else:
            _place(block, anchor, 0, notes)
    return tuple(notes.found)


def _has_doubts(block: Block) -> bool:
    match block:
        case Heading() | Paragraph() | ListItem() | Entry():
            return any(run.flag for run in block.text)
        case Table():
            texts = (cell.text for row in block.rows for cell in row.cells)
            return any(row.flag for row in block.rows) or any(run.flag for t in texts for run in t)
        case _:
            return False


def _end_of_letter(groups: Sequence[Group]) -> int:
    """Where 附注 stands by GB/T 9704-2012, 7.3.7: below the date, before any annex."""
    for place, group in enumerate(groups):
        if group.kind == "signature":
            return place + 1
    return len(groups)


def _levels(body: Sequence[Block]) -> Iterator[int]:
    """The HTML level of each block: one more than that of the heading it stands under.

    The page's title is 1. A class of the numbering that is skipped (一、 → 1., which GB/T 9704
    allows) is skipped in the depth too, so that no level is missing on the page.
    """
    open_classes: list[int] = []
    for block in body:
        if not isinstance(block, Heading):
            yield 0
            continue
        while open_classes and open_classes[-1] >= block.level:
            open_classes.pop()
        open_classes.append(block.level)
        yield len(open_classes) + 1


def _place(block: Block, anchor: str, level: int, notes: Notes) -> Placed:
    placed = Placed(block, anchor, level)
    match block:
        case Heading() | Paragraph() | ListItem():
            return replace(placed, pieces=notes.pieces(block.text))
        case Entry():
            lead, rest = split_day(block.text)
            return replace(placed, lead=notes.pieces(lead), pieces=notes.pieces(rest))
        case Table(kind="persons"):
            return replace(placed, persons=persons(block, notes))
        case Table():
            return replace(placed, table=view(block, notes, anchor))
        case Verbatim() | Gap() | Signature():
            return placed


def split_day(text: Text) -> tuple[Text, Text]:
    """The printed date (3月2日, 4日, or ※ for "the same day") and what follows it."""
    found = _PRINTED_DAY.match(text[0].text) if text else None
    if found is None:
        return (), text
    first, rest = text[0], text[0].text[found.end() :]
    tail: tuple[Run, ...] = (replace(first, text=rest),) if rest else ()
    return (replace(first, text=found[0]),), tail + text[1:]


def _with_regions(blocks: Sequence[Placed]) -> Iterator[Placed]:
    numbers = count(1)
    for placed in blocks:
        scrolls = placed.table is not None or isinstance(placed.block, Verbatim)
        yield replace(placed, region=next(numbers)) if scrolls else placed


def _groups(blocks: Iterable[Placed]) -> Iterator[Group]:
    for kind, members in groupby(blocks, key=_kind):
        if kind in _LISTS:
            yield Group(_LISTS[kind], tuple(members))
        else:
            yield from (Group(kind, (placed,)) for placed in members)


def _kind(placed: Placed) -> str:
    return "persons" if placed.persons else type(placed.block).__name__.lower()


def _titles(blocks: Sequence[Placed]) -> Iterator[_Title]:
    """What the contents list: the headings, the run-in heads of （一）煤矿。实施…, which documents
    use side by side with headings on their own line, and the tables with a caption of their own,
    which a reader wants to reach or to pass.
    """
    for placed in blocks:
        match placed.block:
            case Heading(level=level, text=text, label=label):
                words = plain(text).replace("\n", " ")
                yield _Title(level, f"{label}　{words}" if label else words, placed.anchor)
            case Paragraph(text=(Run(strong=True, text=head), *_)):
                found = number(head)
                if found is not None and found.shape in _RUN_IN:
                    yield _Title(_RUN_IN[found.shape], head.rstrip("。 　"), placed.anchor)
                elif found is not None and found.shape == "article":
                    words = plain(placed.block.text)
                    yield _Title(_BELOW_ALL, _opening(words, len(head)), placed.anchor)
            case Table(caption=caption, kind=kind) if caption:
                rows = size(placed.block)[0] if kind == "data" else 0
                yield _Title(_BELOW_ALL, caption, placed.anchor, rows)


def _opening(words: str, head: int) -> str:
    """第三条 and the words it begins with, by which a reader knows it."""
    clause = _CLAUSE.match(words, head)
    opening = clause[0].strip() if clause else ""
    cut = "…" if len(opening) > _WORDS else ""
    return words[:head].strip() + (f"　{opening[:_WORDS]}{cut}" if opening else "")


def _outline(titles: Sequence[_Title]) -> tuple[Outline, ...]:
    """Nest the titles by their class."""
    found: list[Outline] = []
    start = 0
    while start < len(titles):
        first, end = titles[start], start + 1
        while end < len(titles) and titles[end].level > first.level:
            end += 1
        below = _outline(titles[start + 1 : end])
        found.append(Outline(first.words, first.anchor, below, first.rows))
        start = end
    return tuple(found)

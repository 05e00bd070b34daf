"""What stands on each searchable page, taken from the model: issues and items.

Everything a reader sees of the document or the issue is here, each thing in a passage of its own,
with the anchor it stands at. The frame of the page is not: navigation, labels, how to cite. It is
much the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.document import body
from generator.model import (
    Block,
    Gap,
    Heading,
    Issue,
    Item,
    Signature,
    Table,
    Verbatim,
    plain,
)
from generator.publish.addresses import item_number
from generator.publish.facts import Fact, issue_facts, item_facts
from generator.publish.layout import notes_of
from generator.publish.row_notes import about
from generator.publish.search.units import BARRIER, units
from generator.publish.site import Page, Site
from generator.publish.table_list import tables_of
from generator.publish.wording import Wording

TITLE = 7
"""Weight of a title and of a page's own number: Pagefind's own for an `<h1>`."""
HEADING = 3
"""Weight of a heading within the text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a page as a reader sees it. No phrase crosses its border."""

    text: str
    """Cells of a table row are separated by BARRIER."""
    anchor: str = ""
    """Fragment of the address it stands at; empty for the top of the page."""
    weight: float = 1
    section: str = ""
    """Anchor of the heading it stands under, if any."""
    table: bool = False
    """Whether it is a row of a table."""


@dataclass(frozen=True, slots=True)
class Record:
    """One searchable page."""

    url: str
    """Inside the site, begins and ends with `/`."""
    title: str
    year: int
    issue: str
    """Title of the issue an item stands in, else empty."""
    passages: tuple[Passage, ...]
    volume: tuple[str, str] | None = None
    """Id and title of the issue it is or stands in; a separate document stands in none."""
    number: str = ""
    date: str = ""
    """成文日期 of an item, 出版日期 of an issue, ISO; empty where it is not known."""
    day: str = ""
    """The date in words."""
    section: str = ""
    bodies: tuple[str, ...] = ()
    """Who has issued it, each once."""
    kind: str = ""


def records(site: Site) -> tuple[Record, ...]:
    """One record for each page of an issue or item, in the order of the pages.

    Lists and timelines repeat what stands there and would flood the results.
    """
    return tuple(_record(site, page) for page in site.pages if page.kind in ("issue", "item"))


def _record(site: Site, page: Page) -> Record:
    issue, item = page.issue, page.item
    assert issue is not None  # the page of an issue or item has one
    if item is None:
        passages = _clean(_issue(page.title, issue, site.say))
        volume, date = (issue.id, page.title), issue.published or ""
        found = Record(page.url, page.title, issue.year, "", passages, volume, date=date)
    else:
        found = Record(
            url=page.url,
            title=item.title,
            year=issue.year,
            issue=page.trail[-1].title if issue.type == "issue" else "",
            passages=_clean(_item(site, page, issue, item)),
            volume=(issue.id, page.trail[-1].title) if issue.type == "issue" else None,
            number=item_number(item, site.say),
            date=item.date or "",
            section=item.section or "",
            bodies=tuple(dict.fromkeys(filter(None, item.issuer))),
            kind=item.kind or "",
        )
    return replace(found, day=site.say.day(found.date) if found.date else "")


def _clean(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Without passages that hold nothing to search for, and each text only once at a place."""
    found: dict[tuple[str, str, bool], Passage] = {}
    for passage in passages:
        if any(map(str.isalnum, passage.text)) or units(passage.text):
            found.setdefault((passage.anchor, passage.text, passage.table), passage)
    return tuple(found.values())


def _issue(title: str, issue: Issue, say: Wording) -> Iterator[Passage]:
    """Contents, imprint, and what belongs to no item."""
    yield Passage(title, weight=TITLE)
    for item in issue.items:
        page = say("item.page", page=item.page) if item.page else ""
        number = item_number(item, say)
        yield from map(Passage, (item.section or "", item.title, number, page))
    yield from _facts(issue_facts(issue, say))
    yield from _around(issue, say)


def _around(issue: Issue, say: Wording) -> Iterator[Passage]:
    """What belongs to no item."""
    for entry in issue.contents:
        if entry.item is None:
            page = say("item.page", page=entry.page) if entry.page else ""
            yield from map(Passage, (entry.section or "", entry.title, entry.number or "", page))
    for role in issue.masthead.board:
        yield Passage(role.role + BARRIER + "　".join(role.names))
    for line in issue.front + issue.back:
        yield Passage(plain(body.parse_matter(line)))
        yield from (Passage(run.flag) for run in body.parse_matter(line) if run.flag)


def _item(site: Site, page: Page, issue: Issue, item: Item) -> Iterator[Passage]:
    """Title, facts, the text, and the notes on what is doubtful in it."""
    anchors = site.anchors[page.url]
    yield Passage(item.title, weight=TITLE)
    yield Passage(item_number(item, site.say), weight=TITLE)
    yield from _facts(item_facts(item, issue, anchors, site.numbers, site.say))
    if item.addressee:
        yield Passage(site.say("item.addressee", name=item.addressee))
    yield from _body(item, anchors, site.say)
    if item.public:
        yield Passage(site.say("item.public"))
    yield from _notes(site, page, item)
    if issue.type == "separate":
        yield from _around(issue, site.say)


def _notes(site: Site, page: Page, item: Item) -> Iterator[Passage]:
    names = {table.anchor: table.name for table in tables_of(site, page)}
    for note in notes_of(item, site.anchors[page.url]):
        words = about(note, names.get(note.table, ""), site.say)
        yield Passage(f"{words}：{note.reason}", f"note-{note.number}")


def _body(item: Item, anchors: tuple[str, ...], say: Wording) -> Iterator[Passage]:
    """The text, each block under the heading before it."""
    section = ""
    for block, anchor in zip(item.body, anchors, strict=True):
        if isinstance(block, Heading):
            section = anchor
            yield Passage(f"{block.label} {plain(block.text)}".strip(), anchor, HEADING)
            continue
        for text in _texts(block, say):
            yield Passage(text, anchor, section=section)
        if isinstance(block, Table):
            yield from (Passage(row, anchor, section=section, table=True) for row in _rows(block))
            yield Passage(block.note, anchor, section=section)


def _facts(facts: Iterable[Fact]) -> Iterator[Passage]:
    return (Passage(value.text) for fact in facts for value in fact.values)


def _rows(table: Table) -> Iterator[str]:
    # A person is read as one line: 张三 市委常委、副市长.
    between = " " if table.kind == "persons" else BARRIER
    for row in table.rows:
        yield between.join(plain(cell.text) for cell in row.cells)


def _texts(block: Block, say: Wording) -> Iterator[str]:
    """The texts of a block that is no heading, of a table those above it; a phrase may stand in
    one of them, not across two."""
    match block:
        case Table():
            yield block.caption
            yield say("table.unit", unit=block.unit) if block.unit else ""
        case Verbatim():
            yield block.notice
            yield "\n".join(block.lines)
        case Signature():
            yield "\n".join(block.lines)
        case Gap():
            yield block.text
        case _:
            yield plain(block.text)

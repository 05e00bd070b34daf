"""Which sheets a workbook has: the tables, and the words that explain them beside the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.publish.addresses import issue_title, item_number
from generator.publish.downloads.sheet import Doubt, Sheet, doubts
from generator.publish.downloads.sheet_names import sheet_names
from generator.publish.downloads.workbook import Book, cell_name, fits
from generator.publish.inline import Rows
from generator.publish.row_notes import place_in_words
from generator.publish.site import Site
from generator.publish.table_list import Listed
from generator.publish.wording import Wording

_COLUMNS = (
    "workbook.sheet",
    "workbook.name",
    "workbook.unit",
    "workbook.note",
    "workbook.item",
    "workbook.number",
    "workbook.address",
)
"""Heads of the list of tables."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A table and its data."""

    listed: Listed
    sheet: Sheet


def of_table(site: Site, leaf: Leaf) -> bytes:
    """The table, and a sheet with what is known of it."""
    say, name = site.say, leaf.listed.name
    book = Book(name, site.publication.publisher)
    about = say("workbook.about")
    (sheet_name,) = sheet_names([name], taken=[about])
    book.add_table(sheet_name, leaf.sheet)
    facts = [(say("workbook.fact"), say("workbook.value")), *_facts(site, leaf)]
    places: list[tuple[str, str]] = [
        (say("workbook.cell", cell=_place(leaf, doubt, say)), _said(doubt, say))
        for doubt in doubts(leaf.sheet)
    ]
    book.add_list(about, facts + places, (16, 90))
    return book.close()


def of_issue(site: Site, leaves: Sequence[Leaf]) -> bytes:
    """A list of the tables, a sheet for each that a workbook can hold, and a sheet with what is
    doubtful in these.
    """
    say, issue = site.say, leaves[0].listed.page.issue
    assert issue is not None
    title = say("workbook.title", name=site.publication.name, issue=issue_title(issue, say))
    book = Book(title, site.publication.publisher)
    contents, doubtful = say("workbook.contents"), say("workbook.doubts")
    held = [leaf for leaf in leaves if fits(leaf.sheet)]
    names = sheet_names((leaf.listed.name for leaf in held), taken=[contents, doubtful])
    named = list(zip(names, held, strict=True))
    others: list[tuple[str, Leaf]] = [
        (say("workbook.too_large"), leaf) for leaf in leaves if leaf not in held
    ]
    book.add_list(contents, _contents(site, named + others), (34, 50, 10, 30, 50, 22, 60), names)
    for name, leaf in named:
        book.add_table(name, leaf.sheet)
    found = [
        (name, _place(leaf, doubt, say), _said(doubt, say))
        for name, leaf in named
        for doubt in doubts(leaf.sheet)
    ]
    if found:
        heads = (say("workbook.sheet"), say("workbook.place"), say("workbook.doubts"))
        book.add_list(doubtful, [heads, *found], (34, 10, 90))
    return book.close()


def _contents(site: Site, leaves: Sequence[tuple[str, Leaf]]) -> Iterator[tuple[str, ...]]:
    """A line for each table, with its sheet or why it has none."""
    say = site.say
    yield tuple(map(say, _COLUMNS))
    for name, leaf in leaves:
        listed = leaf.listed
        number = item_number(listed.item, say)
        table = listed.table
        address = site.absolute(listed.url)
        yield name, listed.name, table.unit, table.note, listed.item.title, number, address


def _facts(site: Site, leaf: Leaf) -> Iterator[tuple[str, str]]:
    say, listed = site.say, leaf.listed
    issue, table = listed.page.issue, listed.table
    assert issue is not None
    known = {
        "workbook.name": listed.name,
        "workbook.unit": table.unit,
        "workbook.note": table.note,
        "workbook.item": listed.item.title,
        "workbook.number": item_number(listed.item, say),
        "workbook.issue": _printed_in(site, leaf),
        "workbook.address": site.absolute(listed.url),
        "workbook.source": _source(leaf, say),
        "workbook.order": say("workbook.order.unfolded") if leaf.sheet.unfolded else "",
    }
    return ((say(key), text) for key, text in known.items() if text)


def _printed_in(site: Site, leaf: Leaf) -> str:
    issue = leaf.listed.page.issue
    assert issue is not None
    if issue.type != "issue":
        return ""
    return (issue.publication or site.publication.name) + issue_title(issue, site.say)


def _source(leaf: Leaf, say: Wording) -> str:
    issue, origin = leaf.listed.page.issue, leaf.listed.table.origin
    assert issue is not None
    if origin is None:
        return issue.source.file
    key = "origin.line" if origin.first == origin.last else "origin.lines"
    return f"{issue.source.file} {say(key, first=origin.first, last=origin.last)}"


def _place(leaf: Leaf, doubt: Doubt, say: Wording) -> str:
    """Where a doubt stands: `C4` on the sheet; of a whole row what the page calls it."""
    if doubt.column is not None:
        return cell_name(doubt.row, doubt.column)
    number, head = leaf.sheet.records[doubt.row].number, leaf.listed.table.head
    place = number if number <= head else number - head
    return place_in_words(Rows(place, place, number, number <= head), say)


def _said(doubt: Doubt, say: Wording) -> str:
    if not doubt.text:
        return doubt.reason
    return say("workbook.doubt", text=doubt.text, reason=doubt.reason)

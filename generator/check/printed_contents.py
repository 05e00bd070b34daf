"""The printed table of contents against the items found."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import ContentsEntry, Finding, Item


def printed_contents(subject: Subject) -> Iterator[Finding]:
    """C101–C105: entries without item, items without entry, titles, numbers and pages that differ.

    An issue whose text has no contents page is not examined.
    """
    issue = subject.issue
    if not issue.contents:
        return
    items = {item.slug: item for item in issue.items}
    for entry in issue.contents:
        if entry.item is None:
            message = f"the printed contents name 《{entry.title}》, which no item matches"
            yield subject.of_issue("C101", message, key="contents")
        elif entry.item not in items:
            message = f"the contents name the item `{entry.item}`, but there is no {entry.item}.md"
            yield subject.of_issue("C102", message, "error", key="contents")
        else:
            yield from _differences(subject, entry, items[entry.item])
    named = {entry.item for entry in issue.contents}
    for item in issue.items:
        if item.slug not in named:
            message = f"the printed contents do not name 《{item.title}》"
            yield subject.of_item(item, "C103", message, key="title")


def _differences(subject: Subject, entry: ContentsEntry, item: Item) -> Iterator[Finding]:
    if _comparable(entry.title) != _comparable(item.title):
        message = f"the title reads 《{item.title}》, in the printed contents 《{entry.title}》"
        yield subject.of_item(item, "C104", message, key="title")
    if entry.number is not None and entry.number != item.number:
        message = f"the number is {item.number}, in the printed contents {entry.number}"
        yield subject.of_item(item, "C105", message, key="number")
    if entry.page != item.page:
        message = f"the page is {item.page}, in the printed contents {entry.page}"
        yield subject.of_item(item, "C105", message, key="page")


def _comparable(title: str) -> str:
    """The title without what printers vary: width of characters, spaces, brackets, dashes."""
    return re.sub(r"[\s《》〈〉()\[\]〔〕—–―·-]", "", unicodedata.normalize("NFKC", title))

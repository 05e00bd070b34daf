"""A whole issue as one document: cover, contents with page numbers, one item after the other.

Chromium cannot say in the contents on which page an item stands, so the book is printed, read, and
printed again with the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from generator.errors import PaperError
from generator.publish.facts import running_head
from generator.publish.outputs import html
from generator.publish.paper.chromium import print_page
from generator.publish.paper.finish import finish, places
from generator.publish.paper.sheets import Sheet, read_sheet
from generator.publish.site import Page, Site
from generator.publish.views import View, view

_PRINTS = 3
"""The second has the numbers of the first, which they do not change: they have a place kept."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """An item in the book."""

    slug: str
    running: str
    """What stands at the head of its pages."""
    article: Markup
    """The HTML of its page, with ids that no other leaf has."""


def bind(site: Site, page: Page, folder: Path) -> bytes:
    """The PDF of the issue that `page` shows, made in the empty `folder`.

    Raises PaperError, TemplateError.
    """
    items = tuple(one for one in site.pages if one.item and one.issue is page.issue)
    html.write(replace(site, pages=(page, *items)), folder)
    sheets = _sheets(site, items, folder)
    leaves = [_leaf(site, one, sheet) for one, sheet in zip(items, sheets, strict=True)]
    styles = dict.fromkeys(
        name for sheet in (*sheets, read_sheet(site, page, folder)) for name in sheet.styles
    )
    book = replace(page, kind="book")
    numbers: Mapping[str, int] = {}
    for _ in range(_PRINTS):
        more = {"leaves": leaves, "styles": tuple(styles), "numbers": numbers}
        printed, text = _print(site, book, folder, {**view(site, page), **more})
        found = places(printed)
        if found == numbers:
            return finish(printed, text)
        numbers = found
    raise PaperError("the page numbers of the contents change from print to print")


def _print(site: Site, book: Page, folder: Path, values: View) -> tuple[bytes, str]:
    """The PDF of the book, and all its text."""
    html.write(replace(site, pages=(book,)), folder, lambda _site, _page: values)
    whole = read_sheet(site, book, folder).whole
    file = folder / book.file
    file.write_text(str(whole), encoding="utf-8")
    return print_page(file), whole.get_text()


def _sheets(site: Site, items: Sequence[Page], folder: Path) -> list[Sheet]:
    bound = {site.absolute(page.url): page.item.slug for page in items if page.item}
    return [read_sheet(site, page, folder, bound) for page in items]


def _leaf(site: Site, page: Page, sheet: Sheet) -> Leaf:
    assert page.item is not None
    return Leaf(page.item.slug, running_head(page.item, site.say), Markup(sheet.article))

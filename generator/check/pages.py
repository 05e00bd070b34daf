"""One HTML page, by itself."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

Found = tuple[str, int | None, str]
"""Code, line, message."""

_LINKED_DATA = "application/ld+json"
_DATA_SCRIPTS = frozenset({_LINKED_DATA, "application/json", "speculationrules"})
"""Scripts that hold data and run nothing; a content security policy lets them be."""


def examine(soup: BeautifulSoup) -> Iterator[Found]:
    """Every finding on a page."""
    if not soup.find("html", lang=True):
        yield "S001", 1, "no `html` element with a language"
    if soup.find("meta", attrs={"http-equiv": "refresh"}) is None:
        yield from _headings(soup)
    if not soup.title or not soup.title.get_text(strip=True):
        yield "S107", None, "the page has no title"
    yield from _ids(soup)
    yield from _inline(soup)
    yield from _data(soup)
    for table in soup.find_all("table"):
        yield from _table(table)
        yield from _cell_headers(table)


def _headings(soup: BeautifulSoup) -> Iterator[Found]:
    headings = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    count = sum(heading.name == "h1" for heading in headings)
    if count != 1:
        yield "S108", None, f"the page has {count} h1, not one"
    above = 0
    for heading in headings:
        level = int(heading.name[1])
        if above and level > above + 1:
            words = heading.get_text(strip=True)[:20]
            yield "S109", heading.sourceline, f"h{level} after h{above}: {words}"
        above = level


def _ids(soup: BeautifulSoup) -> Iterator[Found]:
    times = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
    for name, count in times.items():
        if count > 1:
            line = soup.find_all(id=name)[1].sourceline
            yield "S103", line, f"the id `{name}` stands {count} times in the page"


def _inline(soup: BeautifulSoup) -> Iterator[Found]:
    for tag in soup.find_all(True):
        if tag.name == "style" or "style" in tag.attrs:
            yield "S105", tag.sourceline, f"<{tag.name}> has an inline style; use a class"
        if tag.name == "script" and not tag.get("src") and tag.get("type") not in _DATA_SCRIPTS:
            yield "S106", tag.sourceline, "an inline script; move it to a file"
        for name, value in tag.attrs.items():
            calls = name.startswith("on")
            if calls or str(value).strip().lower().startswith("javascript:"):
                yield "S106", tag.sourceline, f"<{tag.name}> has a script in `{name}`"


def _data(soup: BeautifulSoup) -> Iterator[Found]:
    for tag in soup.find_all("script", type=_LINKED_DATA):
        try:
            json.loads(tag.get_text())
        except ValueError as error:
            yield "S112", tag.sourceline, f"a block of data that is no JSON: {error}"


def _table(table: Tag) -> Iterator[Found]:
    line = table.sourceline
    caption = table.find("caption")
    if caption is None or not caption.get_text(strip=True):
        yield "S110", line, "a table without caption"
    heads = table.find_all("th")
    # What has no printed head may have none at all: figures alone name nothing.
    if not heads and any(map(_says_something, table.select("thead td"))):
        yield "S110", line, "a table without header cells"
    for head in heads:
        if not head.get("scope"):
            words = head.get_text(strip=True)[:20]
            yield "S110", head.sourceline, f"a header cell without scope: {words}"


def _says_something(cell: Tag) -> bool:
    """Whether it holds a letter or figure, links aside: those of a row stand in its first cell."""
    return any(
        char.isalnum()
        for text in cell.find_all(string=True)
        if not text.find_parent("a")
        for char in text
    )


def _cell_headers(table: Tag) -> Iterator[Found]:
    known = {str(cell["id"]) for cell in table.find_all(["td", "th"], id=True)}
    for cell in table.find_all(["td", "th"], headers=True):
        missing = set(cell.get_attribute_list("headers")) - known
        if missing:
            names = ", ".join(sorted(str(name) for name in missing))
            yield "S111", cell.sourceline, f"`headers` names no cell of the table: {names}"

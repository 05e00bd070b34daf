"""The built site: every page alone, then what the pages say of each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from generator.check import pages
from generator.check.addresses import Reference, followed
from generator.check.lists import lists, named_in_json
from generator.document import printable
from generator.model import Finding


@dataclass(frozen=True, slots=True)
class Page:
    """What is kept of a page once it is read."""

    path: str
    """Below the site."""
    title: str
    moved: bool
    """Whether it only leads on to another address."""
    ids: frozenset[str]
    references: tuple[Reference, ...]


_LOADED = {
    ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("audio", "src"),
    ("video", "src"), ("embed", "src"), ("object", "data"), ("use", "href"), ("track", "src"),
}  # fmt: skip
_LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "preconnect", "dns-prefetch"}
)
_ELSEWHERE = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")
"""What a style sheet loads from another host."""
_ABSOLUTE = re.compile(r"https?://\S+")
_FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action"), ("link", "href")}


def examine(site: Path, base_url: str) -> list[Finding]:
    """Every finding on the pages below `site`, whose home page is at `base_url`."""
    findings: list[Finding] = []
    read: list[Page] = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        soup = _parsed(path)
        if soup is None:
            findings.append(_finding(site, name, "S001", None, "not an HTML page; build again"))
            continue
        findings += [_finding(site, name, *found) for found in pages.examine(soup)]
        read.append(_kept(name, soup))
    findings += [_finding(site, *found) for found in _same_titles(read)]
    findings += [_finding(site, *found) for found in _style_sheets(site)]
    ids = {page.path: page.ids for page in read}
    naming = [(page.path, page.references) for page in read]
    for path, references in lists(site):
        name = path.relative_to(site).as_posix()
        if references is None:
            findings.append(_finding(site, name, "S112", None, "cannot be read; build again"))
        else:
            naming.append((name, references))
    for name, references in naming:
        for reference in references:
            if found := followed(reference, name, site, base_url, ids):
                findings.append(_finding(site, name, found[0], reference.line, found[1]))
    return findings


def _parsed(path: Path) -> BeautifulSoup | None:
    """The page; None for a folder, a pipe and what no parser can make a page of."""
    if not path.is_file():
        return None
    try:
        return BeautifulSoup(path.read_bytes(), "html.parser", from_encoding="utf-8")
    except (OSError, ParserRejectedMarkup):
        return None


def _finding(site: Path, name: str, code: str, line: int | None, message: str) -> Finding:
    return Finding(code, printable(f"{site.name}/{name}"), line, printable(message), "error")


def _kept(name: str, soup: BeautifulSoup) -> Page:
    return Page(
        path=name,
        title=soup.title.get_text(strip=True) if soup.title else "",
        moved=soup.find("meta", attrs={"http-equiv": "refresh"}) is not None,
        ids=frozenset(str(tag["id"]) for tag in soup.find_all(id=True)),
        references=tuple(_references(soup)),
    )


def _references(soup: BeautifulSoup) -> Iterator[Reference]:
    for tag in soup.find_all([name for name, _ in _LOADED | _FOLLOWED]):
        for attribute in ("href", "src", "action", "data", "srcset"):
            if attribute not in tag.attrs:
                continue
            loads = (tag.name, attribute) in _LOADED or attribute == "srcset" or _loads(tag)
            for address in _addresses(str(tag[attribute]), attribute):
                yield Reference(address, tag.sourceline, loads)
    for tag in soup.find_all("script", type="application/ld+json"):
        with suppress(ValueError):  # S112 names it
            yield from named_in_json(tag.get_text(), tag.sourceline)
    for tag in soup.find_all("meta", content=_ABSOLUTE):
        yield Reference(str(tag["content"]), tag.sourceline, loads=False)


def _loads(tag: Tag) -> bool:
    return tag.name == "link" and bool(_LOADED_LINKS & set(tag.get_attribute_list("rel")))


def _addresses(value: str, attribute: str) -> list[str]:
    if attribute == "srcset":
        return [part.split()[0] for part in value.split(",") if part.strip()]
    return [value.strip()]


def _same_titles(read: list[Page]) -> Iterator[tuple[str, str, None, str]]:
    lasting = [page for page in read if not page.moved]
    times = Counter(page.title for page in lasting)
    for page in lasting:
        if page.title and times[page.title] > 1:
            message = f"{times[page.title]} pages have the title “{page.title}”"
            yield page.path, "S107", None, message


def _style_sheets(site: Path) -> Iterator[tuple[str, str, int, str]]:
    for path in sorted(path for path in site.rglob("*.css") if path.is_file()):
        text = path.read_text("utf-8", errors="replace")
        for number, line in enumerate(text.split("\n"), start=1):
            for address in _ELSEWHERE.findall(line):
                name = path.relative_to(site).as_posix()
                yield name, "S104", number, f"the style sheet loads {address}"

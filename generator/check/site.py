"""The built site: every page alone, then what the pages say of each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup

from generator.check import pages
from generator.document import printable
from generator.model import Finding


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a page names."""

    address: str
    line: int | None
    loads: bool
    """Whether the browser fetches it by itself (a script, an image), without a click."""


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
    for page in read:
        for reference in page.references:
            if found := _followed(reference, page.path, site, base_url, ids):
                findings.append(_finding(site, page.path, found[0], reference.line, found[1]))
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


def _followed(
    reference: Reference, page: str, site: Path, base_url: str, ids: dict[str, frozenset[str]]
) -> tuple[str, str] | None:
    """Code and message where an address leads nowhere, or fetches from another host."""
    try:
        address, fragment = urldefrag(urljoin(urljoin(base_url, page), reference.address))
    except ValueError:  # `http://[`
        return "S101", f"{reference.address} is no address"
    if address.startswith("data:") and reference.loads:
        return None
    if not address.startswith(base_url):
        if reference.loads:
            return "S104", f"the page loads {reference.address}"
        if _origin(address) == _origin(base_url):
            return "S101", f"{reference.address} is outside {base_url}"
        return None
    path = unquote(address[len(base_url) :].partition("?")[0])
    if path.endswith("/") or not path:
        path += "index.html"
    if not _is_file(site / path):
        return "S101", f"{reference.address} leads to {path}, which does not exist"
    target = unquote(fragment)
    if target and path in ids and target not in ids[path]:
        return "S102", f"{reference.address}: {path} has no id `{target}`"
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])

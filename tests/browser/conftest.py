"""Every page of the real site, opened once; the tests judge what was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.model import Table
from generator.publish.build import gather
from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser import made_tables
from tests.conftest import Serve

WIDTHS = (1280, 390)
"""A desktop and a telephone, in CSS pixels."""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


LEFT_BEHIND = "net::ERR_ABORTED"
"""What a request ends with that was under way, an icon's say, when the next page was opened."""


@dataclass
class Visit:
    """What happened while a page was open."""

    url: str
    overflow: dict[int, int] = field(default_factory=dict)
    """Width of the window → by how many pixels the page is wider."""
    complaints: list[str] = field(default_factory=list)
    """Console messages, errors of scripts, breaches of the content security policy."""
    failed: list[str] = field(default_factory=list)
    """Requests without an answer or with one of 400 and above."""
    foreign: list[str] = field(default_factory=list)
    """Requests to another host."""


@pytest.fixture(scope="session")
def model(repository: Path) -> Site:
    """What the site was built from."""
    return gather(repository / "content", repository / "templates")


@pytest.fixture(scope="session")
def site_url(site: Path, serve: Serve, model: Site) -> str:
    """The built site under the prefix it is published at: 404.html, which answers at any depth,
    links to absolute paths."""
    return serve(site, model.prefix)


def tables(page: SitePage) -> int:
    """Cells in the tables of the item a page shows."""
    blocks = page.item.body if page.item else ()
    return sum(len(row.cells) for block in blocks if isinstance(block, Table) for row in block.rows)


def length(page: SitePage) -> int:
    """Blocks of the item a page shows."""
    return len(page.item.body) if page.item else 0


@pytest.fixture(scope="session")
def samples(model: Site) -> list[SitePage]:
    """A page of each kind; of items the longest, the one with most cells, and one of each type; of
    shelves the largest, one with gaps, and the calendar."""
    chosen: dict[str, SitePage] = {}
    for page in model.pages:
        chosen.setdefault(page.kind, page)
        if page.catalogue and page.catalogue.monthly:
            chosen["calendar"] = page
        if page.shelf and any(group.missing for group in page.shelf.groups):
            chosen["gaps"] = page
    shelves = [page for page in model.pages if page.shelf]
    chosen["largest"] = max(shelves, key=lambda page: page.shelf.count if page.shelf else 0)
    items = [page for page in model.pages if page.item]
    for key in (tables, length):
        chosen[key.__name__] = max(items, key=key)
    for page in items:
        assert page.item is not None
        chosen.setdefault(page.item.type, page)
        if page.issue is not None:
            chosen.setdefault(page.issue.type, page)
    return list({page.url: page for page in chosen.values()}.values())


@pytest.fixture(scope="session")
def with_tables(model: Site) -> list[SitePage]:
    """The pages of the items that hold a table."""
    return [page for page in model.pages if tables(page)]


@pytest.fixture(scope="session")
def tables_url(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    """The address of a page with the tables of `made_tables`."""
    folder = tmp_path_factory.mktemp("tables") / "site"
    made_tables.write(folder)
    return serve(folder, "/yunzhou/") + "2018/05/tables/"


@pytest.fixture(scope="session")
def visits(browser: Browser, site_url: str, model: Site) -> list[Visit]:
    """Every page of the site, opened once, at each width."""
    context = browser.new_context()
    page = context.new_page()
    seen = [visit(page, site_url, entry.url) for entry in model.pages]
    context.close()
    return seen


def visit(page: Page, base: str, url: str) -> Visit:
    """Open a page and note all that it does."""
    seen = Visit(url)
    stop = listen(page, base, seen)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if not seen.overflow:
            page.goto(base + url.lstrip("/"), wait_until="load")
        seen.overflow[width] = page.evaluate(OVERFLOW)
    stop()
    return seen


def listen(page: Page, base: str, seen: Visit) -> Callable[[], None]:
    """Note complaints and requests of a page until the returned function is called."""

    def foreign(url: str) -> bool:
        return not url.startswith((base, "data:", "blob:"))

    listeners = {
        "console": lambda message: (
            seen.complaints.append(message.text) if message.type in {"error", "warning"} else None
        ),
        "pageerror": lambda error: seen.complaints.append(str(error)),
        "requestfailed": lambda request: (
            seen.failed.append(request.url) if request.failure != LEFT_BEHIND else None
        ),
        "request": lambda request: (
            seen.foreign.append(request.url) if foreign(request.url) else None
        ),
        "response": lambda response: (
            seen.failed.append(response.url) if response.status >= 400 else None
        ),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]

    def stop() -> None:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)

    return stop

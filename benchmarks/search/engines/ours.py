"""The search of the site itself: its own script, in Chromium, on its own index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.search.engines import Find

_ASK = """async ([script, queries]) => {
    const { open, phrases, search } = await import(new URL("search-index.js", script));
    const room = document.getElementById("search");
    const index = await open(new URL(room.dataset.index, document.baseURI).href);
    const found = [];
    for (const query of queries) {
        const results = await search(index, phrases(query));
        const pages = await Promise.all(results.map((result) => result.data()));
        found.push(pages.map((page) => page.url));
    }
    return found;
}"""


def finder(page: Page, base: str) -> Find:
    """Asks as the search page at `base` does."""
    page.goto(f"{base}search/")
    script = page.locator("script[src$='search.js']").evaluate("script => script.src")
    return partial(_ask, page, base, script)


def _ask(page: Page, base: str, script: str, queries: Sequence[str]) -> list[frozenset[str]]:
    found: list[list[str]] = page.evaluate(_ASK, [script, list(queries)])
    home = urlsplit(base).path
    return [frozenset("/" + url.removeprefix(home) for url in urls) for urls in found]

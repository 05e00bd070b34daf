"""The search of the site itself: its own script, in Chromium, on its own index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.search.engines import Find

OPEN = """async (script) => {
    const { open, phrases } = await import(new URL("search-index.js", script));
    const room = document.getElementById("search");
    globalThis.phrases = phrases;
    globalThis.archive = await open(new URL(room.dataset.index, document.baseURI).href);
}"""
"""Opens the index with its newest shard."""
OPEN_ALL = "async () => { for await (const answer of archive.ask({ phrases: [] })) void answer; }"
"""Opens all other shards."""
ASK = """async (query) => {
    for await (const answer of archive.ask({ phrases: phrases(query) })) globalThis.answer = answer;
}"""
"""Asks all shards."""
SHOW = """async () => {
    await Promise.all(answer.results.slice(0, 10).map((result) => result.data()));
}"""
"""Loads what the first ten results show."""
_FIND = """async (queries) => {
    const urls = new Map();
    const found = [];
    for (const query of queries) {
        let all;
        for await (const answer of archive.ask({ phrases: phrases(query) })) all = answer.results;
        for (const { id, data } of all) if (!urls.has(id)) urls.set(id, (await data()).url);
        found.push(all.map(({ id }) => urls.get(id)));
    }
    return found;
}"""


def open_index(page: Page, base: str) -> None:
    """Go to the search page at `base` and open the index as it does."""
    page.goto(f"{base}search/")
    script = page.locator("script[src$='search.js']").evaluate("script => script.src")
    page.evaluate(OPEN, script)


def finder(page: Page, base: str) -> Find:
    """Asks as the search page at `base` does."""
    open_index(page, base)
    return partial(_find, page, base)


def _find(page: Page, base: str, queries: Sequence[str]) -> list[frozenset[str]]:
    home = urlsplit(base).path
    found: list[list[str]] = page.evaluate(_FIND, list(queries))
    return [frozenset("/" + url.removeprefix(home) for url in urls) for urls in found]

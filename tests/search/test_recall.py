"""Any phrase that a reader sees on a page finds that page, and no page without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from generator.publish.build import gather
from generator.publish.site import Site
from tests.search import readers

Find = Callable[[list[str]], list[list[str]]]
"""Queries → for each the addresses of the pages found, best first."""


@pytest.fixture(scope="module")
def model(repository: Path) -> Site:
    """What the real site was built from."""
    return gather(repository / "content", repository / "templates")


@pytest.fixture(scope="module")
def seen(model: Site, site: Path) -> readers.Blocks:
    """What stands on the pages of the real site."""
    return readers.read(model, site)


@pytest.fixture(scope="module")
def find(browser: Browser, site_url: str) -> Iterator[Find]:
    """Asks the index of the real site as its search page does."""
    page = browser.new_page()
    page.goto(f"{site_url}search/")
    script = page.locator("script[src$='search.js']").evaluate("script => script.src")

    def ask(queries: list[str]) -> list[list[str]]:
        found: list[list[str]] = page.evaluate(
            """async ([script, queries]) => {
                const { open, phrases } = await import(new URL("search-index.js", script));
                const room = document.getElementById("search");
                const index = await open(new URL(room.dataset.index, document.baseURI).href);
                const found = [];
                for (const query of queries) {
                    let results;
                    for await (const answer of index.ask({ phrases: phrases(query) })) {
                        results = answer.results;
                    }
                    const pages = await Promise.all(results.map((result) => result.data()));
                    found.push(pages.map((page) => page.url));
                }
                return found;
            }""",
            [script, queries],
        )
        home = urlsplit(site_url).path
        return [["/" + url.removeprefix(home) for url in urls] for urls in found]

    yield ask
    page.close()


@pytest.mark.parametrize(
    ("lengths", "count"), [((1,), 60), ((2,), 100), ((3, 4, 5), 80), ((8, 9, 12, 30), 60)]
)
def test_a_phrase_finds_the_pages_it_stands_on(
    seen: readers.Blocks, find: Find, lengths: tuple[int, ...], count: int
) -> None:
    queries = readers.phrases(seen, lengths, count, seed=5)
    wrong = {}
    for query, found in zip(queries, find(queries), strict=True):
        truth = readers.holding(seen, query)
        assert truth, f"{query} was drawn from a page"
        if set(found) != truth or len(found) != len(truth):
            wrong[query] = {"missed": truth - set(found), "too many": set(found) - truth}
    assert wrong == {}

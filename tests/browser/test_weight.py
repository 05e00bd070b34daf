"""How much a page makes a reader load."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Page, Route

from generator.publish.site import Page as SitePage
from generator.publish.site import Site

SHEETS, SCRIPTS, DOCUMENT = 15_000, 12_000, 200_000
"""Bytes, packed, that the style sheets, the scripts and the text of a page may have."""


@pytest.fixture
def loads(page: Page, site_url: str, samples: list[SitePage]) -> dict[str, dict[str, int]]:
    """Page → what it loads by itself → how many bytes that is."""
    found: dict[str, dict[str, int]] = {}
    loaded: dict[str, int] = {}

    def weigh(route: Route) -> None:
        answer = route.fetch()
        loaded[route.request.url] = len(gzip.compress(answer.body()))
        route.fulfill(response=answer)

    page.route("**/*", weigh)  # whereby nothing comes from a cache
    for sample in samples:
        loaded.clear()
        page.goto(site_url + sample.url.lstrip("/"), wait_until="load")
        found[sample.url] = dict(loaded)
    return found


def total(loaded: dict[str, int], end: str) -> int:
    return sum(size for url, size in loaded.items() if url.endswith(end))


def test_pages_are_light(loads: dict[str, dict[str, int]]) -> None:
    sheets = {url: total(loaded, ".css") for url, loaded in loads.items()}
    scripts = {url: total(loaded, ".js") for url, loaded in loads.items() if url != "/search/"}
    assert min(sheets.values()) > 5_000, "nothing was counted"
    assert min(scripts.values()) > 1_000, "nothing was counted"
    assert {url: size for url, size in sheets.items() if size > SHEETS} == {}
    assert {url: size for url, size in scripts.items() if size > SCRIPTS} == {}


def test_documents_are_light(loads: dict[str, dict[str, int]], model: Site) -> None:
    items = [page.url for page in model.pages if page.item and page.url in loads]
    assert items
    texts = {url: total(loads[url], url) for url in items}
    assert min(texts.values()) > 1_000
    assert {url: size for url, size in texts.items() if size > DOCUMENT} == {}

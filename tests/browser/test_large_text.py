"""Text twice as large in the narrowest window: nothing is cut off, nothing too narrow to use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Page as SitePage
from tests.browser.conftest import OVERFLOW

LARGE = "html { font-size: 225% !important }"
"""Twice the size that the style sheet sets."""


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    """A window of 320 pixels; the policy of the pages would forbid a reader's own style here."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 844})
    yield context.new_page()
    context.close()


def test_no_page_scrolls_sideways(narrow: Page, site_url: str, samples: list[SitePage]) -> None:
    wider = {}
    for sample in samples:
        narrow.goto(site_url + sample.url.lstrip("/"))
        narrow.add_style_tag(content=LARGE)
        if (pixels := narrow.evaluate(OVERFLOW)) > 0:
            wider[sample.url] = pixels
    assert wider == {}


def test_a_word_can_be_read_in_the_search_box(
    narrow: Page, site_url: str, samples: list[SitePage]
) -> None:
    item = next(sample for sample in samples if sample.kind == "item")
    for url in (item.url, "/search/"):
        narrow.goto(site_url + url.lstrip("/"))
        narrow.add_style_tag(content=LARGE)
        box = narrow.locator("input[type=search]:visible").first
        size = box.evaluate("box => box.clientWidth / parseFloat(getComputedStyle(box).fontSize)")
        assert size >= 6, url


def test_results_of_a_search_look_like_the_links_they_are(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}search/?q=的")
    excerpt = page.locator("#search-results li li a").first
    excerpt.wait_for()
    # In one look: a list that is drawn anew between two has left its old links behind.
    (line, colour), (_, of_title) = page.evaluate(
        """() => ["li li a", "h2 a"].map((which) => {
            const style = getComputedStyle(document.querySelector(`#search-results ${which}`));
            return [style.textDecorationLine, style.textDecorationColor];
        })"""
    )
    assert line == "underline"
    assert colour == of_title

"""`make audit`: Chromium 109, the last one for Windows 7, shows the same text, and whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error

from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser.conftest import WIDTHS, visit
from tests.tools import chromium, old_chromium

OPEN = """
for (const fold of document.querySelectorAll("main details")) {
  fold.open = true;
  fold.querySelector("summary")?.remove();
}
"""
"""What a new browser shows on a wide window anyway, the facts say, an old one has in a fold."""

pytestmark = pytest.mark.audit


@pytest.fixture
def old(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Browser]:
    """Chromium 109. It is driven by the Playwright that drives the other one.

    It runs in a single process, which may end with its first context: one for each test.
    """
    executable = old_chromium.unpack(tmp_path_factory.mktemp("chromium"))
    if executable is None:
        pytest.skip(old_chromium.MISSING)
    try:
        started = browser.browser_type.launch(
            executable_path=executable, args=[*chromium.FLAGS, *old_chromium.FLAGS]
        )
    except Error as error:
        pytest.skip(f"Chromium 109 does not start here: {error}")
    assert started.version.startswith("109.")
    yield started
    started.close()


def shown(browser: Browser, base: str, pages: list[SitePage]) -> dict[str, str]:
    """The text of each page, as it is shown."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900})
    tab = context.new_page()
    texts = {}
    for page in pages:
        tab.goto(base + page.url.lstrip("/"))
        tab.evaluate(OPEN)
        texts[page.url] = "".join(tab.locator("main").inner_text().split())
    context.close()
    return texts


def test_it_shows_the_same_text(browser: Browser, old: Browser, site_url: str, model: Site) -> None:
    pages = list(model.pages)
    before, now = shown(old, site_url, pages), shown(browser, site_url, pages)
    assert [url for url in now if before[url] != now[url]] == []


def test_nothing_overflows_or_fails_in_it(old: Browser, site_url: str, model: Site) -> None:
    context = old.new_context()
    tab = context.new_page()
    seen = [visit(tab, site_url, page.url) for page in model.pages]
    context.close()
    assert {one.url: one.overflow for one in seen if max(one.overflow.values()) > 0} == {}
    assert {one.url: one.complaints for one in seen if one.complaints} == {}
    assert {one.url: one.failed for one in seen if one.failed} == {}

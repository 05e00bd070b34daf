"""`make audit`: every page of the real site under what takes long; `make test` sees a sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser.axe import violations
from tests.browser.conftest import OVERFLOW, WIDTHS
from tests.browser.reading import MODES, reader
from tests.browser.test_reading_tools import SHIFT

pytestmark = pytest.mark.audit

LARGEST = 5


@pytest.fixture(scope="module")
def heavy(model: Site, samples: list[SitePage], site: Path) -> list[SitePage]:
    """A page of each kind, and those with most to load."""
    by_size = sorted(model.pages, key=lambda page: (site / page.file).stat().st_size)
    return list({page.url: page for page in (*samples, *by_size[-LARGEST:])}.values())


def seen(
    tab: Page, base: str, pages: tuple[SitePage, ...] | list[SitePage], look: Callable[[Page], Any]
) -> Iterator[tuple[str, Any]]:
    """What `look` makes of each page, where it makes anything of it."""
    for page in pages:
        tab.goto(base + page.url.lstrip("/"))
        if found := look(tab):
            yield page.url, found


def test_axe_finds_no_violation(browser: Browser, site_url: str, model: Site) -> None:
    with reader(browser, {}, bypass_csp=True, viewport={"width": WIDTHS[0], "height": 900}) as tab:
        assert dict(seen(tab, site_url, model.pages, violations)) == {}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation_whatever_a_reader_chose(
    browser: Browser, site_url: str, heavy: list[SitePage], mode: str, width: int
) -> None:
    view = {"width": width, "height": 900}
    with reader(browser, MODES[mode], bypass_csp=True, viewport=view) as tab:
        assert dict(seen(tab, site_url, heavy, violations)) == {}


@pytest.mark.parametrize(("mode", "width"), [("", 320), ("largest", 390), ("elder", 320)])
def test_no_page_scrolls_sideways(
    browser: Browser, site_url: str, model: Site, mode: str, width: int
) -> None:
    view = {"width": width, "height": 844}
    with reader(browser, MODES.get(mode, {}), viewport=view) as tab:
        wider = seen(tab, site_url, model.pages, lambda page: max(0, page.evaluate(OVERFLOW)))
        assert dict(wider) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_after_the_first_paint(
    browser: Browser, site_url: str, model: Site, width: int
) -> None:
    def moved(page: Page) -> float:
        shift = float(page.evaluate(SHIFT))
        return shift if shift > 0.01 else 0

    with reader(browser, {}, viewport={"width": width, "height": 844}) as tab:
        assert dict(seen(tab, site_url, model.pages, moved)) == {}

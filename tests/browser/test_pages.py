"""Every page of the site in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser.conftest import OVERFLOW, WIDTHS, Visit, visit
from tests.conftest import Serve

CJK_FONT = re.compile(r"CJK|Han|Hei|Song|Ming|PingFang|Kai|Uming|Ukai", re.IGNORECASE)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(visits: list[Visit], width: int) -> None:
    assert {seen.url: seen.overflow[width] for seen in visits if seen.overflow[width] > 0} == {}


def test_no_page_scrolls_sideways_in_the_narrowest_window(
    browser: Browser, site_url: str, samples: list[SitePage]
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 844})
    page = context.new_page()
    wider = {}
    for sample in samples:
        page.goto(site_url + sample.url.lstrip("/"))
        if (pixels := page.evaluate(OVERFLOW)) > 0:
            wider[sample.url] = pixels
    context.close()
    assert wider == {}


def test_no_page_complains(visits: list[Visit]) -> None:
    """No error of a script, no breach of the content security policy, no warning."""
    assert {seen.url: seen.complaints for seen in visits if seen.complaints} == {}


def test_no_request_fails(visits: list[Visit]) -> None:
    assert {seen.url: seen.failed for seen in visits if seen.failed} == {}


def test_no_request_leaves_the_site(visits: list[Visit]) -> None:
    assert {seen.url: seen.foreign for seen in visits if seen.foreign} == {}


def test_works_under_a_path_prefix(
    browser: Browser, site: object, serve: Serve, samples: list[SitePage]
) -> None:
    """A copy of the site lives under another prefix; the server knows nothing outside it.

    Only the page for what is missing is bound to its place: it answers at any depth.
    """
    base = serve(site, "/government/gazette/")
    context = browser.new_context()
    page = context.new_page()
    seen = [visit(page, base, sample.url) for sample in samples if sample.kind != "missing"]
    context.close()
    assert [problem for s in seen for problem in (*s.failed, *s.foreign, *s.complaints)] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_text_is_seen_in_the_order_in_which_it_is_read(
    page: Page, site_url: str, samples: list[SitePage], width: int
) -> None:
    """Title, facts, text, what stands behind it: a grid may place them otherwise."""
    page.set_viewport_size({"width": width, "height": 900})
    for sample in [sample for sample in samples if sample.kind == "item"]:
        page.goto(site_url.rstrip("/") + sample.url)
        tops = page.eval_on_selector_all(
            "article > .title, article > .facts-fold, article > .text, article > .after",
            "parts => parts.map(part => part.getBoundingClientRect().top)",
        )
        assert len(tops) == 4
        assert tops == sorted(tops), sample.url


def test_links_lead_from_home_to_a_text_and_back(page: Page, serve: Serve, site: object) -> None:
    base = serve(site, "/p/")
    page.goto(base)
    page.locator("main a[href]").filter(has_text=re.compile("期")).first.click()
    page.locator("main a[href*='/']").first.click()
    assert page.url.startswith(base)
    page.goto(base)
    assert page.locator("h1").count() == 1


def test_skip_link_comes_first_and_leads_to_the_text(
    page: Page, site_url: str, samples: list[SitePage]
) -> None:
    for sample in samples:
        page.goto(site_url + sample.url.lstrip("/"))
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "[document.activeElement.tagName, document.activeElement.getAttribute('href')]"
        )
        assert focused == ["A", "#main"], sample.url
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.closest('main') !== null"), sample.url


def test_text_is_set_in_a_chinese_font(page: Page, site_url: str, samples: list[SitePage]) -> None:
    item = next(sample for sample in samples if sample.kind == "item")
    page.goto(site_url + item.url.lstrip("/"))
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    heading = devtools.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": heading})["fonts"]
    assert fonts
    assert all(CJK_FONT.search(font["familyName"]) for font in fonts), fonts


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_text_is_whole_without_javascript(scriptless: Page, site_url: str, model: Site) -> None:
    for entry in model.pages:
        if entry.item is None:
            continue
        scriptless.goto(site_url + entry.url.lstrip("/"))
        shown = squeezed(scriptless.locator("main").inner_text())
        for block in entry.item.body:
            text = getattr(block, "text", ())
            # A doubtful passage has the number of its note behind it, so runs are looked for.
            runs = [text] if isinstance(text, str) else [run.text for run in text]
            assert all(squeezed(run) in shown for run in runs), entry.url


def test_everything_is_reached_without_javascript(
    scriptless: Page, site_url: str, model: Site
) -> None:
    """From the home page by links alone, every page is found."""
    reached, waiting = set(), [site_url]
    while waiting:
        address = waiting.pop()
        if address in reached:
            continue
        reached.add(address)
        scriptless.goto(address)
        links = scriptless.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
        pages = {link.partition("#")[0] for link in links}
        waiting += [link for link in pages if link.startswith(site_url) and link.endswith("/")]
    wanted = {site_url + entry.url.lstrip("/") for entry in model.pages if entry.kind != "missing"}
    assert wanted <= reached


def test_no_control_is_dead_without_javascript(
    scriptless: Page, site_url: str, samples: list[SitePage]
) -> None:
    """A button that needs a script is put there by the script."""
    for sample in samples:
        scriptless.goto(site_url + sample.url.lstrip("/"))
        for button in scriptless.locator("button:visible").all():
            assert button.get_attribute("type") == "submit", sample.url

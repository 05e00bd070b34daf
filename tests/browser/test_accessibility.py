"""WCAG 2.2 AA by axe, and valid HTML, on each kind of page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser import made_tables
from tests.browser.axe import violations
from tests.browser.conftest import OVERFLOW, WIDTHS
from tests.browser.reading import MODES, reader
from tests.tools import node


def scan(browser: Browser, address: str, width: int, scheme: str) -> dict[str, list[str]]:
    """What axe has to say about a page."""
    context = browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address)
    found = violations(page)
    context.close()
    return found


@pytest.mark.parametrize(("width", "scheme"), [(WIDTHS[0], "light"), (WIDTHS[1], "dark")])
def test_axe_finds_no_violation(
    browser: Browser, site_url: str, samples: list[SitePage], width: int, scheme: str
) -> None:
    found = {}
    for sample in samples:
        if places := scan(browser, site_url + sample.url.lstrip("/"), width, scheme):
            found[sample.url] = places
    assert found == {}


def test_axe_finds_no_violation_at_a_table(
    browser: Browser, site_url: str, tables_url: str, with_tables: list[SitePage]
) -> None:
    addresses = [site_url + page.url.lstrip("/") for page in with_tables]
    addresses += [tables_url, tables_url.replace("/tables/", "/bad/")]
    found = {}
    for address in addresses:
        if places := scan(browser, address, WIDTHS[1], "light"):
            found[address] = places
    assert found == {}


def search(page: Page, base: str, question: str) -> None:
    """Ask, and wait until all is said."""
    page.goto(f"{base}search/?{question}")
    expect(page.locator("#search-status")).to_contain_text("找到")
    page.locator(":is(#search-results, #search-none) a").first.wait_for()


@pytest.mark.parametrize("mode", ["", "dark", "contrast", "elder"])
def test_axe_finds_no_violation_in_what_search_shows(
    browser: Browser, site_url: str, with_tables: list[SitePage], mode: str
) -> None:
    """Results, help where nothing is found, and marks; nor does any of it reach out of a page."""
    view = {"width": 320 if mode == "elder" else WIDTHS[1], "height": 844}
    with reader(browser, MODES.get(mode, {}), bypass_csp=True, viewport=view) as page:
        for question in ("q=公司&order=date", "q=晋市政办〔2018〕99号"):
            search(page, site_url, question)
            page.locator("#search-filters").evaluate("box => { box.open = true; }")
            assert page.evaluate(OVERFLOW) == 0
            assert violations(page) == {}
        page.goto(f"{site_url}{with_tables[0].url.lstrip('/')}?find=公司")
        page.locator(".hits button").nth(1).click()
        expect(page.locator("mark.now")).to_have_count(1)
        assert page.evaluate(OVERFLOW) == 0
        assert violations(page) == {}


def test_every_page_is_valid_html(site: Path, model: Site) -> None:
    reports = node.validate_html(*(site / page.file for page in model.pages))
    found = {
        f"{Path(report['filePath']).relative_to(site)}:{message['line']}": message["message"]
        for report in reports
        for message in report["messages"]
    }
    assert found == {}


def test_tables_of_any_shape_are_valid_html(tmp_path: Path) -> None:
    made_tables.write(tmp_path)
    reports = node.validate_html(
        *(tmp_path / f"2018/05/{name}/index.html" for name in ("tables", "bad"))
    )
    assert [message["message"] for report in reports for message in report["messages"]] == []


def test_the_validator_sees_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=zh><title>x</title><p><div></div></p></html>")
    assert node.validate_html(page)

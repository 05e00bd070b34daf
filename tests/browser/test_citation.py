"""Permanent links and citations: what is copied, and that the reader is told."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publish.site import Site
from tests.browser.reading import first, statute


@pytest.fixture
def text(model: Site) -> str:
    return first(model, statute)


@pytest.fixture
def copying(browser: Browser, site_url: str, text: str) -> Page:
    """A page that may write to the clipboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + text)
    return page


def copied(page: Page, name: str) -> str:
    dialog = page.locator(".cite-dialog")
    dialog.get_by_role("button", name=f"复制{name}").click()
    dialog.get_by_role("status").get_by_text(f"已复制：{name}", exact=True).wait_for()
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_link_of_a_clause_is_copied_whole(copying: Page, model: Site, text: str) -> None:
    link = copying.locator(".text p > .self").nth(2)
    anchor = str(link.get_attribute("href"))
    link.click()
    assert copied(copying, "固定地址") == model.absolute(f"/{text}") + anchor
    assert copying.evaluate("location.hash") == anchor


def test_a_clause_is_cited_in_three_forms(copying: Page, model: Site, text: str) -> None:
    item = next(page.item for page in model.pages if page.url == f"/{text}")
    assert item is not None
    link = copying.locator(".text p > .self").nth(1)
    clause, anchor = link.get_attribute("data-clause"), link.get_attribute("href")
    assert clause is not None
    assert clause.endswith("条")
    address = model.absolute(f"/{text}") + str(anchor)
    link.click()
    expect(copying.locator(".cite-dialog h2")).to_contain_text(clause)
    plain = copied(copying, "文字")
    assert plain == f"《{item.title}》（{item.number}）{clause}"
    assert copied(copying, "Markdown") == f"[{plain}]({address})"
    standard = copied(copying, "GB/T 7714")
    assert re.search(r"\[J/OL\]\. .+, \d{4}\(\d+\).*\[\d{4}-\d\d-\d\d\]\. ", standard)
    assert standard.endswith(f"{address}.")
    assert clause in standard


def test_a_document_is_cited_by_the_button_above_it(copying: Page, model: Site, text: str) -> None:
    copying.locator(".cite-open").click()
    assert copied(copying, "固定地址") == model.absolute(f"/{text}")
    assert copied(copying, "文字").endswith("号）")
    assert "{" not in copying.locator(".cite-dialog").inner_text()


def test_the_keyboard_comes_back_to_where_it_was(copying: Page) -> None:
    for opener in (copying.locator(".cite-open"), copying.locator(".text .self").nth(3)):
        opener.focus()
        copying.keyboard.press("Enter")
        dialog = copying.locator(".cite-dialog")
        expect(dialog).to_be_visible()
        assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
        copying.keyboard.press("Escape")
        assert not dialog.is_visible()
        assert opener.evaluate("opener => opener === document.activeElement")


def test_where_copying_is_refused_the_words_are_selected(
    browser: Browser, site_url: str, text: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(site_url + text)
    page.locator(".cite-open").click()
    page.locator(".cite-dialog section button").first.click()
    page.locator(".cite-dialog [role=status]").get_by_text("自行复制").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("https://")
    context.close()


def test_without_javascript_the_link_is_a_link(browser: Browser, site_url: str, text: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + text)
    assert not page.locator(".cite-open").is_visible()
    page.locator(".text p > .self").nth(2).click()
    assert re.search(r"#(i1-)?art-\d", page.url)
    assert page.locator("dl.cite dd").first.inner_text().startswith("《")
    context.close()

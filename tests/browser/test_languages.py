"""The labels in another language, the gazette in its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.publish.site import Site
from tests.browser.reading import first, statute


@pytest.fixture
def text(model: Site) -> str:
    return first(model, statute)


def choose(page: Page, language: str) -> None:
    page.locator(".settings summary").click()
    page.locator(".settings select").select_option(label=language)
    page.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("language", "tag", "elder"),
    [("English", "en", "Easy mode"), ("繁體中文", "zh-Hant", "長者模式")],
)
def test_labels_change_and_the_text_does_not(
    page: Page, site_url: str, text: str, language: str, tag: str, elder: str
) -> None:
    page.goto(site_url + text)
    body = page.locator(".text p").nth(5).inner_text()
    title = page.locator("h1").inner_text()
    choose(page, language)
    button = page.locator(".elder")
    expect(button).to_have_text(elder)
    expect(button).to_have_attribute("lang", tag)
    assert page.locator("h1").inner_text() == title
    if tag == "en":
        assert page.locator(".trail").get_attribute("aria-label") == "You are here"
        assert page.locator(".proof a").first.inner_text().startswith("Source (")
        assert body.split("源文")[0] in page.locator(".text p").nth(5).inner_text()


def test_the_language_is_kept_and_given_back(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + text)
    before = page.locator("body").inner_text()
    choose(page, "English")
    page.locator(".elder[lang=en]").wait_for()
    page.goto(site_url)
    page.locator(".elder[lang=en]").wait_for()
    assert page.locator(".settings select").input_value() == "en"
    page.goto(site_url + text)
    page.locator(".elder[lang=en]").wait_for()
    choose(page, "简体中文")
    page.locator(".elder:not([lang])").wait_for()
    assert page.locator("body").inner_text() == before


@pytest.mark.parametrize(
    ("url", "heading", "above"),
    [
        ("kinds/", "Kind of document", "Home"),
        ("issues/", "All issues", "Home"),
        ("404.html", "There is no such page", "Home"),
        ("2018/chronicle/", "Chronicle of 2018", "2018"),
        ("2018/05/", "2018, no. 5", "2018"),
        ("2018/05/changes/", "Collation", "2018, no. 5"),
    ],
)
def test_pages_of_the_archive_change_with_their_headings(
    page: Page, site_url: str, url: str, heading: str, above: str
) -> None:
    page.goto(site_url + url)
    choose(page, "English")
    expect(page.locator(".elder")).to_have_attribute("lang", "en")
    assert page.locator("h1").inner_text() == heading
    assert page.locator(".trail li").nth(-2).inner_text() == above
    assert "公文种类" not in page.locator("body").inner_text()


def test_the_way_to_a_shelf_is_named_in_the_language_chosen(page: Page, site_url: str) -> None:
    page.goto(site_url + "kinds/")
    choose(page, "English")
    page.locator(".shelves a").first.click()
    expect(page.locator(".elder")).to_have_attribute("lang", "en")
    assert page.locator(".trail a").all_inner_texts() == ["Home", "Kind of document"]
    assert "documents: " in page.locator("section .count").first.inner_text()


def test_dates_and_labels_in_tables_change_too(page: Page, site_url: str) -> None:
    page.goto(site_url + "2018/05/changes/")
    choose(page, "English")
    expect(page.locator("table.collation th").first).to_have_text("Source line")
    page.goto(site_url + "dates/2018/")
    expect(page.locator("time").first).to_have_text(re.compile("^[0-9]+ [A-Z][a-z]+ 2018$"))
    assert "年" not in page.locator("h1").inner_text()

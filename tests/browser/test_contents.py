"""The contents of a document: they follow the reader, fold by class, and never hide the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Site
from tests.browser.reading import first, long_contents, statute

TOP = "id => document.getElementById(id).getBoundingClientRect().top"
CURRENT = ".contents [aria-current]"


@pytest.fixture
def text(model: Site) -> str:
    return first(model, statute)


@pytest.fixture
def phone(browser: Browser, site_url: str, text: str) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site_url + text)
    return page


def scroll_to(page: Page, anchor: str) -> None:
    page.evaluate("id => document.getElementById(id).scrollIntoView()", anchor)
    page.wait_for_timeout(100)


def anchors(page: Page) -> list[str]:
    hashes: list[str] = page.locator(".contents a").evaluate_all("all => all.map(a => a.hash)")
    return [one.removeprefix("#") for one in hashes]


def test_they_stay_beside_the_text_and_say_where_one_is(
    page: Page, site_url: str, text: str
) -> None:
    page.goto(site_url + text)
    nav = page.locator(".contents")
    chapters = [one for one in anchors(page) if "ch-" in one]
    assert len(chapters) > 2
    for chapter in chapters[1:3]:
        scroll_to(page, chapter)
        assert nav.bounding_box()["y"] >= 0  # type: ignore[index]
        assert page.locator(CURRENT).count() == 1
        current = page.locator(CURRENT)
        assert current.get_attribute("aria-current") == "location"
        box, frame = current.bounding_box(), nav.bounding_box()
        assert box is not None
        assert frame is not None
        assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]
        owner = page.evaluate(
            "([id, now]) => { const line = document.querySelector(`.contents a[href='#${id}']`);"
            " return line === document.querySelector(now) ||"
            " document.querySelector(now).closest('li').contains(line) }",
            [chapter, CURRENT],
        )
        assert owner, chapter


def test_branches_open_and_close_by_key(page: Page, site_url: str, model: Site) -> None:
    page.goto(site_url + first(model, long_contents))
    button = page.locator(".contents .branch.closed > button:visible").first
    hidden = page.locator(".contents .branch.closed ol a:visible").count()
    assert hidden == 0
    button.focus()
    line = page.evaluate_handle("document.activeElement.closest('li')")
    assert button.get_attribute("aria-label")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    assert line.evaluate("line => line.querySelector('ol a').checkVisibility()")
    page.keyboard.press("Tab")
    assert line.evaluate("line => line.querySelector('ol').contains(document.activeElement)")


def test_an_anchor_lands_below_what_sticks(page: Page, site_url: str, text: str) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(site_url + text)
        for anchor in anchors(page)[5:25:5]:
            page.goto(f"{site_url}{text}#{anchor}")
            top = page.evaluate(TOP, anchor)
            assert 0 <= top <= 100, (width, anchor)
            strip = page.locator(".contents").bounding_box()
            assert strip is not None
            if width == 390:
                assert top >= strip["y"] + strip["height"]


def test_on_a_telephone_a_strip_opens_them_over_a_part_of_the_text(phone: Page) -> None:
    scroll_to(phone, anchors(phone)[8])
    strip = phone.locator(".contents summary")
    box = strip.bounding_box()
    assert box is not None
    assert box["y"] == pytest.approx(0, abs=1)
    assert strip.locator(".here").inner_text() != ""
    strip.click()
    sheet = phone.locator(".contents details > div").bounding_box()
    assert sheet is not None
    assert sheet["y"] + sheet["height"] < 844 * 0.75
    phone.keyboard.press("Escape")
    assert not phone.locator(".contents a").first.is_visible()
    assert phone.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_on_a_telephone_a_choice_closes_them(phone: Page) -> None:
    phone.locator(".contents summary").click()
    link = phone.locator(".contents a:visible").last
    anchor = str(link.get_attribute("href")).removeprefix("#")
    link.click()
    assert not phone.locator(".contents a").first.is_visible()
    top = phone.evaluate(TOP, anchor)
    assert 0 <= top <= 100
    phone.locator(".contents summary").click()
    phone.mouse.click(200, 800)
    assert not phone.locator(".contents a").first.is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_without_javascript_they_are_a_list_of_links(
    browser: Browser, site_url: str, text: str, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    page.goto(site_url + text)
    if width == 390:
        page.locator(".contents summary").click()
    links = page.locator(".contents a")
    assert links.count() > 20
    assert all(link.is_visible() for link in links.all())
    assert page.locator(".contents button").count() == 0
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_focus_is_never_hidden_by_what_sticks(
    page: Page, site_url: str, text: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(site_url + text)
    links = page.locator(".text a:visible")
    for at in (12, 10, 8):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        links.nth(at).focus()
        covered = links.nth(at).evaluate(
            """link => {
              const { left, top, width, height } = link.getBoundingClientRect();
              const seen = document.elementFromPoint(left + width / 2, top + height / 2);
              return !(link === seen || link.contains(seen));
            }"""
        )
        assert not covered
        outline = links.nth(at).evaluate("link => getComputedStyle(link).outlineWidth")
        assert float(outline.removesuffix("px")) >= 2

"""Reading aloud, with a voice that the test can hear."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Site
from tests.browser.reading import first, statute

VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
Object.defineProperty(window, "speechSynthesis", { value: {
  speak(words) { window.spoken.push(words); },
  cancel() { window.cancelled = (window.cancelled ?? 0) + 1; },
} });
"""
"""Says nothing until the test lets a sentence end."""

END = "window.spoken[window.spoken.length - 1].onend()"
MARKED = "[...CSS.highlights.get('spoken')].map(range => range.toString()).join('')"


@pytest.fixture
def page(browser: Browser, site_url: str, model: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.add_init_script(VOICE)
    page.goto(site_url + first(model, statute))
    yield page
    context.close()


def heard(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.spoken.map(words => words.text)")
    return found


def test_it_begins_with_the_title_and_marks_each_sentence(page: Page) -> None:
    text = page.locator(".text").inner_html()
    page.locator(".speak").click()
    assert heard(page) == [page.locator("h1").inner_text()]
    for _ in range(12):
        page.evaluate(END)
        said = heard(page)[-1]
        assert page.evaluate(MARKED).strip() == said.strip()
        assert "源文" not in said
        assert "#" not in said
    assert page.locator(".text").inner_html() == text, "the text is left as it is"
    assert page.evaluate("window.spoken[0].lang") == "zh-Hans-CN"


def test_it_says_the_whole_text(page: Page) -> None:
    page.locator(".speak").click()
    while page.locator(".player").is_visible():
        page.evaluate(END)
    said = "".join(heard(page))
    for paragraph in page.locator(".text p, .text li").all():
        words = paragraph.evaluate(
            """one => { const copy = one.cloneNode(true);
              for (const part of copy.querySelectorAll(".origin, .self, .ref")) part.remove();
              return copy.textContent.trim() }"""
        )
        assert words in said


def test_it_pauses_goes_on_and_stops(page: Page) -> None:
    page.locator(".speak").click()
    page.evaluate(END)
    sentence = heard(page)[-1]
    pause = page.get_by_role("button", name="暂停")
    assert pause.evaluate("pause => pause === document.activeElement")
    pause.click()
    assert page.locator(".player [role=status]").inner_text() == "朗读已暂停"
    count = len(heard(page))
    page.evaluate(END)
    assert len(heard(page)) == count, "what was broken off does not go on by itself"
    page.get_by_role("button", name="继续").click()
    assert heard(page)[-1] == sentence
    page.get_by_role("button", name="停止").click()
    assert not page.locator(".player").is_visible()
    assert page.evaluate(MARKED) == ""
    assert page.evaluate("document.activeElement.className").endswith("speak")


def test_what_is_read_is_brought_into_sight(page: Page) -> None:
    page.locator(".speak").click()
    for _ in range(60):
        page.evaluate(END)
    assert page.evaluate("scrollY") > 0
    top = page.evaluate("[...CSS.highlights.get('spoken')][0].getBoundingClientRect().top")
    assert 0 <= top <= 800


def test_a_device_without_a_voice_is_told(page: Page) -> None:
    page.locator(".speak").click()
    page.evaluate("window.spoken[0].onerror()")
    assert "没有可用的中文语音" in page.locator(".player [role=status]").inner_text()
    assert not page.get_by_role("button", name="暂停").is_visible()
    page.get_by_role("button", name="停止").click()
    assert not page.locator(".player").is_visible()


def test_without_highlights_the_paragraph_is_marked(
    browser: Browser, site_url: str, model: Site
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(VOICE + "delete window.Highlight;")
    page.goto(site_url + first(model, statute))
    page.locator(".speak").click()
    assert page.locator(".spoken").evaluate("one => one.tagName") == "H1"
    page.evaluate(END)
    assert page.locator(".spoken").count() == 1
    context.close()


def test_where_there_is_no_speech_there_is_no_button(
    browser: Browser, site_url: str, model: Site
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto(site_url + first(model, statute))
    assert page.locator(".cite-open").is_visible()
    assert not page.locator(".speak").is_visible()
    context.close()

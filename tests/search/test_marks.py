"""What was searched for, marked on the page that was found."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.search.asking import ask

CITING = "晋城市人民政府关于加强地下水管理的意见"
LOOKS = """mark => [mark, mark.parentElement].map(element => {
  const look = getComputedStyle(element);
  return [look.color, look.fontWeight, look.backgroundColor, look.boxShadow, look.outlineStyle];
})"""


def test_the_page_found_marks_the_phrase_until_that_is_closed(search_page: Page) -> None:
    ask(search_page, "晋市政办〔2018〕41号")
    search_page.locator("#search-results h2 a", has_text=CITING).click()
    marks = search_page.locator("mark.hit")
    bar = search_page.get_by_role("region", name="检索词所在处")
    expect(bar.get_by_role("status")).to_contain_text("处")
    before = search_page.locator("main").inner_text()
    assert marks.count() > 1
    bar.get_by_role("button", name="下一处").click()
    expect(search_page.locator("mark.now")).to_have_count(1)
    search_page.keyboard.press("Escape")
    expect(marks).to_have_count(0)
    expect(bar).to_be_hidden()
    assert search_page.locator("main").inner_text() == before
    assert search_page.evaluate("location.search") == ""


def test_marks_are_not_printed(search_page: Page, small_url: str) -> None:
    search_page.goto(f"{small_url}2018/05/jszb-41/?find=提升安全水平")
    mark = search_page.locator("mark.hit").first
    search_page.get_by_role("button", name="下一处").click()
    on_screen, around = mark.evaluate(LOOKS)
    assert on_screen != around
    search_page.emulate_media(media="print")
    printed, around = mark.evaluate(LOOKS)
    expect(search_page.locator(".hits")).to_be_hidden()
    search_page.emulate_media(media="screen")
    assert printed == around


def test_the_bar_speaks_the_language_that_is_chosen(search_page: Page, small_url: str) -> None:
    search_page.goto(f"{small_url}2018/05/jszb-41/?find=煤矿")
    said = search_page.locator(".hits [role=status]")
    expect(said).to_contain_text("处")
    count = search_page.locator("mark.hit:not(.more)").count()
    search_page.locator(".settings summary").click()
    search_page.locator(".settings select").select_option(label="English")
    expect(said).to_have_text(f"Places: {count}")
    search_page.keyboard.press("Escape")
    search_page.get_by_role("button", name="Next place").click()
    expect(said).to_contain_text(f"1 of {count}")
    search_page.evaluate("localStorage.clear()")


def test_the_bar_lies_above_the_strip_of_contents(page: Page, small_url: str) -> None:
    """Both stand still on a telephone, where the strip may lie at the foot of the window."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{small_url}2018/05/jszb-41/?find=煤矿")
    buttons = page.locator(".hits button")
    buttons.first.wait_for()
    strip = page.locator(".contents").bounding_box()
    assert strip is not None
    page.set_viewport_size({"width": 390, "height": round(strip["y"] + strip["height"])})
    on_top = """button => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }"""
    assert [buttons.nth(at).evaluate(on_top) for at in range(3)] == [True] * 3

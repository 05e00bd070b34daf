"""Sizes, colours, elderly mode and aids: chosen once, kept, and nothing moves for them."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.site import Page as SitePage
from generator.publish.site import Site
from tests.browser.axe import violations
from tests.browser.conftest import OVERFLOW, WIDTHS
from tests.browser.reading import MODES, first, reader, statute

SHIFT = """() => new Promise(resolve => {
  let total = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(total), 400);
})"""

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
"""What WCAG 1.4.12 lets a reader set."""


@pytest.fixture
def text(model: Site) -> str:
    """The address of a regulation with chapters and articles."""
    return first(model, statute)


def panel(page: Page) -> Any:
    page.locator(".settings summary").click()
    return page.locator(".settings")


def body(page: Page) -> dict[str, float]:
    found: dict[str, float] = (
        page.locator(".text p")
        .nth(4)
        .evaluate(
            """paragraph => {
          const style = getComputedStyle(paragraph), size = parseFloat(style.fontSize);
          const line = parseFloat(style.lineHeight) / size, measure = paragraph.clientWidth / size;
          return { size, line, measure, indent: parseFloat(style.textIndent) / size };
        }"""
        )
    )
    return found


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_text_is_set_to_be_read(page: Page, site_url: str, text: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + text)
    set_as = body(page)
    assert set_as["size"] >= 18
    assert 1.7 <= set_as["line"] <= 2.0
    assert set_as["measure"] <= 42
    assert set_as["indent"] == pytest.approx(2, abs=0.01)


def test_three_sizes_survive_a_reload(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + text)
    sizes = []
    for name in ("标准", "大", "特大"):
        panel(page).get_by_label(name, exact=True).check()
        page.reload()
        sizes.append(body(page)["size"])
        assert page.locator(".settings input[name=size]:checked").count() == 1
    assert sizes == [18, 22.5, 27]
    assert page.context.cookies() == []


@pytest.mark.parametrize(("mode", "width"), [("largest", 1280), ("elder", 320)])
def test_no_page_scrolls_sideways_in_large_type(
    browser: Browser, site_url: str, samples: list[SitePage], width: int, mode: str
) -> None:
    wider = {}
    with reader(browser, MODES[mode], viewport={"width": width, "height": 800}) as page:
        for sample in samples:
            page.goto(site_url + sample.url.lstrip("/"))
            if (pixels := page.evaluate(OVERFLOW)) > 0:
                wider[sample.url] = pixels
    assert wider == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_after_the_first_paint(
    page: Page, site_url: str, samples: list[SitePage], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    moved = {}
    for sample in samples:
        page.goto(site_url + sample.url.lstrip("/"))
        if (shift := page.evaluate(SHIFT)) > 0.01:
            moved[sample.url] = shift
    assert moved == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("mode", MODES)
def test_nothing_moves_for_a_choice_that_was_made_before(
    browser: Browser, site_url: str, text: str, width: int, mode: str
) -> None:
    with reader(browser, MODES[mode], viewport={"width": width, "height": 844}) as page:
        for address in (text, ""):
            page.goto(site_url + address)
            assert page.evaluate(SHIFT) <= 0.01, address


@pytest.mark.parametrize(
    ("mode", "width"),
    [("dark", 1280), ("contrast", 390), ("dark contrast", 1280), ("elder", 390), ("elder", 1280)],
)
def test_axe_finds_no_violation_in_any_mode(
    browser: Browser, site_url: str, text: str, mode: str, width: int
) -> None:
    found = {}
    view = {"width": width, "height": 900}
    with reader(browser, MODES[mode], viewport=view, bypass_csp=True) as page:
        for address in (text, ""):
            page.goto(site_url + address)
            if places := violations(page):
                found[address] = places
    assert found == {}


def test_colours_follow_the_reader_before_the_system(browser: Browser, site_url: str) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    seen = {}
    for chosen in ("", "light", "dark"):
        for system in ("light", "dark"):
            with reader(browser, {"theme": chosen}, color_scheme=system) as page:
                page.goto(site_url)
                seen[chosen, system] = page.evaluate(paper)
    light, dark = seen["", "light"], seen["", "dark"]
    assert light != dark
    assert {seen["light", system] for system in ("light", "dark")} == {light}
    assert {seen["dark", system] for system in ("light", "dark")} == {dark}


OPEN = "for (const fold of document.querySelectorAll('details')) fold.open = true"
CONTROLS = "button, summary, input[type=search], select, .settings fieldset label"
LINKS = """.trail a, .foot a, .items a, .contents a, .proof a, .downloads a, .chips a,
  .facts dd a, .collation a, .group > .aside a, .source .back, .choose label"""
"""Links and labels that stand by themselves and not within a sentence."""


@pytest.mark.parametrize(
    ("mode", "least", "width"),
    [({}, 44, 390), (MODES["elder"], 60, 390), (MODES["elder"], 60, 1280)],
)
def test_controls_are_large_enough_to_hit(
    browser: Browser,
    site_url: str,
    samples: list[SitePage],
    mode: dict[str, str],
    least: int,
    width: int,
) -> None:
    small = {}
    with reader(browser, mode, viewport={"width": width, "height": 844}) as page:
        for sample in samples:
            page.goto(site_url + sample.url.lstrip("/"))
            page.locator(".settings summary").click()
            page.evaluate(OPEN)
            small |= smaller(page, CONTROLS, least)
    assert small == {}


@pytest.mark.parametrize(
    ("mode", "least", "width"),
    [({}, 44, 390), ({}, 44, 1280), (MODES["elder"], 60, 390), (MODES["elder"], 60, 1280)],
)
def test_a_finger_hits_links_that_stand_by_themselves(
    browser: Browser,
    site_url: str,
    samples: list[SitePage],
    mode: dict[str, str],
    least: int,
    width: int,
) -> None:
    """Also where the text is checked: on the collation and the source."""
    small = {}
    assert {"source", "changes", "item"} <= {sample.kind for sample in samples}
    view = {"width": width, "height": 844}
    with reader(browser, mode, viewport=view, has_touch=True) as page:
        for sample in samples:
            page.goto(site_url + sample.url.lstrip("/"))
            page.evaluate(OPEN)
            small |= smaller(page, f"{LINKS}, .contents button", least)
    assert small == {}


def smaller(page: Page, selector: str, least: int) -> dict[tuple[str, str], float]:
    """What is lower than that, but for the heads of tables, which are pressed as a whole."""
    heights = page.locator(selector).evaluate_all(
        """all => all
          .filter(one => one.checkVisibility() && !one.closest("thead"))
          .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])
        """
    )
    assert heights
    return {(page.url, name): high for name, high in heights if high < least - 0.5}


def test_elderly_mode_is_one_press_and_shows_less(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + text)
    assert page.locator(".text .origin:visible").count() > 0
    button = page.locator(".elder")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert body(page)["size"] >= 24
    assert page.locator(".text .origin:visible").count() == 0
    assert "url(" in page.evaluate("getComputedStyle(document.body).cursor")
    page.reload()
    assert page.locator(".elder").get_attribute("aria-pressed") == "true"
    page.locator(".elder").click()
    assert body(page)["size"] == 18


def test_the_guide_follows_the_pointer_and_catches_nothing(
    page: Page, site_url: str, text: str
) -> None:
    page.goto(site_url + text)
    guide = page.locator(".guide")
    assert not guide.is_visible()
    panel(page).get_by_label("阅读标尺").check()
    page.keyboard.press("Escape")
    tops = []
    for height in (300, 500):
        page.mouse.move(400, height)
        tops.append(guide.bounding_box()["y"])  # type: ignore[index]
    assert tops[1] - tops[0] == pytest.approx(200, abs=1)
    assert guide.evaluate("guide => getComputedStyle(guide).pointerEvents") == "none"


def test_the_pointer_can_be_large(page: Page, site_url: str) -> None:
    page.goto(site_url)
    cursor = "getComputedStyle(document.querySelector('main a')).cursor"
    assert "url(" not in page.evaluate(cursor)
    panel(page).get_by_label("大光标").check()
    assert "url(" in page.evaluate(cursor)


def test_escape_closes_the_panel_and_gives_the_focus_back(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.locator(".settings summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "size"
    page.keyboard.press("Escape")
    assert not page.locator(".settings fieldset").first.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_nothing_glides(browser: Browser, site_url: str, text: str) -> None:
    """A jump is a jump: smooth scrolling leaves the place behind."""
    with reader(browser, {}, reduced_motion="no-preference") as page:
        page.goto(site_url + text)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        moving = page.evaluate("document.getAnimations().length")
        assert moving == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_wider_spacing_cuts_nothing_off(
    browser: Browser, site_url: str, samples: list[SitePage], width: int
) -> None:
    cut = {}
    with reader(browser, {}, bypass_csp=True, viewport={"width": width, "height": 800}) as page:
        for sample in samples:
            page.goto(site_url + sample.url.lstrip("/"))
            page.add_style_tag(content=SPACING)
            assert page.evaluate(OVERFLOW) <= 0, sample.url
            hidden = page.locator("button, summary, h1, h2, .facts dd").evaluate_all(
                """all => all
                  .filter(one => one.checkVisibility() && !one.matches(".unprinted"))
                  .filter(one => getComputedStyle(one).overflow === "hidden")
                  .filter(one => getComputedStyle(one).clipPath === "none") // for ears alone
                  .filter(one => one.scrollHeight > one.clientHeight + 2)
                  .map(one => one.textContent.slice(0, 20))"""
            )
            if hidden:
                cut[sample.url] = hidden
    assert cut == {}


def test_forced_colours_keep_what_matters(browser: Browser, site_url: str, text: str) -> None:
    with reader(browser, {"elder": "on"}, forced_colors="active") as page:
        page.goto(site_url + text)
        pressed, plain = page.evaluate(
            "['.elder', '.settings summary'].map(one =>"
            " getComputedStyle(document.querySelector(one)).backgroundColor)"
        )
        assert pressed != plain
        border = page.locator(".quiet").first.evaluate(
            "one => getComputedStyle(one).borderTopStyle"
        )
        assert border == "solid"


def test_storage_that_is_forbidden_breaks_nothing(page: Page, site_url: str, text: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(site_url + text)
    panel(page).get_by_label("特大").check()
    assert body(page)["size"] == 27
    assert errors == []


@pytest.mark.parametrize("stored", ["null", "[", '"x"', '{"size":"<b>"}', "[1,2]"])
def test_what_others_stored_breaks_nothing(
    page: Page, site_url: str, text: str, stored: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(f"localStorage.reading = {stored!r}")
    page.goto(site_url + text)
    assert body(page)["size"] == 18
    assert page.locator(".elder").is_visible()
    assert errors == []

"""Reading with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from generator.publish.site import Page as SitePage

STOPS = 12

FOCUSED = """() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const [box] = one.getClientRects();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    what: one.outerHTML.slice(0, 120),
    outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    covered: !(one === top || one.contains(top) || top?.contains(one)),
  };
}"""


def test_focus_can_be_seen_at_every_stop(
    page: Page, site_url: str, samples: list[SitePage]
) -> None:
    for sample in samples:
        page.goto(site_url + sample.url.lstrip("/"))
        for _ in range(STOPS):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            assert stop["outline"] >= 2, (sample.url, stop)
            assert not stop["covered"], (sample.url, stop)


def test_a_table_is_scrolled_by_its_arrow_keys(page: Page, tables_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(tables_url)
    region = page.locator("#tbl-1 .scroll")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(region).not_to_have_js_property("scrollLeft", 0)

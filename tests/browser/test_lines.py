"""Where lines end: real titles on telephones, and the sign of a link behind a paragraph."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.publish.site import Page as SitePage
from generator.publish.site import Site

PARTED = """
() => {
  const parted = [];
  const range = document.createRange();
  const one = /[\\w.][\\w.%]|\\d[年月日号期]|.[，。、；：？！）》”’]|[（《“‘]./iu;
  for (const title of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!title.checkVisibility() || title.matches(".unprinted")) continue;
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    let before;
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.data.length; at += 1) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getClientRects()[0];
        if (!range.toString().trim() || !box) before = undefined;
        if (!box) continue;
        const now = { text: range.toString(), box };
        const pair = (before?.text ?? "") + now.text;
        const ended = before && box.top >= before.box.bottom - 3;
        if (ended && one.test(pair)) parted.push([title.textContent, pair]);
        before = now;
      }
    }
  }
  return parted;
}
"""
"""Pairs of characters that a title has on two lines and that belong on one."""

ALONE = """
() => [...document.querySelectorAll(".text .self")]
  .filter((sign) => sign.checkVisibility() && !sign.closest("tr"))
  .filter((sign) => getComputedStyle(sign).position !== "absolute")
  .filter((sign) => {
    const range = document.createRange();
    range.setStart(sign.parentElement, 0);
    range.setEndBefore(sign);
    const words = [...range.getClientRects()].filter((box) => box.width > 1).at(-1);
    const { top, height } = sign.getBoundingClientRect();
    return words && top + height / 2 > words.bottom + 2;
  })
  .map((sign) => sign.hash)
"""
"""Links whose sign has a line to itself."""


@pytest.fixture(scope="module")
def with_years(model: Site) -> list[SitePage]:
    """Items in whose titles a year stands in the middle."""
    found = [page for page in model.pages if page.item and "年" in page.title[6:-6]]
    assert len(found) > 5
    return found


@pytest.mark.parametrize("width", [320, 390])
def test_titles_keep_numbers_and_marks_together(
    page: Page, site_url: str, samples: list[SitePage], with_years: list[SitePage], width: int
) -> None:
    parted = {}
    page.set_viewport_size({"width": width, "height": 800})
    for sample in [*samples, *with_years]:
        page.goto(site_url + sample.url.lstrip("/"))
        if found := page.evaluate(PARTED):
            parted[sample.url] = found
    assert parted == {}


@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_sign_of_a_link_stands_with_the_last_word(
    page: Page, site_url: str, samples: list[SitePage], width: int
) -> None:
    alone = {}
    page.set_viewport_size({"width": width, "height": 800})
    for sample in [sample for sample in samples if sample.item]:
        page.goto(site_url + sample.url.lstrip("/"))
        if found := page.evaluate(ALONE):
            alone[sample.url] = found
    assert alone == {}

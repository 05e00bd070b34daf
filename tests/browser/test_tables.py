"""Tables in a real browser: on a desktop, on a telephone, on paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.publish.site import Page as SitePage
from tests.browser.reading import MODES, reader

PHONE, DESKTOP = 390, 1280
UPRIGHT, LANDSCAPE = 642, 1031
"""How wide the text on an A4 page is, between margins of 20 and of 12 mm, in CSS pixels."""

BROKEN = """
() => {
  const broken = [];
  for (const cell of document.querySelectorAll(".table th, .table td")) {
    const words = cell.textContent.trim();
    const name = words.length >= 2 && words.length <= 4;
    if (!name && !cell.classList.contains("n")) continue;
    const range = document.createRange();
    range.selectNodeContents(cell.querySelector(".sort") ?? cell);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom / 9)));
    if (cell.querySelector("br, sub, sup, .ref") === null && lines.size > 1) broken.push(words);
  }
  return broken;
}
"""
"""Cells with a number or a short name that stand on more than one line."""

CRUSHED = """
() => [...document.querySelectorAll(".table th, .table td")]
  .filter((cell) => cell.colSpan === 1)
  .filter((cell) => {
    const origin = cell.querySelector(".origin")?.textContent ?? "";
    return cell.textContent.length - origin.length > 8;
  })
  .filter((cell) => cell.clientWidth < 3.5 * parseFloat(getComputedStyle(cell).fontSize))
  .map((cell) => cell.textContent)
"""
"""Cells of text in columns of three characters or fewer."""

BOXED = """
() => [...document.querySelectorAll(".scroll")]
  .filter((region) => region.scrollHeight > region.clientHeight + 1)
  .map((region) => region.parentElement.id)
"""
"""Regions that hide some of their rows."""


BRIGHTNESS = """
async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (character) => character.codePointAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += data[at + 1];
  return sum / (data.length / 4);
}
"""
"""How bright a picture is, by its green."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One page for all tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def ask(
    tab: Page, base: str, pages: list[SitePage], width: int, question: str, height: int = 844
) -> dict[str, object]:
    """The answers that are not empty, by page."""
    tab.set_viewport_size({"width": width, "height": height})
    found = {}
    for page in pages:
        tab.goto(base + page.url.lstrip("/"))
        if answer := tab.evaluate(question):
            found[page.url] = answer
    return found


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_numbers_and_short_names_are_never_broken(
    tab: Page, site_url: str, with_tables: list[SitePage], width: int
) -> None:
    assert ask(tab, site_url, with_tables, width, BROKEN) == {}


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_no_column_of_text_is_crushed(
    tab: Page, site_url: str, with_tables: list[SitePage], width: int
) -> None:
    assert ask(tab, site_url, with_tables, width, CRUSHED) == {}


def test_on_a_telephone_what_scrolls_by_itself_scrolls_sideways_and_leaves_the_page_room(
    tab: Page, site_url: str, with_tables: list[SitePage]
) -> None:
    boxed = """() => [...document.querySelectorAll(".table .scroll")]
      .filter((region) => region.scrollHeight > region.clientHeight + 1)
      .filter((region) => region.clientHeight > 0.82 * innerHeight
        || region.scrollWidth <= region.clientWidth)
      .map((region) => region.parentElement.id)"""
    assert ask(tab, site_url, with_tables, PHONE, boxed) == {}
    assert ask(tab, site_url, with_tables, PHONE, BOXED) != {}


def test_in_a_low_window_no_table_scrolls_by_itself(
    tab: Page, site_url: str, with_tables: list[SitePage]
) -> None:
    """A telephone on its side, or text twice as large: the head alone would fill the window."""
    assert ask(tab, site_url, with_tables, 640, BOXED, height=360) == {}


ADRIFT = """
(id) => {
  const region = document.querySelector(`[id="${id}"] .scroll`);
  const table = region.querySelector("table");
  const edge = region.getBoundingClientRect();
  const head = table.tHead.getBoundingClientRect();
  const top = getComputedStyle(region).overflowY === "visible" ? 0 : edge.top;
  const lines = [];
  for (const section of [table.tHead, ...table.tBodies]) {
    const taken = [];
    [...section.rows].forEach((row, down) => {
      let at = 0;
      for (const cell of row.cells) {
        while (taken[down]?.[at]) at += 1;
        for (let below = down; below < down + cell.rowSpan; below += 1) {
          taken[below] ??= [];
          for (let right = 0; right < cell.colSpan; right += 1) taken[below][at + right] = 1;
        }
        const { left, right } = cell.getBoundingClientRect();
        if (cell.colSpan === 1) lines.push([at, left, right, cell.textContent]);
        at += cell.colSpan;
      }
    });
  }
  const first = new Map();
  const apart = lines.filter(([at, left, right]) => {
    const [itsLeft] = first.get(at) ?? first.set(at, [left, right]).get(at);
    return Math.abs(left - itsLeft) > 1;
  });
  const name = table.querySelector("thead .name").getBoundingClientRect();
  return {
    apart: apart.map(([, , , words]) => words),
    head: Math.abs(head.top - top),
    name: Math.abs(name.left - edge.left),
  };
}
"""
"""Of a table that is scrolled: cells that do not stand below the head of their column; how far the
head is from the upper edge, and the column of names from the left."""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_head_and_names_stay_in_sight_and_in_line_however_a_table_is_scrolled(
    browser: Browser, tables_url: str, width: int, script: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    if not script:
        page.route("**/*.js", lambda route: route.abort())
    page.goto(tables_url)
    for id_ in ("tbl-1", "tbl-3"):  # two and four head rows
        region = page.locator(f"#{id_} .scroll")
        region.evaluate("region => region.scrollIntoView()")
        # Where it does not scroll by itself the page does.
        region.evaluate("region => { region.scrollTop = 301; region.scrollLeft = 207; }")
        if not region.evaluate("region => region.scrollTop"):
            page.mouse.wheel(0, 301)
        page.wait_for_timeout(100)
        scrolled = region.evaluate("region => region.scrollLeft") > 150
        found = page.evaluate(ADRIFT, id_)
        assert found["apart"] == []
        assert found["head"] <= 1
        assert not scrolled or found["name"] <= 1
        assert scrolled or width == DESKTOP
    context.close()


def test_the_column_of_names_leaves_a_telephone_room_for_what_it_names(
    tab: Page, site_url: str, with_tables: list[SitePage]
) -> None:
    greedy = """() => [...document.querySelectorAll(".boxed tbody .name")]
      .filter((cell) => cell.offsetWidth > 0.5 * cell.closest(".scroll").offsetWidth)
      .map((cell) => cell.textContent)"""
    assert ask(tab, site_url, with_tables, PHONE, greedy) == {}


HIDDEN = """
() => [...document.querySelectorAll(".named tbody td:not(.name) .ref")].filter((link) => {
  const region = link.closest(".scroll");
  const name = link.closest("tr").querySelector(".name");
  if (!name) return false;
  const place = (element) => element.getBoundingClientRect();
  region.scrollLeft += place(link).left - place(region).left - 10;
  link.focus();
  return place(link).left < place(name).right && place(link).right > place(name).left;
}).map((link) => link.textContent)
"""


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_a_link_in_a_row_is_not_reached_behind_the_name_of_the_row(
    tab: Page, site_url: str, with_tables: list[SitePage], width: int
) -> None:
    assert ask(tab, site_url, with_tables, width, HIDDEN) == {}


def test_a_doubtful_row_can_be_seen_and_its_doubt_is_told_in_words_below_the_table(
    tab: Page, tables_url: str
) -> None:
    tab.goto(tables_url)
    row = tab.locator("#tbl-1-r6")
    colour = "row => getComputedStyle(row.cells[row.cells.length - 1]).backgroundColor"
    assert row.evaluate(colour) != tab.locator("#tbl-1-r5").evaluate(colour)
    assert tab.locator("#tbl-1 .doubts").inner_text() == "第4行：序号不连续"
    tab.locator("#tbl-1 .doubts a").click()
    assert tab.url.endswith("#tbl-1-r6")


def test_a_reader_gets_the_link_of_a_row(tab: Page, tables_url: str) -> None:
    tab.set_viewport_size({"width": PHONE, "height": 844})
    tab.goto(tables_url)
    assert tab.locator("#tbl-1-r6 .self").is_hidden()
    tab.get_by_label("显示源文行号和表格各行的链接").check()
    tab.locator("#tbl-1").get_by_role("link", name="第4行的固定链接").click()
    assert tab.url.endswith("#tbl-1-r6")


def test_blanks_of_a_form_can_be_seen_and_filled_in_on_paper(tab: Page, tables_url: str) -> None:
    tab.goto(tables_url)
    tab.emulate_media(media="print")
    sizes = tab.locator("#tbl-4 td").evaluate_all(
        "all => all.filter(({textContent}) => !textContent)"
        ".map(({offsetWidth, offsetHeight}) => [offsetWidth, offsetHeight])"
    )
    tab.emulate_media(media="screen")
    assert len(sizes) == 8
    assert all(width >= 50 and height >= 28 for width, height in sizes), sizes  # 7 mm high


def test_on_a_desktop_only_a_table_that_scrolls_sideways_scrolls_by_itself(
    tab: Page, site_url: str, with_tables: list[SitePage]
) -> None:
    boxed = ask(tab, site_url, with_tables, DESKTOP, BOXED)
    for url, ids in boxed.items():
        tab.goto(site_url + url.lstrip("/"))
        for one in ids:  # type: ignore[attr-defined]
            region = tab.locator(f"[id='{one}'] .scroll")
            assert region.evaluate("region => region.closest('.wide') !== null"), (url, one)


def test_the_head_stays_in_sight_while_a_table_is_read(tab: Page, site_url: str) -> None:
    """Over a table that fits the column, at the top of the window."""
    tab.set_viewport_size({"width": DESKTOP, "height": 500})
    tab.goto(site_url + "2018/05/jszb-69/")
    table = tab.locator(".table:not(.wide)").first
    table.locator("tbody tr").nth(6).evaluate("row => row.scrollIntoView({block: 'center'})")
    top = table.locator("thead").evaluate("head => head.getBoundingClientRect().top")
    assert 0 <= top <= 1


def test_the_unit_is_in_sight_above_a_table_however_wide(tab: Page, site_url: str) -> None:
    for width in (PHONE, DESKTOP):
        tab.set_viewport_size({"width": width, "height": 844})
        tab.goto(site_url + "2018/05/jszb-63/")
        unit, head = tab.locator(".table .unit").first, tab.locator(".table thead").first
        unit.scroll_into_view_if_needed()
        box, below = unit.bounding_box(), head.bounding_box()
        assert box is not None
        assert below is not None
        assert box["y"] + box["height"] <= below["y"] + 1
        assert 0 < box["x"] < box["x"] + box["width"] <= width


def test_targets_at_a_table_are_large_enough_for_a_finger(
    tab: Page, site_url: str, with_tables: list[SitePage]
) -> None:
    small = """() => [...document.querySelectorAll(".size a, label.origins, .text .self")]
      .filter((target) => target.checkVisibility())
      .map((target) => [target.textContent, target.getBoundingClientRect().height])
      .filter(([, height]) => height < 24)"""
    assert ask(tab, site_url, with_tables, PHONE, small) == {}


# --- on paper -------------------------------------------------------------------------------


@pytest.fixture
def paper(page: Page) -> Page:
    """A page as the printer sees it."""
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(("width", "kind"), [(LANDSCAPE, ".wide"), (UPRIGHT, ".table:not(.wide)")])
def test_every_table_fits_its_page_and_no_number_is_broken(
    paper: Page, site_url: str, with_tables: list[SitePage], width: int, kind: str
) -> None:
    question = f"""() => [...document.querySelectorAll("{kind} table")]
      .map((table) => table.offsetWidth).filter((width) => width > {width})"""
    assert ask(paper, site_url, with_tables, width, question) == {}
    if kind == ".wide":
        assert ask(paper, site_url, with_tables, width, BROKEN) == {}


FOOT = """
(filler) => {
  const annex = document.getElementById("x9-6");
  const room = document.createElement("div");
  room.style.cssText = "columns: 642px 1; column-fill: auto; width: 642px; height: 800px";
  const above = document.createElement("div");
  above.style.height = `${filler}px`;
  const parts = [annex.parentElement];
  while (!parts.at(-1).matches(".table")) parts.push(parts.at(-1).nextElementSibling);
  document.body.replaceChildren(room);
  room.append(above, ...parts);
  const column = (part) => Math.round(part.getBoundingClientRect().left / 642);
  const last = parts.at(-1);
  const chain = [...parts.slice(0, -1), ...last.querySelectorAll("thead, tbody tr:first-child")];
  return chain.map(column);
}
"""
"""Pages as columns, which are broken by the same rules: on which page stand the label with the
title of an annex, the heading over its table, the head of the table and its first row."""


@pytest.mark.parametrize("filler", [480, 500, 560, 620, 700])
def test_nothing_that_leads_to_a_table_is_left_alone_at_the_foot_of_a_page(
    paper: Page, site_url: str, filler: int
) -> None:
    paper.set_viewport_size({"width": UPRIGHT, "height": 844})
    paper.goto(site_url + "2018/05/jszb-67/")
    assert len(set(paper.evaluate(FOOT, filler))) == 1


def test_on_paper_a_doubtful_row_is_marked_and_no_link_is_printed_that_leads_nowhere(
    paper: Page, tables_url: str
) -> None:
    paper.goto(tables_url)
    line = "row => parseFloat(getComputedStyle(row.querySelector('.edge')).borderLeftWidth)"
    doubtful, other = paper.locator("#tbl-1-r6"), paper.locator("#tbl-1-r3")
    bar = "row => parseFloat(getComputedStyle(row.querySelector('.noted')).borderLeftWidth)"
    assert doubtful.evaluate(bar) > other.evaluate(line)
    assert paper.get_by_text("回到原处").first.is_hidden()


def test_a_title_goes_with_its_wide_table_to_the_landscape_page(paper: Page, site_url: str) -> None:
    paper.goto(site_url + "2018/05/jszf-34/")
    pages = paper.evaluate(
        "['a', 'a-tbl1'].map((id) => getComputedStyle(document.getElementById(id)"
        ".closest('.heading, .table')).page)"
    )
    assert pages == ["wide", "wide"]


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_a_shade_says_that_a_table_goes_on_and_is_gone_at_its_end(
    browser: Browser, tab: Page, tables_url: str, mode: str
) -> None:
    view = {"width": PHONE, "height": 844}
    with reader(browser, MODES.get(mode, {}), viewport=view) as page:
        page.goto(tables_url)
        region = page.locator(".table .scroll").first
        row = region.locator("tbody tr:not(.doubt)").nth(4)
        row.scroll_into_view_if_needed()
        cut = brightness(tab, page, region, row)
        region.evaluate("region => { region.scrollLeft = region.scrollWidth }")
        assert abs(cut - brightness(tab, page, region, row)) > 3


def brightness(tab: Page, page: Page, region: Locator, row: Locator) -> float:
    """From 0 to 255, of the ground at the right edge of a table, between two lines."""
    room, line = region.bounding_box(), row.bounding_box()
    assert room is not None
    assert line is not None
    left, top = room["x"] + room["width"] - 9, line["y"] + line["height"] - 6
    picture = page.screenshot(clip={"x": left, "y": top, "width": 3, "height": 4})
    found: float = tab.evaluate(BRIGHTNESS, base64.b64encode(picture).decode())
    return found

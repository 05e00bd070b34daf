"""The collation page in a browser: its filter, its groups, a telephone, paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.model import Repair, Span
from generator.publish.addresses import changes_url
from generator.publish.collation import collate
from generator.publish.outputs import html
from generator.publish.site import Site
from tests import samples as make
from tests.browser.axe import violations
from tests.browser.conftest import OVERFLOW, WIDTHS
from tests.conftest import Serve
from tests.publish.samples import site

SHOWN = "tr[data-kind]:not([hidden])"
OPEN = "for (const group of document.querySelectorAll('details')) group.open = true"


@pytest.fixture(scope="module")
def longest(model: Site) -> str:
    """The address of the longest collation."""
    issue = max(model.issues, key=lambda issue: len(model.repairs[issue.id]))
    return changes_url(issue).lstrip("/")


@pytest.fixture(scope="module")
def with_person(model: Site) -> tuple[str, int]:
    """The address of a collation with corrections by a person, and how many."""
    for issue in model.issues:
        persons = next(one for one in collate(model, issue).sections if one.kind == "person")
        if persons.remarks:
            return changes_url(issue).lstrip("/"), len(persons.remarks)
    pytest.fail("no person has corrected anything")


def test_the_filter_shows_what_was_asked_for_and_says_how_much(
    page: Page, site_url: str, longest: str
) -> None:
    page.goto(site_url + longest)
    rows = page.locator("tr[data-kind]").count()
    page.get_by_label("筛选词").fill("  市(县、区 ")
    page.get_by_label("筛选词").press("Enter")
    expect(page.locator("#filter-status")).to_contain_text(f"共 {rows} 条")
    page.get_by_label("筛选词").fill("政务")
    page.get_by_label("筛选词").press("Enter")
    shown = page.locator(SHOWN)
    found = shown.count()
    assert 0 < found < rows
    expect(page.locator("#filter-status")).to_contain_text(f"显示 {found} 条")
    assert all(row.is_visible() for row in shown.all()[:20]), "a group with an answer is closed"
    rules = page.locator("details.rules")
    assert rules.get_attribute("open") is None, "what the rules are stands before the answers"
    page.get_by_label("筛选词").fill("绝无此句")
    expect(page.locator("#filter-status")).to_contain_text("显示 0 条")
    assert page.locator(".part:visible").count() == 0
    page.get_by_label("筛选词").fill("")
    expect(page.locator("#filter-status")).to_be_empty()
    assert shown.count() == rows
    assert page.locator("details.group[open]").count() == 0, "the groups are not as they were"
    assert rules.get_attribute("open") is not None


def test_one_kind_can_be_chosen_by_keyboard(
    page: Page, site_url: str, with_person: tuple[str, int]
) -> None:
    address, count = with_person
    page.goto(site_url + address)
    page.get_by_label("类别").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#filter-status")).to_contain_text(f"显示 {count} 条")
    kinds = page.locator(SHOWN).evaluate_all("rows => rows.map((row) => row.dataset.kind)")
    assert kinds == ["person"] * count


def test_a_link_from_an_item_opens_its_group(page: Page, site_url: str, model: Site) -> None:
    entry = next(entry for entry in model.pages if entry.item)
    page.goto(site_url + entry.url.lstrip("/"))
    page.locator(".proof a[href*='changes/#']").click()
    group = page.locator("details.group:target")
    expect(group).to_have_attribute("open", "")
    group.locator("tr[data-kind] a.to").first.click()
    assert page.url.startswith(site_url + entry.url.lstrip("/"))


def test_every_row_is_a_card_on_a_telephone(browser: Browser, site_url: str, longest: str) -> None:
    context = browser.new_context(viewport={"width": WIDTHS[1], "height": 844})
    page = context.new_page()
    page.goto(site_url + longest)
    page.evaluate(OPEN)
    assert page.evaluate(OVERFLOW) <= 0
    wide = page.locator("tr[data-kind]").evaluate_all(
        "rows => rows.filter((row) => row.getBoundingClientRect().width > 390).length"
    )
    assert wide == 0
    cells = (
        page.locator("details.group tr[data-kind]")
        .first.locator("td")
        .evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().top)")
    )
    assert cells == sorted(set(cells)), "the cells stand side by side"
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_everything_is_open_on_paper(
    browser: Browser, site_url: str, model: Site, scripts: bool
) -> None:
    issue = min(model.issues, key=lambda issue: len(model.repairs[issue.id]))
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(site_url + changes_url(issue).lstrip("/"))
    sheets = page.pdf().count(b"/Type /Page\n")
    page.emulate_media(media="print")
    assert page.locator("#filter").is_hidden()
    context.close()
    assert sheets > 6, "closed groups would fit on three sheets"


def test_axe_finds_nothing_in_open_groups(browser: Browser, site_url: str, model: Site) -> None:
    issue = min(model.issues, key=lambda issue: len(model.repairs[issue.id]))
    context = browser.new_context(bypass_csp=True, viewport={"width": WIDTHS[1], "height": 844})
    page = context.new_page()
    page.goto(site_url + changes_url(issue).lstrip("/"))
    page.evaluate(OPEN)
    # Rows that are laid out only when axe comes to them move the rows it has measured.
    page.add_style_tag(content="* { content-visibility: visible !important }")
    found = violations(page)
    context.close()
    assert found == {}


def test_the_filter_unfolds_the_lines_that_hold_the_words(
    page: Page, tmp_path: Path, serve: Serve
) -> None:
    item = make.item("yzf-9", (make.paragraph("现予印发。", at=3),), lines=Span(2, 9))
    table = "::: table head=0\n\n| 甲 |\n|---|\n\n:::"
    supplied = Repair("supplied_table", Span(3, 4), "丙丁\n戊己", table, "责任编辑", "据印刷版")
    made = site(make.issue("2018-05", (item,)))
    html.write(replace(made, repairs={"2018-05": (supplied,)}), tmp_path / "site")
    page.goto(serve(tmp_path / "site", "/yunzhou/") + "2018/05/changes/")
    unfolded = page.locator("details.lines[open]")
    expect(unfolded).to_have_count(0)
    for words, count in (("责任编辑", 0), ("丁戊", 1), ("", 0)):
        page.get_by_label("筛选词").fill(words)
        page.get_by_label("筛选词").press("Enter")
        expect(page.locator("tr[data-kind=person]")).to_be_visible()
        expect(unfolded).to_have_count(count)

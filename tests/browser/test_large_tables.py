"""Filter, order and columns of a large table, as a reader uses them; the table stays what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ROWS = """rows => rows.filter(row => !row.hidden).map(row =>
  [...row.cells].filter(cell => !cell.hidden).map(cell => cell.innerText.trim()))"""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """A telephone for all tests."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(shared: Page, tables_url: str) -> Page:
    """A fresh page with the tables."""
    shared.goto("about:blank")
    shared.goto(tables_url)
    return shared


@pytest.fixture
def tasks(phone: Page) -> Locator:
    """The table of tasks."""
    return phone.locator("#tbl-1")


@pytest.fixture
def projects(phone: Page) -> Locator:
    """The table in groups."""
    return phone.locator("#tbl-2")


def rows(table: Locator) -> list[list[str]]:
    """The words of the rows that are shown, cell by cell."""
    found: list[list[str]] = table.locator("tbody tr").evaluate_all(ROWS)
    return found


def column(table: Locator, number: int) -> list[str]:
    """A column without the total, whose cells span."""
    return [line[number] for line in rows(table) if line[0] != "合计"]


def seek(table: Locator, words: str) -> None:
    """Type into the filter and wait until it has answered."""
    table.locator("input[type=search]").fill(words)
    table.page.wait_for_timeout(300)


def press(table: Locator, name: str) -> None:
    table.get_by_role("button", name=name, exact=True).press("Enter")


def leave_out(table: Locator, name: str) -> Locator:
    """Open the list of columns and take the mark from one; return its box."""
    table.locator("summary").press("Enter")
    box = table.get_by_label(name)
    box.uncheck()
    return box


def said(table: Locator) -> str:
    return table.get_by_role("status").inner_text()


# --- filter ---------------------------------------------------------------------------------


def test_a_filter_leaves_the_rows_that_hold_all_its_words(tasks: Locator) -> None:
    seek(tasks, "制药　高平市")
    assert column(tasks, 0) == ["高平市"] * len(rows(tasks))
    assert [name[1:4] for name in column(tasks, 2)] == ["制药厂"] * 3
    assert "显示 3 行，共 61 行" in said(tasks)


def test_a_row_is_found_by_the_county_whose_cell_it_shares(tasks: Locator) -> None:
    seek(tasks, "泽州县")
    assert column(tasks, 0) == ["泽州县"] * 12
    assert column(tasks, 1)[:3] == ["4[疑1]", "5", "6"]


def test_what_is_no_text_of_a_row_does_not_find_it(tasks: Locator) -> None:
    seek(tasks, "疑1")
    assert rows(tasks) == []


def test_an_emptied_filter_gives_the_table_back_as_it_was(tasks: Locator) -> None:
    before = tasks.locator("table").inner_html()
    seek(tasks, "泽州县")
    seek(tasks, "")
    assert tasks.locator("table").inner_html().replace(' hidden=""', "") == before


def test_the_name_of_a_group_is_shown_with_its_rows_and_finds_them(
    projects: Locator,
) -> None:
    seek(projects, "第7号")
    assert [line[0] for line in rows(projects)] == ["一、城区", "7", "二、泽州县", "7"]
    seek(projects, "二、")
    assert len(rows(projects)) == 22


# --- order ----------------------------------------------------------------------------------


def test_numbers_are_sorted_by_their_value_and_the_total_stays_last(tasks: Locator) -> None:
    press(tasks, "2017年")
    values = [float(words.replace(",", "")) for words in column(tasks, 3)]
    assert values == sorted(values)
    assert rows(tasks)[-1][0] == "合计"
    press(tasks, "2017年")
    assert float(column(tasks, 3)[0].replace(",", "")) == values[-1]


def test_dates_are_sorted_by_the_calendar(tasks: Locator) -> None:
    press(tasks, "完成时间")
    months = [int(re.findall(r"\d+", words)[1]) for words in column(tasks, 5)]
    assert months == sorted(months)


def test_names_are_sorted_by_their_sound(tasks: Locator) -> None:
    """城 chéng, 高 gāo, 陵 líng, 沁 qìn, 阳 yáng, 泽 zé."""
    press(tasks, "企业名称")
    assert "".join(dict.fromkeys(name[0] for name in column(tasks, 2))) == "城高陵沁阳泽"


def test_a_sorted_row_says_what_it_shared_with_its_neighbours(tasks: Locator) -> None:
    printed = {}
    for line in rows(tasks)[:-1]:
        county = line.pop(0) if len(line) == 7 else county  # noqa: F821
        printed[line[0]] = county
    press(tasks, "企业名称")
    assert {line[1]: line[0] for line in rows(tasks)[:-1]} == printed


def test_the_third_press_gives_the_printed_order_back(tasks: Locator) -> None:
    before = rows(tasks)
    for _ in range(3):
        press(tasks, "2018年")
    assert rows(tasks) == before


def test_one_press_gives_the_printed_table_back(tasks: Locator) -> None:
    before, told = rows(tasks), said(tasks)
    seek(tasks, "泽州县")
    press(tasks, "2018年")
    leave_out(tasks, "减排量 2017年")
    press(tasks, "恢复原表")
    assert rows(tasks) == before
    assert said(tasks) == told
    assert tasks.locator("input[type=search]").input_value() == ""
    assert tasks.locator(".choose input:not(:checked), [aria-sort]").count() == 0


def test_numbers_come_before_words_and_what_is_empty_comes_last(
    shared: Page, tables_url: str
) -> None:
    shared.goto(tables_url.replace("/tables/", "/bad/"))
    mixed = shared.locator("#tbl9")
    press(mixed, "数$&")
    values = column(mixed, 1)
    assert values[:12] == ["-3", "-3", "-3", "2", "2", "2", "10", "10", "10", *["1,200"] * 3]
    assert values[12:] == [*["待定"] * 6, *["约30"] * 6, *[""] * 9]
    press(mixed, "数$&")
    values = column(mixed, 1)
    assert values[:3] == ["1,200"] * 3
    assert values[-9:] == [""] * 9


def test_the_name_of_a_column_is_told_to_the_letter(shared: Page, tables_url: str) -> None:
    shared.goto(tables_url.replace("/tables/", "/bad/"))
    mixed = shared.locator("#tbl9")
    press(mixed, "数$&")
    assert said(mixed).startswith("按“数$&”升序。")


def test_the_order_is_told_to_those_who_do_not_see_it(tasks: Locator) -> None:
    press(tasks, "完成时间")
    head = tasks.locator("th", has_text="完成时间")
    assert head.get_attribute("aria-sort") == "ascending"
    assert said(tasks).startswith("按“完成时间”升序")
    press(tasks, "2018年")
    assert head.get_attribute("aria-sort") is None
    assert tasks.locator("[aria-sort]").count() == 1


def test_a_group_stays_together_when_its_table_is_sorted(projects: Locator) -> None:
    press(projects, "投资")
    names = [line[1] if len(line) == 3 else line[0] for line in rows(projects)]
    assert names[0] == "一、城区"
    assert all(name.startswith("城区") for name in names[1:21])
    assert names[22] == "二、泽州县"


# --- columns --------------------------------------------------------------------------------


def test_a_column_is_left_out_and_comes_back(tasks: Locator) -> None:
    before = rows(tasks)
    box = leave_out(tasks, "减排量 2017年")
    assert tasks.locator("th", has_text="2017年").is_hidden()
    assert tasks.locator("th", has_text="减排量").get_attribute("colspan") == "1"
    assert [len(line) for line in rows(tasks)][:4] == [6, 5, 5, 6]
    assert rows(tasks)[0][3] == before[0][4]
    box.check()
    assert rows(tasks) == before


def test_it_is_told_how_many_columns_are_left_out(tasks: Locator) -> None:
    leave_out(tasks, "减排量 2017年")
    assert said(tasks).startswith("隐去 1 列。共 61 行")


def test_escape_closes_the_list_of_columns(tasks: Locator) -> None:
    leave_out(tasks, "减排量 2017年").press("Escape")
    assert tasks.locator(".choose").get_attribute("open") is None
    expect(tasks.locator("summary")).to_be_focused()
    assert tasks.get_by_label("减排量 2017年").is_hidden()


def test_the_column_of_names_cannot_be_left_out(tasks: Locator) -> None:
    labels = tasks.locator(".choose label").all_text_contents()
    assert "企业名称" not in labels
    assert len(labels) == 6


# --- links, paper, readers without a script ---------------------------------------------------


def test_a_link_to_a_hidden_row_shows_it(phone: Page, tasks: Locator) -> None:
    seek(tasks, "城区")
    row = phone.locator("#tbl-1-r50")
    assert row.is_hidden()
    phone.evaluate("location.hash = 'tbl-1-r50'")
    expect(row).to_be_in_viewport()
    assert tasks.locator("input[type=search]").input_value() == ""
    box, head = row.bounding_box(), tasks.locator("thead").bounding_box()
    assert box is not None
    assert head is not None
    assert box["y"] >= head["y"] + head["height"] - 1


def test_the_same_link_shows_its_row_again(phone: Page, tasks: Locator) -> None:
    for _ in range(2):
        seek(tasks, "城区")
        assert phone.locator("#tbl-1-r6").is_hidden()
        tasks.get_by_role("link", name="第4行").click()
        expect(phone.locator("#tbl-1-r6")).to_be_in_viewport()


def test_an_address_that_cannot_be_decoded_breaks_nothing(phone: Page, tasks: Locator) -> None:
    errors: list[str] = []
    phone.on("pageerror", lambda error: errors.append(str(error)))
    phone.evaluate("location.hash = '%'")
    seek(tasks, "制药　高平市")
    assert len(rows(tasks)) == 3
    assert errors == []


def test_a_row_keeps_its_anchor_and_its_note_when_sorted(phone: Page, tasks: Locator) -> None:
    press(tasks, "2018年")
    assert phone.locator("#tbl-1-r6 #doubt-1").count() == 1
    ids = phone.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_the_whole_table_is_printed_in_its_order(phone: Page, tasks: Locator) -> None:
    before = rows(tasks)
    seek(tasks, "泽州县")
    press(tasks, "2018年")
    assert "打印仍印全表" in said(tasks)
    asked = rows(tasks)
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert rows(tasks) == before
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows(tasks) == asked


def test_controls_are_not_printed_and_heads_are_words(phone: Page, tasks: Locator) -> None:
    """Chromium leaves a button out of the head that it repeats on each page."""
    phone.emulate_media(media="print")
    assert tasks.locator(".tools").is_hidden()
    shown = tasks.locator(".sort").evaluate_all(
        "all => all.map(one => getComputedStyle(one).display)"
    )
    phone.emulate_media(media="screen")
    assert set(shown) == {"contents"}


def test_nothing_moves_when_the_controls_come(browser: Browser, tables_url: str) -> None:
    for width in (320, 390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 844})
        page = context.new_page()
        page.route("**/tables.js", lambda route: route.abort())
        places = """() => [...document.querySelectorAll(".table, th, td")]
          .map((one) => one.getBoundingClientRect())
          .map(({x, y, width, height}) => [x, y, width, height].map(Math.round).join())"""
        page.goto(tables_url)
        assert page.locator("button.sort").count() == 0
        before = page.evaluate(places)
        page.unroute("**/tables.js")
        page.reload()
        expect(page.locator("button.sort").first).to_be_attached()
        assert page.evaluate(places) == before, width
        context.close()


def test_without_a_script_there_is_no_control_and_the_whole_table(
    browser: Browser, tables_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(tables_url)
    assert page.locator(".table button, .table input, .table summary").count() == 0
    assert page.locator("#tbl-1 tbody tr").count() == 61
    context.close()


def test_only_pages_with_a_large_table_load_the_script(shared: Page, tables_url: str) -> None:
    shared.goto(tables_url.replace("/2018/05/tables/", "/"))
    assert shared.locator("script[src*=tables], .tools").count() == 0


def test_rows_are_sorted_and_left_out_while_words_are_marked(phone: Page, tables_url: str) -> None:
    """As a reader comes from the search page; afterwards the table is what it was."""
    complaints: list[str] = []
    phone.once("pageerror", lambda error: complaints.append(str(error)))
    table = phone.locator("#tbl-1")
    before = rows(table)
    phone.goto(f"{tables_url}?find=制药厂 高平市")
    marks = phone.locator("#tbl-1 tbody mark.hit")
    expect(marks.first).to_be_attached()
    onward = phone.get_by_role("button", name="下一处")
    onward.click()
    press(table, "企业名称")
    seek(table, "高平市")
    onward.click()
    expect(phone.locator("mark.now")).to_have_count(1)
    expect(phone.locator("mark.now")).to_be_visible()
    phone.locator(".hits button").last.click()
    expect(marks).to_have_count(0)
    seek(table, "")
    press(table, "企业名称")
    press(table, "企业名称")
    assert rows(table) == before
    assert complaints == []

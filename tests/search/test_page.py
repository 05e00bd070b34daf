"""The search page in a browser, on a small site served under a path prefix."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.search.asking import ask, titles

NUMBER = "晋市政办〔2018〕41号"
OWNER = "晋城市人民政府办公厅关于印发煤矿减量重组方案的通知"
CITING = "晋城市人民政府关于加强地下水管理的意见"
SEPARATE = "晋城市人民政府办公室关于供水工作的通知"
CHRONICLE = "2018年9月大事记"
ISSUE = "2018年第5期"


@pytest.mark.parametrize(
    "query",
    [
        "晋市政办〔2018〕41号",
        "晋市政办[2018]41号",
        "晋市政办(2018)41号",
        "晋市政办（２０１８）４１号",
    ],
)
def test_a_document_number_finds_its_document_first(search_page: Page, query: str) -> None:
    """The other item cites it three times, and so often in its own text stands nowhere else."""
    assert ask(search_page, query) == [OWNER, CITING, ISSUE]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("矿减量重", {OWNER, CITING, ISSUE}),
        ("一优三减提升", {OWNER}),
        ("pm2.5", {OWNER}),
        ("ＰＭ2.5", {OWNER}),
        ("矿产资源法》第18条", {OWNER}),
        ("沁城煤矿", {OWNER}),
        ("万吨/年", {OWNER}),
        ("采区乙", {OWNER}),
        ("张某", {ISSUE}),
        ("米", {CITING, CHRONICLE}),
        ("12.3", {CITING}),
        ("1.23", {CHRONICLE}),
        ("123", set()),
        ("45.6沁城", set()),
        ("煤业45", set()),
        ("煤矿 安全", {OWNER, SEPARATE}),
        ("煤矿 水位", {CITING}),
        ("晋城市人民政府办公厅关于印发煤矿减量重组方案的通知", {OWNER, ISSUE}),
        ("晋城市人民政府办公厅关于印发煤矿关闭方案的通知", set()),
        ("晋城市人民政府办公厅关于印发煤矿减量的通知", set()),
    ],
)
def test_a_phrase_finds_the_pages_that_hold_it_and_no_other(
    search_page: Page, query: str, found: set[str]
) -> None:
    assert set(ask(search_page, query)) == found


def test_the_title_counts_for_more_than_the_text(search_page: Page) -> None:
    assert ask(search_page, "供水")[0] == SEPARATE


def test_the_newest_may_come_first(search_page: Page) -> None:
    assert ask(search_page, "晋城市", order="date")[:2] == [SEPARATE, ISSUE]


def test_a_search_may_be_limited_to_a_year(search_page: Page) -> None:
    assert ask(search_page, "煤矿安全", year="2020") == [SEPARATE]
    assert ask(search_page, "煤矿安全", year="2018") == []


def test_a_result_shows_its_facts_and_the_sentence(search_page: Page) -> None:
    ask(search_page, "提升安全 水平")
    result = search_page.locator("#search-results > li")
    facts = result.locator("p span").all_inner_texts()
    assert facts == [NUMBER, "2018年9月4日", ISSUE, "市政府办公厅文件"]
    sentence = result.locator("li").first
    assert sentence.locator("a").inner_text() == "实施“一优三减”，提升安全水平。"
    assert sentence.locator(".under").inner_text() == "一、总体要求"
    assert sentence.locator("mark").all_inner_texts() == ["提升安全", "水平"]


def test_the_sentence_with_most_of_the_phrases_is_shown(search_page: Page) -> None:
    """Not the first of the paragraph, which holds 煤矿 alone."""
    ask(search_page, "煤矿 供水")
    sentence = search_page.locator("#search-results li li a").first
    expect(sentence).to_have_text("各单位要做好城市供水和煤矿安全工作。")


def test_a_sentence_leads_to_its_clause(search_page: Page) -> None:
    ask(search_page, "提升安全水平")
    search_page.locator("#search-results li li a").first.click()
    expect(search_page.locator(":target")).to_contain_text("提升安全水平")


def test_the_count_is_announced(search_page: Page) -> None:
    ask(search_page, "煤矿减量")
    expect(search_page.get_by_role("status")).to_have_text("找到 3 个页面")


def test_where_nothing_is_found_there_is_help(search_page: Page) -> None:
    ask(search_page, "量子计算机")
    expect(search_page.get_by_role("status")).to_contain_text("没有找到")
    expect(search_page.get_by_role("link", name=OWNER)).to_be_visible()


def test_the_address_keeps_the_query(search_page: Page) -> None:
    first = ask(search_page, "供水", year="2020")
    search_page.reload()
    assert titles(search_page) == first == [SEPARATE]
    assert search_page.locator("#search-form [name=q]").input_value() == "供水"
    assert search_page.locator("#search-form [name=year]").input_value() == "2020"
    ask(search_page, "防汛", year="")
    search_page.go_back()
    expect(search_page.locator("#search-results h2")).to_have_text([SEPARATE])


def test_the_box_on_every_page_leads_here(page: Page, small_url: str) -> None:
    page.goto(f"{small_url}2018/05/jszb-41/")
    box = page.get_by_role("search").get_by_role("searchbox")
    box.fill("防汛")
    box.press("Enter")
    expect(page.locator("#search-results h2")).to_have_text([CHRONICLE])


def test_little_is_loaded_before_a_search_begins(browser: Browser, site_url: str) -> None:
    """Of the real site: at most 300 KB until the page waits for words."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(f"{site_url}search/", wait_until="networkidle")
    context.close()
    assert len(sizes) > 5
    assert sum(sizes) <= 300 * 1024


def test_the_keyboard_is_enough(search_page: Page) -> None:
    keyboard = search_page.keyboard
    search_page.locator("#main").focus()
    keyboard.press("Tab")
    keyboard.type("防汛")
    keyboard.press("Enter")
    assert titles(search_page) == [CHRONICLE]
    for _ in range(10):
        keyboard.press("Tab")
        if search_page.locator("#search-results a:focus").count():
            break
    keyboard.press("Enter")
    expect(search_page.locator("h1")).to_have_text(CHRONICLE)


def test_punctuation_alone_finds_nothing(search_page: Page) -> None:
    assert ask(search_page, "※。") == []
    expect(search_page.get_by_role("status")).to_contain_text("没有找到")


def test_more_results_come_on_demand(page: Page, site_url: str) -> None:
    """On the real site: 的 stands on nearly every page."""
    page.goto(f"{site_url}search/?q=的")
    shown = len(titles(page))
    more = page.locator("#search-more")
    more.click()
    expect(page.locator("#search-results > li")).to_have_count(2 * shown)
    assert page.locator("#search-results > li").nth(shown).locator("a:focus").count() == 1


def test_a_jump_within_the_page_keeps_the_results(search_page: Page) -> None:
    ask(search_page, "防汛")
    search_page.locator("#search-results > li").evaluate("result => { result.id = 'kept'; }")
    search_page.evaluate("location.hash = 'main'")
    search_page.wait_for_timeout(300)
    expect(search_page.locator("#kept")).to_be_visible()


def test_the_page_keeps_its_language(search_page: Page) -> None:
    """It is taken away for a moment while the index opens."""
    ask(search_page, "供水")
    assert search_page.locator("html").get_attribute("lang") == "zh-Hans-CN"


def test_without_scripts_the_page_is_an_index(browser: Browser, small_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_url}search/")
    contents = page.locator("#search-contents")
    expect(contents.get_by_role("heading", name="2020年")).to_be_visible()
    expect(contents.get_by_role("link", name=OWNER)).to_be_visible()
    expect(contents.get_by_text(NUMBER)).to_be_visible()
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    context.close()


def test_what_is_typed_is_answered_and_the_focus_stays(search_page: Page) -> None:
    box = search_page.locator("#search-query")
    box.press_sequentially("防汛")
    expect(search_page.locator("#search-results h2")).to_have_text([CHRONICLE])
    expect(box).to_be_focused()
    assert search_page.evaluate("new URLSearchParams(location.search).get('q')") == "防汛"


def test_a_minus_excludes(search_page: Page) -> None:
    assert OWNER not in ask(search_page, "煤矿 －水平")
    assert OWNER in ask(search_page, "煤矿")


def test_limits_tell_how_many_pages_they_would_give(search_page: Page) -> None:
    """With an empty query they browse the archive, the newest first."""
    assert ask(search_page, "", year="2020") == [SEPARATE]
    labels = search_page.locator("[name=year] option").evaluate_all(
        "all => all.map(one => one.label)"
    )
    assert labels[1:] == ["2020年（1）", "2018年（4）"]
    search_page.get_by_role("button", name="清除筛选").click()
    expect(search_page.locator("#search-results li")).to_have_count(0)
    assert search_page.evaluate("location.search") == ""


def test_parts_that_are_found_and_near_numbers_are_offered(search_page: Page) -> None:
    ask(search_page, "煤矿量子")
    expect(search_page.locator("#search-none").get_by_role("link", name="煤矿")).to_be_visible()
    ask(search_page, "晋市政办〔2018〕42号")
    expect(search_page.locator("#search-none").get_by_role("link", name=NUMBER)).to_be_visible()


def test_the_scripts_speak_the_language_that_is_chosen(search_page: Page) -> None:
    ask(search_page, "煤矿")
    count = search_page.locator("#search-results > li").count()
    search_page.locator(".settings summary").click()
    search_page.locator(".settings select").select_option(label="English")
    status = search_page.locator("#search-status")
    expect(status).to_have_text(f"Pages found: {count}")
    expect(status).to_have_attribute("lang", "en")
    expect(search_page.locator("#search-results summary").first).to_contain_text("More places")
    search_page.locator(".settings select").select_option(label="简体中文")
    expect(status).to_have_text(f"找到 {count} 个页面")
    search_page.evaluate("localStorage.clear()")

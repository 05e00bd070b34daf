"""Questions nobody should ask, and an index that is not what it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.publish.site import Site
from tests.conftest import Serve
from tests.search.asking import ask, titles

OWNER = "晋城市人民政府办公厅关于印发煤矿减量重组方案的通知"
SEPARATE = "晋城市人民政府办公室关于供水工作的通知"
CHRONICLE = "2018年9月大事记"

MARKUP = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    "query",
    [
        "市" * 1000,
        "的 " * 500,
        "※。！",
        "😀",
        "<script>alert(1)</script>",
        "100%",
        '"',
        "--",
        "%E6%9",
    ],
)
def test_whatever_is_asked_gets_an_answer(search_page: Page, query: str) -> None:
    ask(search_page, query)
    expect(search_page.get_by_role("status")).to_contain_text("找到")


@pytest.mark.parametrize("query", ["%E6%9", "%ED%A0%80", "%", "%00", "市" * 1000])
def test_a_broken_address_is_no_error(search_page: Page, small_url: str, query: str) -> None:
    search_page.goto(f"{small_url}search/?q={query}&year=1999&order=x")
    titles(search_page)
    expect(search_page.get_by_role("status")).to_contain_text("没有找到")


def test_half_a_character_is_as_if_it_were_not_there(search_page: Page) -> None:
    """A lone surrogate, as an emoji leaves that was cut in two."""
    search_page.locator("#search-query").evaluate("box => { box.value = '\\ud83d防汛'; }")
    search_page.get_by_role("button", name="检索").click()
    assert titles(search_page) == [CHRONICLE]
    expect(search_page.locator("#search-results li mark").first).to_have_text("防汛")


def test_a_query_is_text_and_never_markup(search_page: Page) -> None:
    ask(search_page, MARKUP)
    expect(search_page.locator("#search-none")).to_be_visible()
    assert search_page.locator("main :is(img, script)").count() == 0
    ask(search_page, f"煤矿 -{MARKUP}")
    assert search_page.locator("main :is(img, script)").count() == 0


@pytest.mark.parametrize("query", [MARKUP, "%E6%", "%ED%A0%80", "※", "市" * 1000])
def test_words_that_stand_nowhere_mark_nothing(
    search_page: Page, small: Site, small_url: str, query: str
) -> None:
    search_page.goto(f"{small_url}2018/05/jszb-41/?find={query}")
    bar = search_page.get_by_role("region", name="检索词所在处")
    expect(bar.get_by_role("status")).to_have_text(small.say("hits.none"))
    assert search_page.locator("main :is(mark.hit, img)").count() == 0
    expect(bar.get_by_role("button")).to_have_count(1)


def test_results_that_do_not_arrive_are_said_plainly(
    page: Page, small: Site, site_url: str
) -> None:
    page.goto(f"{site_url}search/?q=的")
    titles(page)
    page.route("**/fragment/*", lambda route: route.abort())
    page.locator("#search-more").click()
    expect(page.get_by_role("status")).to_have_text(small.say("search.failed"))


def test_a_lost_index_is_said_plainly(
    page: Page, small_folder: Path, small: Site, serve: Serve, tmp_path: Path
) -> None:
    shutil.copytree(small_folder, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "pagefind")
    page.goto(f"{serve(tmp_path / 'site')}search/?q=供水")
    expect(page.get_by_role("status")).to_have_text(small.say("search.failed"))
    expect(page.get_by_role("link", name=OWNER)).to_be_visible()


def test_part_of_the_index_lost_is_said_as_well(
    page: Page, small_folder: Path, small: Site, serve: Serve, tmp_path: Path
) -> None:
    """Not "nothing found": Pagefind itself goes on as if the words were nowhere."""
    shutil.copytree(small_folder, tmp_path / "site")
    for index in (tmp_path / "site" / "pagefind").glob("*/index"):
        shutil.rmtree(index)
    page.goto(f"{serve(tmp_path / 'site')}search/?q=供水")
    expect(page.get_by_role("status")).to_have_text(small.say("search.failed"))


def test_a_tab_goes_on_when_the_site_is_replaced(
    page: Page, small_folder: Path, serve: Serve, tmp_path: Path
) -> None:
    """The folders that it knows are gone; the same pages are indexed under other keys."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    shutil.copytree(small_folder, tmp_path / "site")
    page.goto(f"{serve(tmp_path / 'site')}search/")
    assert ask(page, "供水")[0] == SEPARATE
    index = tmp_path / "site" / "pagefind"
    listed = (index / "shards.json").read_text(encoding="utf-8")
    for shard in json.loads(listed)["shards"]:
        key = shard["path"].rstrip("/")
        (index / key).rename(index / f"other-{key}")
        listed = listed.replace(key, f"other-{key}")
    (index / "shards.json").write_text(listed, encoding="utf-8")
    assert ask(page, "一优三减") == [OWNER]
    expect(page.locator("#search-results li li a").first).to_contain_text("一优三减")
    assert ask(page, "防汛", order="date") == [CHRONICLE]
    assert complaints == []

"""What the index in the browser answers: limits, counts, order, tables, several shards."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.outputs import html, search
from generator.publish.search import engine
from generator.publish.site import Site
from tests import samples as make
from tests.conftest import Serve
from tests.publish.samples import site
from tests.search.conftest import ISSUE, SEPARATE

PLAN = "/2018/05/jszb-41/"
CITING = "/2018/05/jszf-31/"
CHRONICLE = "/2018/05/dashiji-09/"
VOLUME = "/2018/05/"
WATER = "/2020/jszb-56/"

ASK = """async ([address, query, question]) => {
    const script = document.querySelector("script[src$='search.js']").src;
    const { open, phrases } = await import(new URL("search-index.js", script));
    window.archive ??= await open(address);
    const answers = [];
    const without = phrases(question.without ?? "");
    const asked = { ...question, phrases: phrases(query), without };
    for await (const { results, counts, complete } of archive.ask(asked)) {
        const pages = await Promise.all(results.map((result) => result.data()));
        const told = Object.entries(counts).map(([name, count]) =>
            [name, count instanceof Map ? Object.fromEntries(count) : count]);
        answers.push({
            urls: pages.map((page) => page.url.replace(/^.*gazette(?=[/])/, "")),
            counts: Object.fromEntries(told),
            complete,
        });
    }
    return answers;
}"""

OPEN = """async ([address, most]) => {
    const script = document.querySelector("script[src$='search.js']").src;
    const { open } = await import(new URL("search-index.js", script));
    window.archive = await open(address, most);
    for await (const { results } of archive.ask({ phrases: [] })) window.before = results;
}"""
"""Open the index and find every page, without loading one."""

Ask = Callable[..., list[dict[str, Any]]]
"""A query, and what else a question holds → the answers, in order."""


@pytest.fixture(scope="module")
def tab(browser: Browser, small_url: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{small_url}search/")
    yield page
    context.close()


@pytest.fixture
def ask(tab: Page, small_url: str) -> Ask:
    """Ask the index of the small site."""
    return lambda query, **question: tab.evaluate(
        ASK, [f"{small_url}pagefind/shards.json", query, question]
    )


@pytest.fixture
def find(ask: Ask) -> Callable[..., list[str]]:
    """The pages of the last answer."""
    return lambda query, **question: ask(query, **question)[-1]["urls"]


Find = Callable[..., list[str]]


def test_the_newest_shard_answers_first(browser: Browser, small_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{small_url}search/")
    question = [f"{small_url}pagefind/shards.json", "煤矿", {}]
    for _ in range(2):  # all shards are open then, and still it is the first that has an answer
        first, last = page.evaluate(ASK, question)
        assert (first["urls"], first["complete"]) == ([WATER], False)
        assert (set(last["urls"]), last["complete"]) == ({WATER, PLAN, CITING, VOLUME}, True)
    question[1] = "防汛"
    (only,) = page.evaluate(ASK, question)
    assert only["complete"], "the newest shard has none"
    page.close()


def test_a_tab_that_has_asked_much_still_answers(browser: Browser, small_url: str) -> None:
    """What is loaded stays in the memory of a worker: after some bytes another takes its place."""
    page = browser.new_page()
    hired: list[object] = []
    page.on("worker", lambda worker: hired.append(worker))
    page.goto(f"{small_url}search/")
    address = f"{small_url}pagefind/shards.json"
    page.evaluate(OPEN, [address, 2000])
    for _ in range(3):
        for query, found in [("煤矿", {WATER, PLAN, CITING, VOLUME}), ("防汛", {CHRONICLE})]:
            assert set(page.evaluate(ASK, [address, query, {}])[-1]["urls"]) == found
    assert len(hired) > 3
    page.wait_for_function("() => true")
    assert len(page.workers) <= 1, "the others are gone, and their memory"
    page.close()


def test_no_phrase_is_every_page(find: Find) -> None:
    assert set(find("")) == {PLAN, CITING, CHRONICLE, VOLUME, WATER}
    assert find("", order="date") == [WATER, VOLUME, PLAN, CITING, CHRONICLE]


def test_a_phrase_may_be_excluded(find: Find) -> None:
    assert set(find("煤矿", without="水位 供水")) == {PLAN, VOLUME}
    assert set(find("", without="煤矿")) == {CHRONICLE}


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ({"year": "2020"}, {WATER}),
        ({"issue": "2018-05"}, {PLAN, CITING, CHRONICLE, VOLUME}),
        ({"body": "晋城市人民政府办公厅"}, {PLAN}),
        ({"kind": "意见"}, {CITING}),
        ({"section": "市政府办公厅文件"}, {PLAN}),
        ({"tables": True}, {PLAN}),
        ({"issue": "2018-05", "kind": "意见"}, {CITING}),
        ({"year": "2020", "kind": "意见"}, set()),
        ({"year": "", "kind": None, "tables": False}, {PLAN, CITING, CHRONICLE, VOLUME, WATER}),
    ],
)
def test_limits(find: Find, limits: dict[str, Any], found: set[str]) -> None:
    assert set(find("", limits=limits)) == found


def test_a_count_is_what_the_choice_would_leave(ask: Ask, find: Find) -> None:
    """With all the other limits as they are, whatever is chosen of the same kind now."""
    for query, limits in [("煤矿", {}), ("", {"year": "2018"}), ("煤", {"kind": "意见"})]:
        counts = ask(query, limits=limits)[-1]["counts"]
        assert counts["year"], "there is something to count"
        for name in ("year", "issue", "body", "kind", "section"):
            for value, number in counts[name].items():
                assert len(find(query, limits={**limits, name: value})) == number, (name, value)
        assert len(find(query, limits={**limits, "tables": True})) == counts["tables"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("沁城煤矿", [PLAN]),
        ("沁", [PLAN]),
        ("45.6", [PLAN]),
        ("企业名称 海天", [PLAN]),
        ("产能为核定能力", []),
        ("减", []),
        ("减量重组", []),
        ("沁城煤矿 减量重组", []),
        ("晋城市人民政府办公厅关于印发煤矿减量重组方案的通知", []),
    ],
)
def test_in_tables_alone(find: Find, query: str, found: list[str]) -> None:
    """Rows and heads, neither the caption nor the note, nor the text around."""
    assert find(query, limits={"tables": True}) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("煤礦減量", {PLAN, CITING, VOLUME}),
        ("礦產資源法", {PLAN}),
        ("煤", {PLAN, CITING, VOLUME, WATER}),
        ("礦", {PLAN, CITING, VOLUME, WATER}),
        ("晉城市人民政府辦公廳關於印發煤礦減量重組方案的通知", {PLAN, VOLUME}),
        ("煤礦 水位", {CITING}),
        ("乾坤", set()),
    ],
)
def test_traditional_characters_find_the_simplified(
    find: Find, query: str, found: set[str]
) -> None:
    assert set(find(query)) == found


def test_a_title_comes_before_the_text(find: Find) -> None:
    """地下水 in a title, against a page on which it would stand more often."""
    assert find("供水")[0] == WATER
    assert find("水")[:2] == [WATER, CITING] or find("水")[:2] == [CITING, WATER]


def test_a_number_in_traditional_characters_finds_its_document_first(find: Find) -> None:
    assert find("晉市政辦〔2018〕41號") == [PLAN, CITING, VOLUME]


def test_the_program_of_the_search_is_fetched_once(browser: Browser, small_url: str) -> None:
    page = browser.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url.rpartition("/")[2]))
    page.goto(f"{small_url}search/")
    page.evaluate(ASK, [f"{small_url}pagefind/shards.json", "煤矿", {}])
    page.close()
    assert seen.count("pagefind.js") == 1
    assert seen.count("wasm.unknown.pagefind") == 1
    assert seen.count("facets.json") == 2


def test_a_result_loads_no_more_of_the_index_than_it_needs(
    browser: Browser, small: Site, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind loads all of it where it is asked for every page."""
    monkeypatch.setattr(engine, "CHUNK_SIZE", "20")
    html.write(small, tmp_path)
    search.write(small, tmp_path)
    url = serve(tmp_path, "/gazette/")
    page = browser.new_page()
    page.goto(f"{url}search/")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    found = page.evaluate(ASK, [f"{url}pagefind/shards.json", "", {}])[-1]["urls"]
    page.close()
    assert len(found) == 5
    assert len(list((tmp_path / "pagefind").glob("*/index/*"))) > 20
    assert len([address for address in seen if address.endswith(".pf_index")]) == 2


@pytest.fixture
def replaced(tmp_path: Path, small_folder: Path) -> Callable[[], Path]:
    """A copy of the small site; called, it puts one with another issue in its place."""
    folder = tmp_path / "site"
    shutil.copytree(small_folder, folder)

    def deploy() -> Path:
        later = make.issue(
            "2020-07",
            (
                make.item(
                    "jszf-1",
                    (make.paragraph("加强煤矿供水。"),),
                    order=1,
                    issue="2020-07",
                    date="2020-12-01",
                ),
            ),
        )
        new = site(ISSUE, later, SEPARATE, publication=make.publication("晋城市"))
        shutil.rmtree(folder / "pagefind")
        html.write(new, folder)
        search.write(new, folder)
        return folder

    return deploy


def test_a_site_that_is_replaced_is_opened_afresh(
    replaced: Callable[[], Path], serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    """A tab that was open before asks for files that are no more there."""
    url = serve(tmp_path / "site", "/gazette/")
    page = browser.new_page()
    page.goto(f"{url}search/")
    address = f"{url}pagefind/shards.json"
    page.evaluate(OPEN, [address])
    replaced()
    found = page.evaluate(ASK, [address, "加强煤矿", {}])[-1]
    assert found["urls"] == ["/2020/07/jszf-1/"]
    assert found["complete"]
    page.close()


def test_after_a_while_a_tab_looks_whether_the_site_was_replaced(
    replaced: Callable[[], Path], serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    """All that the query needs is there already, and is not asked for again."""
    url = serve(tmp_path / "site", "/gazette/")
    page = browser.new_page()
    page.clock.install()
    page.goto(f"{url}search/")
    question = [f"{url}pagefind/shards.json", "加强煤矿", {}]
    assert page.evaluate(ASK, question)[-1]["urls"] == []
    replaced()
    page.clock.fast_forward(60_000)
    assert page.evaluate(ASK, question)[-1]["urls"] == ["/2020/07/jszf-1/"]
    page.close()


def test_a_result_of_before_still_loads_its_page(
    replaced: Callable[[], Path], serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    url = serve(tmp_path / "site", "/gazette/")
    page = browser.new_page()
    page.goto(f"{url}search/")
    page.evaluate(OPEN, [f"{url}pagefind/shards.json"])
    replaced()
    found = page.evaluate(
        "async () => (await Promise.all(before.map((result) => result.data()))).map((p) => p.url)"
    )
    assert {address.removeprefix("/gazette") for address in found} >= {WATER, PLAN, CITING}
    page.close()


def test_a_result_that_has_rested_asks_for_nothing_that_is_gone(
    replaced: Callable[[], Path], serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    """A browser would tell of it in its console."""
    url = serve(tmp_path / "site", "/gazette/")
    page = browser.new_page()
    lost: list[str] = []
    page.on("response", lambda answer: lost.append(answer.url) if answer.status == 404 else None)
    page.clock.install()
    page.goto(f"{url}search/")
    page.evaluate(OPEN, [f"{url}pagefind/shards.json"])
    replaced()
    page.clock.fast_forward(60_000)
    found = page.evaluate(
        "async () => (await Promise.all(before.map((result) => result.data()))).map((p) => p.url)"
    )
    assert {address.removeprefix("/gazette") for address in found} >= {WATER, PLAN, CITING}
    assert [address for address in lost if not address.endswith("favicon.ico")] == []
    page.close()

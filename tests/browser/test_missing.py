"""The page for what is missing, as a server answers with it at any address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.publish.outputs import html, lookup
from tests.conftest import Serve
from tests.publish.samples import SAMPLE
from tests.publish.samples import site as site_of

Ask = Callable[[str], Page]


@pytest.fixture
def ask(browser: Browser, tmp_path: Path, serve: Serve) -> Iterator[Ask]:
    """Open an address below the home page that does not exist."""
    html.write(site_of(*SAMPLE), tmp_path)
    lookup.write(site_of(*SAMPLE), tmp_path)
    base = serve(tmp_path, "/yunzhou/")
    answer = (tmp_path / "404.html").read_text("utf-8")
    context = browser.new_context()
    page = context.new_page()

    def missing(route: Route) -> None:
        route.fulfill(status=404, content_type="text/html; charset=utf-8", body=answer)

    def _ask(address: str) -> Page:
        page.route(base + quote(address, safe="/?=&%+"), missing)
        page.goto(base + quote(address, safe="/?=&%+"))
        return page

    yield _ask
    context.close()


@pytest.mark.parametrize(
    ("address", "target", "name"),
    [
        ("2018/yzf-31/", "2018/05/yzf-31/", "云政发〔2018〕31号"),
        ("2018/05/yzf-31.html", "2018/05/yzf-31/", "云政发〔2018〕31号"),
        ("云政发〔2018〕31号", "2018/05/yzf-31/", "云政发〔2018〕31号"),
        ("gongwen/云政发[2018]31号/", "2018/05/yzf-31/", "云政发〔2018〕31号"),
        ("look?n=云政发（2018）12号", "2018/02/yzf-12/", "云政发〔2018〕12号"),
        ("2018/05/yzf-99/", "2018/05/", "2018年第5期"),
        ("2018/5000/", "2018/", "2018年"),
        ("tongzhi/", "kinds/tongzhi/", "通知"),
    ],
)
def test_the_likely_page_is_named(ask: Ask, address: str, target: str, name: str) -> None:
    page = ask(address)
    link = page.locator("#likely a").first
    expect(link).to_have_text(name)
    assert link.evaluate("link => link.pathname") == f"/yunzhou/{target}"
    link.click()
    expect(page.locator("h1")).not_to_have_text("没有这个页面")


@pytest.mark.parametrize("address", ["nothing/here/", "%E4%B8", "1999/", "云政发〔2018〕1号"])
def test_nothing_is_named_where_nothing_is_like_it(ask: Ask, address: str) -> None:
    page = ask(address)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#likely")).to_be_hidden()
    expect(page.get_by_role("link", name="2018年", exact=True)).to_be_visible()


def test_the_reader_can_go_on_without_javascript(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "404.html")
    expect(page.locator("#likely")).to_be_hidden()
    expect(page.get_by_role("search")).to_be_visible()
    page.locator(".year-grid a").first.click()
    expect(page.locator("h1")).to_contain_text("年")
    context.close()

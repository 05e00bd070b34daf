"""Documents as nobody writes them and an archive as nobody keeps it: the pages stay whole and say
honestly what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.check import check_site
from generator.model import Block, Issue
from generator.publish.outputs import downloads, feeds, html, icons, lookup, opensearch, sitemap
from generator.publish.site import Site
from tests import samples as make
from tests.browser.axe import violations
from tests.browser.conftest import OVERFLOW, Visit, visit
from tests.conftest import Serve
from tests.publish.samples import PUBLICATION, site
from tests.tools import node

LONG = "云州市人民政府关于" + "进一步加强和改进" * 35 + "某项工作的通知"
"""Of 300 characters."""
SENTENCE = "各县区、各部门要认真贯彻落实，确保2018年底前完成PM2.5治理任务。"
WIDTHS = (1280, 390, 320)


def _classes() -> tuple[Block, ...]:
    """Headings of every class in an order that skips, returns and begins anywhere."""
    order = (5, 2, 4, 1, 3, 5, 2, 3, 4, 5, 1, 4)
    blocks: list[Block] = []
    for n, level in enumerate(order):
        blocks += [make.heading(level, f"{n + 1}类标题{LONG[: 20 * n]}"), make.paragraph(SENTENCE)]
    return tuple(blocks)


ISSUES: tuple[Issue, ...] = (
    make.issue(
        "2018-05",
        (
            make.item("long", (make.paragraph(SENTENCE),), title=LONG, section=LONG),
            make.item("line", (make.paragraph("完。"),), order=2, title="短"),
            make.item(
                "vast",
                tuple(make.paragraph(f"第{n}段。" + SENTENCE * 14) for n in range(1000)),
                order=3,
                title="云州市人民政府关于巨细无遗的通知",
            ),
            make.item("classes", _classes(), order=4, title="云州市人民政府关于标题的通知"),
            make.item(
                "bare", (make.paragraph("无头无尾。"),), order=5, title="无名文稿", kind=None
            ),
            make.item("empty", order=6, title="有题无文"),
        ),
    ),
    make.issue("2018-06"),
    make.issue("2020-01", (make.item("alone", (make.paragraph("独。"),), issue="2020-01"),)),
)


@pytest.fixture(scope="module")
def made() -> Site:
    return site(*ISSUES)


@pytest.fixture(scope="module")
def folder(made: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("extremes") / "site"
    for output in (html, downloads, icons, feeds, lookup, opensearch, sitemap):
        output.write(made, written)
    return written


@pytest.fixture(scope="module")
def base(folder: Path, serve: Serve, made: Site) -> str:
    """Under a path, as its address says."""
    assert made.prefix == "/yunzhou/"
    return serve(folder, made.prefix)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def test_no_page_breaks_the_window_or_complains(page: Page, base: str, made: Site) -> None:
    seen: list[Visit] = [visit(page, base, entry.url) for entry in made.pages]
    found = {
        one.url: (one.complaints, one.failed, one.foreign)
        for one in seen
        if one.complaints or one.failed or one.foreign
    }
    assert found == {}
    assert {one.url: one.overflow for one in seen if max(one.overflow.values()) > 0} == {}


def test_all_is_linked_and_valid(folder: Path, made: Site) -> None:
    assert check_site(folder, PUBLICATION.base_url) == []
    reports = node.validate_html(*(folder / entry.file for entry in made.pages))
    assert [message for report in reports for message in report["messages"]] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_is_too_wide(page: Page, base: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for name in ("long", "line", "classes", "bare", "empty", "", "../06/"):
        address = f"{base}2018/05/{name}/" if name.isalpha() else f"{base}2018/05/{name}"
        page.goto(address)
        found[name] = (page.evaluate(OVERFLOW), violations(page))
    assert found == dict.fromkeys(found, (0, {}))


def test_a_vast_document_is_there_to_its_last_word(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{base}2018/05/vast/")
    shown = re.sub(r"\s+", "", page.inner_text("article .text"))
    assert len(shown) > 500_000
    for n in (1, 500, 999):
        assert f"第{n}段。{SENTENCE}" in shown
    assert page.evaluate(OVERFLOW) == 0


def test_what_is_not_known_is_said_to_be_unknown(page: Page, base: str) -> None:
    page.goto(f"{base}2018/05/bare/")
    assert "未标注" in (page.text_content("dl.facts") or "")
    assert "None" not in page.content()
    page.goto(f"{base}2018/06/")
    assert page.inner_text("h1")


def test_headings_of_any_order_skip_no_level(page: Page, base: str) -> None:
    page.goto(f"{base}2018/05/classes/")
    levels = page.eval_on_selector_all(
        "main h1, main h2, main h3, main h4, main h5, main h6", "all => all.map(h => +h.tagName[1])"
    )
    assert len(levels) > 12
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))

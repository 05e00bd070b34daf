"""A collation that no page has room for: in parts, and nothing lost between them."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from bs4 import BeautifulSoup

from generator.check import check_site
from generator.model import Repair, Span
from generator.publish.collation_parts import parts
from generator.publish.outputs import OUTPUTS
from generator.publish.pages import pages
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import PUBLICATION, SAY, site

LINES = 2600
LONG = make.item("yzf-9", (make.paragraph("甲。", at=3),), lines=Span(2, 2200), title="甲通知")
SHORT = make.item("yzf-10", (make.paragraph("乙。", at=2300),), order=2, lines=Span(2201, LINES))
ISSUE = make.issue("2018-05", (LONG, SHORT))


def changed(line: int) -> Repair:
    """A line that takes as much room compressed as real text."""
    draw = Random(line)
    words = "".join(chr(draw.randrange(0x4E00, 0x4E00 + 33)) for _ in range(110))
    return Repair("punctuation", Span(line, line), f"{line}{words},", f"{line}{words}，")


LEDGER = (
    *(changed(line) for line in range(1, 2600)),
    Repair("corrections", Span(3, 3), "甲,", "甲。", by="责任编辑", reason="据印刷版"),
)


@pytest.fixture(scope="module")
def made() -> Site:
    ledgers = {ISSUE.id: LEDGER}
    bare = site(ISSUE)
    return replace(
        bare,
        pages=pages((ISSUE,), SAY, {}, {ISSUE.id: parts(ISSUE, LEDGER)}),
        repairs=ledgers,
        sources={ISSUE.id: ("原文",) * LINES},
    )


@pytest.fixture(scope="module")
def folder(made: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made_in = tmp_path_factory.mktemp("site")
    for output in OUTPUTS:
        if output.name in {"html", "downloads", "feeds", "icons", "opensearch"}:
            output.write(made, made_in)
    return made_in


def collations(made: Site, folder: Path) -> dict[str, BeautifulSoup]:
    return {
        page.url: BeautifulSoup((folder / page.file).read_bytes(), "html.parser")
        for page in made.pages
        if page.kind == "changes"
    }


def test_a_collation_that_fits_is_one_page() -> None:
    assert parts(ISSUE, LEDGER[:100]) == ()
    assert [page.url for page in site(ISSUE).pages if page.kind == "changes"] == [
        "/2018/05/changes/"
    ]


def test_a_large_one_has_a_page_for_each_item_and_each_run_of_its_lines(made: Site) -> None:
    urls = [page.url for page in made.pages if page.kind == "changes"]
    assert urls[:3] == [
        "/2018/05/changes/",
        "/2018/05/changes/outside/",
        "/2018/05/changes/item-yzf-9/",
    ]
    assert urls[3].startswith("/2018/05/changes/item-yzf-9/L")
    assert urls[-1] == "/2018/05/changes/item-yzf-10/"
    titles = Counter(page.title for page in made.pages if page.kind == "changes")
    assert max(titles.values()) == 1


def test_every_change_is_told_on_one_page_and_no_page_is_too_large(
    made: Site, folder: Path
) -> None:
    told: list[str] = []
    for url, page in collations(made, folder).items():
        whole = str(page).encode()
        assert len(gzip.compress(whole)) <= 200 * 1024, url
        told += [row.select("th a")[0].get_text() for row in page.select("tr[data-kind]")]
    assert Counter(told) == Counter(str(repair.lines.first) for repair in LEDGER)


def test_what_a_person_corrected_stays_on_the_page_of_the_issue(made: Site, folder: Path) -> None:
    page = collations(made, folder)["/2018/05/changes/"]
    assert [row["data-kind"] for row in page.select("tr[data-kind]")] == ["person"]
    groups = {str(group["id"]): len(group.select("li a")) for group in page.select(".group")}
    assert groups["outside"] == groups["item-yzf-10"] == 1
    assert groups["item-yzf-9"] > 1
    assert [str(option["value"]) for option in page.select("#filter-kind option")] == ["", "person"]


def test_all_its_links_lead_somewhere(folder: Path) -> None:
    assert [one for one in check_site(folder, PUBLICATION.base_url) if "changes" in str(one)] == []

"""The facts of a document as its page shows them, and the ways they lead to what is like it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from generator.model import Publication
from generator.publish.build import gather
from generator.publish.outputs import html
from generator.publish.site import Site
from tests.publish.samples import DECREE, FIFTH, PUBLICATION, TEMPLATES, site

NOTICE = "2018/05/yzf-31/"


def page(made: Site, folder: Path, url: str) -> BeautifulSoup:
    html.write(made, folder)
    return BeautifulSoup((folder / url / "index.html").read_text("utf-8"), "html.parser")


def facts(soup: BeautifulSoup) -> dict[str, list[str]]:
    return {
        row.select("dt")[0].get_text(): [value.get_text() for value in row.select("dd")]
        for row in soup.select("dl.facts > div")
    }


def test_the_title_stands_first(tmp_path: Path) -> None:
    shown = facts(page(site(FIFTH), tmp_path, NOTICE))
    assert next(iter(shown.items())) == ("标题", [FIFTH.items[0].title])


@pytest.mark.parametrize(
    ("publication", "said"),
    [
        (replace(PUBLICATION, authoritative="本站文本为标准文本。"), "本站文本为标准文本。"),
        (replace(PUBLICATION, authoritative=None), "不代替印刷的公报"),
    ],
)
def test_whether_the_text_is_authoritative_stands_with_the_facts(
    tmp_path: Path, publication: Publication, said: str
) -> None:
    shown = facts(page(site(FIFTH, publication=publication), tmp_path, NOTICE))
    assert said in shown["标准文本"][0]


def test_facts_lead_to_the_shelf_they_name_and_the_shelf_leads_back(repository: Path) -> None:
    made = gather(repository / "content", TEMPLATES)
    html_of = {entry.url: entry for entry in made.pages}
    for url, places in made.shelves.items():
        entry = html_of[url]
        assert entry.item is not None
        named = {(place.way, place.title) for place in places}
        stated = {("kind", entry.item.kind), ("section", entry.item.section)}
        stated |= {("issuer", name) for name in entry.item.issuer}
        assert {pair for pair in stated if pair[1]} <= named, url
        for place in places:
            shelf = html_of[place.group_url.partition("#")[0]].shelf
            assert shelf is not None
            assert url in {line.url for group in shelf.groups for line in group.lines}
            assert place.url in html_of


def test_what_is_a_shelf_is_a_link(tmp_path: Path) -> None:
    soup = page(site(FIFTH), tmp_path, NOTICE)
    targets = {
        row.select("dt")[0].get_text(): [
            urljoin(f"/{NOTICE}", str(link["href"])) for link in row.select("dd a")
        ]
        for row in soup.select("dl.facts > div")
    }
    assert targets["发文字号"] == ["/numbers/yzf/#in-2018"]
    assert targets["公文种类"] == ["/kinds/tongzhi/"]
    assert targets["成文日期"] == ["/dates/2018/#in-09"]
    assert len(targets["发文机关"]) == len(FIFTH.items[0].issuer)
    assert targets["有效性"] == []
    for address in (links[0] for links in targets.values() if links and "#" in links[0]):
        path, _, fragment = address.partition("#")
        if path != f"/{NOTICE}":
            shelf = (tmp_path / path.strip("/") / "index.html").read_text("utf-8")
            assert f'id="{fragment}"' in shelf
    assert soup.select('dl.facts a time[datetime="2018-09-04"]')


def test_a_section_that_was_concluded_says_so(tmp_path: Path) -> None:
    decree = replace(DECREE, section="市政府令", section_inferred=True)
    soup = page(site(replace(FIFTH, items=(decree,))), tmp_path, f"2018/05/{decree.slug}")
    assert facts(soup)["栏目"] == ["市政府令（栏目为推定，原文未载）"]


def test_paper_says_whether_the_document_holds(tmp_path: Path) -> None:
    """The facts themselves are not printed; the list at the end is."""
    soup = page(site(FIFTH), tmp_path, NOTICE)
    (row,) = soup.select("dl.cite .on-paper")
    assert row.get_text(" ", strip=True) == "有效性 未标注"

"""From the text to its source and back: no block without its line, no line without its block."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Cell, Gap, Issue, Row, Span, Table, Verbatim
from generator.publish.anchors import anchors
from generator.publish.build import gather
from generator.publish.outputs import html
from generator.publish.places import places, row_anchor
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import NOTICE, TEMPLATES, site

BODY = (
    make.paragraph("现予印发。", at=(3, 4)),
    make.signature("云州市人民政府", at=6),
    make.heading(2, "一、总则", at=8),
    make.paragraph("本办法自发布之日起施行。", at=8),
    make.list_item("（一）一项；", at=9),
    Table(
        (
            Row((Cell(make.text("序号")), Cell(make.text("名称"))), Span(11, 11)),
            Row((Cell(make.text("1")), Cell(make.text("甲"))), Span(12, 13)),
        ),
        origin=Span(11, 13),
    ),
    Gap("附件源文缺。", Span(9, 9)),
    Verbatim(("乱  码",), "照录。", Span(16, 17)),
)
ITEM = make.item("yzf-9", BODY, lines=Span(2, 18))
ISSUE = make.issue("2018-05", (ITEM,))
URL = "/2018/05/yzf-9/"


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        (3, "#t1"),
        (4, "#t1"),
        (7, "#sign"),  # dropped: the nearest block above
        (8, "#p1"),  # a heading and a paragraph of one line: the first
        (9, "#p1-1"),  # the text, not the gap beside it
        (11, "#p1-1-tbl1-r1"),
        (13, "#p1-1-tbl1-r2"),
        (17, "#p1-1-v1"),
        (2, ""),  # lifted out before the first block
    ],
)
def test_a_line_leads_to_the_narrowest_block_that_it_made(line: int, anchor: str) -> None:
    place = places(site(ISSUE), ISSUE).of(line)
    assert (place.url, place.item) == (URL + anchor, ITEM)


def test_lines_of_a_table_whose_rows_have_no_line_of_their_own_lead_to_the_table(
    tmp_path: Path,
) -> None:
    table = Table((make.row("序号"), make.row("1")), origin=Span(11, 13))
    item = replace(ITEM, body=(make.paragraph("现予印发。", at=3), table))
    made = site(replace(ISSUE, items=(item,)))
    found = places(made, made.issues[0])
    assert {found.of(line).url for line in (11, 12, 13)} == {f"{URL}#tbl1"}
    html.write(made, tmp_path)
    page = BeautifulSoup((tmp_path / URL[1:] / "index.html").read_text("utf-8"), "html.parser")
    section = page.select_one("#tbl1")
    assert section is not None
    origins = [str(link["href"]) for link in section.select("a.origin")]
    assert [urljoin(URL, href) for href in origins] == ["/2018/05/source/#L11"]


def test_a_line_of_no_document_leads_to_the_issue() -> None:
    found = places(site(ISSUE), ISSUE)
    assert {found.of(line).url for line in (1, 19)} == {"/2018/05/"}


@pytest.fixture(scope="module")
def real(repository: Path) -> Site:
    return gather(repository / "content", TEMPLATES)


@pytest.fixture(scope="module")
def real_folder(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    html.write(real, folder)
    return folder


def page(folder: Path, url: str) -> BeautifulSoup:
    file = folder / url.lstrip("/") / "index.html"
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def origins(soup: BeautifulSoup, anchor: str) -> list[str]:
    """The fragments of the source page that the block with this anchor, or its heading, links to;
    those of the rows of a table belong to the rows."""
    block = soup.find(id=anchor)
    assert isinstance(block, Tag)
    room = block.parent if block.name in {"h2", "h3", "h4", "h5", "h6"} else block
    assert room is not None
    links = room.select("a.origin")
    if block.name != "tr":
        links = [link for link in links if link.find_parent("tr") is None]
    return [str(link["href"]).partition("#")[2] for link in links]


def lost(site: Site, folder: Path) -> list[str]:
    """Blocks and rows of the site that do not link to their source line."""
    found = []
    for entry in site.pages:
        if entry.item is None:
            continue
        soup = page(folder, entry.url)
        for block, anchor in zip(entry.item.body, site.anchors[entry.url], strict=True):
            parts = [(anchor, block.origin)]
            if isinstance(block, Table):
                # Of a list of persons each one has a link, and the list no more.
                parts = [] if block.kind == "persons" else parts
                parts += [
                    (row_anchor(anchor, number), row.origin)
                    for number, row in enumerate(block.rows, start=1)
                    if row.cells
                ]
            found += [
                f"{entry.url}#{place}"
                for place, span in parts
                if span is not None and origins(soup, place) != [f"L{span.first}"]
            ]
    return found


def test_every_kind_of_block_links_to_its_source_line(tmp_path: Path) -> None:
    issue: Issue = make.issue("2018-05", (replace(NOTICE, order=2), ITEM))
    made = site(issue)
    html.write(made, tmp_path)
    assert lost(made, tmp_path) == []
    assert len(anchors(ITEM)) == len(page(tmp_path, URL).select(".text a.origin")) - 2


def test_every_block_of_the_real_content_links_to_its_source_line(
    real: Site, real_folder: Path
) -> None:
    assert lost(real, real_folder) == []


def test_every_line_of_the_source_with_text_leads_back(real: Site, real_folder: Path) -> None:
    ids = {
        entry.url: {str(tag["id"]) for tag in page(real_folder, entry.url).select("[id]")}
        for entry in real.pages
        if entry.kind in {"item", "issue"}
    }
    for entry in real.pages:
        if entry.kind != "source" or entry.issue is None:
            continue
        lines = page(real_folder, entry.url).select("ol.source > li")
        for line, text in zip(lines, real.sources[entry.issue.id], strict=True):
            back = [urljoin(entry.url, str(link["href"])) for link in line.select("a")]
            assert len(back) == bool(text.strip()), f"{entry.url}#{line['id']}"
            for address in back:
                url, _, fragment = address.partition("#")
                assert not fragment or fragment in ids[url], address

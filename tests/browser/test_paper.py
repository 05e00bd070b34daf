"""What comes out of the printer: an item as an official paper, a whole issue as a book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from pypdf import PdfReader

from generator.model import Table
from generator.publish.paper import print_pdf
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import FIFTH, SAMPLE, SAY
from tests.publish.samples import site as sample_site
from tests.tools import shell

ITEM = "2018-05/jszf-31"
ADDRESS = "https://example.org/jincheng-gazette/2018/05/jszf-31/"
CHROME = (
    "site.skip", "search.label", "site.footer.tables", "notes.back", "item.facts", "item.previous",
    "item.next", "item.origins.show", "item.proof.links", "download.label",
)  # fmt: skip
"""Words of the page that are of no use on paper."""
NUMBER = re.compile(r"\d[\d.,]*\d")
FOOT = re.compile(r"— (\d+) / (\d+) —")


@dataclass(frozen=True)
class Paper:
    """A PDF, read."""

    reader: PdfReader
    data: bytes

    @property
    def pages(self) -> list[str]:
        """The text of each page."""
        return [page.extract_text() for page in self.reader.pages]

    @property
    def bookmarks(self) -> list[str]:
        """Their titles, in order."""

        def titles(level: list) -> Iterator[str]:
            for entry in level:
                if isinstance(entry, list):
                    yield from titles(entry)
                else:
                    yield str(entry.title)

        return list(titles(self.reader.outline))


def read(data: bytes) -> Paper:
    return Paper(PdfReader(BytesIO(data)), data)


def close(text: str) -> str:
    """Without white space: where a line ends is the printer's business."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", autouse=True)
def _chromium_in_path(executable: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The Chromium of the tests is Playwright's where the system has none."""
    folder = tmp_path_factory.mktemp("bin")
    shell.executable(folder / "chromium", f'exec "{executable}" "$@"')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=":")
        yield


@pytest.fixture(scope="module")
def item(model: Site) -> Paper:
    return read(print_pdf(model, ITEM))


@pytest.fixture(scope="module")
def book() -> Paper:
    return read(print_pdf(sample_site(*SAMPLE), "2018-05"))


def text_of(pages: list[str], *heads: str) -> str:
    """All text without white space, without the head and foot of each page."""
    bare = [FOOT.sub("", page, count=1) for page in pages]
    for head in heads:
        bare = [page.replace(head, "", 1) for page in bare]
    return close("".join(bare))


# --- an item --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shown(site: Path) -> BeautifulSoup:
    """The page of the item, without what a reader of the screen clicks."""
    page = BeautifulSoup((site / "2018/05/jszf-31/index.html").read_bytes(), "html.parser")
    for tag in page.select(".self, .origin"):
        tag.extract()
    return page


def test_an_item_is_printed_whole(item: Paper, shown: BeautifulSoup) -> None:
    printed = text_of(item.pages, "晋城市人民政府公报 2018年第5期 晋市政发〔2018〕31号")
    blocks = [close(block.get_text()) for block in shown.select("h1, .number, .text > *, .cite dd")]
    assert len(blocks) > 40
    assert [block for block in blocks if block not in printed] == []


def test_no_number_is_broken(item: Paper, shown: BeautifulSoup) -> None:
    wanted = Counter(
        number for tag in shown.select(".text p") for number in NUMBER.findall(tag.get_text())
    )
    printed = Counter(NUMBER.findall("\n".join(item.pages)))
    assert wanted.total() > 5
    assert wanted - printed == Counter()


def test_every_page_has_number_and_running_head(item: Paper) -> None:
    total = len(item.pages)
    assert total > 2
    for number, page in enumerate(item.pages, start=1):
        assert f"— {number} / {total} —" in page
        assert "晋城市人民政府公报 2018年第5期" in page.splitlines()[0]
        assert "晋市政发〔2018〕31号" in page.splitlines()[0]


def test_nothing_of_the_screen_is_printed(item: Paper, book: Paper) -> None:
    for paper in (item, book):
        printed = close("".join(paper.pages))
        assert [key for key in CHROME if close(SAY(key)) in printed] == []
        assert "#" not in printed.replace("#item-", "")


def test_addresses_and_citation_stand_at_the_end(item: Paper) -> None:
    end = close(item.pages[-1])
    assert ADDRESS in end
    assert ADDRESS.replace("jszf-31/", "source/") in end
    assert ADDRESS.replace("jszf-31/", "changes/") in end
    assert "《晋城市人民政府关于加强政务诚信建设的实施意见》（晋市政发〔2018〕31号）" in end


def test_a_pdf_is_tagged_named_and_has_the_headings_for_bookmarks(item: Paper) -> None:
    root = item.reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "zh-Hans-CN"
    assert item.reader.metadata is not None
    assert str(item.reader.metadata.title).startswith("晋城市人民政府关于加强政务诚信建设")
    assert item.bookmarks[:3] == [
        "晋城市人民政府关于加强政务诚信建设的实施意见",
        "一、总体要求",
        "（一）指导思想。",
    ]


def test_links_of_a_pdf_lead_to_the_public_site_or_within_it(item: Paper) -> None:
    notes = [note.get_object() for page in item.reader.pages for note in page.get("/Annots", [])]
    targets = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
    assert targets
    assert all(target.startswith("https://example.org/jincheng-gazette/") for target in targets)


def test_the_same_content_gives_the_same_pdf(item: Paper, model: Site) -> None:
    assert print_pdf(model, ITEM) == item.data
    assert item.reader.metadata is not None
    assert item.reader.metadata.creation_date is None


def test_the_browsers_own_print_looks_the_same(page: Page, site_url: str, item: Paper) -> None:
    page.goto(site_url + "2018/05/jszf-31/")
    printed = read(page.pdf(prefer_css_page_size=True))
    assert len(printed.pages) == len(item.pages)
    assert "2018年第5期" in printed.pages[1].splitlines()[0]


def test_the_head_of_a_table_stands_on_every_page_of_it(page: Page, site_url: str) -> None:
    page.goto(site_url + "2018/05/jszb-63/")
    head = close(page.locator(".table.wide thead th").nth(1).inner_text())
    sheets = read(page.pdf(prefer_css_page_size=True))
    wide = [one for one in sheets.reader.pages if one.mediabox.width > one.mediabox.height]
    assert len(wide) > 3
    with_head = [one for one in wide if head in close(one.extract_text())]
    assert len(with_head) > 2, "the head of the first wide table stands on its first page alone"


# --- an issue -------------------------------------------------------------------------------


def test_a_book_has_cover_contents_and_every_item(book: Paper) -> None:
    cover, contents, *_ = book.pages
    assert "云州市人民政府公报" in cover
    assert "2018年第5期" in cover
    assert "总第251期" in cover
    assert FOOT.search(cover) is None
    listed, printed = close(contents), close("".join(book.pages[2:]))
    for item in FIFTH.items:
        assert close(item.title) in listed
        assert close(item.title) in printed
        assert item.title in book.bookmarks


def test_the_contents_of_a_book_name_the_page_an_item_begins_on(book: Paper) -> None:
    contents = close(book.pages[1])
    for item in FIFTH.items:
        found = re.search(
            rf"{re.escape(close(item.title))}\D*?(?:〔2018〕31号|令第5号)?(\d+)", contents
        )
        assert found is not None, item.title
        first = book.pages[int(found[1]) - 1]
        assert close(item.title) in close(first)
        assert f"— {found[1]} / {len(book.pages)} —" in first


def test_each_item_of_a_book_has_its_own_running_head(book: Paper) -> None:
    heads = {page.splitlines()[0] for page in book.pages[2:]}
    for running in ("云政发〔2018〕31号", "云州市人民政府令第5号", "云州市人民政府9月大事记"):
        assert f"云州市人民政府公报 2018年第5期 {running}" in heads


def test_a_book_holds_all_that_the_items_say(book: Paper) -> None:
    printed = text_of(book.pages, *(page.splitlines()[0] for page in book.pages[2:]))
    for words in ("U-235<S>", "5~10%", "1,230", "896.5", "−4", "云州热电厂", "城区<12>", "第三条"):
        assert words in printed


def test_links_within_a_book_lead_to_its_pages(book: Paper) -> None:
    names = {name.removeprefix("/") for name in book.reader.named_destinations}
    assert {item.slug for item in FIFTH.items} <= names
    assert "yzf-31/note-1" in names


def test_an_issue_without_items_is_a_book_all_the_same() -> None:
    empty = read(print_pdf(sample_site(replace(FIFTH, items=(), contents=())), "2018-05"))
    assert "2018年第5期" in empty.pages[0]
    assert SAY("issue.empty") in empty.pages[1]


def test_a_chart_below_a_wide_table_shares_its_page_with_the_text_that_follows() -> None:
    """Not a landscape page for itself."""
    places = ("城区", "泽州县", "高平市", "阳城县", "陵川县", "沁水县")
    words = ["联网在线监测设施并完成锅炉改造"] * 7
    rows = [make.row("县区", "户数", *(f"任务{n}" for n in range(7)))]
    rows += [make.row(place, str(n * 170 + 90), *words) for n, place in enumerate(places)]
    body = (Table(tuple(rows), caption="表1", unit="户"), make.paragraph("结语在此。"))
    made = sample_site(make.issue("2018-05", (make.item("yzf-9", body),)))
    paper = read(print_pdf(made, "2018-05/yzf-9"))
    upright = [
        close(page.extract_text())
        for page in paper.reader.pages
        if page.mediabox.height > page.mediabox.width
    ]
    (last,) = [text for text in upright if "结语在此" in text]
    assert "依表中数字绘成" in last

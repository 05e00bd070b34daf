"""The pages made from the real content, read as a strict checker would: what holds of each."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from bs4 import BeautifulSoup

from generator.check import check_site
from generator.model import Item, Run, Table
from generator.publish.build import gather
from generator.publish.fact_sheet import fact_sheet
from generator.publish.site import Page, Site

KB = 1024
CSS, SCRIPT, PAGE = 15 * KB, 12 * KB, 200 * KB
"""What a page may load, compressed: style sheets, scripts besides search, the text itself."""
LONG = 200_000
"""Characters; a longer item may weigh more."""
HEAVY = {"source", "changes"}
"""Kinds of pages that take long to read: they stand under `make audit`."""
TEX = re.compile(r"\$[^$\n]+\$|\\(?:frac|mathrm|text|circ|times)\b")
IMPORT = re.compile(r"""\b(?:from|import)\s*["']\./([^"']+)["']""")
"""What a script cannot do without; what it loads when a reader asks for it is not in it."""
MARKS = "hits.js"
"""Loaded where a reader comes from the search page: a page keeps its weight with it, too."""


@pytest.fixture(scope="module")
def model(repository: Path) -> Site:
    return gather(repository / "content", repository / "templates")


@pytest.fixture(scope="module")
def read(model: Site, site: Path) -> list[tuple[Page, BeautifulSoup]]:
    """Each page that is not heavy, with what it says."""
    return [
        (page, BeautifulSoup((site / page.file).read_bytes(), "html.parser"))
        for page in model.pages
        if page.kind not in HEAVY
    ]


@pytest.fixture(scope="module")
def items(read: list[tuple[Page, BeautifulSoup]]) -> list[tuple[Page, Item, BeautifulSoup]]:
    return [(page, page.item, soup) for page, soup in read if page.item]


@pytest.mark.audit
def test_nothing_in_the_site_would_make_a_reader_stumble(site: Path, model: Site) -> None:
    """No broken link or fragment, no id twice, no jump of headings, no table without heads."""
    assert check_site(site, model.publication.base_url) == []


def test_every_page_has_a_language_a_title_of_its_own_and_landmarks(
    read: list[tuple[Page, BeautifulSoup]], model: Site
) -> None:
    titles = Counter(soup.title.get_text() for _, soup in read if soup.title)
    assert max(titles.values()) == 1
    assert all(title.endswith(model.publication.name) for title in titles)
    for page, soup in read:
        assert soup.html is not None
        assert soup.html["lang"] == "zh-Hans-CN", page.url
        for part in ("h1", "body > header", "body > main#main", "body > footer"):
            assert len(soup.select(part)) == 1, (page.url, part)
        assert all(option.get("lang") for option in soup.select(".settings option[data-words]"))


def test_every_page_says_where_it_stands_and_leads_on(
    read: list[tuple[Page, BeautifulSoup]],
) -> None:
    for page, soup in read:
        if page.kind == "home":
            continue
        above = [link.get_text() for link in soup.select("nav.trail a")]
        assert len(above) == len(page.trail) > 0, page.url
        assert soup.select("nav.trail [aria-current=page]"), page.url
        links = {" ".join(link.get_text().split()) for link in soup.select("main a")}
        for neighbour in (page.previous, page.next):
            if neighbour:
                title = " ".join(neighbour.title.split())
                assert any(title in link for link in links), (page.url, title)


def test_facts_are_terms_and_their_days_are_times(
    items: list[tuple[Page, Item, BeautifulSoup]], model: Site
) -> None:
    told = 0
    for page, _, soup in items:
        facts = fact_sheet(model, page)
        assert len(soup.select("dl.facts dt")) == len(facts), page.url
        days = {value.date for fact in facts for value in fact.values if value.date}
        assert days <= {str(day["datetime"]) for day in soup.select("dl.facts time")}, page.url
        told += len(days)
    assert told > 40


def runs(item: Item) -> Iterator[Run]:
    for block in item.body:
        if isinstance(block, Table):
            yield from (run for row in block.rows for cell in row.cells for run in cell.text)
        elif not isinstance(text := getattr(block, "text", ()), str):
            yield from text


def test_raised_and_lowered_text_stays_so(
    items: list[tuple[Page, Item, BeautifulSoup]],
) -> None:
    seen = 0
    for page, item, soup in items:
        for script in ("sub", "sup"):
            wanted = {run.text for run in runs(item) if run.script == script}
            shown = {tag.get_text() for tag in soup.select(f".text {script}")}
            assert wanted <= shown, page.url
            seen += len(wanted)
    assert seen > 5


def test_no_formula_is_left_as_it_is_typed(
    items: list[tuple[Page, Item, BeautifulSoup]],
) -> None:
    raw = {page.url: TEX.findall(soup.select(".text")[0].get_text()) for page, _, soup in items}
    assert {url: found for url, found in raw.items() if found} == {}


# --- what a page weighs ---------------------------------------------------------------------


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def scripts(path: Path) -> set[Path]:
    """A script and all that it imports."""
    needed = {path.parent / name for name in IMPORT.findall(path.read_text("utf-8"))}
    return {path}.union(*map(scripts, needed))


def test_no_page_weighs_too_much(read: list[tuple[Page, BeautifulSoup]], site: Path) -> None:
    too_much = {}
    for page, soup in read:
        here = site / PurePosixPath(page.file).parent

        def loaded(addresses: list[str], here: Path = here) -> list[Path]:
            return [
                site / address.split("/", 2)[2] if address.startswith("/") else here / address
                for address in addresses
            ]

        sheets = loaded([str(tag["href"]) for tag in soup.select("link[rel=stylesheet]")])
        code = loaded([str(tag["src"]) for tag in soup.select("script[src]")])
        if page.kind in ("issue", "item"):
            code.append(code[0].parent / MARKS)
            sheets.append(code[0].parent / "hits.css")
        weighs = {
            "CSS": (sum(map(weight, sheets)), CSS),
            "script": (sum(map(weight, set().union(*map(scripts, code)))), SCRIPT),
            "page": (weight(site / page.file), PAGE),
        }
        assert sheets
        assert code
        if page.kind == "search":
            del weighs["script"]
        if page.item and sum(len(run.text) for run in runs(page.item)) > LONG:
            del weighs["page"]
        over = {name: size for name, (size, limit) in weighs.items() if size > limit}
        if over:
            too_much[page.url] = over
    assert too_much == {}


def test_no_page_of_the_proofs_weighs_too_much(site: Path, model: Site) -> None:
    weighs = {page.url: weight(site / page.file) for page in model.pages if page.kind in HEAVY}
    assert {url: size for url, size in weighs.items() if size > PAGE} == {}


def test_no_style_sheet_brings_a_font(site: Path) -> None:
    sheets = list(site.rglob("*.css"))
    assert sheets
    assert [sheet.name for sheet in sheets if "@font-face" in sheet.read_text("utf-8")] == []
    assert [file for file in site.rglob("*") if file.suffix in {".woff", ".woff2", ".ttf"}] == []


def test_remarks_in_scripts_and_styles_are_not_sent(site: Path, repository: Path) -> None:
    """And nothing else is left out: each line of code is there."""
    (folder,) = (site / "assets").iterdir()
    for sent in folder.iterdir():
        written = repository / "templates/assets" / sent.name
        if not written.is_file() or sent.suffix not in {".css", ".js"}:
            continue
        lines = sent.read_text("utf-8").splitlines()
        assert not [line for line in lines if line.lstrip().startswith(("//", "/*"))], sent.name
        remarks = re.findall(r"(?s)/\*.*?\*/|(?m:^\s*//.*$)", written.read_text("utf-8"))
        said = {line.strip() for remark in remarks for line in remark.splitlines()}
        code = {line.strip() for line in written.read_text("utf-8").splitlines()} - said
        assert code <= {line.strip() for line in lines}, sent.name

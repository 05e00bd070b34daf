"""Printing to PDF without a browser: what an id names, which Chromium runs, which letters stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.errors import PaperError, UsageError
from generator.publish.facts import running_head
from generator.publish.outputs import html
from generator.publish.paper.chromium import NAMES, print_page
from generator.publish.paper.letters import corrected
from generator.publish.paper.named import named
from generator.publish.paper.sheets import read_sheet
from tests.publish.samples import DECREE, FIFTH, NOTICE, SAMPLE, SAY, site
from tests.tools.shell import executable

# --- ids ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "url"),
    [
        ("2018-05", "/2018/05/"),
        ("2018-05/yzf-31", "/2018/05/yzf-31/"),
        ("2020-yzb-56", "/2020/yzb-56/"),
    ],
)
def test_an_id_names_an_issue_an_item_or_a_separate_document(id_: str, url: str) -> None:
    assert named(site(*SAMPLE), id_).url == url


@pytest.mark.parametrize(
    ("id_", "offered"),
    [
        ("2018-05/yzf-13", "2018-05/yzf-31"),
        ("2018-5", "2018-05"),
        ("yzb-56", "2020-yzb-56"),
        ("", "2018-02, 2018-05, 2020-yzb-56"),
        ("../../etc/passwd", "2018-02, 2018-05, 2020-yzb-56"),
    ],
)
def test_an_unknown_id_is_answered_with_those_near_it(id_: str, offered: str) -> None:
    with pytest.raises(UsageError, match="nothing is called") as caught:
        named(site(*SAMPLE), id_)
    assert offered in caught.value.hint


# --- Chromium -------------------------------------------------------------------------------

WORKS = 'for flag; do case $flag in --print-to-pdf=*) echo done >"${flag#*=}" ;; esac; done'


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are found, besides those of the system's shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(
        "shutil.which", lambda name: str(folder / name) if (folder / name).exists() else None
    )
    return folder


def test_without_chromium_it_is_said_what_to_install(path: Path) -> None:
    with pytest.raises(PaperError, match="no Chromium is found") as caught:
        print_page(path / "page.html")
    assert "apt-get install chromium" in caught.value.hint


@pytest.mark.parametrize("name", NAMES)
def test_any_of_the_names_will_do(path: Path, name: str) -> None:
    executable(path / name, WORKS)
    assert print_page(path / "page.html") == b"done\n"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo no memory >&2; exit 3", "failed with code 3: no memory"),
        ("kill -9 $$", "failed with code -9: no message"),
        ("echo cannot open >&2", "printed nothing: cannot open"),
        ("sleep 60", "took longer than 0.5 seconds"),
        ("sleep 60 & exit 1", "failed with code 1|took longer"),
    ],
)
def test_a_chromium_that_fails_is_named_with_what_it_said(
    path: Path, script: str, message: str
) -> None:
    executable(path / "chromium", script)
    with pytest.raises(PaperError, match=message) as caught:
        print_page(path / "page.html", seconds=0.5)
    assert str(path / "chromium") in caught.value.message


def test_a_chromium_that_is_no_program_is_named(path: Path) -> None:
    (path / "chromium").write_text("text")
    with pytest.raises(PaperError, match="cannot be started"):
        print_page(path / "page.html")


# --- letters --------------------------------------------------------------------------------


def test_radicals_give_way_to_the_characters_of_the_text() -> None:
    ranges = b"2 beginbfrange\n<0A> <0C> <2F00>\n<10> <10> <2EA0>\nendbfrange\n"
    single = b"2 beginbfchar\n<20> <2012>\n<21> <00660069>\nendbfchar\n"
    made = corrected(ranges + single, frozenset("一丨民–fi"))
    assert made == (
        b"4 beginbfchar\n<0A> <4E00>\n<0B> <4E28>\n<0C> <2F02>\n<10> <6C11>\nendbfchar\n"
        b"2 beginbfchar\n<20> <2013>\n<21> <00660069>\nendbfchar\n"
    )


def test_a_radical_that_the_text_has_stays() -> None:
    section = b"1 beginbfchar\n<0A> <2F08>\nendbfchar\n"
    assert corrected(section, frozenset("⼈人")) == section


# --- pages on their way to paper ------------------------------------------------------------


def test_links_of_a_printed_page_lead_to_the_public_site(tmp_path: Path) -> None:
    made = site(*SAMPLE)
    html.write(made, tmp_path)
    whole = read_sheet(made, named(made, "2018-05/yzf-31"), tmp_path).whole
    targets = {str(link["href"]) for link in whole.select("a[href]")}
    assert all(target.startswith(("#", "https://gazette.example/yunzhou/")) for target in targets)
    assert "https://gazette.example/yunzhou/2018/05/source/" in targets


def test_items_of_a_book_share_no_id_and_their_links_stay_in_it(tmp_path: Path) -> None:
    made = site(*SAMPLE)
    html.write(made, tmp_path)
    pages = [page for page in made.pages if page.issue == FIFTH and page.item]
    bound = {made.absolute(page.url): page.item.slug for page in pages if page.item}
    articles = [read_sheet(made, page, tmp_path, bound).article for page in pages]
    ids = [str(tag["id"]) for article in articles for tag in article.select("[id]")]
    assert len(ids) == len(set(ids)) > 20
    for article in articles:
        for tag in article.select("[headers]"):
            assert set(str(tag["headers"]).split()) <= set(ids)
        for link in article.select('a[href^="#"]'):
            assert str(link["href"])[1:] in {*ids, *bound.values()}
    turned = BeautifulSoup(str(articles[0]), "html.parser").select_one('a[rel="next"]')
    assert turned is not None
    assert turned["href"] == "#ling-5"


def test_a_running_head_is_a_number_or_a_title_that_fits_a_line() -> None:
    assert running_head(NOTICE, SAY) == "云政发〔2018〕31号"
    assert running_head(DECREE, SAY) == "云州市人民政府令第5号"
    nameless = replace(NOTICE, number=None, title="关于" * 150)
    assert running_head(nameless, SAY) == "关于" * 14 + "关…"

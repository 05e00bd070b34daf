"""Labels that can be had in another language say on the page which string they are."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markupsafe import escape

from generator.publish.outputs import html
from generator.publish.outputs.html_words import marked, resolve
from generator.publish.wording import Wording, catalogues, read_wording
from tests.publish.samples import PUBLICATION, SAMPLE, SAY, TEMPLATES, site

SLOT = re.compile(r"\{\w+\}")


def say(key: str, **values: object) -> str:
    """What a template writes for a string of the catalogue."""
    return str(escape(marked(SAY(key, **values))))


def test_an_element_that_is_a_label_says_so_itself() -> None:
    assert resolve(f"<h2>{say('item.proof')}</h2>") == '<h2 data-say="item.proof">核对</h2>'


def test_a_label_among_other_text_gets_an_element() -> None:
    assert resolve(f"<p>{say('item.proof')} 3</p>") == (
        '<p><span data-say="item.proof">核对</span> 3</p>'
    )
    assert resolve(f"<label><input>{say('item.proof')}</label>") == (
        '<label><input><span data-say="item.proof">核对</span></label>'
    )


def test_an_attribute_that_is_a_label_is_named() -> None:
    tag = BeautifulSoup(
        resolve(f'<nav aria-label="{say("site.trail")}"><a></a></nav>'), "html.parser"
    ).nav
    assert tag is not None
    assert tag.attrs == {
        "data-say-aria-label": "site.trail",
        "aria-label": "所在位置",
    }


def test_values_are_kept_and_escaped() -> None:
    made = say("item.self", name='<“"&>')
    page = BeautifulSoup(resolve(f"<p>{made}</p>"), "html.parser")
    assert page.p is not None
    key, values = str(page.p["data-say"]).split(" ", 1)
    assert (key, json.loads(values)) == ("item.self", {"name": '<“"&>'})
    assert page.p.get_text() == '<“"&>的固定链接'


def test_a_value_that_is_said_itself_keeps_its_key() -> None:
    page = BeautifulSoup(resolve(f"<p>{escape(marked(SAY.day('2018-09-04')))}</p>"), "html.parser")
    assert page.p is not None
    assert page.p["data-say"] == 'date.long {"year":2018,"month":["month.9"],"day":4}'
    assert page.p.get_text() == "2018年9月4日"


def test_what_a_macro_made_cannot_be_a_value() -> None:
    with pytest.raises(ValueError, match="a label within a label"):
        resolve(f"<p>{say('item.self', name=say('table.row', row=3))}</p>")


def test_titles_and_what_holds_no_element_stay_as_they_are() -> None:
    assert resolve(f"<title>{say('item.proof')}</title>") == "<title>核对</title>"
    assert resolve(f"<option>{say('item.proof')} x</option>") == "<option>核对 x</option>"
    assert resolve(f'<html data-running="{say("item.proof")}">') == '<html data-running="核对">'


def test_labels_in_tables_and_titles_of_issues_have_other_languages_too(tmp_path: Path) -> None:
    html.write(site(*SAMPLE), tmp_path)
    page = BeautifulSoup((tmp_path / "2018/05/index.html").read_text("utf-8"), "html.parser")
    title, year = page.select_one("h1"), page.select(".trail a")[1]
    assert title is not None
    assert title["data-say"] == 'issue.title {"year":2018,"number":"5"}'
    assert year["data-say"] == 'year.title {"year":2018}'
    page = BeautifulSoup(
        (tmp_path / "2018/05/changes/index.html").read_text("utf-8"), "html.parser"
    )
    assert page.select('table th[data-say="changes.line"]')


def test_no_mark_is_left_on_a_page(tmp_path: Path) -> None:
    html.write(site(*SAMPLE), tmp_path)
    pages = [path.read_text("utf-8") for path in tmp_path.rglob("*.html")]
    assert any("data-say=" in page for page in pages)
    assert not any(re.search("[\ufdd0-\ufdef]", page) for page in pages)


def test_pages_speak_the_language_that_is_chosen(tmp_path: Path) -> None:
    chosen = replace(PUBLICATION, interface="en")
    made = replace(site(*SAMPLE, publication=chosen), say=read_wording(TEMPLATES, "en"))
    html.write(made, tmp_path)
    page = BeautifulSoup((tmp_path / "2018/05/yzf-31/index.html").read_text("utf-8"), "html.parser")
    label = page.select_one('[data-say="item.proof"]')
    assert label is not None
    assert (label.get_text(), label["lang"]) == ("Check the text", "en")
    assert page.html is not None
    assert page.html["lang"] == "zh-Hans-CN", "the text of the gazette is not translated"
    assert "（此件公开发布）" in page.get_text()


def test_the_other_languages_can_be_loaded(tmp_path: Path) -> None:
    html.write(site(*SAMPLE), tmp_path)
    loaded = {path.stem: json.loads(path.read_text("utf-8")) for path in tmp_path.rglob("*.json")}
    assert set(loaded) == {"zh-Hant", "en"}
    page = BeautifulSoup((tmp_path / "2018/05/yzf-31/index.html").read_text("utf-8"), "html.parser")
    used = {str(tag["data-say"]).partition(" ")[0] for tag in page.select("[data-say]")}
    assert len(used) > 40
    assert used <= set(loaded["en"])


@pytest.mark.parametrize("other", [one for one in catalogues(TEMPLATES) if one.path != SAY.path])
def test_no_catalogue_lacks_a_string_or_a_value(other: Wording) -> None:
    strings = other.strings
    assert sorted(set(SAY.strings) - set(strings)) == [], "to be translated"
    assert sorted(set(strings) - set(SAY.strings)) == [], "no longer used"
    assert {
        key: text
        for key, text in strings.items()
        if sorted(SLOT.findall(text)) != sorted(SLOT.findall(SAY.strings[key]))
    } == {}


def test_what_quotes_the_gazette_is_the_same_in_every_language() -> None:
    for one in catalogues(TEMPLATES):
        for key in ("item.public", "item.addressee"):
            assert one.strings[key] == SAY.strings[key], one.path.name

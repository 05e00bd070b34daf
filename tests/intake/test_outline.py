"""Headings, run-in headings, articles and tables against the two complete human readings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any

import pytest
import yaml

from generator.model import Entry, Heading, Item, ListItem, Paragraph, Table, plain
from tests.intake.conftest import HERE, source_of, take

TITLES = ("instrument_title", "annex_title")


def reading(id_: str) -> Any:
    """The complete reading of an issue."""
    return yaml.safe_load((HERE / "readings" / f"{id_}.yaml").read_text(encoding="utf-8"))


def same(text: str) -> str:
    """A text as readings are compared: NFKC, no white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def headings_read(id_: str) -> list[list[dict[str, Any]]]:
    """The headings of the reading, by item."""
    read = reading(id_)
    by_item: list[list[dict[str, Any]]] = [
        list(doc.get("headings", [])) for doc in read["documents"]
    ]
    for heading in read.get("headings", []):
        by_item[heading["doc"] - 1].append(heading)
    return by_item


def f1(wanted: Counter[Any], got: Counter[Any]) -> float:
    """The harmonic mean of recall and precision."""
    hits = (wanted & got).total()
    return 2 * hits / (wanted.total() + got.total())


def headings_wanted(headings: list[dict[str, Any]]) -> Counter[Any]:
    return Counter(same(h["text"]) for h in headings if h["kind"] == "heading")


def headings_found(item: Item) -> Counter[Any]:
    return Counter(same(plain(b.text)) for b in item.body if isinstance(b, Heading) and b.level > 1)


@pytest.mark.parametrize(("id_", "bar"), [("2018-05", 0.99), ("2021-02", 0.93)])
def test_headings_on_their_own_line_are_found(id_: str, bar: float) -> None:
    wanted: Counter[Any] = Counter()
    found: Counter[Any] = Counter()
    for number, (item, headings) in enumerate(
        zip(take(source_of(id_)).issue.items, headings_read(id_), strict=True)
    ):
        wanted.update((number, text) for text in headings_wanted(headings).elements())
        found.update((number, text) for text in headings_found(item).elements())
    assert f1(wanted, found) >= bar


@pytest.mark.parametrize("id_", ["2018-05", "2021-02"])
def test_the_class_of_a_heading_follows_its_numbering(id_: str) -> None:
    classes = {"cn1": 2, "cn2": 3, "ar1": 4}
    for item in take(source_of(id_)).issue.items:
        for block in item.body:
            if isinstance(block, Heading) and block.level > 1:
                text = plain(block.text)
                if re.match(r"[一二三四五六七八九十]+、|第.+章", text):
                    assert block.level == classes["cn1"], text
                elif re.match(r"（[一二三四五六七八九十]+）", text):
                    assert block.level == classes["cn2"], text
                elif re.match(r"\d+\.\d+\.\d+ ", text):
                    assert block.level == classes["ar1"], text


@pytest.mark.parametrize(("id_", "bar"), [("2018-05", 0.96), ("2021-02", 0.9)])
def test_run_in_headings_are_bold_in_their_paragraph(id_: str, bar: float) -> None:
    wanted: Counter[Any] = Counter()
    found: Counter[Any] = Counter()
    for number, (item, headings) in enumerate(
        zip(take(source_of(id_)).issue.items, headings_read(id_), strict=True)
    ):
        wanted.update((number, same(h["text"])) for h in headings if h["kind"] == "leadin")
        found.update((number, same(text)) for text in run_ins(item))
    assert f1(wanted, found) >= bar


def run_ins(item: Item) -> list[str]:
    """The strong starts of paragraphs, articles aside."""
    firsts = [b.text[0] for b in item.body if isinstance(b, Paragraph | ListItem) and b.text]
    return [run.text for run in firsts if run.strong and not run.text.startswith("第")]


@pytest.mark.parametrize("id_", ["2021-02"])
def test_no_article_is_missing_and_none_is_invented(id_: str) -> None:
    for item, headings in zip(take(source_of(id_)).issue.items, headings_read(id_), strict=True):
        wanted = [h["text"] for h in headings if h["kind"] == "article"]
        firsts = [b.text[0] for b in item.body if isinstance(b, Paragraph) and b.text]
        found = [run.text for run in firsts if run.strong and run.text.startswith("第")]
        assert found == wanted


@pytest.mark.parametrize("id_", ["2018-05", "2021-02"])
def test_titles_of_instruments_and_annexes_are_found(id_: str) -> None:
    for item, headings in zip(take(source_of(id_)).issue.items, headings_read(id_), strict=True):
        found = {same(plain(b.text)) for b in item.body if isinstance(b, Heading) and b.level == 1}
        for heading in headings:
            if heading["kind"] in TITLES:
                title = same(heading["text"])
                assert any(text and text in title for text in found), heading["text"]


def test_titles_that_float_at_the_foot_of_their_page_go_back_to_its_head() -> None:
    taken = take(source_of("2021-02"))
    items = {item.slug: item for item in taken.issue.items}
    parts = [plain(b.text) for b in items["jszb-9"].body if isinstance(b, Heading) and b.level < 3]
    water = parts.index("晋城市2021年水生态环境保护行动计划")
    assert parts[water - 1] == "市区周边重点管控区范围："
    assert parts[water + 1] == "一、指导思想"
    assert parts.count("一、指导思想") == 2
    rules = [b.text[0].text for b in items["jszb-13"].body if isinstance(b, Paragraph)]
    articles = [text for text in rules if re.fullmatch("第.+条", text)]
    assert articles[40:42] == ["第四十一条", "第一条"]
    annex = next(b for b in items["jszb-13"].body if isinstance(b, Heading) and b.label)
    place = items["jszb-13"].body.index(annex)
    last = items["jszb-13"].body[place - 1]
    assert isinstance(last, ListItem)
    assert plain(last.text).startswith("附件：")
    moves = [entry for entry in taken.moved if entry.rule == "floating_title"]
    assert {entry.lines.first for entry in moves} >= {2744, 5658, 6212, 7851}
    assert all(entry.before == entry.after and entry.reason for entry in moves)


def test_the_tables_of_the_first_reading_are_rebuilt_row_by_row() -> None:
    tables = [
        block
        for item in take(source_of("2018-05")).issue.items
        for block in item.body
        if isinstance(block, Table)
    ]
    wanted = reading("2018-05")["tables"]
    assert [table.head for table in tables] == [want["header_rows"] for want in wanted]
    rows = [len(table.rows) - table.head for table in tables]
    assert rows == [want.get("body_rows_raw", want["body_rows"]) for want in wanted]
    units = [want["unit_line"] for want in wanted]
    assert [table.unit for table in tables] == [
        (unit or "").removeprefix("单位：") for unit in units
    ]


def test_the_entries_of_a_chronicle_have_their_days() -> None:
    wanted = reading("2021-02")["chronicle_entries"]
    entries = [
        (item.order, block)
        for item in take(source_of("2021-02")).issue.items
        for block in item.body
        if isinstance(block, Entry)
    ]
    found = [(n, e.date, e.date_to, e.origin.first) for n, e in entries if e.origin]
    assert found == [(w["doc"], w["date"], w.get("date_to", ""), w["line"]) for w in wanted]

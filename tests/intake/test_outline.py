"""Titles that float, tables and chronicles against the complete human readings.

How well headings are read is measured in `tests/accuracy`.
"""

from __future__ import annotations

import re

from generator.model import Entry, Heading, ListItem, Paragraph, Table, plain
from tests.accuracy.outline import reading
from tests.intake.conftest import source_of, take


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

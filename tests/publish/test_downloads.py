"""The files of a table: what each program that opens them finds."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.model import Block, Cell, Run, Table
from generator.publish.downloads import downloads
from generator.publish.site import Site
from generator.publish.table_shelves import table_shelves
from tests import samples as make
from tests.publish.samples import EMISSIONS, FIFTH, site
from tests.samples import row, text

HERE = "/2018/05/yzf-9/"


def of(*tables: Table, **facts: Any) -> dict[str, bytes]:
    """The files of an issue with one item that holds these tables, by their names."""
    body: tuple[Block, ...] = tables
    made: Site = site(make.issue("2018-05", (make.item("yzf-9", body, **facts),)))
    return {url.removeprefix(HERE): data for url, data in made.downloads.items()}


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def column(*cells: str | Cell) -> Table:
    """A table of one column, under the head 值."""
    return Table((row("值"), *(row(cell) for cell in cells)))


def sheet_of(table: Table) -> Worksheet:
    return opened(of(table)["tbl1.xlsx"]).worksheets[0]


def rows(data: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode(encoding), newline="")))


# --- CSV ------------------------------------------------------------------------------------

FORMULAS = ("=1+1", "+A1", "-SNCR脱硝", "@SUM(A1)", "\t=1", " =1+1", "＝1+1", "-5~10")
HARMLESS = ("-5.2", "+3", "-1,200.5%", "-", "--", "城区", "1-2", "#1", "a=b")


def test_the_plain_file_is_the_exact_text() -> None:
    data = of(column(*FORMULAS, *HARMLESS))["tbl1.plain.csv"]
    assert not data.startswith(b"\xef\xbb\xbf")
    assert rows(data, "utf-8") == [["值"], *([one] for one in FORMULAS + HARMLESS)]


def test_the_file_for_spreadsheets_calculates_nothing_and_leaves_the_rest() -> None:
    data = of(column(*FORMULAS, *HARMLESS))["tbl1.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    shown = [line[0] for line in rows(data, "utf-8-sig")[1:]]
    assert shown == [f"'{one}" for one in FORMULAS] + list(HARMLESS)


def test_lines_commas_and_quotes_survive() -> None:
    cell = '甲,"乙"\n丙'
    assert rows(of(column(cell))["tbl1.plain.csv"], "utf-8") == [["值"], [cell]]


# --- workbook -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "value", "form"),
    [
        ("1.50", 1.5, "0.00"),
        ("1,200", 1200, "#,##0"),
        ("−4", "−4", "@"),
        ("-4", -4, "0"),
        ("13.7%", 0.137, "0.0%"),
        ("2018年", "2018年", "@"),
        ("60万吨/年", "60万吨/年", "@"),
        ("030001", "030001", "@"),
        ("+3", "+3", "@"),
        ("-0", "-0", "@"),
        ("1,20", "1,20", "@"),
        ("2018-09-04", "2018-09-04", "@"),
        ("140502198001011234", "140502198001011234", "@"),
        (f"0.{'0' * 14}1", 1e-15, f"0.{'0' * 15}"),
        (f"0.{'0' * 15}1", f"0.{'0' * 15}1", "@"),
        ("=1+1", "=1+1", "@"),
        ("http://example.org/", "http://example.org/", "@"),
    ],
)
def test_a_cell_is_a_number_only_where_it_is_shown_as_printed(
    printed: str, value: object, form: str
) -> None:
    cell = sheet_of(column(printed))["A2"]
    assert (cell.value, cell.number_format) == (value, form)
    assert cell.data_type == ("s" if isinstance(value, str) else "n")
    assert cell.hyperlink is None


def test_one_code_makes_a_column_of_codes() -> None:
    made = sheet_of(column("130001", "030001"))
    assert [made["A2"].value, made["A3"].value] == ["130001", "030001"]


def test_a_head_is_no_number_and_stays_in_sight() -> None:
    made = sheet_of(Table((row("县", "2018"), row("城区", "12"))))
    assert (made["B1"].value, made["B2"].value) == ("2018", 12)
    assert made.freeze_panes == "A2"


def test_merged_cells_are_merged() -> None:
    made = sheet_of(EMISSIONS.__class__(EMISSIONS.rows, 2))
    assert {str(cells) for cells in made.merged_cells.ranges} == {"C1:D1", "B3:B4"}
    assert made["B3"].value == "云州热电厂"


def test_the_second_sheet_says_what_is_known_of_the_table() -> None:
    doubtful = Cell((Run("盹", flag="疑为“吨”"),))
    table = replace(column(doubtful), caption="表1 产量", unit="万吨", note="注：估计数。")
    book = opened(of(table, title="关于煤炭的通知", number="云政发〔2018〕9号")["tbl-1.xlsx"])
    assert book.sheetnames == ["表1 产量", "说明"]
    facts = {line[0]: line[1] for line in book["说明"].values}
    assert facts["单位"] == "万吨"
    assert facts["表注"] == "注：估计数。"
    assert facts["所在文件"] == "关于煤炭的通知"
    assert facts["发文字号"] == "云政发〔2018〕9号"
    assert facts["网页地址"] == "https://gazette.example/yunzhou/2018/05/yzf-9/#tbl-1"
    assert facts["存疑：A2"] == "“盹”：疑为“吨”"


def test_the_second_sheet_names_a_row_as_the_page_does() -> None:
    book = opened(of(EMISSIONS)["tbl-2.xlsx"])
    facts = {line[0]: line[1] for line in book["说明"].values}
    assert facts["存疑：第2行"] == "序号不连续"


def test_a_sheet_can_be_filtered_where_no_cell_is_merged() -> None:
    assert sheet_of(column("1", "2")).auto_filter.ref == "A1:A3"
    merged = Table((row("县", "值"), row(Cell(text("城区"), rowspan=2), "1"), row("2")))
    assert sheet_of(merged).auto_filter.ref is None


def test_an_issue_has_one_workbook_with_a_sheet_for_each_table() -> None:
    tables = [replace(column(one), caption=name) for one, name in (("1", "表1/a"), ("2", "表1/a"))]
    made = site(make.issue("2018-05", (make.item("yzf-9", tuple(tables)),)))
    book = opened(made.downloads["/2018/05/tables.xlsx"])
    assert book.sheetnames == ["目录", "表1／a", "表1／a（2）"]
    assert [line[:2] for line in book["目录"].iter_rows(min_row=2, values_only=True)] == [
        ("表1／a", "表1/a"),
        ("表1／a（2）", "表1/a"),
    ]
    targets = [book["目录"][f"A{n}"].hyperlink.location for n in (2, 3)]
    assert targets == ["'表1／a'!A1", "'表1／a（2）'!A1"]
    assert [book[name]["A2"].value for name in book.sheetnames[1:]] == [1, 2]


def test_a_long_caption_makes_a_short_name() -> None:
    (name, about) = opened(
        of(replace(column("1"), caption="山西省晋城市" * 9 + "𠮷"))["tbl1.xlsx"]
    ).sheetnames
    assert name.startswith("山西省晋城市")
    assert len(name) <= 31
    assert about == "说明"


def test_text_that_no_cell_of_a_workbook_holds_is_not_cut() -> None:
    files = of(column("长" * 40_000))
    assert "tbl1.xlsx" not in files
    assert "长" * 40_000 in files["tbl1.csv"].decode("utf-8-sig")


def test_what_explains_a_table_goes_on_in_the_next_cell_where_it_is_too_long() -> None:
    note = "注：" + "𠮷长" * 40_000
    sheet = opened(of(replace(column("1"), note=note))["tbl1.xlsx"])["说明"]
    lines = list(sheet.values)
    start = next(at for at, line in enumerate(lines) if line[0] == "表注")
    end = next(at for at in range(start + 1, len(lines)) if lines[at][0])
    assert "".join(str(line[1]) for line in lines[start:end]) == note


def test_a_table_that_no_workbook_holds_is_listed_all_the_same() -> None:
    tables = (replace(column("长" * 40_000), caption="长表"), replace(column("1"), caption="短表"))
    made = site(make.issue("2018-05", (make.item("yzf-9", tables),)))
    book = opened(made.downloads["/2018/05/tables.xlsx"])
    assert [line[:2] for line in book["目录"].iter_rows(min_row=2, values_only=True)] == [
        ("短表", "短表"),
        ("（工作簿容不下，见网页）", "长表"),
    ]
    assert book.sheetnames == ["目录", "短表"]
    (shelf,) = table_shelves(made)
    lines = [line for _, lines in shelf.documents for line in lines]
    assert [(line.listed.name, len(line.offers)) for line in lines] == [("长表", 3), ("短表", 4)]


# --- JSON -----------------------------------------------------------------------------------


def test_json_says_of_every_row_where_it_comes_from() -> None:
    table = Table((row("值", at=7), row("12", at=(8, 9), flag="疑")), caption="表3 值", unit="吨")
    found = json.loads(of(table, number="云政发〔2018〕9号")["tbl-3.json"])
    assert found["head"] == [["值"]]
    assert found["address"] == "https://gazette.example/yunzhou/2018/05/yzf-9/#tbl-3"
    assert found["rows"] == [{"cells": ["12"], "anchor": "tbl-3-r2", "source_lines": [8, 9]}]
    assert found["doubts"] == [{"row": 1, "column": None, "text": "", "reason": "疑"}]
    assert (found["caption"], found["unit"], found["note"]) == ("表3 值", "吨", None)
    assert found["document"]["number"] == "云政发〔2018〕9号"
    assert found["issue"]["source_file"] == "sources/2018-05.txt"


def test_json_carries_a_role_down_and_says_so() -> None:
    table = Table((row("指挥长：", "张三", "市长"), row("", "李四", "")), head=0, kind="persons")
    found = json.loads(of(table)["tbl1.json"])
    assert [(one["role"], one["role_inherited"]) for one in found["rows"]] == [
        ("指挥长：", False),
        ("指挥长：", True),
    ]
    assert found["rows"][1]["cells"] == ["", "李四", ""]
    assert not found["head_printed"]


def test_json_tells_a_merged_cell_from_an_empty_one() -> None:
    found = json.loads(of(Table((row(Cell(text("甲"), 2), ""),), head=0))["tbl1.json"])
    assert found["rows"][0]["cells"] == ["甲", None, ""]
    assert found["merged"] == [{"row": 0, "column": 0, "rows": 1, "columns": 2}]


def test_an_issue_without_tables_has_no_files() -> None:
    assert downloads(site(replace(FIFTH, items=FIFTH.items[1:]))) == {}

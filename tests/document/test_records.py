"""Ledgers, corrections, settings, catalogues: read as they are, or refused with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.document import (
    append_entries,
    read_catalogue,
    read_entries,
    read_issue,
    read_publication,
    read_repairs,
    render_entries,
)
from generator.model import Correction, Span, SuppliedTable, plain
from tests.document.damage import edit, refusal

if TYPE_CHECKING:
    from pathlib import Path

LEDGERS = {
    "no JSON": ("{", "not valid JSON"),
    "nested without end": ("[" * 99999, "not valid JSON"),
    "no record": ("[]", "expected a record"),
    "unknown key": ('{"rule": "a", "line": 3}', "expected a record"),
    "number for a text": ('{"rule": 3}', "`rule` must be text"),
    "no lines": ('{"rule": "a"}', "`lines` must be [first, last]"),
    "lines that run backwards": ('{"rule": "a", "lines": [3, 1]}', "`lines` must be"),
    "line beyond every source": ('{"rule": "a", "lines": [1, 1000000000]}', "`lines` must be"),
    "number of 5000 digits": ('{"rule": "a", "lines": [1, ' + "9" * 5000 + "]}", "not valid JSON"),
    "half a character": ('{"rule": "\\ud800"}', "`rule` holds half a character"),
}


@pytest.mark.parametrize("case", LEDGERS.values(), ids=LEDGERS.keys())
def test_a_ledger_that_does_not_hold(folder: Path, case: tuple[str, str]) -> None:
    path = folder / "repairs.jsonl"
    path.write_text(path.read_text("utf-8") + case[0] + "\n", "utf-8")
    error = refusal(lambda: read_repairs(folder))
    assert (error.path, error.line) == (path, 3)
    assert case[1] in error.message


def test_a_ledger_that_is_missing(folder: Path) -> None:
    (folder / "repairs.jsonl").unlink()
    assert "`gazette import 2018-05`" in refusal(lambda: read_repairs(folder)).hint


def test_an_origin_out_of_order(folder: Path) -> None:
    path = folder / "origins.jsonl"
    edit(path, '"block": 2,', '"block": 7,')
    error = refusal(lambda: read_issue(folder))
    assert (error.path, error.line) == (path, 2)


GOOD_CORRECTION = """- line: 3
  find: "防泛"
  replace: "防范"
  reason: "与标题一致"
  by: "责任编辑"
"""


def test_corrections_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "2018-05.yaml"
    assert read_entries(path) == []
    path.write_text("# 尚无\n", "utf-8")
    assert read_entries(path) == []
    path.write_text(GOOD_CORRECTION + GOOD_CORRECTION.replace("3", "1"), "utf-8")
    corrections = read_entries(path)
    assert [entry.line for entry in corrections if isinstance(entry, Correction)] == [3, 1]
    assert [correction.file_line for correction in corrections] == [1, 6]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  by: ", "  name: ", 5, "unknown key `name`"),
        ('  by: "责任编辑"\n', "", 1, "missing key `by`"),
        ("line: 3", "line: 三", 1, "a whole number"),
        ("line: 3", "line: 0", 1, "needs a line"),
        ('"防泛"', '""', 1, "the text to find"),
        ('"防泛"', r'"防\n泛"', 1, "a line end"),
        ('"防范"', r'"防\n范"', 1, "a line end"),
        ('"防范"', r'"防\e范"', 3, "U+001B"),
        (GOOD_CORRECTION, "line: 3\n", 1, "must be a list"),
        (GOOD_CORRECTION, "- 甲\n", 1, "a mapping"),
        (GOOD_CORRECTION, "- ? [甲]\n  : 乙\n", 1, "`key` must be text"),
    ],
)
def test_corrections_that_do_not_hold(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    path = tmp_path / "2018-05.yaml"
    path.write_text(GOOD_CORRECTION, "utf-8")
    edit(path, old, new)
    error = refusal(lambda: read_entries(path))
    assert (error.path, error.line) == (path, line)
    assert message in error.message


GOOD_TABLE = """- lines: [770, 1065]
  table: |
    ::: table head=1

    | 名称 | 数量 |
    |---|---|
    | 编织袋 | 5万条 |

    :::
  reason: "据印刷版录入"
  by: "责任编辑"
"""


def test_a_supplied_table_is_read_and_written_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "2018-05.yaml"
    path.write_text(GOOD_CORRECTION + GOOD_TABLE, "utf-8")
    _, supplied = read_entries(path)
    assert isinstance(supplied, SuppliedTable)
    assert (supplied.lines, supplied.file_line) == (Span(770, 1065), 6)
    assert [plain(cell.text) for cell in supplied.table.rows[1].cells] == ["编织袋", "5万条"]
    append_entries(path, [supplied])
    assert path.read_text("utf-8") == GOOD_CORRECTION + GOOD_TABLE * 2
    indented = "".join(f"  {line}\n" if line else "\n" for line in GOOD_TABLE.split("\n")[:-1])
    assert render_entries([supplied], 2) == indented


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("| 编织袋 | 5万条 |", "| 编织袋 |", 7, "the row has 1 cells"),
        ("| 编织袋 | 5万条 |", "| << | 5万条 |", 7, "`<<` has no cell"),
        ("head=1", "head=1 kind=list", 3, "kind=list"),
        ("    :::\n", "", 3, "is not closed"),
        ("    :::\n", "    :::\n\n    另见附图。\n", 2, "other than one table"),
        ("::: table head=1", "::: gap", 2, "other than one table"),
        ("table: |", "table: >", 2, "does not stand below its key"),
        ("[770, 1065]", "[1065, 770]", 1, "[first, last]"),
        ("lines: [770, 1065]", "line: 770", 1, "unknown key `line`"),
        ('  by: "责任编辑"\n', "", 1, "missing key `by`"),
        ("编织袋", "编\x1b织袋", 7, "U+001B"),
    ],
)
def test_a_supplied_table_that_does_not_hold(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    path = tmp_path / "2018-05.yaml"
    path.write_text(GOOD_TABLE, "utf-8")
    edit(path, old, new)
    error = refusal(lambda: read_entries(path))
    assert (error.path, error.line) == (path, line)
    assert message in error.message


PUBLICATION = """name: 临江市人民政府公报
publisher: 临江市人民政府
place: 临江市
language: zh-Hans-CN
base_url: https://example.org/gazette/
series:
  临政发: lzf
  政府令: ling
slugs:
  临江市公安局: gaj
"""


def test_the_publication_is_read(tmp_path: Path) -> None:
    (tmp_path / "gazette.yaml").write_text(PUBLICATION, "utf-8")
    publication = read_publication(tmp_path)
    assert publication.name == "临江市人民政府公报"
    assert publication.series == {"临政发": "lzf", "政府令": "ling"}
    assert publication.slugs == {"临江市公安局": "gaj"}
    assert publication.site_code is None


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("place: 临江市\n", "", 1, "missing key `place`"),
        ("place:", "city:", 3, "unknown key `city`"),
        ("/gazette/", "/gazette", 5, "`base_url` is"),
        ("https://example.org/gazette/", "/gazette/", 5, "`base_url` is"),
        ("  临政发: lzf\n", "  政府令: lzf\n", 8, "twice"),
        ("临政发: lzf", "临政发: [lzf]", 7, "must be text"),
        ("临政发: lzf", "临政发: ../lzf", 7, "cannot stand in an address"),
        ("临政发: lzf", "临政发: LZF", 7, "cannot stand in an address"),
        ("临政发: lzf", '临政发: ""', 7, "cannot stand in an address"),
        ("临江市公安局: gaj", "临江市公安局: gaj/", 10, "cannot stand in an address"),
        ("name: 临江市人民政府公报", 'name: " "', 1, "may not be blank"),
    ],
)
def test_a_publication_that_does_not_hold(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    path = tmp_path / "gazette.yaml"
    path.write_text(PUBLICATION, "utf-8")
    edit(path, old, new)
    error = refusal(lambda: read_publication(tmp_path))
    assert (error.path, error.line) == (path, line)
    assert message in error.message


@pytest.mark.parametrize(
    "address",
    [
        "http://[", "https://", "ftp://example.org/", "//example.org/", "https://a:b@example.org/",
        "https://example.org/#a/", "https://example.org/?a=/", "https://example.org/a b/",
        "https://example.org/a/../b/", "https://example.org/%2e%2e/", "https://example.org//a/",
        "https://example.org:99999/", "https://example.org:x/", "https://example.org:/",
        "https://-.org/", "https://exa_mple.org/", "https://.example.org/", "https://[::1/",
        "https://[x]/", "https://例子.org/", "https://example.org/a", "",
    ],
)  # fmt: skip
def test_an_address_that_no_page_can_have(tmp_path: Path, address: str) -> None:
    path = tmp_path / "gazette.yaml"
    path.write_text(PUBLICATION.replace("https://example.org/gazette/", f'"{address}"'), "utf-8")
    error = refusal(lambda: read_publication(tmp_path))
    assert (error.path, error.line) == (path, 5)
    assert f"`base_url` is `{address}`" in error.message


@pytest.mark.parametrize(
    "address",
    ["http://localhost:8000/", "https://example.org/", "https://10.0.0.1/g/", "http://[::1]:80/a/"],
)
def test_an_address_that_pages_can_have(tmp_path: Path, address: str) -> None:
    path = tmp_path / "gazette.yaml"
    path.write_text(PUBLICATION.replace("https://example.org/gazette/", f'"{address}"'), "utf-8")
    assert read_publication(tmp_path).base_url == address


def test_a_publication_that_is_missing(tmp_path: Path) -> None:
    error = refusal(lambda: read_publication(tmp_path))
    assert error.message == "no such file"
    assert "--root" in error.hint


def test_a_catalogue_is_flat(tmp_path: Path) -> None:
    path = tmp_path / "zh-Hans.yaml"
    path.write_text("home: 首页\nno: 否\n", "utf-8")
    assert read_catalogue(path) == {"home": "首页", "no": "否"}
    path.write_text("home: 首页\nissue:\n  title: 期\n", "utf-8")
    assert refusal(lambda: read_catalogue(path)).line == 3

"""Serial numbers, totals, days and paired marks."""

from __future__ import annotations

import pytest

from generator.model import Cell, Entry, Paragraph, Row, Run, Table
from tests.check.conftest import Content


def table(*rows: str) -> Table:
    """A table with one head row; cells are parted by spaces."""
    made = (Row(tuple(Cell((Run(text),)) for text in row.split())) for row in rows)
    return Table(tuple(made))


def test_a_serial_number_follows_the_one_above_it(content: Content) -> None:
    right = table("序号 名称", "1 甲", "2 乙", "3 丙")
    merged = table("序号 名称", "1 甲", "1 乙", "2 丙")
    assert content.codes(right) == content.codes(merged) == []
    (finding,) = content.findings(table("序号 名称", "1 甲", "2 乙", "5 丙"))
    assert (finding.code, "number 5 follows 2" in finding.message) == ("C303", True)


def test_figures_that_are_no_serial_numbers_are_left_alone(content: Content) -> None:
    assert content.codes(table("年份 数量", "2018 1", "2020 2", "2023 3")) == []


def test_a_total_is_the_sum_of_its_column(content: Content) -> None:
    rows = ("县区 减排量", "甲县 1.5", "乙县 2.25", "丙县 3")
    assert content.codes(table(*rows, "合计 6.75")) == []
    assert content.codes(table(rows[0], "合计 6.75", *rows[1:])) == []
    (finding,) = content.findings(table(*rows, "合计 6.57"))
    assert finding.code == "C304"
    assert "states 6.57 in all and adds up to 6.75" in finding.message


def test_a_column_that_is_not_all_figures_has_no_sum(content: Content) -> None:
    rows = ("县区 减排量", "甲县 1.5", "乙县 约2", "丙县 3", "合计 6.5")
    assert content.codes(table(*rows)) == []


def test_days_of_a_chronicle_do_not_go_back(content: Content) -> None:
    days = [Entry((Run(f"{day}日 会议"),), f"2024-03-{day:02}") for day in (2, 5, 4)]
    (finding,) = content.findings(*days, type="chronicle", kind="大事记")
    assert (finding.code, finding.message) == ("C506", "2024-03-04 stands behind 2024-03-05")


@pytest.mark.parametrize(
    "text", ["（一）《甲》（乙〔2018〕3号）", "1）甲；2）乙", "“全段引文", "“甲”"]
)
def test_marks_that_pair_are_silent(content: Content, text: str) -> None:
    assert content.codes(Paragraph((Run(text),))) == []


@pytest.mark.parametrize("text", ["整改〔责任单位：甲局］", "《甲办法", "甲）乙", "服务“六稳工作"])
def test_a_mark_without_its_fellow_is_named(content: Content, text: str) -> None:
    (finding,) = content.findings(Paragraph((Run(text),)))
    assert finding.code == "C505"


def test_a_mark_that_is_flagged_already_is_not_named_again(content: Content) -> None:
    doubtful = Paragraph((Run("监控要求"), Run("），", flag="多出右括号")))
    assert content.codes(doubtful) == ["C401"]

"""Columns of a table: what is never broken, what gets room to be read, what names a row."""

from __future__ import annotations

import pytest

from generator.model import Cell, Row, Table
from generator.publish.columns import room
from generator.publish.inline import Notes
from generator.publish.tables import TableView, view
from tests.samples import row, text


def show(*rows: Row, head: int = 1) -> TableView:
    return view(Table(rows, head), Notes())


def heads(shown: TableView) -> list[list[str]]:
    """The words of the head cells of each row of the body."""
    return [
        ["".join(piece.run.text for piece in cell.pieces) for cell in line.cells if cell.scope]
        for line in shown.body
    ]


@pytest.mark.parametrize("words", ["城区", "陵川县", "2018年12月底", "1,234,567.8901", "联络员："])
def test_names_places_dates_and_numbers_are_never_broken(words: str) -> None:
    assert room(words) == 0


def test_the_longer_a_text_the_more_room_it_gets() -> None:
    rooms = [room("字" * length) for length in (9, 40, 200)]
    assert rooms == sorted(set(rooms))
    assert rooms[0] >= 10


def test_a_line_break_of_the_print_makes_two_short_lines() -> None:
    assert room("市生态环境局\n市公安局、市交通局") >= 10
    assert room("市生态环境局\n市公安局") == 0


def test_a_head_may_break_over_a_narrow_column_but_not_to_single_characters() -> None:
    assert room("县区", head=True) == 0
    assert 0 < room("属地监管责任人", head=True) < room("属地监管责任人和联络人")


def test_a_table_of_few_long_texts_is_wide() -> None:
    lines = ("字" * 100, "字" * 100, "字" * 100)
    assert show(row("任务", "措施", "单位"), row(*lines)).wide
    assert not show(row("任务", "措施", "单位"), row("甲", "乙", "丙")).wide


def test_a_row_has_one_head_and_the_cells_before_it_are_data() -> None:
    found = show(
        row("序号", "地市", "企业", "规模"),
        row("1", "云州市", "热电厂", "30"),
        row("2", "云州市", "水泥厂", "45"),
    )
    assert heads(found) == [["热电厂"], ["水泥厂"]]


def test_a_post_does_not_name_the_row_of_a_person() -> None:
    found = show(
        row("总指挥：", "市长", "赵平", "13800000001"),
        row("", "常务副市长", "钱和", "13800000002"),
        row("", "市政府秘书长", "孙正", "13800000003"),
        head=0,
    )
    assert heads(found) == [["赵平"], ["钱和"], ["孙正"]]


def test_a_date_does_not_name_the_row() -> None:
    found = show(
        row("完成时限", "任务"),
        row("2018年9月底前", "改造锅炉"),
        row("2018年10月底前", "改造锅炉"),
        row("2018年12月底前", "减煤"),
    )
    assert heads(found) == [["改造锅炉"], ["改造锅炉"], ["减煤"]]


def test_a_date_that_slipped_into_the_column_of_names_is_no_head() -> None:
    names = [row(name, "1") for name in ("减煤", "清洁取暖", "绿化")]
    found = show(row("任务", "数"), *names, row("2018年12月底前", "市环保局"))
    assert heads(found)[-1] == []


def test_a_sum_is_named_where_the_names_leave_off() -> None:
    found = show(row("序号", "企业", "吨"), row("1", "热电厂", "3"), row("合计", "", "3"))
    assert heads(found) == [["热电厂"], ["合计"]]


def test_numbers_alone_name_nothing() -> None:
    assert heads(show(row("年", "吨"), row("2017", "3"), row("2018", "4"))) == [[], []]


def test_a_cell_over_all_columns_is_no_head_of_a_row() -> None:
    section = row(Cell(text("一、城区"), colspan=2))
    found = show(row("企业", "吨"), row("热电厂", "3"), row("水泥厂", "4"), section)
    assert all(len(names) <= 1 for names in heads(found))

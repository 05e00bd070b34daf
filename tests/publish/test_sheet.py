"""A table as data: merged cells, records side by side, persons."""

from __future__ import annotations

from generator.model import Cell, Run, Table
from generator.publish.downloads.sheet import Doubt, Sheet, doubts, sheet, words
from tests.publish.samples import EMISSIONS, SAY
from tests.samples import row, text

Texts = list[list[str | None]]


def texts(made: Sheet) -> Texts:
    return [[words(cell.text) if cell else None for cell in one.cells] for one in made.records]


def show(table: Table) -> Texts:
    return texts(sheet(table, SAY))


def wide(words: str, columns: int) -> Cell:
    return Cell(text(words), colspan=columns)


def test_a_merged_cell_stands_at_its_first_place_only() -> None:
    assert show(EMISSIONS) == [
        ["序号", "企业", "减排量", None],
        ["", "", "2017年", "2018年"],
        ["1", "云州热电厂", "1,200", "900.5"],
        ["2", None, "30", "−4"],
        ["合计", "", "1,230", "896.5"],
    ]


def test_a_block_of_two_rows_and_two_columns_is_stepped_over() -> None:
    table = Table((row(Cell(text("块"), 2, 2), "甲"), row("乙"), row("1", "2", "3")), head=0)
    assert show(table) == [["块", None, "甲"], [None, None, "乙"], ["1", "2", "3"]]


def test_a_cell_that_was_not_printed_is_none_and_an_empty_one_is_empty() -> None:
    assert show(Table((row("一", "二"), row(""))))[1] == ["", None]


def test_records_side_by_side_come_one_below_the_other() -> None:
    table = Table(
        (
            row("同位素", "值", "同位素", "值"),
            row("Am", "0.06", "Ni", "60", flag="疑"),
            row("Au", "30", "", ""),
        ),
        abreast=2,
    )
    made = sheet(table, SAY)
    assert made.unfolded
    assert texts(made) == [["同位素", "值"], ["Am", "0.06"], ["Au", "30"], ["Ni", "60"]]
    assert [one.number for one in made.body] == [2, 3, 2]
    assert [one.flag for one in made.body] == ["疑", "", "疑"]


def test_a_row_across_the_table_heads_the_records_below_it() -> None:
    table = Table(
        (
            row("单位", "电话", "单位", "电话"),
            row(wide("成员单位", 4)),
            row("甲", "1", "乙", "2"),
            row("其他", "", "", ""),
            row("丙", "3", "丁", "4"),
        ),
        abreast=2,
    )
    made = sheet(table, SAY)
    assert [line[0] for line in texts(made)] == ["单位", "成员单位", "甲", "乙", "其他", "丙", "丁"]
    group = made.body[0].cells[0]
    assert group is not None
    assert group.colspan == 2


def test_tall_cells_stay_with_their_own_records() -> None:
    tall = Cell(text("乙"), rowspan=2)
    table = Table((row("甲", "1", tall, "3"), row("丙", "2", "")), head=0, abreast=2)
    assert show(table) == [["甲", "1"], ["丙", "2"], ["乙", "3"], [None, ""]]


def test_parts_with_different_heads_stay_side_by_side() -> None:
    table = Table((row("甲", "值", "乙", "值"), row("1", "2", "3", "4")), abreast=2)
    assert not sheet(table, SAY).unfolded
    assert show(table) == [["甲", "值", "乙", "值"], ["1", "2", "3", "4"]]


def test_a_cell_across_two_records_keeps_the_table_as_printed() -> None:
    table = Table((row("甲", wide("两组", 2), "乙"), row("1", "2", "3", "4")), head=0, abreast=2)
    assert not sheet(table, SAY).unfolded


def test_persons_get_the_heads_that_the_print_does_without() -> None:
    table = Table((row("指挥长：", "张三", "市长"), row("", "李四", "")), head=0, kind="persons")
    made = sheet(table, SAY)
    assert texts(made) == [["角色", "姓名", "职务"], ["指挥长：", "张三", "市长"], ["", "李四", ""]]
    assert [one.number for one in made.records] == [0, 1, 2]


def test_doubts_are_counted_from_the_first_row_of_the_sheet() -> None:
    doubtful = Cell((Run("30万"), Run("盹", flag="疑为“吨”")))
    table = Table((row("项", "量"), row("煤", doubtful, flag="疑有缺行")))
    assert list(doubts(sheet(table, SAY))) == [
        Doubt(1, None, "", "疑有缺行"),
        Doubt(1, 1, "盹", "疑为“吨”"),
    ]


def test_a_raised_number_stays_raised_and_no_half_of_other_words() -> None:
    assert words((Run("10"), Run("-3", script="sup"), Run("m"), Run("a2", script="sup"))) == (
        "10⁻³ma2"
    )


def test_a_table_without_rows_is_an_empty_sheet() -> None:
    assert show(Table((), head=0)) == []

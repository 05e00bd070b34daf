"""What a screen reader says before a cell: the words of the heads that the page names for it."""

from __future__ import annotations

from generator.model import Cell, Table
from generator.publish.inline import Notes
from generator.publish.tables import CellView, view
from tests.publish.samples import EMISSIONS
from tests.samples import row, text


def words(cell: CellView) -> str:
    return "".join(piece.run.text for piece in cell.pieces)


def heard(table: Table) -> dict[str, list[str]]:
    """The words of each cell → those of its heads."""
    found = view(table, Notes())
    cells = [cell for line in found.head + found.body for cell in line.cells]
    said = {cell.key: words(cell) for cell in cells if cell.key}
    return {words(cell): [said[key] for key in cell.heads] for cell in cells if words(cell)}


def test_where_scopes_suffice_no_head_is_named() -> None:
    table = Table(
        (row("企业", "吨"), row("甲厂", "1"), row(Cell(text("乙区"), 2)), row("丙厂", "2"))
    )
    assert set(map(tuple, heard(table).values())) == {()}
    assert not any(cell.key for line in view(table, Notes()).body for cell in line.cells)


def test_under_two_rows_of_heads_both_are_heard() -> None:
    found = heard(EMISSIONS)
    assert found["2018年"] == ["减排量"]
    assert found["900.5"] == ["减排量", "2018年", "云州热电厂"]


def test_a_name_over_two_rows_is_the_head_of_both() -> None:
    assert heard(EMISSIONS)["−4"] == ["减排量", "2018年", "云州热电厂"]


def test_a_category_over_several_rows_is_heard_in_each_and_not_below() -> None:
    found = heard(
        Table(
            (
                row("县区", "企业", "吨"),
                row(Cell(text("城区"), rowspan=2), "甲厂", "1"),
                row("乙厂", "2"),
                row("泽州县", "丙厂", "3"),
            )
        )
    )
    assert found["2"] == ["吨", "城区", "乙厂"]
    assert found["乙厂"] == ["企业", "城区"]
    assert found["3"] == ["吨", "丙厂"]


def test_the_name_of_a_group_is_heard_until_the_next_group() -> None:
    head = (row("企业", Cell(text("数量"), 2)), row("", "吨", "户"))
    groups = (row(Cell(text("一、城区"), 3)), row("甲厂", "1", "2"))
    more = (row(Cell(text("二、郊区"), 3)), row("乙厂", "3", "4"))
    found = heard(Table(head + groups + more, head=2))
    assert found["1"] == ["数量", "吨", "一、城区", "甲厂"]
    assert found["4"] == ["数量", "户", "二、郊区", "乙厂"]
    assert found["二、郊区"] == []


def test_of_records_side_by_side_each_cell_has_the_heads_of_its_half() -> None:
    rows = (row("核素", "D2值", "同位素", "D2"), row("Am-241", "0.06", "Ni-63", "60"))
    found = heard(Table((*rows, row("Au-198", "0.2", "Pd-103", "90")), abreast=2))
    assert found["0.06"] == ["D2值", "Am-241"]
    assert found["60"] == ["D2", "Ni-63"]


def test_a_doubtful_row_among_head_rows_is_not_asserted() -> None:
    rows = (row("县区", Cell(text("备注"), 2), flag="表头错列"), row("", "吨", "户"))
    assert heard(Table((*rows, row("城区", "1", "2")), head=2))["2"] == ["户", "城区"]


def test_where_all_head_rows_are_doubtful_they_still_name_the_columns() -> None:
    rows = (row("甲", "乙", flag="表头错列"), row("吨", "户", flag="表头错列"))
    assert heard(Table((*rows, row("1", "2")), head=2))["2"] == ["乙", "户"]


FORM = Table(
    (
        row("单位", Cell(text("（公章）"), 3)),
        row("地址", "", "邮编", ""),
        row(Cell(text("类型"), rowspan=2), "☐ 受照", "人数", ""),
        row("☐ 丢失", "枚数", ""),
        row("序号", "名称", "型号", "厂家"),
        row("", "", "", ""),
        row("经过", Cell(colspan=3)),
    ),
    head=0,
    kind="form",
)


def test_what_a_form_asks_for_is_a_head_and_what_is_filled_in_is_none() -> None:
    found = view(FORM, Notes())
    scopes = [[cell.scope for cell in line.cells] for line in found.body]
    assert scopes == [
        ["row", ""],
        ["row", "", "row", ""],
        ["row", "", "row", ""],
        ["", "row", ""],
        ["col", "col", "col", "col"],
        ["", "", "", ""],
        ["row", ""],
    ]


def test_what_is_chosen_from_and_blanks_between_units_are_no_labels() -> None:
    rows = (
        row("时间", "年　月　日 时", "类别", "一般事故 较大事故"),
        row("受照人数 受污染人数", ""),
        row("姓　名", "", "职 务", ""),
    )
    found = view(Table(rows, head=0, kind="form"), Notes())
    assert [[cell.scope for cell in line.cells] for line in found.body] == [
        ["row", "", "row", ""],
        ["", ""],
        ["row", "", "row", ""],
    ]


def test_a_blank_of_a_form_is_told_by_what_stands_before_or_above_it() -> None:
    found = view(FORM, Notes())
    said = {cell.key: words(cell) for line in found.body for cell in line.cells if cell.key}
    blanks = [
        [said[key] for key in cell.heads]
        for line in found.body
        for cell in line.cells
        if not cell.scope
    ]
    assert blanks == [
        ["单位"],
        ["地址"], ["邮编"],
        ["类型"], ["类型", "人数"],
        ["类型"], ["类型", "枚数"],
        ["序号"], ["名称"], ["型号"], ["厂家"],
        ["经过"],
    ]  # fmt: skip


def scoped(table: Table) -> dict[str, str]:
    """The words of each head → its scope."""
    found = view(table, Notes())
    cells = [cell for line in found.head + found.body for cell in line.cells]
    return {words(cell): cell.scope for cell in cells if cell.scope}


def test_where_nothing_else_names_the_rows_a_first_column_that_tells_them_apart_does() -> None:
    years = (row("", ""), row("2018年", "12"), row("2019年", "14"))
    assert scoped(Table(years)) == {"2018年": "row", "2019年": "row"}
    assert scoped(Table((*years, row("2019年", "9")))) == {}


def test_figures_alone_get_no_heads() -> None:
    assert scoped(Table((row("1", "2"), row("3", "4")), head=0)) == {}
    assert scoped(Table((row("", "—"), row("3", "4")))) == {}

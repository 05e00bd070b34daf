"""Tables: heads, numbers and spans."""

from __future__ import annotations

import pytest

from generator.model import Cell, Table, TableKind
from generator.publish.inline import Notes
from generator.publish.row_notes import about
from generator.publish.tables import RowView, TableView, size, view
from tests.publish.samples import EMISSIONS, SAY
from tests.samples import row, text


def show(table: Table) -> TableView:
    return view(table, Notes())


def words(line: RowView) -> list[str]:
    return ["".join(piece.run.text for piece in cell.pieces) for cell in line.cells]


def test_head_cells_know_their_direction() -> None:
    found = show(EMISSIONS)
    assert [cell.scope for cell in found.head[0].cells] == ["col", "col", "colgroup"]
    assert [cell.scope for cell in found.head[1].cells] == ["", "", "col", "col"]


def test_a_column_of_serial_numbers_does_not_name_the_rows() -> None:
    first = show(EMISSIONS).body[0].cells
    assert [cell.scope for cell in first] == ["", "row", "", ""]
    assert [cell.name for cell in first] == [False, True, False, False]


def test_a_form_without_head_is_named_by_its_first_column() -> None:
    found = show(Table((row("姓名", ""), row("单位", "")), head=0))
    assert found.head == ()
    assert [line.cells[0].scope for line in found.body] == ["row", "row"]


def test_numbers_are_told_from_words() -> None:
    table = Table(
        (row("项", "值"), *(row("甲", value) for value in ("1,200", "−4.5%", "≥3", "2吨")))
    )
    assert [line.cells[1].number for line in show(table).body] == [True, True, True, False]


def test_a_doubtful_row_is_noted_once() -> None:
    notes = Notes()
    found = view(EMISSIONS, notes)
    assert [len(row.marks) for row in found.head + found.body] == [0, 0, 0, 1, 0]
    assert [(note.text, note.reason) for note in notes.found] == [("", "序号不连续")]


def test_rows_of_which_the_same_is_doubtful_share_a_note() -> None:
    flags = ("甲", "甲；乙", "", "甲", "乙")
    rows = (row("项", flag="甲"), *(row(str(n), flag=flag) for n, flag in enumerate(flags)))
    notes = Notes()
    found = view(Table(rows), notes, "tbl1")
    marks = [[(mark.number, mark.first) for mark in line.marks] for line in found.head + found.body]
    assert marks == [
        [(1, True)], [(1, False)], [(1, False), (2, True)], [], [(1, False)], [(2, False)]
    ]  # fmt: skip
    said = [about(note, "表1", SAY) + "：" + note.reason for note in notes.found]
    assert said == ["表1，表头第1行、第1–2行、第4行：甲", "表1，第2行、第5行：乙"]


def test_the_note_of_a_row_stands_in_no_cell_that_it_shares_with_others() -> None:
    table = Table((row(Cell(text("城区"), rowspan=2), "甲厂"), row("乙厂")), head=0)
    assert [line.lead for line in show(table).body] == [1, 0]


def test_a_cell_across_the_table_begins_a_group() -> None:
    rows = (row("项目", "数"), row("总则", "1"), row(Cell(text("一、城区"), 2)), row("甲", "2"))
    found = show(Table(rows))
    assert [[line.number for line in group] for group in found.groups] == [[2], [3, 4]]
    assert [cell.scope for cell in found.body[1].cells] == ["rowgroup"]


def test_rows_that_sum_up_are_told_from_those_that_plan() -> None:
    names = ("合计", "合 计", "全市总计", "小计：", "总计（万元）", "总计划投资", "设计院", "")
    found = show(Table((row("序号", "数"), *(row(name, "1") for name in names))))
    assert [line.kind for line in found.body] == ["total"] * 5 + [""] * 3


def test_a_head_that_reaches_into_the_body_leaves_its_place_there() -> None:
    """HTML ends a span with the `thead`, and the cells below would move to the left."""
    found = show(Table((row(Cell(text("项目"), rowspan=2), "数"), row("1"), row("乙", "2"))))
    assert [cell.rowspan for cell in found.head[0].cells] == [1, 1]
    assert [words(line) for line in found.body] == [["", "1"], ["乙", "2"]]


def test_of_records_side_by_side_each_has_its_name() -> None:
    rows = (row("核素", "值", "核素", "值"), row("Am-241", "0.06", "Ni-63", "60"))
    found = show(Table((*rows, row("Au-198", "0.2", "Pd-103", "90")), abreast=2))
    assert [cell.scope for cell in found.body[0].cells] == ["row", "", "row", ""]
    assert [cell.name for cell in found.head[0].cells] == [True, False, True, False]


def test_a_total_that_stands_outside_the_column_of_names_stays_in_view_in_its_place() -> None:
    last = show(EMISSIONS).body[-1].cells
    assert [(cell.scope, cell.name) for cell in last[:2]] == [("row", True), ("", True)]


@pytest.mark.parametrize(
    ("kind", "rows", "large"), [("data", 31, True), ("data", 30, False), ("form", 31, False)]
)
def test_only_a_long_table_of_data_is_large(kind: TableKind, rows: int, large: bool) -> None:
    table = Table((row("项", "值"), *(row(f"第{n}厂", "1") for n in range(rows))), kind=kind)
    assert show(table).large is large


def test_a_table_is_printed_wide_by_the_room_it_needs() -> None:
    assert show(Table((row(*["名称"] * 15),))).wide
    assert not show(Table((row(*["名称"] * 8),))).wide


@pytest.mark.parametrize(("rows", "boxed"), [(20, False), (21, True)])
def test_only_a_long_table_scrolls_in_a_box_on_a_telephone(rows: int, *, boxed: bool) -> None:
    body = [row(*["名称"] * 8) for _ in range(rows)]
    assert show(Table((row(*["头"] * 8), *body))).boxed is boxed


def test_the_size_leaves_the_head_out() -> None:
    assert size(EMISSIONS) == (3, 4)


def test_a_table_without_rows_has_no_columns() -> None:
    assert show(Table((), head=0)).columns == 0

"""Tables: heads, numbers and spans."""

from __future__ import annotations

from generator.model import Table
from generator.publish.inline import Notes
from generator.publish.tables import TableView, size, view
from tests.publish.samples import EMISSIONS
from tests.samples import row


def show(table: Table) -> TableView:
    return view(table, Notes())


def test_head_cells_know_their_direction() -> None:
    found = show(EMISSIONS)
    assert [cell.scope for cell in found.head[0]] == ["col", "col", "colgroup"]
    assert [cell.scope for cell in found.head[1]] == ["", "", "col", "col"]


def test_a_column_of_serial_numbers_does_not_name_the_rows() -> None:
    first = show(EMISSIONS).body[0]
    assert [cell.scope for cell in first] == ["", "row", "", ""]
    assert [cell.name for cell in first] == [False, True, False, False]


def test_a_form_without_head_is_named_by_its_first_column() -> None:
    found = show(Table((row("姓名", ""), row("单位", "")), head=0))
    assert found.head == ()
    assert [line[0].scope for line in found.body] == ["row", "row"]


def test_numbers_are_told_from_words() -> None:
    table = Table(
        (row("项", "值"), *(row("甲", value) for value in ("1,200", "−4.5%", "≥3", "2吨")))
    )
    assert [line[1].number for line in show(table).body] == [True, True, True, False]


def test_a_doubtful_row_is_noted_once_in_its_first_cell() -> None:
    notes = Notes()
    found = view(EMISSIONS, notes)
    assert [cell.note for cell in found.body[1]] == [1, 0, 0]
    assert [(note.text, note.reason) for note in notes.found] == [("", "序号不连续")]


def test_a_table_of_many_columns_is_printed_wide() -> None:
    assert show(Table((row(*"一二三四五六七八"),))).wide
    assert not show(EMISSIONS).wide


def test_the_size_leaves_the_head_out() -> None:
    assert size(EMISSIONS) == (3, 4)


def test_a_table_without_rows_has_no_columns() -> None:
    assert show(Table((), head=0)).columns == 0

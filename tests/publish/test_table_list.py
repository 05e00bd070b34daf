"""What a table is called, wherever it is spoken of."""

from __future__ import annotations

from generator.model import Table
from generator.publish.table_list import all_tables, table_names, tables_of
from tests import samples as make
from tests.publish.samples import SAMPLE, SAY, site

BARE = Table((make.row("县区", "户数"), make.row("城区", "12")))


def test_a_caption_goes_before_the_heading_above() -> None:
    captioned = Table(BARE.rows, caption="表1 煤改电")
    item = make.item("yzf-1", (make.heading(2, "一、任务"), captioned))
    assert table_names(item, SAY) == ("", "表1 煤改电")


def test_a_table_without_caption_is_called_by_the_heading_right_above() -> None:
    item = make.item("yzf-1", (make.heading(1, "任务\n分工表：", "附件1"), BARE))
    assert table_names(item, SAY) == ("", "附件1　任务 分工表")


def test_a_heading_with_text_between_does_not_name_the_table() -> None:
    body = (make.heading(2, "一、任务"), make.paragraph("任务如下。"), BARE, BARE)
    item = make.item("yzf-1", body, title="云州市关于取暖的通知")
    assert table_names(item, SAY)[2:] == (
        "云州市关于取暖的通知（第1张表）",
        "云州市关于取暖的通知（第2张表）",
    )


def test_a_table_knows_its_address() -> None:
    made = site(*SAMPLE)
    (table,) = all_tables(made)
    assert table.url == "/2018/05/yzf-31/#i1-tbl-2"
    assert tables_of(made, table.page) == (table,)
    assert tables_of(made, made.pages[0]) == ()

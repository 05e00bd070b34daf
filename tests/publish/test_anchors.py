"""Clause addresses: what a reader cites must not move."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Entry, Heading, ListItem, Paragraph, Row, Signature, Table
from generator.publish.anchors import anchors
from tests.publish.samples import SAMPLE
from tests.samples import item, row, text


def name(*blocks: Block) -> tuple[str, ...]:
    return anchors(item("x", blocks))


def para(words: str, strong: str = "") -> Paragraph:
    return Paragraph(text(words, strong=strong))


def test_numbering_of_official_documents_is_the_address() -> None:
    assert name(
        Heading(2, text("一、总体要求")),
        Heading(3, text("（二）基本原则")),
        Heading(4, text("3.因地制宜")),
        para("保证实效。", "（4）监督。"),
        Heading(2, text("二、主要任务")),
        para("加强领导。", "（一）组织。"),
    ) == ("p1", "p1-2", "p1-2-3", "p1-2-3-4", "p2", "p2-1")


def test_decimal_numbering_of_plans_states_the_whole_way() -> None:
    assert name(
        Heading(2, text("1 总则")),
        Heading(3, text("1.1 编制目的")),
        Heading(4, text("1.1.1 依据")),
        Heading(3, text("1.2适用范围")),
    ) == ("p1", "p1-1", "p1-1-1", "p1-2")


def test_articles_are_numbered_across_chapters() -> None:
    assert name(
        Heading(2, text("第一章　总则")),
        para("　为了规范。", "第一条"),
        Heading(2, text("第二章　管理")),
        Heading(3, text("第一节　一般规定")),
        para("　应当：", "第十二条"),
        ListItem(text("（一）按时；")),
        ListItem(text("（二）保质。")),
        para("本条第二款。"),
        para("　另行规定。", "第十二条之一"),
    ) == (
        "ch-1",
        "art-1",
        "ch-2",
        "ch-2-s-1",
        "art-12",
        "art-12-1",
        "art-12-2",
        "art-12-2-t1",
        "art-12z1",
    )


def test_a_reference_to_an_article_does_not_begin_one() -> None:
    assert name(para("第三条的规定不适用于本县。")) == ("t1",)


def test_quantities_are_not_numbers() -> None:
    assert name(para("3.5万吨以上锅炉停用。"), para("2018年完成。")) == ("t1", "t2")


def test_second_and_later_parts_carry_a_prefix() -> None:
    assert name(
        para("现印发给你们。"),
        Signature(("市政府",)),
        Heading(1, text("实施方案")),
        Heading(2, text("一、目标")),
        Heading(1, text("分工表"), label="附件1"),
        Heading(2, text("一、分工")),
        Heading(1, text("格式"), label="附录9.2"),
        para("格式如下。"),
    ) == ("t1", "sign", "i1", "i1-p1", "a1", "a1-p1", "x9-2", "x9-2-t1")


def test_a_numbered_clause_keeps_its_address_when_other_text_is_corrected() -> None:
    clause = Heading(3, text("（二）原则"))
    before = name(Heading(2, text("一、要求")), Heading(3, text("（一）思想")), clause)
    after = name(
        para("漏掉的一段。"),
        Heading(2, text("一、总体要求")),
        para("又一段。"),
        ListItem(text("附注。")),
        clause,
    )
    assert before[-1] == after[-1] == "p1-2"


def test_tables_and_chronicle_entries_say_what_they_are() -> None:
    table = Table((row("甲", "乙"), row("1", "2")), caption="表2-1 减排")
    assert name(table, Table(table.rows), Entry(text("4日 开会。"), "2018-09-04")) == (
        "tbl-2-1",
        "tbl1",
        "d-2018-09-04",
    )


def test_two_claims_to_one_address_are_told_apart_with_what_stands_in_them() -> None:
    found = name(
        Heading(2, text("一、甲")),
        Heading(3, text("（一）子")),
        Heading(2, text("一、乙")),
        Heading(3, text("（一）丑")),
    )
    assert found == ("p1", "p1-1", "p1_2", "p1_2-1")


def test_an_unlabelled_instrument_and_a_first_list_item_differ() -> None:
    found = name(ListItem(text("甲")), Heading(1, text("方案")), Heading(1, text("办法")))
    assert found == ("li1", "i1", "i2")


def test_every_address_is_ascii_and_single() -> None:
    items = [item for issue in SAMPLE for item in issue.items]
    for one in items:
        found = anchors(one)
        assert len(set(found)) == len(found) == len(one.body)
        assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", anchor) for anchor in found)


def test_full_width_digits_are_digits() -> None:
    found = name(
        Heading(1, text("申请函"), label="附件７"),
        para("调查。", "１．"),
        Table((row("甲"),), caption="表３－１ 分工"),
    )
    assert found == ("a7", "a7-p1", "a7-tbl-3-1")


SIGNS = st.text("第一二十百〇零○章节条之、（）()．.1２①⑳ 　附件表:：字", max_size=12)


@given(
    st.lists(
        st.one_of(
            st.builds(Heading, st.integers(1, 5), SIGNS.map(text), SIGNS),
            st.builds(para, SIGNS, SIGNS),
            st.builds(ListItem, SIGNS.map(text)),
            st.builds(lambda caption: Table((), caption=caption), SIGNS),
        ),
        max_size=8,
    )
)
def test_whatever_the_print_numbers_addresses_are_ascii_and_single(blocks: list[Block]) -> None:
    found = name(*blocks)
    assert len(set(found)) == len(blocks)
    assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", anchor) for anchor in found)


def test_an_empty_table_row_does_not_stop_the_walk() -> None:
    assert name(Table((Row(()),)), Paragraph(())) == ("tbl1", "t1")


@pytest.mark.parametrize("digits", ["1" * 5000, "1" * 250, "1-" * 150 + "1"])
def test_a_caption_with_a_number_that_is_none_of_a_table_is_counted(digits: str) -> None:
    """No name of a file could hold it."""
    assert name(Table((Row(()),), caption=f"表{digits}")) == ("tbl1",)

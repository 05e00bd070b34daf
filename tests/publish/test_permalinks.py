"""Permanent links: every clause that can be cited has one, and each says where it leads."""

from __future__ import annotations

from generator.publish.permalinks import names
from tests.publish.samples import SAMPLE
from tests.samples import heading, list_item, paragraph


def test_what_has_a_printed_number_is_named_by_it() -> None:
    body = (
        heading(1, "任务分工表", "附件1"),
        heading(2, "一、总体要求"),
        paragraph("　供热单位应当按时供热。", strong="第二十一条"),
        paragraph("各县实施。", strong="（一）煤矿。"),
        paragraph("2.非煤矿山企业，由各县实施。"),
    )
    assert [name for name, _ in names(body)] == [
        "附件1　任务分工表",
        "一、总体要求",
        "第二十一条",
        "（一）煤矿",
        "2.非煤矿山企业",
    ]


def test_text_without_a_number_has_no_link() -> None:
    body = (
        paragraph("现印发给你们。"),
        paragraph("第三条的规定不适用于本县。"),
        list_item("（一）按时；"),
        paragraph("3.5万吨以上锅炉停用。"),
    )
    assert [name for name, _ in names(body)] == ["", "", "", ""]


def test_two_of_one_name_are_told_apart() -> None:
    body = (
        heading(2, "一、任务"),
        heading(3, "（一）分工"),
        heading(2, "二、保障"),
        heading(3, "（一）分工"),
    )
    assert [again for _, again in names(body)] == [1, 1, 1, 2]


def test_a_heading_over_two_lines_is_one_name() -> None:
    assert list(names((heading(2, "一、总体\n要求"),))) == [("一、总体 要求", 1)]


def test_no_page_of_the_sample_has_two_links_of_one_name() -> None:
    for issue in SAMPLE:
        for item in issue.items:
            found = [name for name in names(item.body) if name[0]]
            assert len(found) == len(set(found))

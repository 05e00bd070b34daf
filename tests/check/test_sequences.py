"""Gaps in printed numbering are found where they stand, and sound numbering is let be."""

from __future__ import annotations

import pytest

from generator.model import (
    Block,
    Heading,
    ListItem,
    Paragraph,
)
from tests.check.samples import Content, bold
from tests.samples import text


def headings(*words: str) -> tuple[Block, ...]:
    """Headings, the level by the class of the number."""
    levels = {"一": 2, "二": 2, "三": 2, "四": 2, "（": 3}
    return tuple(Heading(levels.get(word[0], 4), text(word)) for word in words)


SOUND_NUMBERING = {
    "classes in turn": headings("一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己", "二、庚"),
    "digits right under 一、": headings("一、甲", "1.乙", "2.丙", "二、丁", "1.戊"),
    "digits that run on": headings("一、甲", "（一）乙", "1.丙", "（二）丁", "2.戊"),
    "decimals": tuple(
        Heading(level, text(words))
        for level, words in [(2, "1 总则"), (3, "1.1 目的"), (3, "1.2 依据"), (4, "1.2.1 法律"),
                             (2, "2 组织"), (3, "2.1 机构")]
    ),
    "articles through the chapters": (
        Heading(2, text("第一章 总则")), bold("第一条"), bold("第二条"), ListItem(text("（一）甲")),
        ListItem(text("（二）乙")), Heading(2, text("第二章 附则")), bold("第三条"),
        ListItem(text("（一）丙")),
    ),
    "an article put in later": (bold("第一条"), bold("第一条之一"), bold("第二条")),
    "a paragraph without title between": (
        bold("1.甲。"), Paragraph(text("2.各县（市、区）要加强领导。")), bold("3.乙。")),
    "an annex begins again": (
        bold("第一条"), bold("第二条"), Heading(1, text("实施细则"), "附件"), bold("第一条")),
    "an article that is quoted": (
        bold("第一条"), Paragraph(text("将第七条修改为：“第七条 甲。")), bold("第九条"),
        Paragraph(text("第十条 乙。”")), bold("第二条")),
    "a quotation mark the scan got wrong": (
        bold("（一）甲。"), Paragraph(text("完善“散乱污“企业动态管理。")), bold("（二）乙。"),
        bold("（三）丙。")),
    "a quantity at the start": (Heading(2, text("一、甲")), Paragraph(text("3.5万吨以上锅炉。"))),
    "full-width digits": (bold("１.甲。"), bold("２.乙。"), bold("3.丙。")),
    "more digits than a number has": (
        Paragraph(text("第" + "9" * 5000 + "条 甲")), Paragraph(text("一" * 5000 + "、甲"))),
    "no numbers": (Paragraph(text("现予印发。")), Heading(2, text("工作要求"))),
}  # fmt: skip


@pytest.mark.parametrize("body", SOUND_NUMBERING.values(), ids=SOUND_NUMBERING.keys())
def test_sound_numbering_is_not_reported(content: Content, body: tuple[Block, ...]) -> None:
    assert "C201" not in content.codes(*body)


BROKEN_NUMBERING = {
    "heading left out": (headings("一、甲", "二、乙", "四、丁"), "四、丁"),
    "heading twice": (headings("一、甲", "二、乙", "二、丙"), "二、丙"),
    "begins again with nothing above": (headings("一、甲", "二、乙", "一、丙"), "一、丙"),
    "first is not one": (headings("二、乙", "三、丙"), "二、乙"),
    "second class left out": (headings("一、甲", "（一）乙", "（三）丙"), "（三）丙"),
    "run-in heading left out": ((bold("1.甲。"), bold("3.乙。")), "3.乙"),
    "article left out": ((bold("第一条"), bold("第二条"), bold("第四条")), "第四条"),
    "articles begin again": (
        (bold("第一条"), bold("第二条"), Heading(2, text("第一章")), bold("第一条")), "第一条"),
    "decimal left out": (
        (Heading(2, text("6 保障")), Heading(3, text("6.1 队伍")), Heading(3, text("6.3 通信"))),
        "6.3 通信"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN_NUMBERING.values(), ids=BROKEN_NUMBERING.keys())
def test_a_gap_in_the_numbering_is_found_where_it_stands(
    content: Content, case: tuple[tuple[Block, ...], str]
) -> None:
    body, words = case
    findings = [f for f in content.findings(*body) if words in f.message]
    assert [finding.code for finding in findings] == ["C201"]
    assert words in content.line(findings[-1])

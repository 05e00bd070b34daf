"""The text of an item on its page: headings, contents, notes."""

from __future__ import annotations

from pathlib import Path

from generator.document import read_issues
from generator.model import Block, Entry, Heading, ListItem, Paragraph, Run, Signature, plain
from generator.publish.anchors import anchors
from generator.publish.layout import Layout, Outline, lay_out, notes_of
from tests.publish.samples import CHRONICLE, DECREE, NOTICE, SAMPLE
from tests.samples import item, text


def layout(*blocks: Block, public: bool = False) -> Layout:
    one = item("x", blocks, public=public)
    return lay_out(one, anchors(one))


def levels(*classes: int) -> list[int]:
    found = layout(*(Heading(level, text(f"标题{n}")) for n, level in enumerate(classes)))
    return [group.blocks[0].level for group in found.groups]


def test_levels_begin_under_the_title_of_the_page() -> None:
    assert levels(2, 3, 4, 3, 2) == [2, 3, 4, 3, 2]


def test_a_class_that_the_document_skips_is_not_skipped_on_the_page() -> None:
    assert levels(2, 4, 2, 3, 4) == [2, 3, 2, 3, 4]
    assert levels(3, 3) == [2, 2]
    assert levels(4, 2) == [2, 2]


def test_headings_of_an_instrument_stand_under_its_title() -> None:
    assert levels(1, 2, 3, 1, 3) == [2, 3, 4, 2, 3]


def test_no_page_jumps_a_level() -> None:
    for issue in SAMPLE:
        for one in issue.items:
            before = 1
            for group in lay_out(one, anchors(one)).groups:
                level = group.blocks[0].level if group.blocks else 0
                if level:
                    assert level <= before + 1
                    before = level


def test_contents_nest_as_the_headings_do_and_name_the_annex() -> None:
    found = lay_out(NOTICE, anchors(NOTICE)).contents
    table = Outline("表2　主要污染物减排", "i1-tbl-2", rows=3)
    assert found == (
        Outline(
            "云州市清洁取暖实施方案",
            "i1",
            (
                Outline("一、总体要求", "i1-p1", (Outline("（一）目标", "i1-p1-1"),)),
                Outline("二、主要任务", "i1-p2", (Outline("1.改造锅炉", "i1-p2-1", (table,)),)),
            ),
        ),
        Outline("附件1　任务分工表", "a1"),
    )


def test_contents_list_run_in_heads_beside_headings() -> None:
    found = layout(
        Heading(2, text("一、任务")),
        Paragraph(text("各县实施。", strong="（一）煤矿。")),
        Heading(3, text("（二）非煤矿山")),
        Paragraph(text("逐项检查。", strong="1.检查。")),
    ).contents
    children = (Outline("（一）煤矿", "p1-1"), Outline("（二）非煤矿山", "p1-2"))
    assert found == (Outline("一、任务", "p1", children),)


def test_contents_list_articles_with_the_words_they_begin_with() -> None:
    found = layout(
        Heading(2, text("第一章　总则")),
        Paragraph(text("　为了规范供热，制定本办法。", strong="第一条")),
        Paragraph(text("　市、县（市、区）人民政府应当加强领导。", strong="第二条")),
        Paragraph(text("第三条的规定不适用。")),
    ).contents
    articles = (
        Outline("第一条　为了规范供热", "art-1"),
        Outline("第二条　市、县（市、区）人民…", "art-2"),
    )
    assert found == (Outline("第一章　总则", "ch-1", articles),)


def test_long_contents_show_as_many_classes_as_a_window_holds() -> None:
    title, chapter = Heading(1, text("办法")), Heading(2, text("第一章　总则"))
    articles = [Paragraph(text("　略。", strong=f"第{n}条")) for n in range(1, 31)]
    assert layout(*articles).unfolded == 1
    assert layout(chapter, *articles[:29]).unfolded == 2
    assert layout(chapter, *articles).unfolded == 1
    assert layout(title, chapter, *articles).unfolded == 2


def test_neighbouring_list_items_stand_in_one_list() -> None:
    groups = lay_out(DECREE, anchors(DECREE)).groups
    assert [len(group.blocks) for group in groups if group.kind == "list"] == [2]


def test_doubts_are_numbered_in_the_order_of_the_text() -> None:
    found = layout(
        Paragraph((Run("甲"), Run("巳经", flag="疑为“已经”"))),
        Paragraph((Run("冶理", flag="疑为“治理”"),)),
    )
    assert [(note.number, note.text, note.reason) for note in found.notes] == [
        (1, "巳经", "疑为“已经”"),
        (2, "冶理", "疑为“治理”"),
    ]
    assert [piece.note for piece in found.groups[0].blocks[0].pieces] == [0, 1]


def test_a_doubt_over_several_styles_is_one_passage_with_one_note() -> None:
    reason = "单位疑为“m³”"
    runs = (Run("530m", flag=reason), Run("2", script="sup", flag=reason), Run("炉", flag=reason))
    found = layout(Paragraph((*runs, Run("线"))))
    assert [(note.number, note.text) for note in found.notes] == [(1, "530m²炉")]
    assert [piece.note for piece in found.groups[0].blocks[0].pieces] == [1, 1, 1, 0]


def test_printed_days_of_a_chronicle_stand_apart_and_nothing_is_lost() -> None:
    (group,) = lay_out(CHRONICLE, anchors(CHRONICLE)).groups
    leads = ["".join(piece.run.text for piece in placed.lead) for placed in group.blocks]
    assert leads == ["4日 ", "※", "9月8日、9日 "]
    for placed in group.blocks:
        assert isinstance(placed.block, Entry)
        shown = "".join(piece.run.text for piece in (*placed.lead, *placed.pieces))
        assert shown == plain(placed.block.text)


def test_an_entry_without_a_printed_day_keeps_its_text_whole() -> None:
    (group,) = layout(Entry(text("召开会议。"), "2018-09-04")).groups
    assert group.blocks[0].lead == ()
    assert group.blocks[0].pieces[0].run.text == "召开会议。"


def test_the_public_note_stands_below_the_date_and_before_the_annexes() -> None:
    letter = (Paragraph(text("印发给你们。")), Signature(("市政府",)))
    annex = Heading(1, text("表"), label="附件")
    assert kinds(layout(*letter, annex, public=True)) == [
        "paragraph",
        "signature",
        "public",
        "heading",
    ]
    assert kinds(layout(ListItem(text("甲")), public=True)) == ["list", "public"]
    assert "public" not in kinds(layout(*letter))


def kinds(found: Layout) -> list[str]:
    return [group.kind for group in found.groups]


def test_the_notes_alone_are_those_of_the_layout(repository: Path) -> None:
    """Of every real item: in paragraphs, cells and rows, in the same order."""
    found = 0
    for issue in read_issues(repository / "content"):
        for one in issue.items:
            notes = notes_of(one, anchors(one))
            assert notes == lay_out(one, anchors(one)).notes
            found += len(notes)
    assert found > 0

"""Tables from raw text: pieces joined, heads, merged cells, doubts said in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document import body
from generator.intake.structure import table_places, tables
from generator.model import Line, Paragraph, Span, Table, plain
from tests.intake import laws
from tests.intake.conftest import source_of, take

HEAD = "序号\t名称\t数量\t备注"


def made(*texts: str) -> list[Table]:
    """The tables of lines, one for each table read in them."""
    lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    found = []
    for group in table_places.groups(lines, 0, spaced=False):
        at = table_places.place(lines, 0, group, ())
        block, _ = tables.table(group, at.caption, at.unit, at.note, Span(1, len(lines)))
        found.append(block)
    return found


def shown(table: Table) -> list[str]:
    """The rows as Markdown has them, without the row of dashes."""
    rows = [line for line in body.render((table,)).splitlines() if line.startswith("|")]
    return [rows[0], *rows[2:]]


def flags(*texts: str) -> list[str]:
    (table,) = made(*texts)
    return [row.flag for row in table.rows]


# Pieces


@pytest.mark.parametrize(
    "again",
    [
        HEAD,
        "序 号\t名 称\t数量\t备注",
        "序号\t产品名称\t数量\t备注",
        "序号\t名称\t数量 万吨\t备注",
    ],
)
def test_a_piece_with_the_same_head_goes_on_and_the_head_stands_once(again: str) -> None:
    (table,) = made(HEAD, "1\t甲\t3\t", "", again, "2\t乙\t4\t")
    assert [plain(row.cells[0].text) for row in table.rows] == ["序号", "1", "2"]


def test_what_a_repeated_head_says_otherwise_is_told() -> None:
    again = ["序 号\t名称\t数量 万吨\t备注", "2\t乙\t4\t", ""]
    found = flags(HEAD, "1\t甲\t3\t", "", *again, *again)
    assert found[0] == "换页重印的表头，“数量”又作“数量 万吨”"
    assert flags(HEAD, "1\t甲\t3\t", "", "序 号\t名称\t数量\t备注", "2\t乙\t4\t")[0] == ""


def test_a_column_of_districts_may_be_named_in_two_ways() -> None:
    assert (
        len(
            made(
                "序号\t区县\t面积\t备注",
                "1\t甲\t3\t",
                "",
                "序号\t县（市、区）\t面积\t备注",
                "2\t乙\t4\t",
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    "below",
    [
        ("序号\t单位\t电话\t备注", "1\t乙\t4\t"),
        ("正文一段。", HEAD, "1\t乙\t4\t"),
        ("表2 另表", HEAD, "1\t乙\t4\t"),
        ("1\t乙\t4\t", "2\t丙\t5\t"),
    ],
    ids=["another head", "text between", "a caption between", "numbers that begin again"],
)
def test_another_table_is_not_joined(below: tuple[str, ...]) -> None:
    assert len(made(HEAD, "1\t甲\t3\t", "2\t丁\t3\t", "", *below)) == 2


def test_a_piece_without_head_goes_on_where_its_numbers_do() -> None:
    (table,) = made(HEAD, "1\t甲\t3\t", "", "2\t乙\t4\t", "3\t丙\t5\t")
    assert len(table.rows) == 4


@pytest.mark.parametrize("between", ["续表", "续表1", "（续上表）", "表1 储备（续）"])
def test_what_says_that_a_table_goes_on_parts_nothing(between: str) -> None:
    lines = ["表1 储备", HEAD, "1\t甲\t3\t", "", between, "单位：吨", HEAD, "2\t乙\t4\t"]
    (table,) = made(*lines)
    assert (len(table.rows), table.caption) == (3, "表1 储备")


def test_no_word_between_pieces_is_lost(tmp_path: Path) -> None:
    text = "\n".join(["表1 储备（单位：吨）", HEAD, "1\t甲\t3\t", "", "续表1", HEAD, "2\t乙\t4\t"])
    assert laws.broken(whole(text), "2018-05", tmp_path) == []


RAGGED = "本行有1格，表头有4格，照源文录入"


@pytest.mark.parametrize(
    ("lone", "below"),
    [
        (["（大号）"], "2\t乙\t4\t"),
        (["二、防汛物资"], "2\t乙\t4\t"),
        (["2"], "3\t乙\t4\t"),
        (["（大号，", "见附注。）"], "2\t乙\t4\t"),
    ],
    ids=["end of a cell", "group", "number whose other cells are empty", "two lines"],
)
def test_a_line_without_a_tab_amid_the_rows_stays_a_row(lone: list[str], below: str) -> None:
    (table,) = made(HEAD, "1\t甲\t3\t", *lone, below, "5\t丙\t5\t")
    rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    assert rows[2 : 2 + len(lone)] == [[text] for text in lone]
    assert rows[2 + len(lone)] == below.split("\t")
    assert table.head == 1
    assert {row.flag.partition("；")[0] for row in table.rows[2 : 2 + len(lone)]} == {RAGGED}


@pytest.mark.parametrize("lone", ["二、农业", "（新区）"])
def test_a_row_with_figures_in_the_columns_of_figures_is_no_head(lone: str) -> None:
    (table,) = made(
        "县（区）\t小区数\t面积", "平城区\t12\t30.5", lone, "云冈区\t4\t", "新荣区\t3\t6.1"
    )
    assert (table.head, len(table.rows)) == (1, 5)


def test_a_line_without_a_tab_in_a_form_stays_a_row() -> None:
    (table,) = made("姓名\t\t性别\t", "单位\t\t\t", "申请人签名", "地址\t\t电话\t", "邮编\t\t\t")
    assert (table.kind, len(table.rows)) == ("form", 5)


def test_where_nothing_tells_whether_a_line_parts_two_tables_no_row_becomes_a_head() -> None:
    above, below = made("类别\t任务", "水\t治理河流", "（续）", "气\t治理燃煤", "土\t治理矿山")
    assert [above.head, below.head] == [1, 0]
    assert "疑为同一表格" in below.rows[0].flag


@pytest.mark.parametrize(
    "between",
    [
        ["现将有关情况公布如下："],
        ["此外，另有以下单位参加。"],
        ["表2 另表"],
        ["单位：万元"],
        ["注：不含乡镇。"],
        ["附件2", "防汛物资清单"],
        ["字" * 61],
        ["甲", "乙", "丙", "丁"],
        ["防汛物资"],
        ["", "防汛物资", ""],
    ],
)
def test_what_stands_between_two_tables_is_no_row(between: list[str]) -> None:
    above, below = made("名称\t数量", "甲\t3", *between, "名称\t单价", "甲\t7", "乙\t8")
    assert [above.head, below.head] == [1, 1]
    assert [len(above.rows), len(below.rows)] == [2, 3]
    assert {row.flag for row in (*above.rows, *below.rows)} == {""}


def test_a_line_without_a_tab_right_under_a_head_stays_a_row() -> None:
    (table,) = made("名称\t数量\t备注", "甲", "乙\t3\t无\t多", "丙\t2\t")
    assert (table.head, len(table.rows)) == (1, 4)


def test_single_rows_between_lines_without_a_tab_are_one_table() -> None:
    rows = [text for n in "甲乙丙丁" for text in (f"{n}区\t治理河流", "（续）")]
    (table,) = made("地区\t任务", *rows)
    assert (table.head, len(table.rows)) == (1, 8)


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        (("3\t甲\t三", "4\t乙\t四", "5\t丙\t五"), 0),
        (("\t\t", "甲县\t2\t30", "乙县\t4\t5"), 0),
        (("12\t7", "3\t4"), 0),
        (("县区\t2017\t2019", "甲县\t2\t3", "乙县\t4\t5"), 1),
        (("县区\t1\t2\t3", "甲县\t2\t3\t4"), 1),
        (("县区\t12\t备注", "甲县\t二\t无"), 1),
    ],
)
def test_a_row_of_figures_over_figures_is_no_head(rows: tuple[str, ...], head: int) -> None:
    (table,) = made(*rows)
    assert table.head == head


@pytest.mark.parametrize(
    ("above", "caption", "unit"),
    [
        (["表1 储备", "单位：万元"], "表1 储备", "万元"),
        (["表1 储备（单位：万元）"], "表1 储备", "万元"),
        (["表1 储备　　单位：吨"], "表1 储备", "吨"),
        (["表1 责任单位：市环保局"], "表1 责任单位：市环保局", ""),
    ],
)
def test_caption_and_unit(above: list[str], caption: str, unit: str) -> None:
    (table,) = made(*above, HEAD, "1\t甲\t3\t")
    assert (table.caption, table.unit) == (caption, unit)


# Heads


def test_a_head_cell_spans_the_heads_below_it() -> None:
    (table,) = made("\t二氧化硫\t\t氮氧化物\t", "\t2015年\t下降\t2015年\t下降", "甲县\t1\t2\t3\t4")
    assert table.head == 2
    assert shown(table)[:2] == [
        "|  | 二氧化硫 | << | 氮氧化物 | << |",
        "| ^^ | 2015年 | 下降 | 2015年 | 下降 |",
    ]


def test_a_head_cell_spans_the_empty_ones_beneath_it() -> None:
    (table,) = made("县区\t煤改电\t\t备注", "\t户数\t煤量\t", "甲县\t1\t2\t3")
    assert shown(table)[:2] == ["| 县区 | 煤改电 | << | 备注 |", "| ^^ | 户数 | 煤量 | ^^ |"]


def test_a_head_of_words_alone_may_have_two_rows() -> None:
    (table,) = made("类别\t措施\t\t责任", "\t近期\t远期\t", "水\t治理\t恢复\t甲局")
    assert table.head == 2


def test_a_head_out_of_line_is_merged_only_left_of_where_it_is() -> None:
    (table,) = made(
        "序号\t县区\t减煤\t\t\t换煤\t\t备注",
        "\t\t煤改电\t\t新煤\t\t\t",
        "\t\t户数\t煤量\t\t\t\t",
        "1\t甲县\t1\t2\t3\t\t4\t",
    )
    rows = shown(table)
    assert rows[0].startswith("| 序号 | 县区 | 减煤 |  |  | 换煤 |  | 备注 | {?表头")
    assert rows[1] == "| ^^ | ^^ | 煤改电 | << | 新煤 |  |  |  |"


def test_an_empty_corner_alone_makes_no_second_head_row() -> None:
    (table,) = made("\t近期\t数量", "甲\t短期\t若干", "乙\t长期\t30")
    assert table.head == 1
    assert shown(table)[0] == "|  | 近期 | 数量 |"


# Merged cells of the body


def test_a_category_spans_the_empty_cells_beneath_it_from_the_left() -> None:
    (table,) = made(
        "序号\t县区\t企业\t节点\t内容",
        "1\t甲县\t甲厂\t一号炉\t除尘",
        "2\t\t\t二号炉\t除尘",
        "3\t\t乙厂\t\t除尘",
        "4\t乙县\t丙厂\t一号炉\t除尘",
    )
    assert shown(table)[2:4] == ["| 2 | ^^ | ^^ | 二号炉 | 除尘 |", "| 3 | ^^ | 乙厂 |  | 除尘 |"]


def test_labels_that_stand_in_the_middle_of_their_rows_span_nothing() -> None:
    head = "类别\t任务\t时限\t措施"
    (table,) = made(
        head, "\t甲\t全年\t一", "水\t乙\t全年\t二", "\t丙\t全年\t三", "气\t丁\t全年\t四"
    )
    assert all(cell.rowspan == 1 for row in table.rows for cell in row.cells)
    (table,) = made(head, "水\t甲\t全年\t一", "\t乙\t全年\t二", "", head, "\t丙\t全年\t三")
    assert all(cell.rowspan == 1 for row in table.rows for cell in row.cells)


def test_a_column_whose_label_a_block_has_further_down_spans_nothing() -> None:
    """Here nor in any other block."""
    (table,) = made(
        *("类别\t工作\t任务\t措施", "煤\t\t甲\t一", "\t取暖\t乙\t二", "\t\t丙\t三"),
        *("水\t河\t丁\t四", "\t\t戊\t五"),
    )
    assert shown(table)[5] == "| ^^ |  | 戊 | 五 |"
    assert shown(table)[1:4] == [
        "| 煤 |  | 甲 | 一 |",
        "| ^^ | 取暖 | 乙 | 二 |",
        "| ^^ |  | 丙 | 三 |",
    ]


@pytest.mark.parametrize("row", ["\t小计\t9\t9", "\t2018年12月底前\t\t整治", "\t\t\t三"])
def test_nothing_spans_a_total_a_row_out_of_place_or_a_lone_cell(row: str) -> None:
    days = [f"类\t任务{n}\t2018年{n}月底前\t整治" for n in range(1, 6)]
    (table,) = made("类别\t任务\t时限\t措施", *days, row, "\t乙\t2018年9月底前\t整治")
    assert all(cell.rowspan == 1 for row in table.rows for cell in row.cells)


def test_a_column_beside_the_blocks_follows_them_only_where_it_always_does() -> None:
    head = "序号\t企业\t节点\t负责人\t完成"
    rows = ["1\t甲厂\t一\t张三\t是", "2\t\t二\t\t是", "3\t乙厂\t一\t李四\t", "4\t\t二\t\t是"]
    (table,) = made(head, *rows)
    assert shown(table)[2] == "| 2 | ^^ | 二 | ^^ | 是 |"
    (table,) = made(head, *rows[:3], "4\t\t二\t王五\t是")
    assert shown(table)[2] == "| 2 | ^^ | 二 |  | 是 |"


def test_no_empty_cell_is_filled() -> None:
    (table,) = made(HEAD, "1\t甲\t3\t完", "2\t\t4\t", "3\t\t5\t")
    assert [[plain(c.text) for c in row.cells] for row in table.rows[2:]] == [
        ["2", "4", ""],
        ["3", "5", ""],
    ]


# Group rows, totals


def test_a_group_row_has_one_cell_over_the_whole_width() -> None:
    rows = ["甲局\t1\t乙局\t2", "丙局\t3\t\t", "丁局\t5\t戊局\t6", "己局\t7\t庚局\t8"]
    (table,) = made("名称\t电话\t名称\t电话", "成员单位\t\t\t", *rows)
    assert shown(table)[1] == "| 成员单位 | << | << | << |"
    assert len(table.rows) == 6


@pytest.mark.parametrize(
    "rows",
    [
        ["甲\t1\t2\t3", "合计\t\t\t"],
        ["甲\t1\t2\t3", "乙\t1\t2\t3", "源排放清单\t\t\t"],
        ["甲\t1\t2\t3", "\t1\t2\t3", "治理\t\t\t", "\t1\t2\t3", "乙\t1\t2\t3"],
        ["甲\t\t\t", "乙\t\t\t", "丙\t1\t2\t3"],
    ],
    ids=["a total", "at the foot", "where cells are merged", "where many are blank"],
)
def test_another_lone_cell_stays_one(rows: list[str]) -> None:
    (table,) = made("名称\t数量\t面积\t户数", *rows)
    assert all(cell.colspan == 1 for row in table.rows for cell in row.cells)


# Doubts


def test_a_gap_in_the_numbers_is_said_and_no_number_changed() -> None:
    rows = ["1\t甲\t3\t", "2\t乙\t4\t", "5\t丙\t5\t", "4\t丁\t5\t", "4\t戊\t5\t", "1\t己\t5\t"]
    assert flags(HEAD, *rows) == [
        "",
        "",
        "",
        "序号由2跳至5，源文如此",
        "序号由5退至4，源文如此",
        "",
        "",
    ]
    assert flags("年份\t数", "2015\t1", "2018\t2") == ["", "", ""]


def test_a_row_with_another_number_of_cells_says_how_many() -> None:
    assert flags(HEAD, "1\t甲\t3", "2\t乙\t3\t4\t5")[1:] == [
        "本行有3格，表头有4格，照源文录入",
        "本行有5格，表头有4格，照源文录入",
    ]


def test_a_row_whose_day_stands_in_another_column_has_slipped() -> None:
    head = "类别\t任务\t完成时限\t措施"
    right = [f"水\t任务{n}\t2018年{n}月底前\t治理河流{n}" for n in range(1, 6)]
    slipped = ["水\t2018年9月底前\t对不达标的企业依法责令停产整治。\t"]
    text = ["水\t任务\t对不达标的企业依法责令停产整治。\t"]
    assert list(map(bool, flags(head, *right, *slipped, *text))) == [False] * 6 + [True] * 2
    # A year beside a time that is no day is where it stands in every row.
    years = [f"2018年\t任务{n}\t2018年{n}月底前\t治理" for n in range(1, 6)]
    quarter = "2018年\t任务\t2018年第一季度至第三季度分批完成\t治理"
    assert not any(flags("年度\t任务\t完成时限\t措施", *years, quarter))
    # Two columns of days: none of them is the one that must have a day.
    two = [f"{row}\t2018年1月" for row in right]
    assert not any(flags(f"{head}\t开工日期", *two, f"{slipped[0]}\t2018年1月"))


def test_figures_in_the_column_of_their_unit_are_said_once_for_all_their_rows() -> None:
    head, right, slipped = "名称\t规模\t计量单位", "甲\t4\t吨", "乙\t\t1.5"
    found = flags(head, right, slipped, slipped, slipped, right)
    assert [bool(flag) for flag in found] == [False, False, True, False, False, False]
    assert "起3行的数字不在“规模”栏而在“计量单位”栏" in found[2]
    assert not any(flags(head, right, slipped, slipped, right))
    # Where the other column never has figures it is no column for them.
    assert not any(flags(head, *[slipped] * 4))


def test_a_row_made_of_two_says_so() -> None:
    head = "任务\t完成时限\t责任单位\t责任人"
    rows = [f"任务{n}\t2018年{n}月底前\t市环保局 市住建局\t张三 李四" for n in range(1, 6)]
    days = "甲 乙\t2018年1月底前 2018年2月底前\t市环保局\t张三"
    twice = "甲 乙\t长期坚持\t市环保局 市环保局\t张三 张三"
    once = "甲 乙\t长期坚持\t市环保局 市环保局\t张三 李四"
    found = flags(head, *rows, days, twice, once)
    assert ["两行合成" in flag for flag in found] == [False] * 6 + [True, True, False]


# Forms, records side by side


def test_a_form_has_labels_and_blanks_or_boxes_to_tick() -> None:
    (table,) = made("姓名\t\t性别\t", "单位\t\t\t", "地址\t\t电话\t")
    assert (table.kind, table.head) == ("form", 0)
    (table,) = made("类型\t☐ 放射性污染\t\t", "序号\t名称\t活度\t编码")
    assert (table.kind, table.head) == ("form", 0)


@pytest.mark.parametrize(
    "rows",
    [
        (HEAD, "1\t甲\t\t", "2\t乙\t\t"),
        ("\t二氧化硫\t\t", "\t排放量\t下降\t减排", "甲县\t1\t2\t3"),
        ("类别\t任务\t\t", "水\t治理河流，恢复湿地。\t\t", "气\t治理燃煤，改造锅炉。\t\t"),
    ],
)
def test_records_under_a_head_are_no_form(rows: tuple[str, ...]) -> None:
    (table,) = made(*rows)
    assert (table.kind, table.head > 0) == ("data", True)


@pytest.mark.parametrize(
    ("head", "abreast"),
    [
        ("同位素\tD2值\t同位素\tD2 值", 2),
        ("名称\t电话\t名称\t电话\t名称\t电话", 3),
        ("数量\t数量\t数量\t数量", 1),
        ("名称\t电话\t名称\t地址", 1),
        ("名称\t电话\t名称", 1),
    ],
)
def test_records_stand_side_by_side_where_the_head_says_the_same(head: str, abreast: int) -> None:
    row = "\t".join("12345678"[: head.count("\t") + 1])
    (table,) = made(head, row, row)
    assert table.abreast == abreast


def test_a_row_longer_than_the_head_parts_into_no_records(tmp_path: Path) -> None:
    text = "名称\t电话\t名称\t电话\n甲\t1\t乙\t2\t3\n"
    (table,) = made(*text.splitlines())
    assert table.abreast == 1
    assert laws.broken(whole(text), "2018-05", tmp_path) == []


# Bad input


def test_tabs_at_the_end_of_a_row_are_no_cells_beyond_what_a_print_has() -> None:
    (table,) = made(HEAD, "1\t甲\t3\t无" + "\t" * 300, "2\t乙\t4\t")
    assert [len(row.cells) for row in table.rows] == [4, 4, 4]
    (table,) = made(*("\t".join(map(str, range(200))) for _ in range(2)))
    assert {len(row.cells) for row in table.rows} == {200}


def test_a_row_of_more_cells_than_any_print_has_stays_as_text() -> None:
    row = "\t".join(map(str, range(201)))
    (item,) = laws.read(whole(row), "2018-05").issue.items
    assert row in [plain(block.text) for block in item.body if isinstance(block, Paragraph)]


def whole(text: str) -> bytes:
    """A document with the text in it."""
    head = "# 临江市人民政府关于公布目录的通知\n\n临政发〔2018〕31号\n\n各县人民政府：\n\n"
    return f"{head}现予公布。\n\n{text}\n\n临江市人民政府\n\n2018年9月4日\n".encode()


@pytest.mark.parametrize(
    "text",
    [
        "甲\t",
        "\t",
        "甲\t\n\t乙",
        "\t".join(map(str, range(190))) + "\n" + "\t".join("甲" * 190),
        "\t".join(map(str, range(400))) + "\n" + "\t".join("甲" * 400),
        f"{HEAD}\n1\t甲\n2\t乙\t\t\t\t\t丙\n\t\n3\n",
        f"{HEAD}\n1\t甲|乙\t\\|\t^^\n2\t<<\t..\t{{?丁}}",
        f"{HEAD}\n1\t**甲<sub>2</sub>**\t<sup>3\t**",
        f"{HEAD}\n1\t\u0645\u0631\u062d\u0628\u0627 甲\t3\t\u202e乙",
        "-\t-\t户\n-\t-\t3\n#\t甲\t4",
        f"{HEAD}\n1\t甲\t\t\n\n{HEAD}\n\n{HEAD}\n",
        f"{HEAD}\n一、\n1\t甲\n（大号，\n  **红**）\n2\t乙\n\t\n附 3\n类\t别\t\t\n（续）\n水\t土",
        "\t".join([f"{HEAD}\n1\t甲", *[""] * 300, "乙\n2\t丙", *[""] * 300, "\n"]),
    ],
    ids=[
        "one cell", "one empty cell", "one column", "190 columns", "400 columns", "unequal rows",
        "marks of Markdown", "nested marks", "right to left", "marks of a list", "heads alone",
        "lines without a tab", "tabs without end",
    ],
)  # fmt: skip
def test_the_laws_hold_for_bad_tables(text: str, tmp_path: Path) -> None:
    assert laws.broken(whole(text), "2018-05", tmp_path) == []


def test_a_dash_in_the_first_cell_is_no_mark_of_a_list() -> None:
    text = "表1 煤\n序号\t户数\t煤量\n-\t户\t万吨\n1\t2\t3\n"
    (item,) = laws.read(whole(text), "2018-05").issue.items
    (table,) = (block for block in item.body if isinstance(block, Table))
    assert [plain(cell.text) for cell in table.rows[1].cells] == ["-", "户", "万吨"]


def test_the_spans_of_the_first_source_cover_empty_cells_alone() -> None:
    """No character that the source has is under a merged cell, and no cell says more than it."""
    taken = take(source_of("2018-05"), corrected=False)
    lines = {line.origin: line.text for line in taken.repaired}
    merged = 0
    for item in taken.issue.items:
        for table in (block for block in item.body if isinstance(block, Table)):
            for row in table.rows:
                assert row.origin
                bare = re.sub(r"\s|\*\*|</?su[bp]>", "", lines[row.origin])
                assert re.sub(r"\s", "", "".join(plain(cell.text) for cell in row.cells)) == bare
                merged += sum(cell.rowspan > 1 or cell.colspan > 1 for cell in row.cells)
    assert merged > 50

"""Lists of persons: those of the sources against a reading by a person, and invented ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.intake import sources
from generator.model import Block, Paragraph, Table, plain
from tests.intake.conftest import HERE, source_of, take
from tests.intake.laws import broken, read

READING = yaml.safe_load(
    (HERE / "readings" / "2019-05-persons.yaml").read_text(encoding="utf-8")
)  # fmt: skip
LOST = "源文缺职务"

Entry = tuple[str, str, str]


def lists(body: tuple[Block, ...]) -> list[Table]:
    """The lists of persons of a body."""
    return [block for block in body if isinstance(block, Table) and block.kind == "persons"]


def entries(table: Table) -> list[Entry]:
    """Role, name and post of every row."""
    return [tuple(plain(cell.text) for cell in row.cells) for row in table.rows]  # type: ignore[misc]


def read_by_a_person(groups: list[str]) -> list[tuple[int, Entry]]:
    """The line of every entry of a list in the reading, and the entry."""
    found: list[tuple[int, Entry]] = []
    role = ""
    for text in groups:
        if text.endswith("："):
            role = text
            continue
        line, name, post = text.split()
        found.append((int(line), (role, name.strip("-"), post.strip("?"))))
        role = ""
    return found


def test_every_person_of_a_long_document_is_read_as_a_person_reads_them() -> None:
    item = next(one for one in take(source_of("2019-05")).issue.items if one.slug == "jszb-37")
    found = lists(item.body)
    assert len(found) == len(READING)
    for table, groups in zip(found, READING, strict=True):
        wanted = read_by_a_person(groups)
        lines = [row.origin.first for row in table.rows if row.origin]
        assert list(zip(lines, entries(table), strict=True)) == wanted
        assert [row.flag for row in table.rows] == [
            LOST if name and not post else "" for _, (_, name, post) in wanted
        ]


def test_the_reading_has_everyone_the_raw_text_names() -> None:
    read_ = [entry for groups in READING for _, entry in read_by_a_person(groups)]
    assert sum(bool(name) for _, name, _ in read_) == 220
    assert len(read_) == 237


def test_prose_in_the_cells_goes_behind_the_list_and_on_with_its_rest() -> None:
    item = next(one for one in take(source_of("2019-05")).issue.items if one.slug == "jszb-37")
    place = item.body.index(lists(item.body)[0])
    prose = [plain(b.text) for b in item.body[place + 1 : place + 4] if isinstance(b, Paragraph)]
    assert [text[:7] for text in prose] == ["总指挥部主要职", "市应急救援总指", "办公室主要职责"]
    assert prose[-1].endswith(
        "社会救援力量建设工作，指导、督促、检查、考核各专项指挥部应急管理工作。"
    )


TITLE = "临江市人民政府办公室\n\n{}关于成立防汛领导小组的通知\n\n临政办〔2020〕3号\n\n"
LETTER = "各县（市、区）人民政府：\n\n领导小组组成如下：\n\n"
WRAPPED = "为做好今年的防汛工作，经市人民政府研究，决定成\n立领导小组，统一领导全市防汛工作。\n" * 9
HEADS = {
    "plain": TITLE.format("") + LETTER,
    "markdown": "# " + TITLE.format("## ") + LETTER,
    "pdf_text": TITLE.format("") + WRAPPED + LETTER,
}
"""The start of a document of every kind of source that may have lists of persons."""
END = "\n\n领导小组办公室设在市水务局。\n\n临江市人民政府办公室\n\n2020年3月2日\n"
PERSONS = [
    ("组长：", "白云", "市长"),
    ("副组长：", "江帆", "副市长"),
    ("", "欧阳长河", "市水务局局长"),
    ("成员：", "古丽·艾山", "市妇联主席"),
]


def document(text: str, kind: str = "markdown") -> bytes:
    """An invented document that holds a text."""
    data = (HEADS[kind] + text + END).encode()
    assert sources.read(data, Path("2020-03.txt"))[0] == kind
    return data


def blocks(text: str, kind: str = "markdown") -> tuple[Block, ...]:
    """The body of an invented document that holds a text."""
    (item,) = read(document(text, kind), "2020-03").issue.items
    return item.body


def rows(text: str, kind: str = "markdown") -> list[Entry]:
    """The rows of the only list of persons in an invented document."""
    (table,) = lists(blocks(text, kind))
    return entries(table)


FORMS = {
    "spaces": (
        "组 长：白 云 市长\n副组长：江 帆 副市长\n        欧阳长河 市水务局局长\n"
        "成 员：古丽·艾山 市妇联主席"
    ),
    "ideographic spaces": (
        "组　长：白　云　　市长\n副组长：江　帆　　副市长\n　　　　欧阳长河　　市水务局局长\n"
        "成　员：古丽·艾山　　市妇联主席"
    ),
    "tabs": (
        "组 长：白 云\t市长\n副组长：江 帆\t副市长\n欧阳长河\t市水务局局长\n"
        "成 员：古丽·艾山\t市妇联主席"
    ),
    "a cell for the role": (
        "组 长：\t白 云\t市长\n副组长：\t江 帆\t副市长\n\t欧阳长河\t市水务局局长\n"
        "成 员：\t古丽·艾山\t市妇联主席"
    ),
    "tabs and spaces": (
        "组长：白云 市长\n\n副组长：江帆\t副市长\n欧阳长河\t市水务局局长\n\n\n"
        "成员：古丽·艾山 市妇联主席"
    ),
    "a line for the role": (
        "组长：\n白云 市长\n副组长：\n江帆 副市长\n欧阳长河 市水务局局长\n成员：\n"
        "古丽·艾山 市妇联主席"
    ),
    "two columns": (
        "组长：白云\t市长\t欧阳长河\t市水务局局长\n"
        "副组长：江帆\t副市长\t成员：古丽·艾山\t市妇联主席"
    ),
}


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("form", FORMS)
def test_one_list_in_every_raw_form_is_one_table(form: str, kind: str, tmp_path: Path) -> None:
    assert rows(FORMS[form], kind) == PERSONS
    assert broken(document(FORMS[form], kind), "2020-03", tmp_path) == []


@pytest.mark.parametrize("kind", ["markdown", "pdf_text"])
@pytest.mark.parametrize(
    ("first", "rest"),
    [("市防震减灾中心党组书记、", "主任"), ("市消防救援支队支队", "长"), ("市", "水务局局长")],
)
def test_a_post_may_go_on_over_the_line_end(
    first: str, rest: str, kind: str, tmp_path: Path
) -> None:
    text = f"组长：白云 市长\n成员：江帆 {first}\n{rest}\n石川 市财政局局长"
    (table,) = lists(blocks(text, kind))
    assert entries(table)[1:] == [("成员：", "江帆", first + rest), ("", "石川", "市财政局局长")]
    (origin,) = [row.origin for row in table.rows[1:2] if row.origin]
    assert origin.last == origin.first + 1
    assert broken(document(text, kind), "2020-03", tmp_path) == []


def test_a_role_may_stand_in_its_cell_without_a_colon() -> None:
    text = "召集人\t白云\t市长\n成员\t江帆\t市水务局局长\n\t石川\t市财政局局长"
    assert rows(text)[:2] == [("召集人", "白云", "市长"), ("成员", "江帆", "市水务局局长")]


def test_a_list_without_roles_needs_three_persons() -> None:
    three = "白云\t市水务局局长\n江帆\t市财政局局长\n石川\t市教育局局长"
    assert [role for role, _, _ in rows(three)] == ["", "", ""]
    assert lists(blocks(three.rpartition("\n")[0])) == []


def test_bold_around_a_role_is_style() -> None:
    assert rows("**组长：**白云 市长\n**副组长：**江帆 副市长")[0] == ("组长：", "白云", "市长")


@pytest.mark.parametrize(("kind", "gap"), [("markdown", "\n"), ("pdf_text", "\f")])
def test_columns_of_two_pages_are_read_page_by_page(kind: str, gap: str) -> None:
    text = (
        "组长：白云\t市长\t石川\t市财政局局长\n成员：江帆\t副市长\t林海\t市教育局局长\n"
        f"{gap}何源\t市水务局局长\t高山\t市林业局局长"
    )
    names = [name for _, name, _ in rows(text, kind)]
    assert names == ["白云", "江帆", "石川", "林海", "何源", "高山"]
    moved = [e.before for e in read(document(text, kind), "2020-03").record
             if e.rule == "print_columns"]  # fmt: skip
    assert moved == ["石川 市财政局局长\n林海 市教育局局长", "高山 市林业局局长"]


def test_a_lost_post_is_shown_and_never_filled_in() -> None:
    text = "组长：白云\t市长\t石川\t市财政局局长\n\t江帆\t林海\t市教育局局长"
    (table,) = lists(blocks(text))
    assert entries(table)[1] == ("", "江帆", "")
    assert [row.flag for row in table.rows] == ["", LOST, "", ""]


def test_members_without_names_are_an_entry_of_the_list() -> None:
    text = "组长：白云 市长\n副组长：江帆 副市长\n\n成员：各有关部门主要负责人"
    assert rows(text)[-1] == ("成员：", "", "各有关部门主要负责人")


def test_what_follows_a_list_is_not_drawn_into_it() -> None:
    text = (
        "组长：白云 市长\n副组长：江帆 副市长\n委员：\n\n（一）部门委员\n\n"
        "成员：协调有关工作\n的落实。"
    )
    body = blocks(text)
    assert len(entries(lists(body)[0])) == 2
    assert any(isinstance(b, Paragraph) and plain(b.text) == "委员：" for b in body)


OTHERS = {
    "a head": "姓名\t职务\n白云\t市长\n江帆\t副市长\n石川\t市财政局局长",
    "other columns": "河流\t河长\t职务\n清江\t白云\t市长\n沙河\t江帆\t副市长\n石河\t石川\t局长",
    "telephones": "白云\t局长\t13800000000\n江帆\t副局长\t13800000001\n石川\t局长\t13800000002",
    "telephones in lines": "白云 局长 0356-2000001\n江帆 局长 0356-2000002\n石川 局长 2000003",
    "offices": "市水务局\t局长\n市财政局\t局长\n市教育局\t局长",
    "a label that is no role": "责任人：白云 市长\n责任人：江帆 副市长",
    "prose": "组长：市政府分管副市长。\n副组长：市政府副秘书长。\n成员：市水务局、市财政局负责人。",
    "names alone": "主任：白云 江帆 石川\n委员：林海 何源 高山",
    "imprint": "主编：白云\n编辑：江帆",
    "columns read across": (
        "组长：白云\t市长\t副组长：江帆\t副市长\n成员：石川\t市财政局局长\t林海\t市教育局局长"
    ),
    "one person": "组长：白云 市长",
    "officers who sign": "市长 白云\n副市长 江帆\n市长 石川",
}


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("case", OTHERS)
def test_what_is_not_for_certain_a_list_of_persons_is_left_as_it_is(
    case: str, kind: str, tmp_path: Path
) -> None:
    assert lists(blocks(OTHERS[case], kind)) == []
    assert broken(document(OTHERS[case], kind), "2020-03", tmp_path) == []


@pytest.mark.parametrize("name", ["2018-gbf-109", "2019-01"])
def test_lists_of_another_publisher_are_read(name: str) -> None:
    found = [
        entries(table)
        for item in take(HERE / "others" / f"{name}.txt").issue.items
        for table in lists(item.body)
    ]
    roles = [[role for role, _, _ in table if role] for table in found]
    wanted = {
        "2018-gbf-109": [["主任：", "副主任：", "秘书长："], [], []],
        "2019-01": [["召集人：", "副召集人：", "成员："], ["组长：", "副组长：", "成员："]],
    }
    assert roles == wanted[name]
    sizes = {"2018-gbf-109": [5, 22, 26], "2019-01": [12, 18]}
    assert [len(table) for table in found] == sizes[name]

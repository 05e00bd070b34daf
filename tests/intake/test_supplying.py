"""A table that OCR scrambled, supplied by a person who has the print."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.check import check_content
from generator.document import (
    SUPPLIED,
    body,
    read_entries,
    read_issue,
    read_publication,
    read_repairs,
    write_issue,
)
from generator.errors import ContentError, EditedError
from generator.intake import import_source, ledger, pending
from generator.intake.adoption import Adopted, Author, adopt
from generator.model import Doubt, Gap, Span, Table, Verbatim
from tests.intake.conftest import CONTENT
from tests.intake.laws import broken, read

ID = "2022-lzb-5"
SCRAMBLED = """类别 重点工作 主要任务 完成时限 工 程 措 施 责任单位

产业布局
重污染企业 2022 年 12 月底前
宇新科技有限公司 (2 万吨）、 市工信局， 城区人民政
搬迁 完成搬迁改造。 调整

散煤治理 清洁取暖 2022年10月底前
完成 3 万户， 市住建局， 各县（市、 区）人
推广洁净煤。 民政府"""
SOURCE = f"""大同市人民政府办公室

关于印发秋冬防治方案的通知

同政办发〔2022〕5号

各县（市、 区）人民政府， 市直各有关单位：

现将《秋冬防治方案》印发给你们， 请结合实际， 认真组织实施。 各县（市、 区）人民政府，
市工信局、 市生态环境局、 市住建局， 要按照职责分工， 抓好落实。

大同市人民政府办公室

2022年10月9日

附件

秋冬防治方案任务清单

{SCRAMBLED}

抄送：市委各部门， 市人大常委会办公室， 市政协办公室， 市法院，
市检察院， 各人民团体， 各新闻单位。
"""
FIRST = SOURCE[: SOURCE.index("类别")].count("\n") + 1
LINES = Span(FIRST, FIRST + SCRAMBLED.count("\n"))
TABLE = """::: table head=1
caption: 任务清单

| 类别 | 重点工作 | 主要任务 | 完成时限 | 工程措施 | 责任单位 |
|---|---|---|---|---|---|
| 产业布局 | 重污染企业搬迁 | << | 2022年12月底前 | 宇新科技有限公司 | 市工信局 |
| 散煤治理 | 取暖 | PM<sub>2.5</sub>达标 | 10月底前 | [推广]{?疑为“推行”}洁净煤。 | 市住建局 |

:::
"""
INDENTED = "".join(f"    {line}\n" if line else "\n" for line in TABLE.split("\n")[:-1])
ENTRY = f"""- lines: [{LINES.first}, {LINES.last}]
  table: |
{INDENTED}  reason: "据印刷版录入"
  by: "责任编辑"
"""
DOUBT = f"""- line: {LINES.first + 9}
  find: "洁净煤"
  doubt: "疑为“清洁煤”"
  by: "责任编辑"
"""


class Desk:
    """A content folder with one imported document, and what an editor does in it."""

    def __init__(self, root: Path, entries: str = "") -> None:
        self.root = root
        for name in ("sources", "corrections"):
            (root / name).mkdir(parents=True)
        shutil.copy(CONTENT / "gazette.yaml", root)
        (root / "sources" / f"{ID}.txt").write_text(SOURCE, "utf-8")
        if entries:
            self.entries.write_text(entries, "utf-8")
        self.again()

    @property
    def entries(self) -> Path:
        return self.root / "corrections" / f"{ID}.yaml"

    @property
    def folder(self) -> Path:
        return self.root / "issues" / ID

    @property
    def page(self) -> Path:
        (item,) = read_issue(self.folder).items
        return self.folder / f"{item.slug}.md"

    def again(self) -> bool:
        return import_source(self.root, ID, publication=read_publication(self.root)).changed

    def tables(self) -> list[Table]:
        (item,) = read_issue(self.folder).items
        return [block for block in item.body if isinstance(block, Table)]

    def verbatim(self) -> list[Verbatim]:
        (item,) = read_issue(self.folder).items
        return [block for block in item.body if isinstance(block, Verbatim)]

    def gaps(self) -> list[str]:
        (item,) = read_issue(self.folder).items
        return [block.text for block in item.body if isinstance(block, Gap)]

    def codes(self) -> list[str]:
        return [finding.code for finding in check_content(self.root)]

    def supply(self) -> None:
        """Replaces the verbatim text in the Markdown by the table."""
        text = self.page.read_text("utf-8")
        first = text.index("```verbatim")
        last = text.index("\n```\n", first) + len("\n```\n")
        self.page.write_text(text[:first] + TABLE + text[last:], "utf-8")

    def edit(self, old: str, new: str) -> None:
        text = self.page.read_text("utf-8")
        assert text.count(old) == 1
        self.page.write_text(text.replace(old, new), "utf-8")

    def adopt(self, *, write: bool = True) -> Adopted:
        author = Author("据印刷版录入", "责任编辑")
        settings = read_publication(self.root)
        return adopt(self.root, ID, publication=settings, author=author, write=write)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "content"


def test_the_table_stands_where_the_scrambled_lines_stood(root: Path) -> None:
    desk = Desk(root)
    (scrambled,) = desk.verbatim()
    assert scrambled.origin == LINES
    assert "C403" in desk.codes()
    desk.entries.write_text(ENTRY, "utf-8")
    assert pending(root) == [ID]
    assert "C606" in desk.codes()
    assert desk.again()
    (table,) = desk.tables()
    assert body.render_block(table) + "\n" == TABLE
    assert table.origin == LINES
    assert {row.origin for row in table.rows} == {None}
    assert desk.verbatim() == []
    (entry,) = [entry for entry in read_repairs(desk.folder) if entry.rule == SUPPLIED]
    assert (entry.lines, entry.by, entry.reason) == (LINES, "责任编辑", "据印刷版录入")
    assert entry.before == "\n".join(scrambled.lines)
    assert entry.after + "\n" == TABLE
    assert desk.codes() == ["C401"], "the doubt in a cell, and nothing else"
    assert pending(root) == []
    assert not desk.again()


def test_the_laws_hold_with_a_supplied_table(root: Path, tmp_path: Path) -> None:
    entries = read_entries(Desk(root, ENTRY).entries)
    assert broken(SOURCE.encode(), ID, tmp_path, entries) == []
    made = read(SOURCE.encode(), ID, entries)
    record = [*made.repairs, *(one for one in made.record if one.rule == SUPPLIED)]
    assert len(record) == len(made.repairs) + 1
    assert ledger.replay(made.raw, record) == [line.text for line in made.repaired]


def test_a_lost_cell_of_a_supplied_table_would_be_noticed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = read_entries(Desk(root, ENTRY).entries)
    monkeypatch.setattr(
        "generator.intake.supplying._placed",
        lambda block, made: (
            replace(made[block.origin], caption="") if block.origin in made else block
        ),
    )
    assert broken(SOURCE.encode(), ID, tmp_path, entries) == ["conservation"]


@pytest.mark.parametrize(
    ("lines", "message", "hint"),
    [
        (f"[{LINES.first}, {LINES.last - 1}]", "not those of a verbatim text", f"[{LINES.first}, "),
        ("[1, 3]", "not those of a verbatim text", f"{LINES.last}]"),
    ],
)
def test_lines_that_are_no_verbatim_text_are_refused(
    root: Path, lines: str, message: str, hint: str
) -> None:
    desk = Desk(root)
    wrong = ENTRY.replace(f"[{LINES.first}, {LINES.last}]", lines)
    desk.entries.write_text(f"# 待核\n{wrong}", "utf-8")
    with pytest.raises(ContentError, match=message) as caught:
        desk.again()
    assert (caught.value.path, caught.value.line) == (desk.entries, 2)
    assert hint in caught.value.hint


def test_a_second_table_for_the_same_lines_is_refused(root: Path) -> None:
    desk = Desk(root)
    desk.entries.write_text(ENTRY + ENTRY, "utf-8")
    with pytest.raises(ContentError, match="a second table") as caught:
        desk.again()
    assert caught.value.line == ENTRY.count("\n") + 1


def test_a_source_without_verbatim_text_takes_no_table(root: Path) -> None:
    desk = Desk(root)
    path = root / "sources" / f"{ID}.txt"
    path.write_text(SOURCE.replace(SCRAMBLED, "见另表。"), "utf-8")
    desk.entries.write_text(ENTRY, "utf-8")
    with pytest.raises(ContentError, match="there is no verbatim text"):
        desk.again()


def test_a_table_that_changed_in_form_alone_has_to_be_imported_again(root: Path) -> None:
    desk = Desk(root, ENTRY)
    desk.entries.write_text(ENTRY.replace("head=1", "head=0"), "utf-8")
    assert {"C606", "C607"} <= set(desk.codes())
    assert pending(root) == [ID]
    desk.again()
    assert desk.tables()[0].head == 0
    assert pending(root) == []


def test_a_table_that_is_taken_out_of_the_file_is_noticed_and_the_lines_come_back(
    root: Path,
) -> None:
    desk = Desk(root, ENTRY)
    desk.entries.unlink()
    assert "C607" in desk.codes()
    desk.again()
    assert desk.tables() == []
    assert [block.origin for block in desk.verbatim()] == [LINES]


def test_a_ledger_whose_scrambled_lines_are_not_those_of_the_source_is_an_error(root: Path) -> None:
    desk = Desk(root, ENTRY)
    issue, record = read_issue(desk.folder), read_repairs(desk.folder)
    told = [
        replace(one, before=one.before.replace("搬迁", "搬走")) if one.rule == SUPPLIED else one
        for one in record
    ]
    write_issue(issue, desk.folder, told)
    assert "C611" in desk.codes()


def test_what_a_person_doubts_in_the_lines_stays_as_a_note_until_it_is_taken_out(
    root: Path,
) -> None:
    desk = Desk(root, ENTRY + DOUBT)
    assert desk.gaps() == ["“洁净煤”：疑为“清洁煤”"]
    desk.entries.write_text(ENTRY, "utf-8")
    desk.again()
    assert desk.gaps() == []


def test_what_a_rule_doubts_in_the_lines_is_not_told_of_the_table(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Doubt(LINES.last, "试", "洁净煤", rule="doubled_words")
    elsewhere = Doubt(9, "试", "秋冬防治方案", rule="doubled_words")
    monkeypatch.setattr("generator.intake.importer.doubts.find", lambda _lines: [there, elsewhere])
    desk = Desk(root)
    assert desk.gaps() == ["“洁净煤”：试"]
    desk.entries.write_text(ENTRY, "utf-8")
    desk.again()
    assert desk.gaps() == []
    assert "[秋冬防治方案]{?试}" in desk.page.read_text("utf-8")


# --- adopted from the Markdown -----------------------------------------------------------------


def test_a_table_put_into_the_markdown_is_adopted_and_survives_a_new_import(root: Path) -> None:
    desk = Desk(root, f"# 甲\n{DOUBT}")
    desk.supply()
    edited = desk.page.read_bytes()
    assert "C601" in desk.codes()
    (entry,) = desk.adopt(write=False).entries
    assert desk.entries.read_text("utf-8") == f"# 甲\n{DOUBT}"
    done = desk.adopt()
    assert done == Adopted((entry,), ())
    assert desk.entries.read_text("utf-8") == f"# 甲\n{DOUBT}{ENTRY}"
    assert desk.page.read_bytes() == edited
    assert not {"C601", "C606", "C607"} & set(desk.codes())
    shutil.rmtree(desk.folder)
    desk.again()
    assert desk.page.read_bytes() == edited


def test_a_table_and_a_word_beside_it_are_adopted_at_once(root: Path) -> None:
    desk = Desk(root)
    desk.supply()
    desk.edit("认真组织实施", "认真抓好实施")
    assert [type(entry).__name__ for entry in desk.adopt().entries] == [
        "SuppliedTable", "Correction",
    ] or len(read_entries(desk.entries)) == 2  # fmt: skip
    assert "C601" not in desk.codes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 市工信局 |", "| 市住建局 |"),
        ("caption: 任务清单", "caption: 清单"),
        ("head=1", "head=0"),
        (TABLE, ""),
        (TABLE, "见附表。\n"),
    ],
)
def test_an_edit_of_a_supplied_table_is_refused_and_says_where_it_stands(
    root: Path, old: str, new: str
) -> None:
    desk = Desk(root, ENTRY)
    desk.edit(old, new)
    done = desk.adopt()
    assert done.entries == ()
    assert "in corrections/" in done.refused[0].why
    assert "change the table in its entry" in done.refused[0].hint
    assert desk.entries.read_text("utf-8") == ENTRY


def test_the_same_edit_in_the_entry_makes_peace(root: Path) -> None:
    desk = Desk(root, ENTRY)
    desk.edit("| 市工信局 |", "| 市住建局 |")
    with pytest.raises(EditedError):
        desk.again()
    desk.entries.write_text(ENTRY.replace("| 市工信局 |", "| 市住建局 |"), "utf-8")
    desk.again()
    assert "C601" not in desk.codes()


def test_a_table_with_a_tab_in_a_cell_is_refused(root: Path) -> None:
    desk = Desk(root)
    desk.supply()
    desk.edit("| 散煤治理 |", "| 散煤\t治理 |")
    assert ["a tab" in one.why for one in desk.adopt().refused] == [True]
    assert not desk.entries.exists()

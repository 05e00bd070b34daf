"""Every example in CONTRIBUTING.md is read as it claims, and reads back the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from generator.document import body, read_entries, read_issue, read_moved, render_entries
from generator.model import (
    Block,
    Correction,
    Doubt,
    Heading,
    Item,
    Paragraph,
    Run,
    Span,
    SuppliedTable,
    Table,
)

PAPER = (Path(__file__).parent.parent.parent / "CONTRIBUTING.md").read_text("utf-8")
_FENCE = re.compile(r"^(`{3,})([a-z ]+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def _examples() -> dict[str, str]:
    """The Markdown examples by the title of their section, which has one each."""
    examples: dict[str, str] = {}
    for fence in _FENCE.finditer(PAPER):
        if fence[2] == "markdown":
            text_above = _FENCE.sub("", PAPER[: fence.start()])
            section = re.findall(r"^### (.+)$", text_above, re.MULTILINE)[-1]
            assert section not in examples
            examples[section] = fence[3]
    return examples


EXAMPLES = _examples()


def only(kind: str) -> str:
    """The one example of that kind."""
    (example,) = [example for _, info, example in _FENCE.findall(PAPER) if info == kind]
    return str(example)


def blocks(section: str) -> tuple[Block, ...]:
    """The blocks of the example of a section."""
    return body.parse(EXAMPLES[section])


@pytest.mark.parametrize("section", EXAMPLES)
def test_an_example_is_written_as_the_program_writes_it(section: str) -> None:
    assert body.render(blocks(section)) == EXAMPLES[section]


@pytest.mark.parametrize(
    ("section", "types"),
    [
        ("Heading", ["Heading", "Heading"]),
        ("Attached instrument, annex", ["Heading", "Heading"]),
        ("Paragraph, article, run-in heading", ["Paragraph"] * 3),
        ("List item", ["ListItem"] * 2),
        ("Chronicle entry", ["Entry"] * 2),
        ("Signature", ["Signature"]),
        ("Table", ["Table"]),
        ("Verbatim text", ["Verbatim"]),
        ("Gap", ["Gap"]),
    ],
)
def test_an_example_is_the_block_that_its_section_describes(section: str, types: list[str]) -> None:
    assert [type(block).__name__ for block in blocks(section)] == types


def test_every_type_of_block_has_an_example() -> None:
    shown = {type(block) for section in EXAMPLES for block in blocks(section)}
    assert shown == set(get_args(Block))


def test_the_label_of_an_annex_is_no_part_of_its_title() -> None:
    plain, labelled = blocks("Attached instrument, annex")
    assert plain == Heading(1, (Run("防汛办法"),))
    assert labelled == Heading(1, (Run("防汛物资储备表"),), "附件1")


@pytest.mark.parametrize(
    ("section", "run"),
    [
        ("Paragraph, article, run-in heading", Run("（一）煤矿。", strong=True)),
        ("Line break", Run("联系人：防汛办公室\n电　话：0000000")),
        ("Subscript, superscript", Run("2.5", script="sub")),
        ("Subscript, superscript", Run("2", script="sup")),
        ("Doubtful text", Run("30万盹", flag="疑为“吨”")),
        ("Literal marks", Run("# 号仓库存 2*180m 电缆，注记为<sub>和**。")),
    ],
)
def test_inline_marks_are_read_as_described(section: str, run: Run) -> None:
    runs = [run for block in blocks(section) if isinstance(block, Paragraph) for run in block.text]
    assert run in runs


def test_the_table_has_what_its_section_describes() -> None:
    (table,) = blocks("Table")
    assert isinstance(table, Table)
    assert (table.head, table.unit, table.note) == (2, "万元", "注：数据截至4月底。")
    assert table.rows[0].cells[0].rowspan == 2
    assert table.rows[0].cells[2].colspan == 2
    assert [len(row.cells) for row in table.rows] == [3, 2, 4, 3]
    assert table.rows[2].cells[1].text == (Run("编织袋\n（大号）"),)
    assert table.rows[3].flag == "本行少一格"


def test_the_item_is_read(folder: Path) -> None:
    example = only("markdown item").replace("2024-03", "2018-05").replace("order: 1", "order: 3")
    (folder / "lzf-31.md").write_text(example, "utf-8")
    item = read_issue(folder).items[2]
    assert item.title == "临江市人民政府关于印发防汛办法的通知"
    assert item.public
    assert item.page is None


def test_every_key_of_an_item_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", PAPER))
    assert set(Item.__dataclass_fields__) - {"slug", "body"} <= described


def test_the_correction_is_read(tmp_path: Path) -> None:
    path = tmp_path / "2024-03.yaml"
    path.write_text(only("yaml corrections"), "utf-8")
    (correction,) = read_entries(path)
    assert isinstance(correction, Correction)
    assert (correction.line, correction.find, correction.replace) == (1275, "防泛", "防范")


def test_the_doubts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "2024-03.yaml"
    path.write_text(only("yaml doubts"), "utf-8")
    doubts = [entry for entry in read_entries(path) if isinstance(entry, Doubt)]
    assert [(doubt.line, doubt.find) for doubt in doubts] == [(2117, "以水专业灭火队"), (703, "")]


def test_the_supplied_table_is_read_and_written_as_the_program_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "2024-03.yaml"
    path.write_text(only("yaml tables"), "utf-8")
    (supplied,) = read_entries(path)
    assert isinstance(supplied, SuppliedTable)
    assert (supplied.lines, len(supplied.table.rows)) == (Span(770, 1065), 3)
    assert render_entries([supplied]) == only("yaml tables")


def test_the_table_of_old_addresses_is_read(tmp_path: Path) -> None:
    (tmp_path / "moved.yaml").write_text(only("yaml moved"), "utf-8")
    assert read_moved(tmp_path)["/2018/05/jszf-13/"] == "/2018/05/jszf-31/"

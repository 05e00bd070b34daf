"""The judge itself: it sees a doubt where the reader sees one, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import (
    Block,
    Cell,
    Gap,
    Heading,
    Issue,
    Item,
    Paragraph,
    Repair,
    Row,
    Run,
    Source,
    Span,
    Table,
    Verbatim,
)
from tests.accuracy.expectations import entry
from tests.accuracy.judge import failed
from tests.accuracy.published import Published, publish
from tests.intake.conftest import Taken


def issue(*blocks: Block) -> Published:
    """An issue of one item, a block to each source line from 2 on."""
    item = Item("a", "document", "2024-01", 1, "临江市通知", None, "通知", Span(1, 90), body=blocks)
    source = Source("sources/2024-01.txt", "0" * 64, "markdown")
    made = Issue("2024-01", "issue", None, 2024, 1, None, None, None, source, items=(item,))
    dropped = Repair("page_numbers", Span(50, 50), "- 14 -", "")
    return publish(Taken("markdown", [], [], [dropped], [], made))


def holds(published: Published, lines: list[int], **expected: Any) -> bool:
    read = {"lines": lines, "kind": "typo", "certainty": "likely", **expected}
    return not failed(published, entry("2024-01", read))


def words(text: str, line: int, flag: str = "", *, strong: bool = False) -> Paragraph:
    return Paragraph((Run("产量", strong), Run(text, flag=flag)), Span(line, line))


def table(*rows: tuple[str, str], line: int, flag: str = "") -> Table:
    made = tuple(
        Row(tuple(Cell((Run(text),)) for text in row), Span(line + n, line + n), flag)
        for n, row in enumerate(rows)
    )
    return Table(made, origin=Span(line, line + len(rows) - 1))


def test_a_doubt_of_a_run_is_seen_where_it_overlaps_the_words() -> None:
    made = issue(words("30 万盹", 2, "疑为吨"), words("40万盹", 3))
    assert holds(made, [2], flagged="量30万")
    assert not holds(made, [2], flagged="产量")
    assert not holds(made, [2], flagged="50万")
    assert not holds(made, [3], flagged="万盹")


def test_a_doubt_of_a_row_is_that_of_its_words_alone() -> None:
    made = issue(table(("甲", "1"), line=2, flag="少一格"), table(("乙", "2"), line=3))
    assert holds(made, [2], flagged="甲")
    assert holds(made, [2], columns={2: "9"}, or_flag=True)
    assert not holds(made, [3], flagged="乙")
    assert not holds(made, [3], columns={2: "9"}, or_flag=True)
    assert holds(made, [3], columns={1: "乙", 2: "2"})


def test_a_gap_tells_of_the_blocks_beside_it_and_of_the_title_it_follows() -> None:
    gap = Gap("原文缺图", Span(3, 3))
    made = issue(words("30万盹", 2), gap, words("40万", 4), words("50万", 5))
    assert holds(made, [2], flagged="万盹")
    assert holds(made, [4], gap=True)
    assert not holds(made, [5], flagged="50万")
    assert holds(made, [1], flagged="临江市通知")
    assert not holds(issue(words("1", 2)), [1], flagged="临江市通知")
    assert not holds(issue(words("1", 2)), [2], gap=True)


def test_verbatim_lines_are_told_to_be_doubtful() -> None:
    made = issue(Verbatim(("甲 乙", "丙"), "未能整理", Span(2, 3)))
    assert holds(made, [3], flagged="乙丙")
    assert not holds(made, [3], flagged="丁")


def test_words_are_compared_exactly_only_where_asked() -> None:
    made = issue(words("（Ⅰ 类）", 2))
    assert holds(made, [2], has="(I类)", lacks="II")
    assert not holds(made, [2], has="(I类)", exact=True)
    assert not holds(made, [2], lacks="Ⅰ")


def test_parts_must_follow_each_other_in_one_block() -> None:
    made = issue(words("三十万", 2, strong=True), Heading(2, (Run("一、总则"),), origin=Span(3, 3)))
    assert holds(made, [2], joined=["产量", "三十"])
    assert holds(made, [2], run_in="产量")
    assert holds(made, [3], heading="一、总则", level=2)
    assert not holds(made, [3], heading="一、总则", level=3)
    assert not holds(made, [2, 3], joined=["三十万", "一、"])
    assert holds(made, [2, 3], separate=["三十万", "一、"])


def test_what_is_dropped_stands_in_the_ledger_and_in_no_block() -> None:
    assert holds(issue(words("1", 2)), [50], dropped="- 14 -")
    assert not holds(issue(words("- 14 -", 50)), [50], dropped="- 14 -")
    assert not holds(issue(words("1", 2)), [51], dropped="- 14 -")


def test_an_entry_that_expects_nothing_is_a_slip() -> None:
    with pytest.raises(ValueError, match="expects nothing"):
        entry("2024-01", {"lines": [1], "kind": "typo", "certainty": "certain"})

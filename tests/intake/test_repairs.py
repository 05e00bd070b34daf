"""Each repair over its cases: what it mends, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.document import read_entries
from generator.errors import ContentError
from generator.intake.repairs import REPAIRS
from generator.intake.repairs.corrections import correct
from generator.model import Line, Span, Verbatim
from tests.intake.conftest import HERE, source_of, take

CASES = yaml.safe_load((HERE / "cases" / "repairs.yaml").read_text(encoding="utf-8"))
OF_SEVERAL_LINES = {"scrambled_table", "spaced_table", "stray_column"}
"""Rules that have nothing to mend in a line by itself."""
RULES = {name: rule for name, rule, _ in REPAIRS}


def cases() -> Iterator[Any]:
    """(rule, before, after), before = after where nothing may change."""
    for name, pairs in CASES.items():
        for pair in pairs:
            yield pytest.param(name, pair[0], pair[-1], id=f"{name}: {pair[0]}")


@pytest.mark.parametrize(("name", "before", "after"), list(cases()))
def test_a_rule_mends_its_cases_and_leaves_the_others(name: str, before: str, after: str) -> None:
    (line,) = RULES[name]([Line(before, Span(1, 1))])
    assert line.text == after


@pytest.mark.parametrize(
    "name", sorted(RULES.keys() - {"scrambled_table", "spaced_table", "stray_column"})
)
def test_every_rule_has_cases_of_both_sorts(name: str) -> None:
    sizes = {len(pair) for pair in CASES[name]}
    assert sizes == {1, 2}


def test_a_fragment_of_the_next_column_goes_only_where_its_sentence_stands_below() -> None:
    texts = [
        "市人民政府      彻执行。",
        "各委、办、局：",
        "请认真贯彻执行。",
        "市人民政府      落实。",
    ]
    lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    found = [line.text for line in RULES["stray_column"](lines)]
    assert found == ["市人民政府", *texts[1:]]


def test_rows_set_with_spaces_are_a_table_only_below_a_head_of_as_many_words() -> None:
    rows = ["序号 名称 面积", "1 江畔 3.12", "2 新市 4.56", "3 兴隆 2.74", "注：略。"]
    names = ["主任 副主任 委员", "王一 李二 张三", "王四 李五 张六", "王七 李八 张九"]
    lines = [Line(text, Span(n, n)) for n, text in enumerate([*rows, *names], 1)]
    found = [line.text.count("\t") for line in RULES["spaced_table"](lines)]
    assert found == [2, 2, 2, 2, 0, 0, 0, 0, 0]


def test_a_character_doubled_over_a_line_end_stands_once() -> None:
    texts = [
        "《垃圾分类管理条例》",
        "垃圾分类管理条例要求",
        "《生活垃圾分类管",
        "管理条例》等规定",
        "饮用水",
        "水源",
    ]
    lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    found = [line.text for line in RULES["doubled_characters"](lines)]
    assert found[3:] == ["理条例》等规定", "饮用水", "水源"]


def test_bare_numbers_are_page_numbers_only_where_they_go_on_from_decorated_ones() -> None:
    texts = ["- 13 -", "- 14 -", "- 15 -", "1", "", "6", "正文", "3", "17", "正文", "18 "]
    lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    found = [line.text for line in RULES["page_furniture"](lines)]
    assert found == ["", "", "", "", "", "", "正文", "3", "", "正文", ""]


def test_a_number_cut_by_the_line_end_is_mended() -> None:
    lines = [Line("（环办大气函 (2020 J", Span(96, 96)), Line("", Span(97, 97)),
             Line("340 号）要求", Span(98, 98))]  # fmt: skip
    texts = [line.text for line in RULES["document_numbers"](lines)]
    assert texts == ["（环办大气函〔2020〕", "", "340号）要求"]


def test_a_scrambled_table_is_shown_line_by_line_and_only_proven_words_are_mended() -> None:
    taken = take(source_of("2020-jszb-56"))
    (block,) = [b for b in taken.issue.items[0].body if isinstance(b, Verbatim)]
    assert block.origin is not None
    span = range(block.origin.first, block.origin.last + 1)
    raw = [taken.raw[n - 1].text for n in span]
    kept = [line for line in block.lines if line in {text.rstrip() for text in raw}]
    assert len(kept) > len(block.lines) * 0.8
    words = {entry.rule for entry in taken.ledger if entry.lines.first in span}
    assert words <= {"ocr_marks", "look_alikes", "page_furniture", "corrections"}
    assert block.lines[0].startswith("类别 重点工作 主要任务")
    assert "抄送" not in "".join(block.lines)
    assert block.notice


def test_bold_over_several_lines_marks_each_of_them() -> None:
    lines = [Line("**各种同位素的D2值、", Span(1, 1)), Line("相对于I-131的", Span(2, 2)),
             Line("当量计算因子**", Span(3, 3))]  # fmt: skip
    done = RULES["block_marks"](lines)
    assert [(line.text, line.mark) for line in done] == [
        ("各种同位素的D2值、", "**"), ("相对于I-131的", "**"), ("当量计算因子", "**"),
    ]  # fmt: skip


def test_a_correction_changes_exactly_its_text_and_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "2020-01.yaml"
    entry = '- {line: 2, find: "固有", replace: "国有", reason: "误识", by: "责任编辑"}\n'
    path.write_text(entry, encoding="utf-8")
    lines = [Line("固有企业", Span(1, 1)), Line("固有土地", Span(2, 2))]
    done, ledger = correct(lines, read_entries(path), path)
    assert [line.text for line in done] == ["固有企业", "国有土地"]
    assert [(e.by, e.reason, e.before, e.after) for e in ledger] == [
        ("责任编辑", "误识", "固有土地", "国有土地")
    ]


@pytest.mark.parametrize("text", ["别的文字", "固有与固有"])
def test_a_correction_that_does_not_fit_is_an_error_that_says_what_to_do(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "2020-01.yaml"
    entry = '- {line: 2, find: "固有", replace: "国有", reason: "误识", by: "责任编辑"}\n'
    path.write_text(entry, encoding="utf-8")
    with pytest.raises(ContentError, match="line 2") as caught:
        correct([Line(text, Span(2, 2))], read_entries(path), path)
    assert caught.value.path == path
    assert "gazette show" in caught.value.hint

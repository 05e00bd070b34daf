"""Whatever is written reads back as it was, origins included."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.document import body, digest, read_issue, read_repairs, write_issue
from generator.document.issues import bare
from generator.errors import ContentError
from generator.model import Block, Issue, Repair
from tests.document.strategies import blocks, issues, pieces, repairs

CALM = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@CALM
@given(st.lists(blocks, max_size=5))
def test_blocks_read_back_as_they_were(wanted: list[Block]) -> None:
    assert body.parse(body.render(wanted)) == tuple(bare(block) for block in wanted)


@settings(CALM, max_examples=40)
@given(issues, st.lists(repairs, max_size=3))
def test_issues_read_back_as_they_were(issue: Issue, ledger: list[Repair]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "2018-05"
        write_issue(issue, folder, ledger)
        read = read_issue(folder)
        assert replace(read, source=replace(read.source, written="")) == issue
        assert read.source.written == digest(folder)
        assert read_repairs(folder) == ledger
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        write_issue(read, folder, ledger)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_column_that_no_row_has_is_none() -> None:
    read = body.parse("::: table head=1\n| a | .. |\n|---|---|\n| 1 | .. |\n:::\n")
    assert body.parse(body.render(read)) == read
    assert ".." not in body.render(read)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """Good Markdown after a careless hand."""
    markdown = body.render(draw(st.lists(blocks, min_size=1, max_size=3)))
    start = draw(st.integers(0, len(markdown)))
    return markdown[:start] + draw(pieces) + markdown[start + draw(st.integers(0, 6)) :]


@settings(CALM, max_examples=200)
@given(st.lists(pieces | st.just("\n"), max_size=14).map("\n".join) | edited())
def test_any_markdown_is_read_as_something_that_reads_back_or_refused(markdown: str) -> None:
    try:
        read = body.parse(markdown, "jszf-31.md", 10)
    except ContentError as refused:
        error = refused
    else:
        assert body.parse(body.render(read)) == read
        return
    assert error.path == "jszf-31.md"
    assert error.line is not None
    assert 10 <= error.line <= 10 + markdown.count("\n")

"""Clean documents, damaged as extraction damages them, come back as they were."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz import mutate
from tests.intake import ailments
from tests.intake.clean import Document, all_found, documents, issues, wanted
from tests.intake.laws import broken, read

CALM = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],  # a long hunt for a smaller case helps nobody here
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WIDTHS = st.integers(20, 34)
SEEDS = st.integers(0, 999)


def check(data: bytes, *originals: Document, kind: str = "") -> None:
    """The source gives back the documents."""
    issue = read(data, "2018-05").issue
    assert not kind or issue.source.kind == kind
    for got, document in zip(all_found(issue), originals, strict=True):
        assert got == wanted(document)


@CALM
@given(issues())
def test_a_clean_issue_is_read_as_it_is(several: tuple[Document, ...]) -> None:
    check(ailments.text_of(ailments.lines_of(several)).encode(), *several, kind="plain")


@CALM
@given(issues(), WIDTHS)
def test_lines_of_print_are_joined(several: tuple[Document, ...], width: int) -> None:
    several = ailments.fitted(several, width)
    lines = [line for lines in ailments.as_print(several, width) for line in lines]
    check(ailments.text_of(lines).encode(), *several, kind="pdf_text")


@CALM
@given(issues(), WIDTHS, st.integers(15, 40), st.integers(0, 3))
def test_a_page_break_ends_no_paragraph(
    several: tuple[Document, ...], width: int, every: int, form: int
) -> None:
    several = ailments.fitted(several, width)
    lines = ailments.broken_pages(ailments.as_print(several, width), every, form)
    check(ailments.text_of(lines).encode(), *several, kind="pdf_text")


@pytest.mark.parametrize("by_glyph", [False, True])
@CALM
@given(issues(), WIDTHS)
def test_doubled_headings_are_read_once(
    by_glyph: bool, several: tuple[Document, ...], width: int
) -> None:
    several = ailments.fitted(several, width)
    lines = ailments.doubled(several, width, by_glyph=by_glyph)
    check(ailments.text_of(lines).encode(), *several, kind="pdf_text")


@CALM
@given(issues(), st.sampled_from([" ", "  ", "\u3000", "\u3000\u3000"]))
def test_letter_spacing_is_closed_up(several: tuple[Document, ...], gap: str) -> None:
    spaced = [ailments.letter_spaced(document, gap) for document in several]
    check(ailments.text_of(ailments.lines_of(spaced)).encode(), *several)


@CALM
@given(issues())
def test_half_width_marks_are_widened(several: tuple[Document, ...]) -> None:
    text = ailments.text_of(ailments.lines_of(several))
    check(ailments.half_width(text).encode(), *several)


@pytest.mark.parametrize("how", ailments.RECODED)
@settings(CALM, max_examples=10)
@given(issues())
def test_encoding_and_line_ends_change_nothing(how: str, several: tuple[Document, ...]) -> None:
    text = ailments.text_of(ailments.lines_of(several))
    check(ailments.RECODED[how](text), *several)


@pytest.mark.parametrize("torn", [False, True])
@CALM
@given(issues(), SEEDS)
def test_marks_of_markdown_do_not_decide(
    torn: bool, several: tuple[Document, ...], seed: int
) -> None:
    chance = random.Random(seed)
    text = "\n".join(ailments.as_markdown(each, chance, torn=torn) for each in several)
    check(text.encode(), *several, kind="markdown")


@CALM
@given(documents(), WIDTHS, SEEDS)
def test_ocr_is_read_like_print(document: Document, width: int, seed: int) -> None:
    (fitted,) = ailments.fitted([document], width)
    text = ailments.as_ocr(ailments.as_print([fitted], width), random.Random(seed))
    check(text.encode(), fitted, kind="ocr")


@settings(CALM, max_examples=12)
@given(issues(), WIDTHS, SEEDS)
def test_laws_hold_on_generated_sources(
    several: tuple[Document, ...], width: int, seed: int
) -> None:
    chance = random.Random(seed)
    sources = (
        ailments.text_of(ailments.lines_of(several)),
        ailments.text_of(ailments.doubled(several, width, by_glyph=chance.random() < 0.5)),
        "\n".join(ailments.as_markdown(each, chance, torn=True) for each in several),
        ailments.as_ocr(ailments.as_print(several, width), chance),
    )
    with tempfile.TemporaryDirectory() as scratch:
        for text in (*sources, mutate.lines(chance.choice(sources), chance, 10)):
            assert broken(text.encode(), "2018-05", Path(scratch)) == []

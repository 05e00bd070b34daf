"""Raw bytes to lines: encodings, line ends, kinds of input, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.intake import sources
from generator.model import Span
from tests.intake.conftest import MADE, source_of, take

TEXT = "晋城市人民政府\n\n关于做好工作的通知\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("utf-8"),
    ],
)
def test_every_encoding_and_line_end_gives_the_same_lines(data: bytes) -> None:
    _, lines = sources.read(data, Path("2020-01.txt"))
    assert [line.text for line in lines] == TEXT.split("\n")
    assert [line.origin for line in lines] == [Span(n, n) for n in range(1, 5)]


def test_other_line_ends_split_a_line_but_lines_are_counted_at_line_feeds() -> None:
    _, lines = sources.read("甲\r乙\u2028丙\n丁".encode(), Path("2020-01.txt"))
    assert [(line.text, line.origin.first) for line in lines] == [
        ("甲", 1), ("乙", 1), ("丙", 1), ("丁", 2),
    ]  # fmt: skip


def test_a_form_feed_begins_a_page_and_is_no_text() -> None:
    _, lines = sources.read("甲\n\f乙\n丙".encode(), Path("2020-01.txt"))
    assert [(line.text.strip(), line.page) for line in lines] == [("甲", 1), ("乙", 2), ("丙", 2)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\x00", "binary"),
        (b"%PDF-1.4\n1 0 obj", "PDF"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\x00\x01", "PDF"),
        (b"{\\rtf1\\ansi text", "RTF"),
        (b"<!DOCTYPE html><p>text", "HTML"),
        (b"PK\x03\x04" + bytes(range(256)) * 4, "binary"),
        (("公报" * 200 + "\n").encode() + b"\xff\xfe\xfd", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_the_file_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        sources.read(data, Path("sources/2020-01.txt"))
    assert caught.value.path == Path("sources/2020-01.txt")
    assert caught.value.hint


def test_a_broken_byte_is_named_by_its_line() -> None:
    data = ("正常的文字很多很多\n" * 50).encode() + b"\xff\n"
    with pytest.raises(SourceError) as caught:
        sources.read(data, Path("2020-01.txt"))
    assert caught.value.line == 51


@pytest.mark.parametrize(
    ("id_", "kind"),
    [
        ("2018-05", "markdown"),
        ("2019-05", "markdown"),
        ("2023-02", "markdown"),
        ("2021-02", "pdf_text"),
        ("2020-jszb-56", "ocr"),
    ],
)
def test_the_kind_of_a_source_is_recognised(id_: str, kind: str) -> None:
    assert take(source_of(id_)).kind == kind


def test_text_with_a_paragraph_a_line_is_plain() -> None:
    assert take(MADE).kind == "plain"

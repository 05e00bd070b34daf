"""Raw bytes to Lines. Each kind of input has a file that tells whether a text is of its kind.

To take in a new kind: one file with `fits(text) -> bool`, and one row in SOURCES.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from generator.document import decode, source_lines
from generator.errors import SourceError
from generator.intake.sources import markdown, ocr, pdf_text, plain
from generator.model import Line, Span

Setting = Literal["blank", "scattered", "print", "line"]
"""How a kind of input sets paragraphs: divided by blank lines; a line of print a line, with marks
scattered over lines of their own; a line of print a line; a paragraph a line."""

SOURCES: tuple[tuple[str, Callable[[str], bool], Setting], ...] = (
    ("markdown", markdown.fits, "blank"),
    ("ocr", ocr.fits, "scattered"),
    ("pdf_text", pdf_text.fits, "print"),
    ("plain", plain.fits, "line"),
)
"""Kind of input, the test for it, its setting; the first that fits is taken."""

_FORMATS = (
    ("%pdf-", "PDF"),
    ("{\\rtf", "RTF"),
    ("<!doctype", "HTML"),
    ("<html", "HTML"),
    ("<?xml", "XML"),
)
_PAGE_START = re.compile(r"^ (?=\S)")
"""What is left of a form feed where the extraction lost it: one space (2021-02, line 116)."""


def _refuse_other_formats(text: str, path: Path) -> None:
    """Text all the same, but of a file format and not of a gazette."""
    start = text.lstrip()[:20].lower()
    for mark, name in _FORMATS:
        if start.startswith(mark):
            raise SourceError(
                f"the source is a file in {name}, not its text",
                path=path,
                hint="Extract its text first; a source is plain text.",
            )


def setting(kind: str) -> Setting:
    """How a kind of input sets its paragraphs."""
    return next(how for name, _, how in SOURCES if name == kind)


def read(data: bytes, path: Path) -> tuple[str, list[Line]]:
    """The kind of a source and its lines.

    Line ends of another kind inside a line split it into several Lines of one origin. A form feed
    begins a new page. Raises SourceError.
    """
    _refuse_other_formats(data[:200].decode("latin-1"), path)  # a PDF is binary behind its mark
    text = decode(data, path).removeprefix("\ufeff")
    if not text.strip():
        raise SourceError("the source is empty", path=path, hint="Put the raw text into the file.")
    _refuse_other_formats(text, path)
    kind = next(name for name, fits, _ in SOURCES if fits(text))
    lines: list[Line] = []
    marks_pages = setting(kind) in ("print", "scattered")
    page = 1
    for number, part in source_lines(text):
        page += part.count("\f") or (marks_pages and bool(_PAGE_START.match(part)))
        lines.append(Line(part.replace("\f", " "), Span(number, number), page))
    return kind, lines

"""Bytes to text: the encodings that gazette extractions come in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import SourceError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_BREAK = re.compile(r"\r\n?|[\v\x85\u2028\u2029]")


def decode(data: bytes, path: Path) -> str:
    """Decodes a source: by its byte order mark, else UTF-8, UTF-16 without mark, GB18030.

    Where carriage returns alone end the lines, line feeds stand for them, so that lines can be
    counted. Raises SourceError for an empty or binary file or one in another encoding; nothing is
    replaced or ignored, since that would lose text.
    """
    text = _decoded(data, path)
    return text if "\n" in text else text.replace("\r", "\n")


def _decoded(data: bytes, path: Path) -> str:
    if not data.strip():
        raise SourceError("the source is empty", path=path, hint="Put the raw text into the file.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, path)
    if b"\x00" in data:
        return _utf16(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A single broken byte in UTF-8 must not turn the whole text into GB18030 mojibake.
        if _mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(
                "a byte that is not UTF-8",
                path=path,
                line=line,
                hint="Repair the byte, or save the whole file in one encoding.",
            ) from error
    return _strict(data, "gb18030", path)


def source_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a source with their numbers, 1-based.

    Lines are counted at "\n" only; line ends of another kind inside such a line part it into
    several of one number.
    """
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        for part in _BREAK.split(raw.removesuffix("\r")):
            yield number, part


def _mostly_utf8(data: bytes) -> bool:
    kept = data.decode("utf-8", errors="ignore")
    return len(kept.encode("utf-8")) > 0.98 * len(data) and not data.isascii()


def _utf16(data: bytes, path: Path) -> str:
    """UTF-16 without a mark: line feeds and spaces tell the byte order; else it is binary."""
    little = data.count(b"\n\x00") + data.count(b" \x00")
    big = data.count(b"\x00\n") + data.count(b"\x00 ")
    if not little and not big:
        raise _binary(path)
    try:
        text = data.decode("utf-16-le" if little >= big else "utf-16-be")
    except UnicodeDecodeError as error:
        raise _binary(path) from error
    return _checked(text, path)


def _binary(path: Path) -> SourceError:
    return SourceError(
        "the source is a binary file",
        path=path,
        hint="Extract its text first; a source is plain text.",
    )


def _checked(text: str, path: Path) -> str:
    controls = sum(ord(c) < 9 or 14 <= ord(c) < 27 for c in text)
    if controls > len(text) // 20 or "\x00" in text:
        raise _binary(path)
    return text


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"the source cannot be read as {encoding}",
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save it as UTF-8, GB18030 or UTF-16.",
        ) from error
    return _checked(text, path)

"""Characters that a reader cannot see, or that a wrong encoding left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document import decode, printable
from generator.errors import SourceError
from generator.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.check.subject import Subject

_TURNING = re.compile(
    r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
    r"|\\u(?:20(?:0[eEfF]|2[a-eA-E]|6[6-9])|061[cC])"
)
"""Marks, overrides and isolates of the direction of text, as they are or as YAML can spell them."""
_LEFT_OVER = re.compile(r"[\ufffd\x80-\x84\x86-\x9f\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""The replacement character, C1 controls but NEL, private use."""
_TELLING = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f\u00a1-\u00ff]")
"""Han, half-width katakana, Latin-1: what Chinese becomes in a wrong encoding."""
_ENOUGH, _SHARE = 50, 0.1


def characters(subject: Subject) -> Iterator[Finding]:
    """C404: a character that turns the direction of text; C405: what a wrong encoding left."""
    for path in sorted(subject.folder.glob("*.md")):
        lines = path.read_text("utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            if found := _TURNING.search(line):
                mark = found[0].removeprefix("\\u") if len(found[0]) > 1 else f"{ord(found[0]):04X}"
                message = (
                    f"U+{mark.upper()} is not seen and can make the text read otherwise than it "
                    "stands; compare with the print and remove it by a correction"
                )
                yield subject.of_line(path, number, "C404", message)
        spoilt = [number for number, line in enumerate(lines, 1) if _LEFT_OVER.search(line)]
        if spoilt:
            message = (
                f"{len(spoilt)} lines hold characters that a wrong encoding or font left "
                "(U+FFFD, private use, C1); compare with the print and correct them"
            )
            yield subject.of_line(path, spoilt[0], "C405", message)


def wrong_encodings(root: Path, paths: Sequence[Path]) -> Iterator[Finding]:
    """C610: a source, one of `paths` below `root`, that was decoded wrongly before it came here.

    Chinese text has nearly all its characters in the set of simplified (GB 2312) or in that of
    traditional characters (Big5); text in a wrong encoding has neither.
    """
    for path in paths:
        if not path.is_file():
            continue
        where = printable(path.relative_to(root).as_posix())
        try:
            text = decode(path.read_bytes(), path)
        except (SourceError, OSError) as error:
            message = error.message if isinstance(error, SourceError) else str(error.strerror)
            yield Finding("C001", where, getattr(error, "line", None), message, "error")
            continue
        telling = _TELLING.findall(text)
        strange = min((_outside(set(telling), name) for name in ("gb2312", "big5")), key=len)
        share = sum(char in strange for char in telling) / max(len(telling), 1)
        if len(telling) >= _ENOUGH and share > _SHARE:
            first = min(text.index(char) for char in strange)
            message = (
                f"{share:.0%} of the characters are such as Chinese hardly uses; the text was "
                "probably read in a wrong encoding. Extract it again"
            )
            yield Finding("C610", where, text.count("\n", 0, first) + 1, message)


def _outside(chars: set[str], encoding: str) -> set[str]:
    """Those that the character set does not have."""
    return {char for char in chars if not char.encode(encoding, errors="ignore")}

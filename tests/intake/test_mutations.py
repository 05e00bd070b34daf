"""The laws hold on damaged copies of the committed sources, and time grows with size alone."""

from __future__ import annotations

import random
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest

from generator.document import write_issue
from generator.document.body import parse_with_lines
from generator.errors import SourceError
from tests.fuzz import mutate
from tests.fuzz.shapes import SHAPES
from tests.intake.conftest import ISSUES, source_of
from tests.intake.laws import broken, read

BASE = 8_000
OF_SOURCES = {"issue", "issue-pdf", "single", "single-pdf"}
"""Too large for a test: `python -m tests.fuzz.scale` measures them."""
PARTS = range(14)
"""Seeds of the cases; each is a part of a source, since most faults need a few lines only."""


def text_of(id_: str) -> str:
    return source_of(id_).read_text("utf-8")


def check(data: bytes, folder: Path) -> None:
    """No law is broken; a source may be refused for what it is, but never for what it makes."""
    with suppress(SourceError):
        assert broken(data, "2018-05", folder) == []


@pytest.mark.parametrize(
    "text",
    [
        "(..(..)\n录]碟钢",
        "目录\n# 換\n# 通知\n政办〔2023〕4号\n正文",
        "$^2$<sup>\n# 甲\n# 乙",
        "某市\n9月大事记\n30-2日，召开会议",
    ],
)
def test_laws_hold_on_scraps(text: str, tmp_path: Path) -> None:
    check(text.encode(), tmp_path)


@pytest.mark.parametrize("seed", PARTS)
@pytest.mark.parametrize("id_", ISSUES)
def test_laws_hold_on_a_damaged_part(id_: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(f"{id_} {seed}")
    part = mutate.part(text_of(id_), chance)
    check(mutate.encoded(mutate.lines(part, chance, 2 + seed * 2), chance), tmp_path)


@pytest.mark.parametrize("id_", ISSUES)
def test_laws_hold_on_a_damaged_source(id_: str, tmp_path: Path) -> None:
    chance = random.Random(id_)
    check(mutate.lines(text_of(id_), chance, 200).encode(), tmp_path)


@pytest.mark.parametrize(
    "piece", ["\ufffd", "\x01", "\\ud800", "\t", "**", "<sub>", "[x]{?y}", ":::"]
)
def test_laws_hold_where_every_line_has_a_mark_in_it(piece: str, tmp_path: Path) -> None:
    chance = random.Random(piece)
    lines = mutate.part(text_of("2018-05"), random.Random(4)).split("\n")
    places = (chance.randint(0, len(line)) for line in lines)
    made = [line[:at] + piece + line[at:] for line, at in zip(lines, places, strict=True)]
    check("\n".join(made).encode(), tmp_path)


def import_(text: str, folder: Path) -> None:
    """As in a process of its own: nothing is remembered of an import before."""
    parse_with_lines.cache_clear()
    made = read(text.encode(), "2018-05")
    write_issue(made.issue, folder / "2018-05", made.record)


def calls(text: str, folder: Path) -> int:
    """How many functions an import calls, which is the same on every machine."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        import_(text, folder)
    finally:
        sys.setprofile(None)
    return count


def seconds(text: str, folder: Path) -> float:
    start = time.process_time()
    import_(text, folder)
    return time.process_time() - start


@pytest.mark.parametrize("shape", sorted(SHAPES.keys() - OF_SOURCES))
def test_four_times_the_text_takes_four_times_the_work(shape: str, tmp_path: Path) -> None:
    """In calls exactly; in time with much to spare, for what one call goes through by itself."""
    small, large = (SHAPES[shape](size) for size in (BASE, 4 * BASE))
    import_(small, tmp_path)
    grown = len(large) / len(small)
    assert calls(large, tmp_path) < 1.25 * grown * calls(small, tmp_path)
    assert seconds(large, tmp_path) < 2 * grown * seconds(small, tmp_path) + 0.1

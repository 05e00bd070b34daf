"""A person's corrections, run as the last repair: exact entries of `corrections/<id>.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.document import CORRECTIONS
from generator.errors import ContentError
from generator.model import Correction, Doubt, Line, Repair, Written


def correct(
    lines: list[Line], entries: Sequence[Written], path: Path
) -> tuple[list[Line], list[Repair]]:
    """Applies every correction among the entries to the repaired text of its line.

    Raises ContentError if the text to replace does not stand exactly once on the line: a
    correction that does not fit must be seen, not skipped.
    """
    result = list(lines)
    numbers = _numbers(lines)
    ledger: list[Repair] = []
    for entry in entries:
        if not isinstance(entry, Correction):
            continue
        place = _place(result, numbers, entry, path)
        old = result[place]
        text = old.text.replace(entry.find, entry.replace)
        result[place] = replace(old, text=text)
        ledger.append(
            Repair(CORRECTIONS, old.origin, old.text, text, by=entry.by, reason=entry.reason)
        )
    return result, ledger


def fitting(lines: Sequence[Line], entries: Sequence[Written], path: Path) -> list[Doubt]:
    """The doubts among the entries, each held against the corrected text of its line.

    Raises ContentError if the doubtful text does not stand exactly once on the line.
    """
    numbers = _numbers(lines)
    doubts = [entry for entry in entries if isinstance(entry, Doubt)]
    for doubt in doubts:
        if doubt.find:
            _place(lines, numbers, doubt, path)
    return doubts


def _numbers(lines: Sequence[Line]) -> dict[int, list[int]]:
    """The indices of the lines that a raw line became, by its number."""
    numbers: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        numbers.setdefault(line.origin.first, []).append(index)
    return numbers


def _place(
    lines: Sequence[Line], numbers: dict[int, list[int]], entry: Correction | Doubt, path: Path
) -> int:
    """The index of the line on which the entry finds its text, once."""
    here = numbers.get(entry.line, [])
    places = [i for i in here if lines[i].text.count(entry.find) == 1]
    if len(places) == 1:
        return places[0]
    shown = " / ".join(lines[i].text for i in here)
    raise ContentError(
        f"the entry for source line {entry.line} does not fit: {entry.find!r} must stand exactly "
        f"once in {shown!r}",
        path=path,
        line=entry.file_line or None,
        hint="Compare with `gazette show ID --after spacing` and mend `find` or `line`.",
    )

"""What must be changed on which line for a passage to read as it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.intake.adoption.passages import Flag, Passage
from generator.model import Line

Spot = tuple[int, int]
"""Index of a line and of a character on it."""
Side = Literal["before", "behind"]
"""Where an insertion at a line end goes: on the line before it, or on the line behind it."""


class Unfit(Exception):  # noqa: N818 — no error, an answer
    """A change that no entry on a line can make; says why and what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why, self.hint = why, hint


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters of a line that read otherwise."""

    line: int
    first: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a line, once it is edited, that are doubtful."""

    line: int
    first: int
    end: int
    why: str
    whole: bool


def work(passage: Passage, lines: Sequence[Line], side: Side) -> tuple[list[Edit], list[Mark]]:
    """The edits and the new flags of a passage. Raises `Unfit`."""
    spots = _spots(passage, lines)
    opcodes = _opcodes(passage.old.text, passage.new.text)
    edits = [
        edit
        for kind, first, last, low, high in opcodes
        if kind != "equal"
        for edit in _edits(spots, passage, (first, last), passage.new.text[low:high], side)
    ]
    there = [(passage.old.text[f.first : f.end], f.why) for f in passage.old.flags]
    marks: list[Mark] = []
    for flag in passage.new.flags:
        words = passage.new.text[flag.first : flag.end]
        if (words, flag.why) in there:
            there.remove((words, flag.why))
            continue
        marks.append(_mark(flag, opcodes, spots, edits))
    if there and not edits:
        raise Unfit(
            f"the flag “{there[0][1]}” was removed, which no correction of the text can do",
            "Remove its entry from corrections/; a flag of a rule goes when the text is corrected.",
        )
    return edits, marks


def _spots(passage: Passage, lines: Sequence[Line]) -> list[Spot | None]:
    """Where each character of the old text stands in the source."""
    held: list[Spot | None] = []
    text = ""
    for line, first, end in passage.stretches:
        if text:
            text += "\n"
            held.append(None)
        text += lines[line].text[first:end]
        held += [(line, at) for at in range(first, end)]
    start = len(passage.before)
    whole = passage.before + passage.old.text + passage.after
    spots: list[Spot | None] = [None] * len(whole)
    for a, b, size in _matching(whole, text):
        spots[a : a + size] = held[b : b + size]
    return spots[start : start + len(passage.old.text)]


def _matching(one: str, other: str) -> list[tuple[int, int, int]]:
    if one == other:
        return [(0, 0, len(one))]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [(m.a, m.b, m.size) for m in matcher.get_matching_blocks()]


Opcode = tuple[str, int, int, int, int]


def _opcodes(old: str, new: str) -> list[Opcode]:
    """How `new` differs, character by character; what is equal at both ends is not compared."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - start
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    inner = SequenceMatcher(
        None, old[start : len(old) - tail], new[start : len(new) - tail], autojunk=False
    ).get_opcodes()
    moved: list[Opcode] = [
        (kind, a + start, b + start, c + start, d + start) for kind, a, b, c, d in inner
    ]
    ends = (len(old) - tail, len(old), len(new) - tail, len(new))
    return [("equal", 0, start, 0, start), *moved, ("equal", *ends)]


def _edits(
    spots: Sequence[Spot | None],
    passage: Passage,
    span: tuple[int, int],
    text: str,
    side: Side,
) -> Iterator[Edit]:
    if "\n" in text:
        raise Unfit(
            "a line break was put in, and a correction never makes one line two",
            "Undo the line break; where lines are read wrongly, mend the rule.",
        )
    first, last = span
    if first == last:
        line, column = _place(spots, first, side)
        yield Edit(line, column, column, text)
        return
    here = {spot for spot in spots[first:last] if spot}
    old = passage.old.text[first:last]
    lost = [old[i] for i, spot in enumerate(spots[first:last]) if not spot]
    if any(not char.isspace() for char in lost) or "\n" in lost or not here:
        raise _not_in_source(old, lost)
    touched = sorted({line for line, _ in here})
    shares = _shares(spots[first:last], text, touched, side)
    for line in touched:
        columns = [column for other, column in here if other == line]
        yield Edit(line, min(columns), max(columns) + 1, shares[line])


def _shares(
    spots: Sequence[Spot | None], text: str, touched: Sequence[int], side: Side
) -> dict[int, str]:
    """Which part of the new text goes on which of several lines."""
    if len(spots) == len(text):
        last = touched[0]
        shares = dict.fromkeys(touched, "")
        for spot, char in zip(spots, text, strict=True):
            last = spot[0] if spot else last
            shares[last] += char
        return shares
    keeper = touched[0 if side == "before" else -1]
    return {line: text if line == keeper else "" for line in touched}


def _not_in_source(old: str, lost: Sequence[str]) -> Unfit:
    if "\n" in old:
        return Unfit(
            "a line break was taken out, and a correction never makes two lines one",
            "Undo it; where lines are read wrongly, mend the rule.",
        )
    if set(lost) <= set("*<>/supb"):
        return Unfit(
            "only the style was changed, which the import gives and not the source",
            "Undo it; where the style is read wrongly, mend the rule.",
        )
    if not "".join(lost).strip():
        return Unfit(
            "white space was taken out where two lines of the source meet, and none of them has it",
            "Undo it; the import puts it between two Latin words.",
        )
    return Unfit(
        f"“{old[:40]}” was not found in the lines that the text comes from",
        "Write the correction by hand: `gazette show ID --after corrections` prints the lines.",
    )


def _place(spots: Sequence[Spot | None], at: int, side: Side) -> Spot:
    """Where to insert before character `at` of the old text."""
    before = spots[at - 1] if at else None
    behind = spots[at] if at < len(spots) else None
    if before and (side == "before" or not behind):
        return before[0], before[1] + 1
    if behind:
        return behind
    raise Unfit(
        "no line of the source carries text at this place",
        "Put it beside text of the source, or tell the reader of it in a `::: gap`.",
    )


def _mark(
    flag: Flag, opcodes: Sequence[Opcode], spots: Sequence[Spot | None], edits: Sequence[Edit]
) -> Mark:
    """Where the flagged words stand on their line, once the edits are made."""
    found: set[Spot] = set()
    for kind, first, last, low, high in opcodes:
        a, b = max(flag.first, low), min(flag.end, high)
        if a >= b:
            continue
        if kind == "equal":
            here = spots[first + a - low : first + b - low]
            found |= {_moved(spot, edits) for spot in here if spot}
        else:
            start = next((spot for spot in spots[first:last] if spot), None)
            line, column = _moved(start or _place(spots, first, "before"), edits, new=True)
            found |= {(line, column + at - low) for at in range(a, b)}
    if len({line for line, _ in found}) != 1:
        raise Unfit(
            "the flagged words stand on several lines of the source, and a doubt stands on one",
            "Flag words of one line: `gazette show ID --blocks` prints the lines of a paragraph.",
        )
    columns = [column for _, column in found]
    ((line, _), *_) = sorted(found)
    return Mark(line, min(columns), max(columns) + 1, flag.why, flag.whole)


def _moved(spot: Spot, edits: Sequence[Edit], *, new: bool = False) -> Spot:
    """Where a character stands once the edits before it are made; a `new` one is put in there."""
    line, column = spot
    before = [
        edit
        for edit in edits
        if edit.line == line and edit.end <= column and (edit.first < column or not new)
    ]
    return line, column + sum(len(edit.text) - (edit.end - edit.first) for edit in before)

"""Which characters of a text changed. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from unicodedata import category

_NAMES = {
    " ": "unseen.space",
    "\u3000": "unseen.wide_space",
    "\u00a0": "unseen.fixed_space",
    "\t": "unseen.tab",
    "\n": "unseen.line_end",
    "\f": "unseen.page_end",
}
_SPACES = frozenset(_NAMES)
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs"})
"""Categories of characters that leave no trace on a page, or only a box."""

_MOST_PAIRS = 1_000_000
"""Pairs of characters up to which the matcher is asked; its time grows with their square or worse,
and a cell of a table, spaced out, may have thousands of characters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text."""

    text: str
    changed: bool


Stretches = tuple[Stretch, ...]


def difference(before: str, after: str) -> tuple[Stretches, Stretches]:
    """The two texts in stretches: what stands in both, and what stands in one alone.

    >>> difference("共5 件,", "共5件，")[1]
    (Stretch(text='共5件', changed=False), Stretch(text='，', changed=True))
    """
    gone: list[Stretch] = []
    come: list[Stretch] = []
    for same, old, new in _parts(before, after):
        gone.append(Stretch(old, not same))
        come.append(Stretch(new, not same))
    return _joined(gone), _joined(come)


def woven(before: Stretches, after: Stretches) -> Iterator[tuple[str, str]]:
    """The two texts of a difference as one: (tag, text), the tag `del` of what went, `ins` of what
    came in its place, empty of what stayed.

    >>> list(woven(*difference("5 件,", "5件，")))
    [('', '5'), ('del', ' '), ('', '件'), ('del', ','), ('ins', '，')]
    """
    old, new = deque(before), deque(after)
    while old or new:
        if old and old[0].changed:
            yield "del", old.popleft().text
        elif new and new[0].changed:
            yield "ins", new.popleft().text
        else:
            shared = min(old[0].text, new[0].text, key=len)
            for row in (old, new):
                rest = row.popleft().text[len(shared) :]
                row.extendleft([Stretch(rest, changed=False)] if rest else [])
            yield "", shared


def unseen(text: str, changed: bool) -> Iterator[tuple[str, str]]:
    """The characters of a stretch as (text, name): `name` is the key of the string by which the
    reader is told of characters that cannot be seen, empty for all others.

    White space is seen where it parts words, so it is named only where it changed.

    >>> list(unseen("第 条", changed=True))
    [('第', ''), (' ', 'unseen.space'), ('条', '')]
    >>> list(unseen("第 条", changed=False))
    [('第 条', '')]
    """
    for name, characters in groupby(text, key=lambda character: _name(character, changed)):
        yield "".join(characters), name


def _name(character: str, changed: bool) -> str:
    if character in _SPACES and not changed:
        return ""
    return _NAMES.get(character) or ("unseen.other" if category(character) in _UNSEEN else "")


def _parts(before: str, after: str) -> Iterator[tuple[bool, str, str]]:
    """(whether it stayed, text before, text after), in order."""
    if len(before) == len(after):
        # Mark by mark, as most rules go; the matcher would pair a comma with the next but one.
        for same, pairs in groupby(
            zip(before, after, strict=True), key=lambda two: two[0] == two[1]
        ):
            old, new = zip(*pairs, strict=True)
            yield same, "".join(old), "".join(new)
        return
    if len(before) * len(after) > _MOST_PAIRS:
        yield from _long_parts(before, after)
        return
    for tag, first, last, start, end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        yield tag == "equal", before[first:last], after[start:end]


def _long_parts(before: str, after: str) -> Iterator[tuple[bool, str, str]]:
    """The parts of long texts, in time that grows with their length: character by character where
    nothing but characters went or came, else from the first change to the last as one."""
    if stays := _kept(before, after):
        for same, text in _runs(before, stays):
            yield same, text, text if same else ""
    elif stays := _kept(after, before):
        for same, text in _runs(after, stays):
            yield same, text if same else "", text
    else:
        head = _alike(before, after)
        tail = _alike(before[head:][::-1], after[head:][::-1])
        old, new = len(before) - tail, len(after) - tail
        yield True, before[:head], after[:head]
        yield False, before[head:old], after[head:new]
        yield True, before[old:], after[new:]


def _kept(whole: str, part: str) -> list[bool]:
    """Which characters of `whole` stay, where `part` is `whole` with some left out; else empty."""
    stays: list[bool] = []
    at = 0
    for character in whole:
        stays.append(part[at : at + 1] == character)
        at += stays[-1]
    return stays if at == len(part) else []


def _runs(text: str, stays: list[bool]) -> Iterator[tuple[bool, str]]:
    for same, run in groupby(zip(text, stays, strict=True), key=lambda pair: pair[1]):
        yield same, "".join(character for character, _ in run)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(one), len(other)))


def _joined(stretches: list[Stretch]) -> Stretches:
    """Without empty stretches, and neighbours of one kind joined."""
    kept = [stretch for stretch in stretches if stretch.text]
    return tuple(
        Stretch("".join(stretch.text for stretch in run), changed)
        for changed, run in groupby(kept, key=lambda stretch: stretch.changed)
    )

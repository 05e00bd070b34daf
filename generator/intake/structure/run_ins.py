"""Run-in headings (`**（一）煤矿。**实施…`): a short closed phrase that heads its paragraph.

Many sources set them plain, or set one of a series on a line of its own. Their siblings prove
them: the paragraphs of one class under one heading are set alike (GB/T 9704-2012, 7.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.intake.forms import HAN
from generator.intake.structure.numbering import Number, number
from generator.model import Block, Heading, Paragraph, plain

_KINDS = frozenset({"cn1", "cn2", "ar1", "ordinal"})
"""Classes of the numbering whose members may head a paragraph."""
_BEHIND = rf"(?=[“《（〔［{HAN}A-Za-z0-9])"
_PHRASE = re.compile(rf"^(?!\d+[.．] ?\d)[^。；！？：\n]{{2,34}}?。{_BEHIND}")
_ALONE = re.compile(r"^[^。；！？：\n]{2,34}。$")
_UNNUMBERED = re.compile(rf"^[^。；！？：“”《》（）\d\n]{{2,20}}。{_BEHIND}")
_LOWEST = 6
_SHARE = 0.6
"""Of the members of a group, how many must start with such a phrase."""


@dataclass(slots=True)
class _Group:
    """The members of one class under one heading; indices into the list of blocks."""

    kind: str
    alone: list[int] = field(default_factory=list)
    """Short phrases that end in a full stop and stand on a line of their own."""
    bold: list[int] = field(default_factory=list)
    """Paragraphs that begin in bold."""
    plain: list[int] = field(default_factory=list)

    @property
    def text(self) -> list[int]:
        """Paragraphs that run on behind a phrase, or may."""
        return self.bold + self.plain


def mark(blocks: Sequence[Block]) -> list[Block]:
    """Sets every run-in heading bold that its siblings prove, and joins one that stands on a line
    of its own to its paragraph."""
    result: list[Block | None] = list(blocks)
    groups = _groups(blocks)
    for group in groups:
        if group.bold or _mostly_phrased(blocks, group.plain):
            _embolden(result, group.plain, _PHRASE)
    for places in _series(blocks):
        _embolden(result, places, _UNNUMBERED)
    proven = {group.kind for group in groups if any(_is_run_in(result[i]) for i in group.text)}
    for group in groups:
        if group.kind in proven:
            _embolden(result, group.plain, _PHRASE)
        if any(_is_run_in(result[i]) for i in group.text):
            for index in group.alone:
                _run_in(result, index)
    return [block for block in result if block is not None]


def _groups(blocks: Sequence[Block]) -> list[_Group]:
    """Numbered members by class, anew under every heading of a higher class."""
    groups: dict[tuple[str, int], _Group] = {}
    above = [-1] * (_LOWEST + 1)
    for index, block in enumerate(blocks):
        found = number(_words(block))
        parent = _parent(above, found) if found else -1
        if isinstance(block, Heading):
            above[block.level] = index
        if found is None or found.kind not in _KINDS:
            continue
        group = groups.setdefault((found.kind, parent), _Group(found.kind))
        if _ALONE.match(_words(block)):
            group.alone.append(index)
        elif isinstance(block, Paragraph):
            (group.bold if block.text[0].strong else group.plain).append(index)
    return list(groups.values())


def _parent(above: Sequence[int], found: Number) -> int:
    """The last heading of a higher class; -1 where there is none. `above` has the index of the last
    heading by level."""
    return max(above[: found.level or _LOWEST])


def _mostly_phrased(blocks: Sequence[Block | None], members: Sequence[int]) -> bool:
    phrased = sum(_PHRASE.match(_words(blocks[i])) is not None for i in members)
    return phrased > 1 and phrased >= len(members) * _SHARE


def _series(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Two or more paragraphs in a row, without number, that all start with a short closed phrase
    (2018-05, lines 1309 to 1321: 权责统一、合理补偿。秉承…)."""
    run: list[int] = []
    for index, block in enumerate([*blocks, None]):
        if isinstance(block, Paragraph) and not block.text[0].strong and not number(_words(block)):
            run.append(index)
            continue
        phrased = [i for i in run if _UNNUMBERED.match(_words(blocks[i]))]
        if len(phrased) > 1 and len(phrased) == len(run):
            yield phrased
        run = []


def _run_in(blocks: list[Block | None], index: int) -> None:
    """A phrase alone among run-ins is one too; the plain paragraph behind it is its text (2021-02,
    lines 5843 and 5845; 2023-02, lines 2915 and 2917)."""
    alone = blocks[index]
    assert isinstance(alone, Heading | Paragraph)
    text = tuple(replace(run, strong=True) for run in alone.text)
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    origin = alone.origin
    if isinstance(below, Paragraph) and not below.text[0].strong and not number(_words(below)):
        text += below.text
        origin = origin.join(below.origin) if origin and below.origin else origin
        blocks[index + 1] = None
    blocks[index] = Paragraph(text, origin)


def _embolden(blocks: list[Block | None], places: Sequence[int], phrase: re.Pattern[str]) -> None:
    """Sets the phrase bold with which a paragraph starts; one without it stays as it is."""
    for index in places:
        block = blocks[index]
        found = phrase.match(_words(block))
        if not isinstance(block, Paragraph) or found is None:
            continue
        first, *rest = block.text
        if first.strong or len(first.text) < found.end():
            continue
        head, tail = first.text[: found.end()], first.text[found.end() :]
        if not tail and rest and rest[0].strong:
            continue  # the bold words behind it would be one run with it, and it no head of them
        split = (replace(first, text=head, strong=True), replace(first, text=tail))
        blocks[index] = replace(block, text=(*(run for run in split if run.text), *rest))


def _words(block: Block | None) -> str:
    return plain(block.text) if isinstance(block, Paragraph | Heading) else ""


def _is_run_in(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.text[0].strong and len(block.text) > 1

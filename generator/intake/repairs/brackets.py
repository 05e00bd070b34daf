"""Brackets whose two halves do not match: 〔责任单位：…］, （责任单位：…］."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from generator.intake.ledger import put
from generator.model import Line
from generator.numbering import number

_PAIRS = {
    "（": "）",
    "〔": "〕",
    "［": "］",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "(": ")",
    "[": "]",
}
_ALIKE = frozenset("（〔［【([") | frozenset("）〕］】)]")
"""Marks that an extraction confuses; a book title's are not among them."""
_FARTHEST = 2000
"""Characters between the halves of a pair at the most; no official text has a longer aside."""


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    at: int
    char: str
    begins: str
    """The two characters behind an opening mark: what kind of aside it opens."""
    position: int


def brackets(lines: list[Line]) -> list[Line]:
    """Mends one half of a mismatched pair where the source opens asides of the same words with
    matching pairs of one shape; where it does not, which half is wrong is anyone's guess.

    >>> from generator.model import Span
    >>> texts = ["整改。〔责任单位：市财政局〕", "提升。〔责任单位：市（县）科技局]"]
    >>> [line.text for line in brackets([Line(text, Span(1, 1)) for text in texts])][1]
    '提升。〔责任单位：市（县）科技局〕'
    """
    matching: Counter[tuple[str, str]] = Counter()
    crossed: list[tuple[_Mark, _Mark]] = []
    for first, last in _pairs(lines):
        if _PAIRS[first.char] == last.char:
            matching[first.begins, first.char] += 1
        elif not _fits(first.char, last.char):
            crossed.append((first, last))
    used: dict[str, list[str]] = {}
    for begins, char in matching:
        used.setdefault(begins, []).append(char)
    edits: list[tuple[int, int, int, str]] = []
    for first, last in crossed:
        shapes = used.get(first.begins, [])
        usual = max(shapes, key=lambda char: matching[first.begins, char], default="")
        if usual in _ALIKE and (usual == first.char or _PAIRS[usual] == last.char):
            edits.append((first.line, first.at, first.at + 1, usual))
            edits.append((last.line, last.at, last.at + 1, _PAIRS[usual]))
    return put(lines, edits)


def _fits(first: str, last: str) -> bool:
    """Whether two marks are halves of one shape. Their width is a matter of `punctuation`."""
    return normalize("NFKC", _PAIRS[first]) == normalize("NFKC", last)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[_Mark, _Mark]]:
    """The pairs of each paragraph: an opening mark and the mark that closes it, fitting or not.

    A closing mark of one shape closes the nearest opening mark of that shape; only where none is
    open it closes the nearest of another shape.
    """
    open_: list[_Mark] = []
    for mark in _marks(lines):
        if open_ and (mark.position - open_[0].position > _FARTHEST or _starts(lines, mark)):
            open_ = [one for one in open_ if mark.position - one.position <= _FARTHEST]
            if _starts(lines, mark):
                open_ = []
        if mark.char in _PAIRS:
            open_.append(mark)
            continue
        fitting = [i for i, one in enumerate(open_) if _fits(one.char, mark.char)]
        others = [i for i, one in enumerate(open_) if one.char in _ALIKE and mark.char in _ALIKE]
        chosen = (fitting or others)[-1:]
        if chosen:
            yield open_[chosen[0]], mark
            del open_[chosen[0] :]


def _starts(lines: Sequence[Line], mark: _Mark) -> bool:
    """Whether the mark stands at the start of a numbered line, a paragraph of its own."""
    return mark.at == 0 and number(lines[mark.line].text) is not None


def _marks(lines: Sequence[Line]) -> Iterator[_Mark]:
    closing = set(_PAIRS.values())
    position = 0
    for index, line in enumerate(lines):
        for at, char in enumerate(line.text):
            if char in _PAIRS or char in closing:
                yield _Mark(index, at, char, line.text[at + 1 : at + 3], position + at)
        position += len(line.text)

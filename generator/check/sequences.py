"""Gaps in the printed numbering of headings and articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model import Block, Heading, ListItem, Paragraph, plain
from generator.numbering import Number, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding

_LARGER = {
    "section": {"chapter"},
    "article": set(),
    "han-in-brackets": {"chapter", "section", "article", "han", "decimal"},
    "digit": {"chapter", "section", "article", "han", "han-in-brackets", "decimal"},
}
"""The classes under which numbering may begin again (GB/T 9704-2012, 7.3.3, and statutes).
With two classes 一、 → 1. is allowed. Smaller classes may begin again under any other."""


def sequences(subject: Subject) -> Iterator[Finding]:
    """C201: a heading or article whose number does not follow the one before.

    Examined are headings, articles and run-in headings, part by part. A plain paragraph or list
    item may fill a gap (`2.` without a title between two with one) and is not reported. Text inside
    quotation marks, such as an article that an amendment quotes, is not looked at. A number may
    begin again at 1 under a larger class, or run on across it (1. 2.（二）3.).
    """
    for item in subject.issue.items:
        part = _Part()
        for index, block in enumerate(item.body):
            if isinstance(block, Heading) and block.level == 1:
                part = _Part()
            elif problem := part.look_at(block):
                yield subject.of_block(item, index, "C201", problem)


@dataclass(slots=True)
class _Part:
    """The numbers seen so far in a document or annex."""

    last: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Of every class, the last number."""
    since: dict[str, set[str]] = field(default_factory=dict)
    """Of every class, the other classes seen since its last number."""
    quoted: bool = False
    """Whether a quotation of whole paragraphs is open. In print every paragraph of one begins with
    “ and only the last ends with ”, so the last mark decides."""

    def look_at(self, block: Block) -> str:
        """What is wrong with the number of the next block; empty if nothing."""
        if not isinstance(block, Heading | Paragraph | ListItem):
            return ""
        words, quoted = plain(block.text), self.quoted
        last = max(words.rfind("“"), words.rfind("”"))
        if last >= 0:
            # `散乱污“企业`, a mark the scan got wrong, opens no quotation of paragraphs.
            self.quoted = words[last] == "“" and (last == 0 or words[last - 1] in "：:")
        heading = isinstance(block, Heading)
        found = None if quoted else number(words, heading=heading)
        if found is None:
            return ""
        problem = self._problem(found)
        titled = heading or (isinstance(block, Paragraph) and block.text[0].strong)
        if titled or not problem:
            self._note(found)
        return f"{words[:12]}… {problem}" if titled and problem else ""

    def _problem(self, found: Number) -> str:
        last = self.last.get(found.shape)
        if found.path in _next_after(last):
            return ""
        larger = _LARGER.get(found.shape)
        since = self.since.get(found.shape, set())
        if found.path == (1,) and (since if larger is None else since & larger):
            return ""
        if last is None:
            return "is the first of its class, and not number 1"
        return f"follows number {'.'.join(map(str, last))} of its class"

    def _note(self, found: Number) -> None:
        self.last[found.shape] = found.path
        self.since[found.shape] = set()
        for shape in self.last.keys() - {found.shape}:
            self.since[shape].add(found.shape)


def _next_after(last: tuple[int, ...] | None) -> set[tuple[int, ...]]:
    """The numbers that may follow `last` (1.2.3: 1.2.4, 1.3, 2, 1.2.3.1)."""
    if last is None:
        return {(1,), (1, 1), (1, 1, 1)}
    ups = {(*last[:depth], last[depth] + 1) for depth in range(len(last))}
    return ups | {(*last, 1)}

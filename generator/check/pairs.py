"""Brackets and quotation marks that do not pair: one was lost, misread or put in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Entry, ListItem, Paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding

_PAIRS = {"（": "）", "〔": "〕", "［": "］", "【": "】", "《": "》", "〈": "〉", "“": "”"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_ENUMERATOR = re.compile(r"^\s*(?:\d{1,3}|[a-zA-Z])）|(?<=[：；。，])(?:\d{1,2}|[a-zA-Z])）")
"""1）, a half bracket by nature."""
_SHOWN = 12


def pairs(subject: Subject) -> Iterator[Finding]:
    """C505: a mark without its fellow in the same paragraph. What is marked as doubtful already is
    not named again."""
    for item in subject.issue.items:
        quoted = False
        for index, block in enumerate(item.body):
            if not isinstance(block, Paragraph | ListItem | Entry):
                continue
            text, before = plain(block.text), quoted
            last = max(text.rfind("“"), text.rfind("”"))
            quoted = text[last] == "“" if last >= 0 else before
            if any(run.flag for run in block.text):
                continue
            if lonely := _lonely(text, quoted=before):
                yield subject.of_block(item, index, "C505", f"{lonely} has no fellow")


def _lonely(text: str, *, quoted: bool) -> str:
    """The first mark without a fellow, with the text beside it; empty where all pair.

    A quotation of several paragraphs (第五条修改为：“第五条 …) opens each with “ and closes only
    the last; `quoted` where one is open above (GB/T 15834-2011, 4.8.3)."""
    text = _ENUMERATOR.sub("", text)
    open_: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            open_.append((char, at))
        elif char == "”" and quoted and not any(mark == "“" for mark, _ in open_):
            quoted = False
        elif char in _CLOSING:
            if not open_ or open_[-1][0] != _CLOSING[char]:
                return text[max(at - _SHOWN, 0) : at + 1]
            open_.pop()
    left = [(char, at) for char, at in open_ if char != "“" or text[at - 1 : at] not in ("", "：")]
    return text[left[0][1] : left[0][1] + _SHOWN] if left else ""

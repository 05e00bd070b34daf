"""Title, number, issuer and addressee of an item, from the lines at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.intake.forms import HAN, ends_sentence, spaceless
from generator.intake.ledger import lifted
from generator.intake.structure import names
from generator.intake.structure.boundaries import DECREE_LINE, Start
from generator.model import Line, Repair

_ISSUER = re.compile(
    rf"^([{HAN}、]{{2,40}}?(?:政府|国务院|办公厅|办公室|委员会|管委会|[局厅部委院]))"
    r"(?=关于|印发|转发|批转|公布|废止|修改|令$|\d{1,2}月|[一二三四五六七八九十]+月)"
)
_SENTENCE = re.compile(r"如下：$|^(?:根据|按照|为|经|依据)|现将|现就|决定")
"""The first sentence of a letter to nobody, as a 公告 has it: 现将有关事项公告如下："""
_MOST_ADDRESSEE_LINES = 6


@dataclass
class Head:
    """What the head of an item states, and where its body begins."""

    title: str
    number: str | None
    issuer: tuple[str, ...]
    addressee: str | None
    body: int
    """Index of the first line behind the head."""
    opening: tuple[int, ...] = ()
    """Lines of the head that stay text: the letterhead, a label above the title, the name
    of the decree."""
    repairs: list[Repair] = field(default_factory=list)


def read(lines: Sequence[Line], start: Start) -> Head:
    """Reads the head; what its fields do not hold to the letter becomes a ledger entry."""
    title_lines = [lines[i] for i in start.title]
    title = spaceless(" ".join(line.text for line in title_lines))
    number = spaceless(lines[start.number].text) if start.number is not None else None
    if start.type == "decree":
        return _decree(lines, start, title, number)
    head = Head(title, number.replace(" ", "") if number else None, (), None, start.body)
    head.repairs += lifted("title", title_lines, title)
    head.issuer = _issuers(title, title_lines)
    head.opening = tuple(
        i
        for i in range(start.first, start.title[0] if start.title else start.body)
        if i != start.number and lines[i].text.strip()
    )
    if start.type == "document":
        _addressee(lines, head)
    return head


def _decree(lines: Sequence[Line], start: Start, title: str, number: str | None) -> Head:
    assert start.number is not None
    name = next(i for i in range(start.first, start.number) if DECREE_LINE.match(lines[i].text))
    found = DECREE_LINE.match(lines[name].text)
    bare = re.sub(r"[（()）\s]", "", number or "")
    head = Head(title, bare, (found[1],) if found else (), None, start.body, (name,))
    head.repairs += lifted("title", [lines[i] for i in start.title], title) if title else []
    head.repairs += lifted("document_number", [lines[start.number]], bare)
    return head


def _issuers(title: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The bodies on lines of their own above the title, else the one the title begins with."""
    alone = [spaceless(line.text) for line in lines if names.is_organ(line.text)]
    if len(lines) > 1 and alone:
        return tuple(alone)
    found = _ISSUER.match(title)
    return (found[1],) if found else ()


def _addressee(lines: Sequence[Line], head: Head) -> None:
    """主送机关: the lines behind the number, up to one that ends in a colon."""
    taken: list[int] = []
    for index in range(head.body, len(lines)):
        text = lines[index].text.strip()
        if not text:
            continue
        if len(taken) == _MOST_ADDRESSEE_LINES or "。" in text or "《" in text:
            return
        taken.append(index)
        if ends_sentence(text):
            break
    group = [lines[i] for i in taken]
    joined = spaceless(" ".join(line.text for line in group))
    if not group or not joined.endswith("：") or any(line.mark for line in group):
        return
    if _SENTENCE.search(joined):
        return
    head.addressee = joined.rstrip("：")
    head.body = taken[-1] + 1
    head.repairs += lifted("addressee", group, head.addressee)

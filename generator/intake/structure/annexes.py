"""附件说明 (the list of annexes) and which of them the source holds (GB/T 9704-2012, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.intake.forms import alike, comparable, ends_sentence, spaceless
from generator.intake.structure.numbering import number
from generator.intake.structure.parts import Draft, runs
from generator.model import Annex, Block, Gap, Heading, ListItem, plain

_LIST = re.compile(r"^\s*附\s*件?\s*[:：]\s*")
_ELSEWHERE = re.compile(
    r"\s*[（(]\s*((?:详?见|登载于?|请?登录)[^（()）]{0,20}|略|此处略|此件略)\s*[)）]\s*$"
)
_SHEET = re.compile(r"\([\u4e00-\u9fff]{1,2}\)$")
_NOT_HERE = "源文中未见题为此名的附件"
_OTHERWISE = "附件说明作“{}”，与此处题目不一，两处均照源文录入"
_NOTHING_UNDER = "“{}”之下源文没有内容，原刊此处应为图或表"


@dataclass(frozen=True, slots=True)
class Named:
    """An annex as the list of annexes names it."""

    label: str
    title: str
    elsewhere: str
    """Where the print itself says it is to be found: 见网络; else empty."""


def lists(parts: Sequence[Draft | Block]) -> tuple[list[Draft | Block], list[Named]]:
    """Turns the drafts of an annex list into list items, and reads the annexes they name."""
    result: list[Draft | Block] = []
    annexes: list[Named] = []
    inside = False
    for part in parts:
        if not isinstance(part, Draft):
            inside = False
            result.append(part)
            continue
        text = part.text
        starts = bool(_LIST.match(text))
        inside = starts or (inside and _is_entry(text))
        if not inside:
            result.append(part)
            continue
        result.append(ListItem(runs(text), part.origin))
        label = "附" if starts and "件" not in text[:4] else "附件"
        if entry := _annex(_LIST.sub("", text), label):
            annexes.append(entry)
    return result, annexes


def _is_entry(text: str) -> bool:
    found = number(text)
    return found is not None and found.kind == "ar1" and not ends_sentence(text)


def _annex(text: str, label: str) -> Named | None:
    """One entry, `1.某市供应计划表（见网络）`."""
    found = number(text)
    numbered = found if found and found.kind == "ar1" else None
    title = spaceless(text[len(numbered.text) :] if numbered else text)
    if not title:
        return None
    elsewhere = _ELSEWHERE.search(title)
    label = f"附件{numbered.value}" if numbered else label
    return Named(label, _ELSEWHERE.sub("", title), elsewhere[1] if elsewhere else "")


def settle(
    named: Sequence[Named], body: Sequence[Block]
) -> tuple[list[Annex], list[Gap], list[Block]]:
    """Which of the annexes stand in the body, a visible gap for each that does not, and the body
    with a flag on each title that the list of annexes gives otherwise."""
    headings = [block for block in body if isinstance(block, Heading) and block.level == 1]
    places: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        for key in _names(heading):
            places.setdefault(key, []).append(index)
    settled: list[Annex] = []
    gaps: list[Gap] = []
    doubts: dict[Heading, str] = {}
    for annex in named:
        keys = {comparable(key) for key in (annex.title, annex.label, f"{annex.label}1")}
        near = sorted({index for key in keys for index in places.get(key, ())})
        found = next((index for index in near if _is(annex, headings[index])), None)
        if found is not None:
            for key in _names(headings[found]):
                places[key].remove(found)
            if _differs(annex, headings[found]):
                doubts[headings[found]] = _OTHERWISE.format(annex.title)
        settled.append(Annex(annex.label, annex.title, found is not None))
        if found is None:
            said = f"原文注明“{annex.elsewhere}”，" if annex.elsewhere else ""
            gaps.append(Gap(f"{annex.label}《{annex.title}》：{said}{_NOT_HERE}"))
    return settled, gaps, [_doubted(block, doubts) for block in body]


def _differs(annex: Named, heading: Heading) -> bool:
    """Whether the title at the annex is another than in the list; one of several sheets may have a
    serial number: 申请行政协助函（二）."""
    there = _SHEET.sub("", comparable(plain(heading.text)))
    return bool(there) and there != comparable(annex.title)


def _doubted(block: Block, doubts: Mapping[Heading, str]) -> Block:
    if not isinstance(block, Heading) or block not in doubts:
        return block
    return replace(block, text=tuple(replace(run, flag=doubts[block]) for run in block.text))


def with_lost_figures(body: Sequence[Block]) -> list[Block]:
    """The body with a gap below every title of an annex that has nothing under it: what stood there
    was a figure (2018-05, lines 1947 to 1956: 应急处置流程图)."""
    result: list[Block] = []
    for block, below in zip(body, [*body[1:], None], strict=False):
        result.append(block)
        empty = below is None or (isinstance(below, Heading) and below.level == 1)
        if isinstance(block, Heading) and block.level == 1 and empty:
            result.append(Gap(_NOTHING_UNDER.format(plain(block.text)), block.origin))
    return result


def _names(heading: Heading) -> set[str]:
    """Title and label of a heading, comparable."""
    return {comparable(plain(heading.text)), comparable(heading.label)}


def _is(annex: Named, heading: Heading) -> bool:
    """By its title, or by its label where the title at the annex differs in words only."""
    wanted, got = comparable(annex.title), comparable(plain(heading.text))
    if wanted == got:
        return True
    same_label = comparable(heading.label) in (comparable(annex.label), f"{annex.label}1")
    return same_label and (not got or alike(wanted, got, 0.5) > 0)

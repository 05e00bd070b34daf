"""Characters read as others that look like them (形近字): 冶 for 治, 固 for 国, 剌 for 刺.

The tables name what may be confused in print and OCR of any text; whether it was, the source
itself must prove. Without proof the character stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.evidence import Witness
from generator.intake.forms import HAN
from generator.intake.ledger import put
from generator.model import Line

_SELDOM = {
    "剌": "刺", "夭": "天", "玫": "改", "杏": "查", "巳": "已", "呴": "响", "窒": "重", "耋": "重",
    "蚕": "重", "夹": "央", "贵": "责", "宪": "完", "蜂": "峰", "敬": "散", "盯": "町", "歼": "矸",
    "砰": "矸", "砍": "改", "因": "园", "秤": "秆", "杆": "秆", "冶": "治", "予": "子", "陕": "快",
    "孰": "熟",
}  # fmt: skip
"""Right characters too, but seldom in official prose: what stands there against what was printed.
Words of two characters that the source has, on both sides, are proof."""
_PAIRS = (
    "固国", "治冶", "王工", "生牛", "泓泫", "土士", "日曰", "天夭", "己已", "问间", "侯候", "拔拨",
    "技枝", "环坏", "券卷", "微徽", "闻闯", "阖闯", "年牢", "政改", "氟氚", "学掌", "辩辨", "睛晴",
    "贮贬", "拢扰", "晒硒", "销硝",
)  # fmt: skip
"""Both characters are common, but hardly ever make a word in the place of the other (not 没 and 设,
未 and 末, 首 and 前): a phrase of four characters is proof."""
_LEAST, _TIMES = 3, 3
"""How often the source must have the word that proves, and how many times as often as the other."""
_REACH = 3
_SPACE = re.compile(r"[^\S\t]|\*\*")
_EDGE = "\t"
"""A phrase does not run over the edge of a cell."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A character in question, with what stands before and behind it, white space aside."""

    line: int
    at: int
    before: str
    behind: str


def look_alikes(lines: list[Line]) -> list[Line]:
    """Writes the character that the source proves by the same phrase elsewhere, where what stands
    there now occurs nowhere else.

    >>> from generator.model import Span
    >>> texts = ["年度国有建设用地"] * 3 + ["年度固有建设用地", "固定资产"]
    >>> lines = [Line(text, Span(n, n)) for n, text in enumerate(texts, 1)]
    >>> [line.text for line in look_alikes(lines)][3:]
    ['年度国有建设用地', '固定资产']
    """
    sites = list(_sites(lines))
    chars = {site: lines[site.line].text[site.at] for site in sites}
    phrases = {
        phrase
        for site in sites
        for char in (chars[site], *_candidates(chars[site]))
        for phrase in (*_words(site, char), *_phrases(site, char))
    }
    seen = Witness(lines).count(phrases)
    edits = (
        (site.line, site.at, site.at + 1, right)
        for site in sites
        if (right := _proven(site, chars[site], seen))
    )
    return put(lines, edits)


def _proven(site: _Site, char: str, seen: Counter[str]) -> str:
    """The character that was printed; empty where nothing proves another."""
    stands = _words(site, char)
    for right in _candidates(char):
        printed = _words(site, right)
        phrases = list(zip(_phrases(site, char), _phrases(site, right), strict=True))
        # 脱硝 of other places proves itself, however often 脱销 stands beside it.
        alone = all(
            seen[word] <= max((seen[now] for now, _ in phrases), default=0) for word in stands
        )
        if alone and any(seen[then] >= max(_LEAST, _TIMES * seen[now]) for now, then in phrases):
            return right
        # 其中夹带: 央带 is no word of the source, and 因区划调整 has a word on one side only.
        proven = _SELDOM.get(char) == right and len(printed) == 2 and all(seen[w] for w in printed)
        pairs = zip(stands, printed, strict=True)
        if proven and any(seen[then] >= max(_LEAST, seen[now]) for now, then in pairs):
            return right
    return ""


def _candidates(char: str) -> list[str]:
    others = [pair.replace(char, "") for pair in _PAIRS if char in pair]
    return [*filter(None, [_SELDOM.get(char, "")]), *others]


def _words(site: _Site, char: str) -> list[str]:
    """The words of two Han characters that have the one in question."""
    words = (site.before[-1:] + char, char + site.behind[:1])
    return [word for word in words if re.fullmatch(rf"[{HAN}]{{2}}", word)]


def _phrases(site: _Site, char: str) -> list[str]:
    """The phrases of four characters that have the one in question inside."""
    whole = site.before + char + site.behind
    at = len(site.before)
    found = [whole[start : start + 4] for start in (at - 2, at - 1) if start >= 0]
    return [phrase for phrase in found if len(phrase) == 4 and _EDGE not in phrase]


def _sites(lines: Sequence[Line]) -> Iterator[_Site]:
    asked = re.compile(f"[{''.join(sorted({*_SELDOM, *''.join(_PAIRS)}))}]")
    solid = [_SPACE.sub("", line.text) for line in lines]
    for index, line in enumerate(lines):
        for found in asked.finditer(line.text):
            before = _SPACE.sub("", line.text[max(found.start() - 12, 0) : found.start()])
            behind = _SPACE.sub("", line.text[found.end() : found.end() + 12])
            before = (_beside(solid, index, -1) if len(before) < _REACH else "") + before
            behind += _beside(solid, index, 1) if len(behind) < _REACH else ""
            yield _Site(index, found.start(), before[-_REACH:], behind[:_REACH])


def _beside(solid: Sequence[str], index: int, step: int) -> str:
    """The end of the next line above, or the start of the next below, that has text."""
    index += step
    while 0 <= index < len(solid):
        if solid[index]:
            return solid[index][-_REACH:] if step < 0 else solid[index][:_REACH]
        index += step
    return ""

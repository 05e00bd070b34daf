"""Fake bold: print that overstrikes a heading to make it bold leaves every glyph twice in the text
layer, run by run (`11.. 深入贯彻深入贯彻。。`) or glyph by glyph (`55.. 压压实实企企业业。。`)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.intake.forms import HAN
from generator.model import Line, Span

_DOUBLED = re.compile(r"[ \u3000]*(\S.{0,39}?)\1")
_SPACE = r"[ \u3000]*"
_NUMBER = re.compile(
    rf"^\s*(?:(\d{{1,2}})\1{_SPACE}([.．、])\2|(（)（(?P<han>[{HAN}]{{1,3}})(?P=han)）(）))"
)


def _halve(text: str, at: int) -> tuple[str, int] | None:
    """The longest run of up to 40 characters at `at` that stands there twice, and its end: the
    longest, so that 1010 is 10 and 2222 is 22."""
    for size in range(min(40, (len(text) - at) // 2), 0, -1):
        once, again = text[at : at + size], text[at + size : at + 2 * size]
        if once == again and not once.isspace():
            return once, at + 2 * size
    return None


def undouble(text: str) -> tuple[str, str]:
    """The doubled stretch at the start, written once, and the rest.

    >>> undouble("44.. 压实企业压实企业（（集团集团））责任责任。。严格落实")
    ('4. 压实企业（集团）责任。', '严格落实')
    >>> undouble("普通的一句话。")
    ('', '普通的一句话。')
    """
    kept: list[str] = []
    at = 0
    while at < len(text):
        if text[at] in " \u3000":
            kept.append(text[at])
            at += 1
            continue
        found = _halve(text, at)
        if found is None:
            break
        once, at = found
        kept.append(once)
    return "".join(kept).rstrip(), text[at:]


def _certain(once: str, rest: str) -> bool:
    """Doubling by chance (`人人`, `天天`) is short and brings no doubled mark along."""
    marked = bool(re.search(r"[。.．）：、]", once))
    return len(once) >= 4 and (marked or not rest.strip())


def _fix(line: Line) -> Line:
    bare = line.text.strip()
    # A row of dots to be filled in (2021-02, line 4608) is doubled by nature.
    if line.mark or "**" in bare or not _DOUBLED.match(bare) or len(set(bare)) == 1:
        return line
    once, rest = undouble(bare)
    if not _certain(once, rest) and not (once and _NUMBER.match(bare)):
        return line
    # A glyph doubled by chance behind the heading (2021-02, line 538: 完完善) is not bold.
    stop = once.find("。") + 1
    if 0 < len(once) - stop <= 2 and stop:
        once, rest = once[:stop], once[stop:] + rest
    if not rest.strip():
        return replace(line, text=once, mark="**")
    return replace(line, text=f"**{once}**{rest}")


def fake_bold(lines: list[Line]) -> list[Line]:
    """Writes the doubled start of a line once, in bold; a whole line of it is marked bold.

    >>> from generator.model import Span
    >>> here = Span(1, 1)
    >>> fake_bold([Line("55.. 压压实实企企业业。。紧盯", here)])[0].text
    '**5. 压实企业。**紧盯'
    >>> fake_bold([Line("人人参与，天天巡查", here)])[0].text
    '人人参与，天天巡查'
    """
    result: list[Line] = []
    above = Line("", Span(0, 0))
    for line in lines:
        fixed = _rest_of_heading(above, _fix(line))
        result.append(fixed)
        above = fixed if fixed.text.strip() else above
    return result


def _rest_of_heading(above: Line, line: Line) -> Line:
    """A line that only doubles a glyph or two ends the bold heading above it (2021-02, line 7273:
    案案; line 988: 度度。。国有)."""
    if above.mark != "**" or above.text.endswith("。") or line.mark or "**" in line.text:
        return line
    once, rest = undouble(line.text.strip())
    if once and not rest.strip():
        return replace(line, text=once, mark="**")
    return replace(line, text=f"**{once}**{rest}") if once.endswith("。") else line

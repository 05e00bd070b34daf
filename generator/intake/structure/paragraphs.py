"""Lines to paragraphs: where one begins, where one goes on over a line, column or page break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.forms import HAN, ends_sentence, width
from generator.intake.structure import dates, names
from generator.intake.structure.measure import INDENT, Measure
from generator.intake.structure.numbering import number
from generator.intake.structure.parts import Draft
from generator.model import Line

_OPENER = re.compile(r"^\s*(?:——|※|[●◆■□☐☑○★▲]|附\s*件\s*\d*\s*[:：]|注\s*[:：]|抄送\s*[:：])")
_ROLE_LINE = re.compile(
    rf"^\s*[{HAN}]{{1,8}}[:：]\s*[{HAN}]{{1,2}}[ \u3000]?[{HAN}]{{0,3}}[ \u3000]+[{HAN}]"
)
_LABEL = re.compile(rf"^\s*(?:\*\*)?[{HAN}]{{2,10}}[:：]")
_LONE_LABEL = re.compile(r"^\s*\S?附\s*件\s*\d*\s*$")
_CUT_OFF = re.compile(rf"[{HAN}][0-9A-Z][0-9A-Za-z.-]*$")
"""A figure or code at the end of a line, in another font, of which no sentence can be the last word
(2021-02, line 7075: 1架贝尔407 / 直升机)."""
_LONE_MARKS = re.compile(r"^[\s“”\"＂‘’]*$")
_NOTE = re.compile(r"[（〔［](?:责任|牵头|配合|协办)单位[:：].*[）〕］]\s*$")
"""A responsibility note ends its paragraph, also without a full stop (2019-05, line 223)."""
_MEMBERS = re.compile(rf"^\s*(?:副?指挥长|副?组长|副?主任|成员)[:：][{HAN}]+$")
_FORM = re.compile(r"年 +月 +日|^…+。?$|^（一式.份")
_STAMP = re.compile(
    rf"^\s*[{HAN}]{{2,14}}（(?:公章|盖章|签章|签字|签名)）|^\s*年 +月 +日\s*$|^\s*备注[:：]"
)
"""Lines of a form: blanks to be filled in, and where to sign (2021-02, lines 4542 and 4614)."""
_SHORT_HEADING = 18
_LONGEST_PLAIN_HEADING = 30
"""Widths in em up to which a numbered line may be a heading by itself."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """The place between two lines."""

    current: Sequence[Line]
    """The lines of the paragraph above, at least one."""
    line: Line
    below: str
    """Text of the line below `line`; empty where there is none."""
    gap: bool
    """Whether a blank line stands between."""
    headed: frozenset[str]
    """Classes of the numbering of which the source marks some lines as headings."""

    @property
    def last(self) -> Line:
        """The line above."""
        return self.current[-1]


def drafts(lines: Sequence[Line], measure: Measure) -> list[Draft]:
    """Groups lines into paragraphs; blank lines separate nothing by themselves."""
    headed = _headed(lines)
    # Bold with nothing in it is no text either.
    filled = [i for i, line in enumerate(lines) if line.text.replace("**", "").strip()]
    result: list[Draft] = []
    current: list[Line] = []
    for above, index, under in zip([-1, *filled], filled, [*filled[1:], None], strict=False):
        line = lines[index]
        if current:
            below = "" if under is None else lines[under].text
            seam = _Seam(current, line, below, index - above > 1, headed)
            if _begins(seam, measure):
                result.append(Draft(tuple(current)))
                current = []
        current.append(line)
    if current:
        result.append(Draft(tuple(current)))
    return result


def _headed(lines: Sequence[Line]) -> frozenset[str]:
    """Classes of the numbering of which the source marks some lines as headings."""
    found = (number(line.text) for line in lines if "#" in line.mark)
    return frozenset(one.kind for one in found if one)


def _begins(seam: _Seam, measure: Measure) -> bool:
    """Whether the line begins a paragraph."""
    line, last = seam.line, seam.last
    if measure.wrapped and _is_torn(line, last, measure):
        return False
    if not measure.wrapped and names.is_person(line.text):
        return not (_is_person(last) or names.is_person(last.text))
    if _opens(line) or names.is_person(last.text):
        return True
    if number(line.text) is not None and _may_number(line, seam.current, measure):
        return True
    if "#" in last.mark or last.mark == "**":
        return not _cut_off(last)
    if measure.wrapped:
        return _complete_in_print(seam, measure)
    if measure.setting == "line":
        return not line.text.startswith("\u3000\u3000")
    return _complete_at_blank(seam)


def _is_torn(line: Line, last: Line, measure: Measure) -> bool:
    """Pieces of one line of print: a quotation mark that OCR set on a line of its own, a bold
    heading that goes on."""
    scattered = measure.setting == "scattered"
    lone = _LONE_MARKS.match(line.text) or _LONE_MARKS.match(last.text)
    cut = _CUT_OFF.search(last.text) and number(line.text) is None
    return bool((scattered and lone) or cut) or _bold_goes_on(line, last, measure)


def _complete_at_blank(seam: _Seam) -> bool:
    """Where blank lines divide paragraphs: whether the blank is an end, or only a page or column
    break in the middle of a sentence."""
    line, last, current = seam.line, seam.last, seam.current
    if (not seam.gap and not _is_person(last)) or line.text.startswith("\u3000\u3000"):
        return False
    labelled = _is_person(last) or _LABEL.match(current[0].text)
    if _NOTE.search("".join(one.text for one in current)) or _is_short_label(current):
        return True
    if _is_open_series(current):
        return False
    if ends_sentence(last.text) or (labelled and _LABEL.match(line.text)):
        return True
    # A few characters and a full stop are the rest of a line, not a paragraph (2018-05, line 141).
    rest = ends_sentence(line.text) and width(line.text) < _SHORT_HEADING / 2
    return not rest and _is_heading_line(current, seam.headed)


def _is_short_label(current: Sequence[Line]) -> bool:
    """Who a body consists of, on a line by itself: 成员：有关单位分管负责人 (2019-05, line 865)."""
    text = current[0].text
    return len(current) == 1 and bool(_MEMBERS.match(text)) and width(text) <= _SHORT_HEADING


def _is_open_series(current: Sequence[Line]) -> bool:
    """Clauses parted by semicolons in one paragraph, cut behind one of them (2023-02, lines 1403
    and 1417). A list that has a clause a line has no semicolon inside the line."""
    text = "".join(line.text for line in current).rstrip()
    return text.endswith("；") and "；" in text[:-1] and not text.startswith("——")


def _bold_goes_on(line: Line, last: Line, measure: Measure) -> bool:
    """A bold heading that fills its line and goes on in bold (2021-02, lines 853 and 855)."""
    if last.mark != "**" or ends_sentence(last.text) or number(line.text) is not None:
        return False
    bold = line.mark == "**" or line.text.startswith("**")
    return bold and width(last.text) >= measure.full - INDENT - 1.5


def _opens(line: Line) -> bool:
    """Marks that only stand at the start of a paragraph."""
    text = line.text
    return bool(
        line.mark
        or _OPENER.match(text)
        or _ROLE_LINE.match(text)
        or names.PUBLIC_NOTE.match(text)
        or _LONE_LABEL.match(text)
        or dates.is_date_line(text)
    )


def _may_number(line: Line, current: Sequence[Line], measure: Measure) -> bool:
    """A number at a line start in wrapped text may be text: “剩余|86.公里”, “见|第二十三条”."""
    last = current[-1].text
    found = number(line.text)
    if not measure.wrapped or ends_sentence(last) or "#" in current[-1].mark:
        return True
    if found is not None and found.kind == "circled":
        return True
    if found is not None and found.kind in ("article", "chapter", "cn1"):
        return measure.short(last) or _is_heading_line(current)
    return measure.short(last) or current[-1].mark == "**" or bool(_OPENER.match(current[0].text))


def _complete_in_print(seam: _Seam, measure: Measure) -> bool:
    line, current = seam.line, seam.current
    last = _print_line(current) if measure.setting == "scattered" else seam.last.text
    if ends_sentence(last):
        if _FORM.search(last) or _STAMP.match(line.text):
            return True
        first = len(current) == 1 and current[0].mark != "**"
        room = measure.has_room(last, line.text, first=first)
        return room or measure.indented(line.text, seam.below)
    # The last entry of a list of annexes at the foot of a page (2021-02, lines 6080 and 6081).
    if _is_list_entry(last) and measure.short(last) and line.page != seam.last.page:
        return True
    if measure.setting == "scattered":
        return _is_heading_line(current) and measure.short(last, first=True)
    return width(last) < measure.full - 4


def _print_line(current: Sequence[Line]) -> str:
    """The last line of print, also where OCR set a quotation mark inside it on a line of its own
    (2020-jszb-56, line 35)."""
    whole = len(current) > 1 and _LONE_MARKS.match(current[-2].text)
    return "".join(line.text for line in (current[-3:] if whole else current[-1:]))


def _cut_off(line: Line) -> bool:
    """A line marked as heading that holds a heading and the start of its text, cut in mid-sentence
    (2019-05, line 957)."""
    return "。" in line.text.rstrip("。") and not ends_sentence(line.text)


def _is_list_entry(text: str) -> bool:
    found = number(text)
    return found is not None and found.kind == "ar1" and not re.search(r"[，。；]", text)


def _is_heading_line(current: Sequence[Line], headed: frozenset[str] = frozenset()) -> bool:
    """A numbered line without end mark that is too short to be a broken paragraph, or that has no
    mark at all and is of a class with marked headings (2018-05, line 2105)."""
    if len(current) > 1:
        return False
    text = current[0].text.strip()
    found = number(text)
    if not found or found.kind in ("ar2", "article", "circled") or "。" in text:
        return False
    if found.kind in headed and not re.search(r"[，；。、：（）]", text[len(found.text) :]):
        return width(text) <= _LONGEST_PLAIN_HEADING
    return not re.search(r"[，；：（]$", text) and width(text) <= _SHORT_HEADING


def _is_person(line: Line) -> bool:
    return line.text.startswith("\u3000\u3000") or bool(_ROLE_LINE.match(line.text))

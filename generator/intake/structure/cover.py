"""The front of an issue: cover, imprint and printed contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.intake.forms import comparable, spaceless
from generator.intake.ledger import lifted
from generator.intake.structure import dates, names
from generator.model import ContentsEntry, Line, Masthead, Repair, Role

_FIELDS = {
    "主办单位": "sponsor", "主办": "sponsor", "主管主办": "sponsor",
    "编辑出版": "editor", "编辑单位": "editor", "编辑": "editor",
    "地址": "address", "邮编": "postcode", "邮政编码": "postcode",
    "电话": "phone", "联系电话": "phone", "网址": "web", "电子邮箱": "email", "邮箱": "email",
    "电子信箱": "email", "印刷": "printer", "印刷单位": "printer",
}  # fmt: skip
_LABEL = re.compile(r"^\s*([\u4e00-\u9fff][\u4e00-\u9fff ]{0,7})\s*[:：]\s*(.*)$")
_ROLE = re.compile(r"(?:顾问|主任|委员|主编|副主编|总编|责编|编辑|编审|校对|审核|社长|组长)$")
_CONTENTS = re.compile(r"^\s*目\s*录\s*$")
_PAGE = re.compile(r"\s*(?:…|[.…·．]{2,}+|\t)[\s.…·．]*+[（(]?\s*(\d{1,4})\s*[)）]?\s*$")
_BARE_LEADER = re.compile(r"[.…·．]{2,}+\s*$")
_LEAST_TITLE, _MOST_TITLE = 9, 300
"""Characters of a title that an entry may begin with and go on."""
_LONGEST_LEADER = 300
"""No leader is longer; dots without end are not looked through again from every dot."""
_WITH_DECREE = re.compile(
    r"^([\u4e00-\u9fff]{4,40}(?:办法|规定|条例|细则|规则)(?:（[^（）]{1,6}）)?)[\u4e00-\u9fff]{2,20}令$"
)
_NUMBER = re.compile(r"[（(]\s*([\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号|第\s*\d+\s*号)\s*[)）]\s*$")
_RUNNING_HEADER = re.compile(
    r"^\s*(\S*?公报)\s*[（(]?\s*((?:19|20)\d\d)\s*[.．年·]\s*(?:第\s*)?(\d{1,2})\s*期?[）)]?"
)
_NAME = re.compile(
    r"^(?:([\u4e00-\u9fff]{3,12}[国省市区县])\n+)?([\u4e00-\u9fff]{2,20}公报)$", re.MULTILINE
)
"""The name of a gazette, on one line or two: 中华人民共和国 / 国务院公报."""
_SECTION = re.compile(
    r"^[\u4e00-\u9fff]{0,12}(?:文件|法规|规章|公告|通告|任免|大事记|要闻|选登|令)$"
)
"""The name of a section without a mark of its own: 区政府文件. It stands between two entries."""
_FACTS = re.compile(r"第\s*\d+\s*[期号]|总\s*第?\s*[号:：]|月刊|季刊|周刊|年刊|出版|^\s*20\d\d\s*$")


@dataclass
class Front:
    """What the front states."""

    masthead: Masthead = field(default_factory=Masthead)
    contents: list[ContentsEntry] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def read(lines: Sequence[Line]) -> Front:
    """Reads the lines before the first item; those that state no field stay in `rest`."""
    front = Front()
    filled = [line for line in lines if line.text.strip()]
    split = next((i for i, line in enumerate(filled) if _CONTENTS.match(line.text)), len(filled))
    _imprint(filled[:split], front)
    if split < len(filled):
        front.rest.append(filled[split].text.strip())
        _contents(filled[split + 1 :], front)
    return front


def _imprint(lines: Sequence[Line], front: Front) -> None:
    fields: dict[str, str] = {}
    board: list[Role] = []
    index = 0
    while index < len(lines):
        found = _LABEL.match(lines[index].text)
        label = found[1].replace(" ", "") if found else ""
        # A fact that is stated twice (电话 and 联系电话) has one field; the second stays a line.
        known = _FIELDS[label] not in fields if label in _FIELDS else _ROLE.search(label)
        if not found or not known:
            front.rest.append(lines[index].text.strip())
            index += 1
            continue
        end = index + 1
        while end < len(lines) and _continues(lines[end], filled=bool(found[2]), label=label):
            end += 1
        group = lines[index:end]
        values = [found[2], *(line.text for line in group[1:])]
        if label in _FIELDS:
            value = "".join(v.strip() for v in values)
            fields[_FIELDS[label]] = value
        else:
            people = tuple(name for v in values for name in people_of(v))
            board.append(Role(label, people))
            value = label + "".join(people)
        front.repairs += lifted("imprint", group, value)
        index = end
    front.masthead = Masthead(**fields, board=tuple(board))


def is_imprint(text: str) -> bool:
    """Whether a line states a fact of the imprint: 编辑出版：…."""
    found = _LABEL.match(text)
    return found is not None and found[1].replace(" ", "") in _FIELDS


def _continues(line: Line, *, filled: bool, label: str) -> bool:
    """Whether an imprint line belongs to the label above it."""
    text = line.text
    if _LABEL.match(text) or "#" in line.mark or _FACTS.search(text) or line.mark == "---":
        return False
    return not filled or bool(_ROLE.search(label)) or label == "地址"


def people_of(text: str) -> list[str]:
    """Names set apart by spaces; two single characters are one name.

    >>> people_of("刘 锋"), people_of("张建明 杨 浩 尚亚鹏")
    (['刘锋'], ['张建明', '杨浩', '尚亚鹏'])
    """
    result: list[str] = []
    waiting = ""
    for token in re.split(r"[\s、，]+", text.strip()):
        if waiting or len(token) == 1:
            waiting += token
            if len(waiting) > 1:
                result.append(waiting)
                waiting = ""
        elif token:
            result.append(token)
    return [*result, waiting] if waiting else result


def _contents(lines: Sequence[Line], front: Front) -> None:
    section: Line | None = None
    name: str | None = None
    for part in _parts(lines, front):
        if isinstance(part, list):
            if section:
                # Printed again over the rest of its entries, it stands once.
                again = front.contents and front.contents[-1].section == name
                front.repairs += lifted("contents", [section], "" if again else name or "")
            section = None
            _entry(part, name, front)
            continue
        if section:
            front.rest.append(section.text.strip())
        section, name = part, spaceless(part.text).strip("【】[]〔〕 ")
    if section:
        # A name that no entry follows is none of a section.
        front.rest.append(section.text.strip())


def _parts(lines: Sequence[Line], front: Front) -> Iterator[Line | list[Line]]:
    """The name of each section, and the lines of each entry; facts of the issue go to `front`."""
    waiting: list[Line] = []
    for line in lines:
        text = line.text
        if not waiting and _is_section(line):
            yield line
        elif not waiting and _FACTS.search(text) and not _page(text):
            front.rest.append(text.strip())
        else:
            if line.mark == "-" and waiting:
                yield waiting
                waiting = []
            waiting.append(line)
            if _page(text) or _bare_leader(text):
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _is_section(line: Line) -> bool:
    text = line.text.strip()
    if _page(text) or _bare_leader(text) or _FACTS.search(text):
        return False
    bracketed = text.startswith("【") and text.endswith("】")
    return "#" in line.mark or bracketed or bool(_SECTION.match(spaceless(text)))


def _entry(lines: Sequence[Line], section: str | None, front: Front) -> None:
    text = "".join(line.text.strip() + " " for line in lines).strip()
    found = _page(text)
    page = int(found[1]) if found else None
    text = text[: found.start()] if found else text
    leader = _bare_leader(text)
    text = (text[: leader.start()] if leader else text).strip()
    text = re.sub(r"\s+(?=〔\d{4}〕)", "", text)
    named = _NUMBER.search(text)
    number = spaceless(named[1]).replace(" ", "") if named else None
    title = spaceless(text[: named.start()] if named else text)
    if named and (rules := _WITH_DECREE.match(title)):
        # The rules and the decree that issues them, on one line (2023-02, line 65).
        title = rules[1]
    front.contents.append(ContentsEntry(section, title, number, page, None))
    value = title + (number or "") + (str(page) if page else "")
    front.repairs += lifted("contents", lines, value)


def _page(text: str) -> re.Match[str] | None:
    return _PAGE.search(text, max(len(text) - _LONGEST_LEADER, 0))


def _bare_leader(text: str) -> re.Match[str] | None:
    return _BARE_LEADER.search(text, max(len(text) - _LONGEST_LEADER, 0))


def header_facts(dropped: Sequence[str]) -> dict[str, str | int]:
    """Publication, year and number as running headers state them.

    >>> header_facts(["某市人民政府公报（2021. 2） 市人民政府文件"])
    {'publication': '某市人民政府公报', 'year': 2021, 'number': 2}
    """
    for text in dropped:
        if found := _RUNNING_HEADER.match(text):
            return {"publication": found[1], "year": int(found[2]), "number": int(found[3])}
    return {}


def facts(lines: Sequence[Line]) -> dict[str, str | int]:
    """Name, year, number, 总期号, period and date of publication, as far as the front says."""
    text = "\n".join(line.text for line in lines)
    tight = re.sub(r"[ \t\u3000]", "", text)
    result: dict[str, str | int] = {}
    if found := re.search(r"(?:^|[^总])第(\d{1,3})[期号]", tight, re.MULTILINE):
        result["number"] = int(found[1])
    if found := re.search(r"总(?:第|号[:：])?(\d{1,5})[期号）)]?", tight):
        result["total"] = int(found[1])
    if found := re.search(r"[双半]?[月季周旬年]刊", tight):
        result["period"] = found[0]
    if found := re.search(r"^(20\d\d|19\d\d)(?:$|年)", tight, re.MULTILINE):
        result["year"] = int(found[1])
    if found := _NAME.search(tight):
        result["publication"] = (found[1] or "") + found[2]
    for line in tight.split("\n"):
        day = dates.find(line)
        if day and ("出版" in line or re.search(r"第\d+[期号]", line)):
            result["published"] = day
    return result


class Named:
    """The items of an issue, to be found as the contents name them: by the number, else by the
    title; the first of several."""

    def __init__(self, items: Iterable[tuple[str, str | None]]) -> None:
        self._numbers: dict[str, int] = {}
        self._titles: dict[bool, dict[str, int]] = {True: {}, False: {}}
        """By whether a number counts where both have one; title, and title without 关于."""
        for index, (title, number) in enumerate(items):
            if number:
                self._numbers.setdefault(number, index)
            for titles in (self._titles[False], *([] if number else [self._titles[True]])):
                titles.setdefault(comparable(title), index)
                titles.setdefault(_short(title), index)

    def find(self, entry: ContentsEntry) -> int | None:
        """The index of the item that an entry names."""
        titles = self._titles[bool(entry.number)]
        wanted = comparable(entry.title)
        starts = (wanted[:size] for size in range(_LEAST_TITLE, min(len(wanted), _MOST_TITLE) + 1))
        found = [titles.get(text) for text in (wanted, _short(entry.title), *starts)]
        found.append(self._numbers.get(entry.number or ""))
        return min((index for index in found if index is not None), default=None)


def _short(title: str) -> str:
    """A title as it is compared without 关于, told apart from whole titles by its kind."""
    whole = comparable(title)
    return f"{names.kind_of(whole)} {whole.replace('关于', '')}"


def is_paged(text: str) -> bool:
    """Whether a line ends like an entry of the contents: dots and a page."""
    return bool(_page(text) or _bare_leader(text))

"""Who stands on a line of a list of persons: role, name and post, in the shapes prints have.

| on the line | is |
|---|---|
| `组长：张三⇥副市长` or `组长：张三 副市长` | role, name, post |
| `组长：⇥张三⇥副市长` | the same, the role in a cell of its own |
| `张三⇥副市长`, `张三　　副市长` | name and post; the role is that of the person above |
| `张三⇥副市长⇥李四⇥局长` | two columns of print |
| `成员：有关单位分管负责人` | a role that nobody is named for |
| `成员：` | a role, whose first person stands on the next line |
| `⇥张三⇥李四⇥局长` | 张三, whose post the source lost, beside 李四 |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.forms import HAN, POST_END

_LONGEST = 400
"""Characters; no line of a list of persons is as long."""
_ROLE_WORDS = (
    "(?:总指挥|指挥长|组长|主任|召集人|主席|秘书长|会长|理事长|团长|队长|政委"
    "|成员|组员|委员|理事|顾问)"
)
_ROLE = re.compile(rf"([{HAN}]{{0,8}}?{_ROLE_WORDS}[:：])[ \u3000]*")
_ROLE_CELL = re.compile(rf"(?:常务|执行|第一)?副?{_ROLE_WORDS}")
"""In the first cell a role may stand without its colon; 主任 in any other is a post."""
_NOTE = r"(?:（[^（）]{1,12}）)?"
"""（女）, （兼） behind a name or post."""
_NAME_WORDS = (
    rf"(?:[{HAN}][ \u3000][{HAN}]|[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}})"
)
_NAME = re.compile(_NAME_WORDS + _NOTE)
_NO_NAME = re.compile(
    r"^[各本有相市县省镇乡副]|姓名|(?:[市县区局厅部处科院校所行会组河湖林]长|主任|书记|主席|秘书长|经理|董事)$"
    r"|..[局委办部厅署处科室站所队县区镇乡]$|单位|部门|负责|人员|成员|委员|同志|代表"
)
"""市财政局, 相关部门 and 副市长 are as short as names, and so is the head of a table."""
_PLAIN = re.compile(rf"({_NAME_WORDS}{_NOTE})[ \u3000]+(\S.*)")
_WORDS = re.compile(rf"(?!.*\d{{5}})[{HAN}0-9A-Za-z（）、·“”《》-]{{2,60}}")
"""What a post may hold: no sentence, no telephone number."""
_POST = re.compile(rf"{POST_END}{_NOTE}\Z")
_OFFICE = re.compile(r"[局委办部厅署处院校]|中心|集团|公司|政府|支队|大学|协会|单位")
_SHORTEST_OFFICE = 4


@dataclass(frozen=True, slots=True)
class Person:
    """What a line says of one person."""

    role: str
    """With its colon, as printed; empty where the line has none."""
    name: str
    """Empty where nobody is named (有关单位分管负责人)."""
    post: str
    """Empty where the source lost it."""
    first: int = 0
    """The cell in which it begins, from 0, and in which it ends."""
    last: int = 0

    @property
    def proven(self) -> bool:
        """Whether there is a name, and a post that ends as posts do."""
        return bool(self.name) and is_post(self.post)


def read(text: str) -> tuple[Person, ...]:
    """The persons on a line, from left to right; none if it holds anything else.

    >>> [(p.role, p.name, p.post) for p in read("组长：张三\\t副市长\\t李四\\t局长")]
    [('组长：', '张三', '副市长'), ('', '李四', '局长')]
    >>> read("张三 13800000000"), read("市财政局\\t局长"), read("市长 张三")
    ((), (), ())
    """
    if len(text) > _LONGEST:
        return ()
    bare = text.replace("**", "")
    tabbed = "\t" in bare
    words = _cells(bare) if tabbed else _words(bare.strip())
    found = _persons(words)
    # Only beside a person who has a post can it be seen that one lost theirs.
    lost = any(one.name and not one.post for one in found)
    return () if lost and not any(one.proven for one in found) else found


def mostly(rows: Sequence[Sequence[str]]) -> bool:
    """Whether four in five rows of cells are persons, the first one among them."""
    read_ = [any(one.proven for one in read("\t".join(cells))) for cells in rows]
    return read_[0] and sum(read_) >= len(rows) * 0.8


def is_post(text: str) -> bool:
    """Whether a text ends as a post does: 市委常委、常务副市长."""
    parts = text.split()
    return bool(parts) and all(_WORDS.fullmatch(part) and _POST.search(part) for part in parts)


def is_members(role: str) -> bool:
    """Whether a role is that of the many, who stand last."""
    return bool(re.search(r"(?:成员|组员|委员|理事|顾问)[:：]?$", role))


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _NO_NAME.search(text)


def _may_be_post(text: str) -> bool:
    """A post, or at least the name of an office (教授、复旦大学)."""
    office = len(text) >= _SHORTEST_OFFICE and _OFFICE.search(text) and _WORDS.fullmatch(text)
    return is_post(text) or bool(office)


@dataclass(frozen=True, slots=True)
class _Word:
    """A role, or what else is in a cell."""

    text: str
    at: int
    role: bool = False


def _cells(text: str) -> list[_Word]:
    words: list[_Word] = []
    for at, cell in enumerate(one.strip() for one in text.split("\t")):
        role = _ROLE.match(cell)
        if role or (at == 0 and _ROLE_CELL.fullmatch(cell)):
            words.append(_Word(role[1] if role else cell, at, role=True))
            cell = cell[role.end() :] if role else ""
        if cell:
            words.append(_Word(cell, at))
    return words


def _words(text: str) -> list[_Word]:
    """The parts of a line that has spaces for cells, of one person."""
    role = _ROLE.match(text)
    words = [_Word(role[1], 0, role=True)] if role else []
    rest = text[role.end() :] if role else text
    person = _PLAIN.fullmatch(rest)
    if person:
        return [*words, _Word(person[1], 0), _Word(person[2].strip(), 0)]
    # Without a role it takes a name and a post for a line to be a person's.
    return [*words, _Word(rest, 0)] if role and rest else words


def _persons(words: Sequence[_Word]) -> tuple[Person, ...]:
    found: list[Person] = []
    at = 0
    while at < len(words):
        start, role = words[at].at, ""
        if words[at].role:
            role, at = words[at].text, at + 1
        one, other = (words[i] if i < len(words) and not words[i].role else None
                      for i in (at, at + 1))  # fmt: skip
        if one and other and _is_name(one.text) and _may_be_post(other.text):
            found.append(Person(role, one.text, other.text, start, other.at))
            at += 2
        elif one and _is_name(one.text):
            found.append(Person(role, one.text, "", start, one.at))
            at += 1
        elif one and role and _may_be_post(one.text):
            found.append(Person(role, "", one.text, start, one.at))
            at += 1
        elif role and one is None:
            found.append(Person(role, "", "", start, start))
        else:
            return ()
    return tuple(found)

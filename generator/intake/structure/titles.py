"""Titles of attached instruments (the 方案 under a 通知) and of annexes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.intake.forms import HAN, alike, comparable, ends_sentence, spaceless
from generator.intake.structure import dates, names
from generator.intake.structure.numbering import number
from generator.model import Line

_ISSUES = re.compile(r"(?:印发|转发|批转|下达|发布|公布|颁布)")
_NAMED = re.compile(
    r"(?:印发|转发|批转|下达|发布|公布)[《〈]?(.+?)[》〉]?的(?:通知|决定|命令|通告|公告|函)$"
)
_QUOTED = re.compile(r"《([^《》]{4,80})》")
_NO_TITLE = "\t\ufffc"
"""Stands for a line that is something else for certain: no title runs over it."""
_SERIAL = re.compile(rf"\([{HAN}]{{1,2}}\)$")
"""Annexes in several sheets: 申请行政协助函（一）,（二） (2021-02, lines 4579 and 4599)."""
_MOST_LINES = 4
_MOST_FORMS = 200
"""Where a document names more titles than this, only the very words count."""
_ALIKE, _VERY_ALIKE = 0.75, 0.85
_CHAPTER = re.compile(r"(\d{1,2})\.\d")


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in the body; indices into the list of lines."""

    lines: tuple[int, ...]
    label: str
    text: str


def wanted(title: str, letter: str, annexes: Collection[str]) -> list[str]:
    """The titles that may stand in the body: what the document issues, quotes or lists."""
    found = _NAMED.search(title)
    return [*([found[1]] if found else []), *_QUOTED.findall(letter), *annexes]


def listed(lines: Sequence[Line]) -> list[str]:
    """The titles of appendices as the chapter that lists them has them: 9.1 …, 9.2 … where later
    lines are labelled 附录9.2 (2018-05, lines 1933 to 1952)."""
    labels = (names.ANNEX_LABEL.match(line.text) for line in lines)
    chapters = {found[1] for label in labels if label and (found := _CHAPTER.search(label[1]))}
    entries = [(number(line.text), line.text.strip()) for line in lines] if chapters else []
    return [
        text.removeprefix(entry.text).strip()
        for entry, text in entries
        if entry and entry.kind == "dec2" and str(entry.path[0]) in chapters
    ]


def find(
    lines: Sequence[Line], first: int, taken: Collection[int], targets: Sequence[str],
    letter_ends: int | None, title: str,
) -> list[Title]:  # fmt: skip
    """All titles from line `first` on. `taken` are lines that are something else for certain,
    `letter_ends` the line behind the first sign-off."""
    filled = [i for i in range(first, len(lines)) if lines[i].text.strip()]
    behind = None
    if letter_ends is not None and _ISSUES.search(title):
        behind = next((i for i in filled if i >= letter_ends and i not in taken), None)
    lines = [replace(line, text=_NO_TITLE) if i in taken else line for i, line in enumerate(lines)]
    forms = {comparable(target) for target in targets}
    found: list[Title] = []
    k = 0
    while k < len(filled):
        here = None
        if filled[k] not in taken:
            here = (
                _annex(lines, filled, k, forms)
                or _exact(lines, filled, k, forms)
                or _marked(lines, filled, k, forms)
            )
            if here is None and filled[k] == behind and not found:
                here = _behind_letter(lines, filled, k, forms)
        if here is not None:
            k += len(here.lines)
            found.append(_with_title_above(lines, filled, k - len(here.lines), here, found, forms))
        else:
            k += 1
    return found


def _with_title_above(
    lines: Sequence[Line],
    filled: list[int],
    k: int,
    here: Title,
    found: list[Title],
    forms: Collection[str],
) -> Title:
    """A label without a title below it may have it above (2019-05, lines 381 and 383)."""
    if here.text or not k:
        return here
    if found and found[-1].lines[-1] == filled[k - 1] and not found[-1].label:
        above = found.pop()
        return Title((*above.lines, *here.lines), here.label, above.text)
    title = spaceless(lines[filled[k - 1]].text)
    if "#" in lines[filled[k - 1]].mark and _likeness(comparable(title), forms) > _ALIKE:
        return Title((filled[k - 1], *here.lines), here.label, title)
    return here


def _likeness(text: str, forms: Collection[str]) -> float:
    """How like the text is to the most similar of the wanted titles, 0 to 1; 0 for less than
    `_ALIKE`."""
    if len(forms) > _MOST_FORMS:
        return 0.0
    return max((alike(text, form, _ALIKE) for form in forms), default=0.0)


def _exact(lines: Sequence[Line], filled: list[int], k: int, forms: set[str]) -> Title | None:
    """Whole lines that together are one of the wanted titles."""
    joined = ""
    for size in range(1, min(_MOST_LINES, len(filled) - k) + 1):
        joined += comparable(lines[filled[k + size - 1]].text)
        if joined in forms or _SERIAL.sub("", joined) in forms:
            return _title(lines, filled[k : k + size], "")
    return None


def _marked(lines: Sequence[Line], filled: list[int], k: int, forms: set[str]) -> Title | None:
    """A line that the source marks as a heading, without number, and nearly one of the wanted
    titles (2018-05, line 1947, whose label was lost)."""
    line = lines[filled[k]]
    if "#" not in line.mark or number(line.text) is not None or not _may_be_title(line):
        return None
    alike = _likeness(comparable(line.text), forms) >= _VERY_ALIKE
    return _title(lines, filled[k : k + 1], "") if alike else None


def _annex(lines: Sequence[Line], filled: list[int], k: int, forms: set[str]) -> Title | None:
    text = lines[filled[k]].text
    label = names.ANNEX_LABEL.match(text)
    if label is None or ends_sentence(text.rstrip(":：")) or "\t" in text:
        return None
    rest = text[label.end() :].strip()
    colon = "：" in text[: label.end()] or ":" in text[: label.end()]
    following = lines[filled[k + 1]].text if k + 1 < len(filled) else ""
    # 附件： above a numbered list, or with the only title behind it, is the list of annexes.
    if colon and (rest or number(following) is not None):
        return None
    if rest and (number(rest) is not None or len(rest) > 40):
        return None
    name = spaceless(label[1]).replace(" ", "")
    if rest:
        return Title((filled[k],), name, spaceless(rest))
    size = _title_size(lines, filled, k + 1, forms)
    return _title(lines, filled[k : k + 1 + size], name)


def _title_size(lines: Sequence[Line], filled: list[int], k: int, forms: set[str]) -> int:
    """How many lines behind an annex label are its title."""
    if size := _alike_size(lines, filled, k, forms):
        return size
    if k >= len(filled) or not _may_be_title(lines[filled[k]]):
        return 0
    mark = lines[filled[k]].mark
    size = 1
    while mark and k + size < len(filled) and size < _MOST_LINES:
        line = lines[filled[k + size]]
        if line.mark != mark or number(line.text) is not None or ends_sentence(line.text):
            break
        size += 1
    return size


def _alike_size(lines: Sequence[Line], filled: list[int], k: int, forms: set[str]) -> int:
    """How many lines are most like one of the wanted titles; 0 where none is."""
    joined = [""]
    for n in range(1, min(_MOST_LINES, len(filled) - k) + 1):
        line = lines[filled[k + n - 1]]
        if "\t" in line.text or (number(line.text) is not None and n > 1):
            break
        joined.append(joined[-1] + comparable(line.text))
    exact = next((n for n, text in enumerate(joined) if n and text in forms), 0)
    if exact:
        return exact
    ratios = [0.0, *(_likeness(text, forms) for text in joined[1:])]
    best = max(ratios)
    return ratios.index(best) if best > _ALIKE else 0


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    return (
        "\t" not in text
        and 2 < len(text) <= 50
        and number(text) is None
        and not ends_sentence(text)
        and not re.search(r"[，：；]", text)
        and not dates.is_date_line(text)
        and names.ANNEX_LABEL.match(text) is None
    )


def _behind_letter(
    lines: Sequence[Line], filled: list[int], k: int, forms: set[str]
) -> Title | None:
    """The first lines behind the sign-off of a letter that issues something: its title, even where
    the letter quotes it in other words (2018-05, lines 648 and 653)."""
    if not _may_be_title(lines[filled[k]]):
        return None
    size = max(_title_size(lines, filled, k, forms), 1)
    joined = "".join(lines[i].text for i in filled[k : k + size])
    return _title(lines, filled[k : k + size], "") if names.kind_of(spaceless(joined)) else None


def _title(lines: Sequence[Line], indices: Sequence[int], label: str) -> Title:
    text_lines = indices[1:] if label else indices
    if not text_lines:
        return Title(tuple(indices), label, "")
    return Title(tuple(indices), label, spaceless(" ".join(lines[i].text for i in text_lines)))

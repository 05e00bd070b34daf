"""Block marks of Markdown-like text, moved out of the text into `Line.mark`.

The marks say little (2018-05 marks the same class of heading with ##, ### and ####), so structure
takes them as a hint that a line is a heading, never as its level.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Line

_HEADING = re.compile(r"^\s*(#{1,6})[^\S\t]+(.*)$")
_BULLET = re.compile(r"^\s*([-*+])[^\S\t]+(?=\S)(.*)$")
"""No tab behind the mark: there it is the first cell of a row (2018-05, line 1275)."""
_RULE = re.compile(r"^\s*(-{3,}|\*{3,}|_{3,})\s*$")
_OPEN_BOLD = re.compile(r"^\s*\*\*[^*]+$")
_CLOSE_BOLD = re.compile(r"^[^*]+\*\*\s*$")
_WHOLE_BOLD = re.compile(r"^\s*\*\*([^*]+)\*\*\s*$")


def _split(line: Line) -> Line:
    text, marks = line.text, []
    if _RULE.match(text):
        return replace(line, text="", mark="---")
    if found := _HEADING.match(text):
        marks.append(found[1])
        text = (found[2].rstrip("#") if found[2].endswith("#") else found[2]).rstrip()
    elif found := _BULLET.match(text):
        marks.append(found[1])
        text = found[2]
    # A tab row may be bold in its only cell; a row is no heading.
    if "\t" not in text and (found := _WHOLE_BOLD.match(text)):
        marks.append("**")
        text = found[1]
    return replace(line, text=text, mark=" ".join(marks)) if marks else line


def block_marks(lines: list[Line]) -> list[Line]:
    """Moves `#`, `-`, `---` and the bold of a whole line from the text to the mark.

    >>> from generator.model import Span
    >>> block_marks([Line("#### **（二）强化资金保障。**", Span(307, 307))])[0].mark
    '#### **'
    """
    return _spread_bold([line if line.mark else _split(line) for line in lines])


def _spread_bold(lines: list[Line]) -> list[Line]:
    """Bold that begins on one line and ends on another marks every line between (2018-05, lines
    2019 to 2021)."""
    result = list(lines)
    for first, line in enumerate(lines):
        if line.mark or not _OPEN_BOLD.match(line.text):
            continue
        last = first + 1
        while last < len(lines) and lines[last].text.strip() and "**" not in lines[last].text:
            last += 1
        if last == len(lines) or not _CLOSE_BOLD.match(lines[last].text):
            continue
        for index in range(first, last + 1):
            text = lines[index].text.replace("**", "")
            result[index] = replace(lines[index], text=text, mark="**")
    return result

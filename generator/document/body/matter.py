"""A line that belongs to no item (cover, slogans): text, with doubts marked as in a body."""

from __future__ import annotations

import re

from generator.document.body.inline import render_reason, unescape
from generator.document.body.syntax import MARKS
from generator.model import Run, Text

_MARK = MARKS["flag"].pattern
_TOKEN = re.compile(rf"\\(?P<literal>[\\\[])|{_MARK}", re.DOTALL)
_LITERAL = re.compile(r"\\(?=[\\\[])|(?=\[)")


def parse_matter(line: str) -> Text:
    r"""The line as runs. Anything but a whole mark of doubt is text; `\[` is the text of a bracket.

    >>> [(run.text, run.flag) for run in parse_matter("[学上公报]{?疑为“掌上公报”}")]
    [('学上公报', '疑为“掌上公报”')]
    """
    runs: list[Run] = []
    text, at = "", 0
    for found in _TOKEN.finditer(line):
        text += line[at : found.start()] + (found["literal"] or "")
        at = found.end()
        if not found["literal"]:
            runs += [Run(text), Run(found["text"], flag=unescape(found["note"]))]
            text = ""
    return tuple(run for run in (*runs, Run(text + line[at:])) if run.text)


def escape_matter(text: str) -> str:
    r"""Text as a line that reads as that text, also where it looks like a mark of doubt.

    >>> escape_matter("第[5]期"), escape_matter("[[x]{?y}"), escape_matter("\\[")
    ('第[5]期', '\\[\\[x]{?y}', '\\\\\\[')
    """
    if parse_matter(text) == (Run(text),):
        return text
    return _LITERAL.sub(r"\\\g<0>", text)


def flag_matter(line: str, find: str, why: str) -> str:
    """The line with a doubt on `find`, which stands in it once."""
    return line.replace(find, f"[{find}]{render_reason(why)}", 1)

"""A line that belongs to no item (cover, slogans): text, with doubts marked as in a body."""

from __future__ import annotations

from generator.document.body.inline import render_reason, unescape
from generator.document.body.syntax import MARKS
from generator.model import Run, Text


def parse_matter(line: str) -> Text:
    """The line as runs. Anything but a whole mark of doubt is text.

    >>> [(run.text, run.flag) for run in parse_matter("[学上公报]{?疑为“掌上公报”}")]
    [('学上公报', '疑为“掌上公报”')]
    """
    runs: list[Run] = []
    at = 0
    for found in MARKS["flag"].finditer(line):
        runs += [Run(line[at : found.start()]), Run(found["text"], flag=unescape(found["note"]))]
        at = found.end()
    return tuple(run for run in (*runs, Run(line[at:])) if run.text)


def flag_matter(line: str, find: str, why: str) -> str:
    """The line with a doubt on `find`, which stands in it once."""
    return line.replace(find, f"[{find}]{render_reason(why)}", 1)

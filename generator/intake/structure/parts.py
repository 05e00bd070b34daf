"""A paragraph on its way from repaired lines to a block, and its text as runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.structure import names
from generator.model import Line, Run, Span, Text

_TOKEN = re.compile(r"(\*\*|</?su[bp]>)")
_LATIN_EDGE = re.compile(r"[A-Za-z0-9]\Z")


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines that make one paragraph."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The joined text, inline marks included; kept line breaks as "\\n"."""
        return join(self.lines)

    @property
    def origin(self) -> Span:
        """First to last raw line."""
        return Span.over(line.origin for line in self.lines)

    @property
    def mark(self) -> str:
        """The block mark of the first line."""
        return self.lines[0].mark


def join(lines: Sequence[Line]) -> str:
    """Lines to one text: no space between Chinese, one between two Latin words.

    A line set apart by a deep indent, and a person's, keeps its line break.
    """
    text = ""
    for line in lines:
        piece = line.text.strip()
        deep = line.text.lstrip(" ").startswith("\u3000\u3000")
        if line.mark == "**" and len(lines) > 1:
            piece = f"**{piece}**"
        if text and (deep or names.is_person(piece)):
            text += "\n"
        elif text and _LATIN_EDGE.match(text[-1]) and re.match(r"[A-Za-z]", piece):
            text += " "
        text += piece
    return text.replace("****", "").strip()


def runs(text: str) -> Text:
    """Text with `**`, `<sub>`, `<sup>` to runs. An unpaired mark stays as text.

    >>> runs("**一是**PM<sub>2.5</sub>")
    (Run(text='一是', strong=True, script='', flag=''), Run(text='PM', strong=False, script='', \
flag=''), Run(text='2.5', strong=False, script='sub', flag=''))
    """
    result: list[Run] = []
    strong, script = False, ""
    tokens = _TOKEN.split(text)
    last = {token: index for index, token in enumerate(tokens)}
    for index, token in enumerate(tokens):
        if token == "**" and (strong or last["**"] > index):
            strong = not strong
        elif token in ("<sub>", "<sup>") and not script and last.get(f"</{token[1:]}", 0) > index:
            script = token[1:4]
        elif script and token == f"</{script}>":
            script = ""
        elif token:
            _add(result, token, strong, script)
    return tuple(result)


def _add(result: list[Run], text: str, strong: bool, script: str) -> None:
    if result and (result[-1].strong, result[-1].script) == (strong, script):
        text = result.pop().text + text
    if script == "sub":
        result.append(Run(text, strong, "sub"))
    elif script == "sup":
        result.append(Run(text, strong, "sup"))
    else:
        result.append(Run(text, strong))

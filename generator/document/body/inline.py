"""Inline text: Markdown to runs and back."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from generator.document.body.syntax import make_parser
from generator.model import Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from generator.document.place import Place

_SYNTAX = re.compile(r"[\\*<\[\n]")
"""No mark is without one of these; text without them needs no parser (most table cells)."""
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\u3000\n]|\Z)|[*\[]|<(?=/?su[bp]>|br>)")
"""Characters that would be read as a mark."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~\u3000])")
_SCRIPTS: dict[str, Literal["", "sub", "sup"]] = {"sub": "sub", "sup": "sup"}
_SOFT_BREAK = "\r"
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\u02ff])\r|\r(?=[^\x00-\u02ff])")


@cache
def parser() -> MarkdownIt:
    """The one parser of the process; making it costs more than a paragraph."""
    return make_parser()


def parse_text(markdown: str, place: Place) -> Text:
    """Read inline Markdown that begins at `place`.

    A line end in a paragraph is a space, or nothing next to a Chinese character. Raises
    `ContentError` for half a mark.
    """
    markdown = markdown.strip()
    if not _SYNTAX.search(markdown):
        return (Run(markdown),) if markdown else ()
    tokens: list[Token] = []
    md = parser()
    md.inline.parse(markdown, md, {"place": place}, tokens)
    return _trimmed(_joined(_runs(tokens)))


def render_text(text: Text) -> str:
    """Write runs as inline Markdown. A hard break becomes a backslash at the line end."""
    parts = []
    for strong, in_strong in groupby(text, key=lambda run: run.strong):
        inner = "".join(
            _flagged(flag, in_flag) for flag, in_flag in groupby(in_strong, key=lambda r: r.flag)
        )
        parts.append(f"**{inner}**" if strong else inner)
    return "".join(parts)


def render_line(text: Text) -> str:
    """Write runs on one line: a hard break becomes `<br>`."""
    return render_text(text).replace("\\\n", "<br>")


def escape(text: str) -> str:
    """Text as Markdown that reads as that text."""
    return _ESCAPE.sub(lambda match: f"\\{match[0]}", text)


def render_reason(flag: str) -> str:
    """Why something is doubtful, as it stands behind it."""
    reason = escape(flag).replace("}", "\\}")
    return f"{{?{reason}}}"


def unescape(markdown: str) -> str:
    """What `escape` was given."""
    return _ESCAPED.sub(r"\1", markdown)


def _flagged(flag: str, runs: Iterable[Run]) -> str:
    inner = "".join(_scripted(run) for run in runs)
    if not flag:
        return inner
    inner = inner.replace("]", "\\]")
    return f"[{inner}]{render_reason(flag)}"


def _scripted(run: Run) -> str:
    text = escape(run.text).replace("\n", "\\\n")
    return f"<{run.script}>{text}</{run.script}>" if run.script else text


def _runs(tokens: Iterable[Token]) -> Iterable[Run]:
    """One run a token; neighbours may have the same style."""
    style: dict[str, str] = {"strong": "", "script": "", "flag": ""}
    for token in tokens:
        kind, _, edge = token.type.rpartition("_")
        if edge == "open" and kind in style:
            style[kind] = token.info or kind
        elif edge == "close" and kind in style:
            style[kind] = ""
        else:
            text = {"hardbreak": "\n", "softbreak": _SOFT_BREAK}.get(token.type, token.content)
            script = _SCRIPTS.get(style["script"], "")
            yield Run(text, bool(style["strong"]), script, unescape(style["flag"]))


def _trimmed(text: Text) -> Text:
    """Without white space at the ends, unless it is inside a mark."""
    if text and _is_plain(text[0]):
        text = (Run(text[0].text.lstrip()), *text[1:])
    if text and _is_plain(text[-1]):
        text = (*text[:-1], Run(text[-1].text.rstrip()))
    return tuple(run for run in text if run.text)


def _is_plain(run: Run) -> bool:
    return not (run.strong or run.script or run.flag)


def _joined(runs: Iterable[Run]) -> Text:
    """Neighbours of one style made one, empty ones dropped, soft breaks resolved."""
    joined = []
    for (strong, script, flag), group in groupby(
        runs, key=lambda run: (run.strong, run.script, run.flag)
    ):
        text = "".join(run.text for run in group)
        text = _BETWEEN_CHINESE.sub("", text).replace(_SOFT_BREAK, " ")
        if text:
            joined.append(Run(text, strong, script, flag))
    return tuple(joined)

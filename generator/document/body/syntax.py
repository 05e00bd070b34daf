"""What of CommonMark a body may use, and the few inline marks of our own.

Blocks: paragraph, ATX heading, bullet list, fence, and the colon fence (`::: gap`). Everything
else (raw HTML, entities, links, images, code, ordered lists, quotes) is text, because a gazette
prints `U-235<S>`, `1. 总则` and `> 10 毫米` and means just that.

Inline: backslash escapes, hard breaks, and `MARKS`. Strong is a mark of our own because in
CommonMark `**（一）煤矿。**实施` is not bold: the closing `**` stands between punctuation and a
letter. Here a pair of `**` is always bold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_block import list_block
from mdit_py_plugins.colon_fence import colon_fence_plugin

from generator.document.place import Place

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_BLOCKS = ("heading", "bullet_list", "fence", "colon_fence", "paragraph")
_INLINES = ("text", "newline", "escape", "wide_escape", "line_break", "mark")

MARKS = {
    "strong": re.compile(r"\*\*(?P<text>(?:\\.|(?!\*\*)[^\\])+)\*\*", re.DOTALL),
    "script": re.compile(
        r"<(?P<note>su[bp])>(?P<text>(?:\\.|(?!</?su[bp]>)[^\\])+)</(?P=note)>", re.DOTALL
    ),
    "flag": re.compile(
        r"\[(?P<text>(?:\\.|[^\\\[\]])+)\]\{\?(?P<note>(?:\\.|[^\\}])+)\}", re.DOTALL
    ),
}
"""Inline marks: `text` is what the mark holds, `note` its tag or its reason."""

_LINE_BREAK = re.compile(r"<br>[ \t]*\n?[ \t]*")
_HALF_MARK = re.compile(r"\*\*|</?su[bp]>|\[(?:\\.|[^\\\[\]])*\]\{\?")
"""What can only be a mark, since the writer escapes it in text."""


def make_parser() -> MarkdownIt:
    """A parser with the rules above and no other."""
    md = MarkdownIt("zero").use(colon_fence_plugin)
    md.block.ruler.before("paragraph", "bullet_list", _bullet_list, {"alt": ["paragraph", "list"]})
    md.inline.ruler.before("escape", "wide_escape", _wide_escape)
    md.inline.ruler.push("line_break", _line_break)
    md.inline.ruler.push("mark", _mark)
    md.core.ruler.enableOnly(["block"])
    md.block.ruler.enableOnly(list(_BLOCKS))
    md.inline.ruler.enableOnly(list(_INLINES))
    return md


def _bullet_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """CommonMark's list, for `-` alone: `1.` and `*` are printed text."""
    if not state.src.startswith("-", state.bMarks[start] + state.tShift[start]):
        return False
    return list_block(state, start, end, silent)


def _wide_escape(state: StateInline, silent: bool) -> bool:
    """Backslash and ideographic space: the space is text, not the one after an annex label."""
    if not state.src.startswith("\\\u3000", state.pos):
        return False
    if not silent:
        state.pending += "\u3000"
    state.pos += 2
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    """`<br>`: a line break where the Markdown has one line only, as in a cell or a heading."""
    match = _LINE_BREAK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("hardbreak", "", 0)
    state.pos = match.end()
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    """One of `MARKS`, with what stands inside read in turn.

    Raises `ContentError` for a mark that is opened and not closed: the writer escapes such
    characters in text, so an edit has lost the other half.
    """
    for kind, pattern in MARKS.items():
        if match := pattern.match(state.src, state.pos, state.posMax):
            if not silent:
                _hold(state, kind, match)
            state.pos = match.end()
            return True
    if half := _HALF_MARK.match(state.src, state.pos):
        place: Place = state.env["place"]
        lines = state.src.count("\n", 0, state.pos)
        raise place.down(lines).error(
            f"`{half[0]}` has no other half",
            f"Close it in the same paragraph, or write `\\{half[0]}` if it is text.",
        )
    return False


def _hold(state: StateInline, kind: str, match: re.Match[str]) -> None:
    note = match.groupdict().get("note", "")
    end = state.posMax
    state.pos, state.posMax = match.span("text")
    state.push(f"{kind}_open", "", 1).info = note
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "", -1)
    state.posMax = end

"""Markdown to blocks. Whatever the syntax does not know is an error, never silently text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.document.body.inline import parse_text, parser
from generator.document.body.tables import parse_table
from generator.document.place import Place
from generator.document.schema import check_date
from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    ListItem,
    Paragraph,
    Signature,
    Text,
    Verbatim,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from markdown_it.token import Token

_LABEL = re.compile(r"((?:\\.|[^\\\u3000])+)\u3000")
"""What stands before the first ideographic space of a level 1 heading."""
_LABEL_ALONE = re.compile(r"[^\s#\\]\u3000\s*\Z")
_ENTRY = re.compile(r"@(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?[ \t]+")


def parse(text: str, path: Path | str | None = None, first_line: int = 1) -> tuple[Block, ...]:
    """Read the body of an item.

    `first_line` is the line of the file on which `text` begins. The blocks have no origin. Raises
    `ContentError`, with the line, for what is no block of ours.
    """
    return tuple(block for _, block in parse_with_lines(text, path, first_line))


# An issue is read, then examined: both ask for the same texts, and to parse them takes long.
@lru_cache(maxsize=32)
def parse_with_lines(
    text: str, path: Path | str | None = None, first_line: int = 1
) -> tuple[tuple[int, Block], ...]:
    """Read the body of an item; with every block the line of the file on which it begins."""
    place = Place(path, first_line)
    tokens = iter(_tokens(text, place))
    return tuple((here.line, block) for here, block in _blocks(tokens, place))


def _blocks(tokens: Iterator[Token], place: Place) -> Iterator[tuple[Place, Block]]:
    for token in tokens:
        here = _at(token, place)
        if token.type == "heading_open":
            yield here, _heading(len(token.markup), next(tokens), here)
        elif token.type == "paragraph_open":
            yield here, _paragraph(next(tokens).content, here)
        elif token.type == "bullet_list_open":
            yield from _list(tokens, place)
        elif token.type == "fence":
            yield here, _verbatim(token, here)
        elif token.type == "colon_fence":
            yield here, _colon_fence(token, here)


def _tokens(text: str, place: Place) -> list[Token]:
    """The blocks as CommonMark knows them.

    Raises `ContentError` for the label of an annex without its title: the parser takes the
    ideographic space between them away, and the label would be read as a title.
    """
    tokens = parser().parse(f"{text}\n")
    lines = text.split("\n")
    for token in tokens:
        titled = token.type == "heading_open" and token.markup == "#" and token.map
        if titled and _LABEL_ALONE.search(lines[titled[0]]):
            raise _at(token, place).error(
                "the label of an annex without its title",
                "Write the title behind the ideographic space, or remove the space.",
            )
    return tokens


def _at(token: Token, place: Place) -> Place:
    return place.down(token.map[0]) if token.map else place


def _heading(level: int, inline: Token, here: Place) -> Heading:
    if level > 5:
        raise here.error("a heading has five levels at most", "Write # to #####.")
    markdown, label = inline.content, ""
    if level == 1 and (match := _LABEL.match(markdown)):
        label = plain(parse_text(match[1], here))
        markdown = markdown[match.end() :]
    return Heading(level, _some(markdown, here), label)


def _paragraph(markdown: str, here: Place) -> Paragraph | Entry:
    if markdown.startswith("#"):
        raise here.error(
            "neither a heading nor a paragraph",
            "Put a space after the `#` of a heading; write `\\#` if it is text.",
        )
    if not markdown.startswith("@"):
        return Paragraph(_some(markdown, here))
    match = _ENTRY.match(markdown)
    if match is None:
        raise here.error(
            "a chronicle entry without its date",
            "Write `@2021-03-02 ` or `@2021-04-08/2021-04-09 ` before it; `\\@` if it is text.",
        )
    for day in match.groups(default=""):
        if day:
            check_date(day, here, "@")
    if match[2] and match[2] < match[1]:
        raise here.error(
            f"the last day {match[2]} is before the first, {match[1]}", "Write the first day first."
        )
    return Entry(_some(markdown[match.end() :], here), match[1], match[2] or "")


def _list(tokens: Iterator[Token], place: Place) -> Iterator[tuple[Place, ListItem]]:
    """The items of a list, up to its end. Each holds one paragraph."""
    for token in tokens:
        if token.type == "bullet_list_close":
            return
        here = _at(token, place)
        inside = [next(tokens)]
        while inside[-1].type != "list_item_close":
            inside.append(next(tokens))
        if [part.type for part in inside[:-1]] != ["paragraph_open", "inline", "paragraph_close"]:
            raise here.error(
                "a list item holds one paragraph and nothing else",
                "End the list with an empty line; do not indent what follows.",
            )
        yield here, ListItem(_some(inside[1].content, here))


def _some(markdown: str, here: Place) -> Text:
    text = parse_text(markdown, here)
    if not text:
        raise here.error("a block without text", "Write its text, or remove it.")
    return text


def _fenced(token: Token, here: Place) -> tuple[str, ...]:
    """The lines between two fences; raises `ContentError` where the second is missing."""
    first, last = token.map or [0, 0]
    lines = tuple(token.content.split("\n")[:-1])
    opened = f"{token.markup}{token.info}"
    inner = re.compile(rf"{re.escape(token.markup)}[:`~]*\s*[a-z]")
    if last - first != len(lines) + 2 or any(inner.match(line) for line in lines):
        raise here.error(f"`{opened}` is not closed", f"Put a line `{token.markup}` where it ends.")
    return lines


def _told(token: Token, here: Place) -> tuple[str, ...]:
    """The lines between two fences, of which one at least says something."""
    lines = _fenced(token, here)
    if not any(line.strip() for line in lines):
        opened = f"{token.markup}{token.info}"
        raise here.error(f"`{opened}` with nothing in it", "Write its text, or remove it.")
    return lines


def _verbatim(token: Token, here: Place) -> Verbatim:
    name, _, notice = token.info.strip().partition(" ")
    if name != "verbatim":
        raise here.error(
            f"unknown block `{token.markup}{token.info}`",
            f"Write `{token.markup}verbatim 提示`, with what the reader should know.",
        )
    return Verbatim(_told(token, here), notice.strip())


def _colon_fence(token: Token, here: Place) -> Block:
    name, _, info = token.info.strip().partition(" ")
    if name == "table":
        return parse_table(info.strip(), _fenced(token, here), here)
    if name == "signature" and not info:
        return Signature(_told(token, here))
    if name == "gap" and not info:
        return Gap("\n".join(_told(token, here)))
    raise here.error(
        f"unknown block `{token.markup}{token.info}`",
        "The blocks are `::: table`, `::: signature` and `::: gap`.",
    )

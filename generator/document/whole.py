"""An issue out of the texts of its files: whatever must hold of it, read or to be written."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from generator.document import body
from generator.document.characters import check_characters, printable
from generator.document.digest import ISSUE, LOST, digest_of
from generator.document.files import key_line
from generator.document.front_matter import Parted, part
from generator.document.origins import ORIGINS, covers, parse_origins, with_origins
from generator.document.place import Place
from generator.document.schema import decode
from generator.errors import ContentError
from generator.model import Issue, Item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.document.origins import Origin

Texts = dict[str, str]
"""The Markdown files and `origins.jsonl` of an issue, name to text."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile(rf"[0-9]{{4}}-{_SLUG.pattern}")
_RESERVED = frozenset({"source", "changes"})
"""Pages of every issue, beside which those of its items stand."""


def assemble(texts: Texts, folder: Path) -> Issue:
    """The issue whose files in `folder` have these texts.

    Raises `ContentError`, with file and line, for whatever does not hold: see `schema` for front
    matter and `body.parse` for text; an id that is not that of the folder and year; items that
    share a place or name another issue; origins that are not those of text nobody edited.
    """
    issue = _issue(texts[ISSUE], folder)
    origins = parse_origins(texts[ORIGINS], folder / ORIGINS)
    names = sorted(name for name in texts if name.endswith(".md") and name != ISSUE)
    items = [_item(name, texts[name], folder, origins) for name in names]
    _check_places(items, issue, texts, folder)
    _check_separate(items, issue, texts, folder)
    if issue.source.written == digest_of(texts) and not covers(origins, items):
        raise ContentError(
            "does not name the blocks of the Markdown, which nobody edited",
            path=folder / ORIGINS,
            hint=LOST,
        )
    return dataclasses.replace(issue, items=tuple(sorted(items, key=lambda item: item.order)))


def assemble_bare(texts: Texts, folder: Path) -> Issue:
    """The same of the Markdown files alone, its items without their text.

    Raises `ContentError` for whatever does not hold of front matter and places.
    """
    issue = _issue(texts[ISSUE], folder)
    names = sorted(name for name in texts if name.endswith(".md") and name != ISSUE)
    items = [_facts(name, texts[name], folder)[0] for name in names]
    _check_places(items, issue, texts, folder)
    _check_separate(items, issue, texts, folder)
    return dataclasses.replace(issue, items=tuple(sorted(items, key=lambda item: item.order)))


def _issue(text: str, folder: Path) -> Issue:
    path = folder / ISSUE
    parted = part(text, Place(path))
    issue = decode(Issue, parted.front, parted.front_place, items=())
    if parted.body.strip():
        raise parted.body_place.error(
            f"{ISSUE} has front matter only", "Move the text to `front` or `back`, or to an item."
        )
    if issue.id != folder.name or not _ID.fullmatch(issue.id) or int(issue.id[:4]) != issue.year:
        raise ContentError(
            f"id `{issue.id}` and year {issue.year} do not fit the folder "
            f"`{printable(folder.name)}`",
            path=path,
            line=key_line(text, "id"),
            hint="An id is YYYY-NN or YYYY-name, in small letters, and names the folder.",
        )
    return issue


def _item(name: str, text: str, folder: Path, origins: Mapping[str, Sequence[Origin]]) -> Item:
    item, parted = _facts(name, text, folder)
    check_characters(parted.body, parted.body_place)
    blocks = body.parse(parted.body, folder / name, parted.body_place.line)
    return dataclasses.replace(item, body=with_origins(blocks, origins.get(item.slug, [])))


def _facts(name: str, text: str, folder: Path) -> tuple[Item, Parted]:
    """An item without its text, and its file taken apart."""
    path, slug = folder / name, name.removesuffix(".md")
    if not _SLUG.fullmatch(slug):
        raise ContentError(
            f"`{printable(slug)}` is no slug",
            path=path,
            hint="Name the file in small ASCII letters, digits and hyphens: jszf-31.md.",
        )
    if slug in _RESERVED:
        raise ContentError(
            f"`{slug}` is the address of another page of the issue",
            path=path,
            hint="Name the file from what the item is: jszf-31.md.",
        )
    parted = part(text, Place(path))
    return decode(Item, parted.front, parted.front_place, slug=slug, body=()), parted


def _check_separate(items: Sequence[Item], issue: Issue, texts: Texts, folder: Path) -> None:
    if issue.type == "separate" and len(items) != 1:
        raise ContentError(
            f"a separate document is one item, and here are {len(items)}",
            path=folder / ISSUE,
            line=key_line(texts[ISSUE], "type"),
            hint='Write `type: "issue"`, or leave one item in the folder.',
        )


def _check_places(items: Sequence[Item], issue: Issue, texts: Texts, folder: Path) -> None:
    """Every item has a place of its own, in this issue."""
    taken: dict[int, str] = {}
    for item in items:
        name = f"{item.slug}.md"
        if item.issue != issue.id:
            raise ContentError(
                f"`issue` is `{item.issue}`, but the file stands in {issue.id}",
                path=folder / name,
                line=key_line(texts[name], "issue"),
                hint=f'Write `issue: "{issue.id}"`, or move the file.',
            )
        if item.order in taken:
            raise ContentError(
                f"`order` {item.order} is also that of {taken[item.order]}.md",
                path=folder / name,
                line=key_line(texts[name], "order"),
                hint="Give every item of the issue an order of its own.",
            )
        taken[item.order] = item.slug

"""Issues, to and from their folders."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from generator.document import body
from generator.document.digest import ISSUE, sealed
from generator.document.files import line_of_key, read_text, replace_folder, restore_folders
from generator.document.front_matter import join, part
from generator.document.ledger import REPAIRS, render_repairs
from generator.document.origins import ORIGINS, Origin, read_origins, render_origins, with_origins
from generator.document.place import Place
from generator.document.schema import decode, encode
from generator.errors import ContentError
from generator.model import Block, Issue, Item, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.model import Repair

_NOT_IN_ITEM = frozenset({"slug", "body"})
_NOT_IN_ISSUE = frozenset({"items"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile(rf"[0-9]{{4}}-{_SLUG.pattern}")
_NO_TEXT = re.compile(r"[\0\r\ud800-\udfff]")
_OURS = ("*.md", REPAIRS, ORIGINS)


def issue_folders(root: Path) -> list[Path]:
    """The folders of all issues below the content folder `root`, by id; none where none is yet."""
    folder = root / "issues"
    if not folder.is_dir():
        return []
    restore_folders(folder)
    return sorted(each for each in folder.glob("[!.]*") if each.is_dir())


def read_issues(root: Path) -> list[Issue]:
    """All issues under `issues/` of the content folder `root`, by year, number and id.

    Documents outside an issue come after the issues of their year. Raises `ContentError`.
    """
    return sorted(
        (read_issue(folder) for folder in issue_folders(root)),
        key=lambda issue: (issue.year, issue.number is None, issue.number or 0, issue.id),
    )


def read_issue(folder: Path) -> Issue:
    """The issue in `folder`: `issue.md`, an item for every other `.md`, and their origins.

    Raises `ContentError`, with file and line, for whatever does not hold: see `schema` for front
    matter and `body.parse` for text; items that share a place or name another issue.
    """
    path = folder / ISSUE
    parted = part(read_text(path), Place(path))
    issue = decode(Issue, parted.front, parted.front_place, items=())
    if parted.body.strip():
        raise parted.body_place.error(
            f"{ISSUE} has front matter only", "Move the text to `front` or `back`, or to an item."
        )
    if issue.id != folder.name or not _ID.fullmatch(issue.id) or int(issue.id[:4]) != issue.year:
        raise ContentError(
            f"id `{issue.id}` and year {issue.year} do not fit the folder `{folder.name}`",
            path=path,
            line=line_of_key(path, "id"),
            hint="An id is YYYY-NN or YYYY-name, in small letters, and names the folder.",
        )
    origins = read_origins(folder / ORIGINS)
    paths = sorted(path for path in folder.glob("*.md") if path.name != ISSUE)
    items = [_read_item(path, origins.get(path.stem, [])) for path in paths]
    _check_places(items, issue, folder)
    return dataclasses.replace(issue, items=tuple(sorted(items, key=lambda item: item.order)))


def block_lines(path: Path) -> tuple[int, ...]:
    """The line of its Markdown file on which each block of an item begins, 1-based, in order.

    The model does not carry them, since they say nothing of the document. Raises `ContentError`.
    """
    parted = part(read_text(path), Place(path))
    placed = body.parse_with_lines(parted.body, path, parted.body_place.line)
    return tuple(line for line, _ in placed)


def write_issue(issue: Issue, folder: Path, repairs: Sequence[Repair]) -> None:
    """Write an issue and its ledger into `folder`, which is replaced in one step.

    Items that are there and not in `issue` are removed; other files are left. `source.written` of
    the files is the hash of what is written, whatever `issue` says. What is written reads back as
    `issue`; raises `ContentError` for an issue that Markdown cannot hold, before anything changes.
    """
    blank = dataclasses.replace(issue, source=dataclasses.replace(issue.source, written=""))
    files = {ISSUE: join(encode(blank, _NOT_IN_ISSUE), "")}
    for item in issue.items:
        path = folder / f"{item.slug}.md"
        if path.name in files or not _SLUG.fullmatch(item.slug):
            raise ContentError(f"two items with the slug `{item.slug}`, or no slug", path=path)
        markdown = body.render(item.body)
        _check_reads_back(item, markdown, path)
        files[path.name] = join(encode(item, _NOT_IN_ITEM), markdown)
    _check_places(issue.items, issue, folder)
    files |= {REPAIRS: render_repairs(repairs), ORIGINS: render_origins(issue)}
    replace_folder(folder, sealed(files), ours=_OURS)


def _read_item(path: Path, origins: Sequence[Origin]) -> Item:
    if not _SLUG.fullmatch(path.stem):
        raise ContentError(
            f"`{path.stem}` is no slug",
            path=path,
            hint="Name the file in small ASCII letters, digits and hyphens: jszf-31.md.",
        )
    parted = part(read_text(path), Place(path))
    item = decode(Item, parted.front, parted.front_place, slug=path.stem, body=())
    blocks = body.parse(parted.body, path, parted.body_place.line)
    return dataclasses.replace(item, body=with_origins(blocks, origins))


def _check_places(items: Iterable[Item], issue: Issue, folder: Path) -> None:
    """Every item has a place of its own, in this issue."""
    taken: dict[int, str] = {}
    for item in items:
        path = folder / f"{item.slug}.md"
        if item.issue != issue.id:
            raise ContentError(
                f"`issue` is `{item.issue}`, but the file stands in {issue.id}",
                path=path,
                line=line_of_key(path, "issue"),
                hint=f'Write `issue: "{issue.id}"`, or move the file.',
            )
        if item.order in taken:
            raise ContentError(
                f"`order` {item.order} is also that of {taken[item.order]}.md",
                path=path,
                line=line_of_key(path, "order"),
                hint="Give every item of the issue an order of its own.",
            )
        taken[item.order] = item.slug


def _check_reads_back(item: Item, markdown: str, path: Path) -> None:
    """Raise `ContentError` where the Markdown of an item is not the item."""
    if _NO_TEXT.search(markdown):
        raise ContentError("the text holds a control character that no text file keeps", path=path)
    found = body.parse(markdown, path)
    wanted = tuple(bare(block) for block in item.body)
    for number, (block, read) in enumerate(zip(wanted, found, strict=False), start=1):
        if block != read:
            raise ContentError(
                f"block {number} cannot be written as Markdown: {block} reads back as {read}",
                path=path,
                hint="Text has no white space at its ends and no empty or equal neighbouring runs.",
            )
    if len(found) != len(wanted):
        raise ContentError(f"{len(wanted)} blocks read back as {len(found)}", path=path)


def bare(block: Block) -> Block:
    """The block without its origins."""
    if isinstance(block, Table):
        rows = tuple(dataclasses.replace(row, origin=None) for row in block.rows)
        return dataclasses.replace(block, rows=rows, origin=None)
    return dataclasses.replace(block, origin=None)

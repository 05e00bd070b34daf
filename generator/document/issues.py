"""Issues, to and from their folders."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.document import body
from generator.document.characters import check_characters
from generator.document.digest import ISSUE, LOST, sealed, seals, with_seals
from generator.document.files import read_text, replace_folder, restore_folders
from generator.document.front_matter import join, part
from generator.document.ledger import REPAIRS, parse_repairs, render_repairs
from generator.document.origins import ORIGINS, render_origins
from generator.document.place import Place
from generator.document.schema import encode
from generator.document.whole import assemble, assemble_bare
from generator.errors import ContentError
from generator.model import Block, Issue, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.model import Item, Repair

_NOT_IN_ITEM = frozenset({"slug", "body"})
_NOT_IN_ISSUE = frozenset({"items"})
_OURS = ("*.md", REPAIRS, ORIGINS)
_NONE_KNOWN: Mapping[str, Issue] = MappingProxyType({})


def issue_folders(root: Path) -> list[Path]:
    """The folders of all issues below the content folder `root`, by id.

    None where there is no `issues/` and no source to make one of. Raises `ContentError` where
    there are sources and no `issues/`, or `issues` is no folder.
    """
    folder = root / "issues"
    if folder.is_dir():
        restore_folders(folder)
        return sorted(each for each in folder.glob("[!.]*") if each.is_dir())
    if folder.exists() or folder.is_symlink():
        raise ContentError("not a folder", path=folder, hint="Restore the folder (git checkout).")
    if any((root / "sources").glob("[!.]*")):
        raise ContentError(
            "no such folder",
            path=folder,
            hint="`gazette import` makes it of the sources; if it was there, restore it "
            "(git checkout).",
        )
    return []


def read_issues(root: Path) -> list[Issue]:
    """All issues under `issues/` of the content folder `root`, by year, number and id.

    Documents outside an issue come after the issues of their year. Raises `ContentError`.
    """
    return sorted((read_issue(folder) for folder in issue_folders(root)), key=_in_order)


def read_bare_issues(root: Path, known: Mapping[str, Issue] = _NONE_KNOWN) -> list[Issue]:
    """The same issues, their items without their text: what lists need, in little memory.

    Those that are `known`, by the name of their folder, are not read. What does not hold of a text
    is not noticed here. Raises `ContentError`.
    """
    folders = issue_folders(root)
    found = (known.get(folder.name) or _read_bare(folder) for folder in folders)
    return sorted(found, key=_in_order)


def _in_order(issue: Issue) -> tuple[int, bool, int, str]:
    """The key by which issues follow each other."""
    return issue.year, issue.number is None, issue.number or 0, issue.id


def read_issue(folder: Path) -> Issue:
    """The issue in `folder`: `issue.md`, an item for every other `.md`, and their origins.

    Raises `ContentError`, with file and line, for whatever does not hold: see `whole`.
    """
    texts = _markdown(folder)
    texts[ORIGINS] = read_text(folder / ORIGINS, LOST)
    return assemble(texts, folder)


def _read_bare(folder: Path) -> Issue:
    return assemble_bare(_markdown(folder), folder)


def _markdown(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        restore_folders(folder.parent)  # it is away for a moment while an import replaces it
    missing = LOST if folder.is_dir() else "There is no such issue; `gazette import` makes one."
    paths = [folder / ISSUE, *sorted(folder.glob("*.md"))]
    return {path.name: read_text(path, missing) for path in paths}


def block_lines(path: Path) -> tuple[int, ...]:
    """The line of its Markdown file on which each block of an item begins, 1-based, in order.

    The model does not carry them, since they say nothing of the document. Raises `ContentError`.
    """
    parted = part(read_text(path), Place(path))
    placed = body.parse_with_lines(parted.body, path, parted.body_place.line)
    return tuple(line for line, _ in placed)


def write_issue(issue: Issue, folder: Path, repairs: Sequence[Repair]) -> None:
    """Write an issue and its ledger into `folder`, which is replaced in one step.

    Items that are there and not in `issue` are removed; other files are left. The hashes in
    `source` are those of what is written, whatever `issue` says. What is written reads back as
    `issue`: raises `ContentError` for whatever `read_issue` would refuse and for what Markdown
    cannot hold, before anything changes.
    """
    files = _files(issue, folder, repairs)
    replace_folder(folder, sealed(files), ours=_OURS)


def seal_of(issue: Issue, folder: Path, repairs: Sequence[Repair]) -> str:
    """The `source.written` with which `write_issue` would write this: equal to that of the folder
    if and only if the last import wrote the same."""
    return seals(sealed(_files(issue, folder, repairs))[ISSUE])[0]


def write_ledgers(issue: Issue, folder: Path, repairs: Sequence[Repair]) -> None:
    """Write the ledgers and hashes of an import under Markdown that people edited, which stays.

    The folder is then as if the import had been made first and the edits after it. Raises
    `ContentError`.
    """
    files = sealed(_files(issue, folder, repairs))
    texts = {path.name: read_text(path) for path in folder.glob("*.md")}
    texts[ISSUE] = with_seals(texts[ISSUE], files[ISSUE])
    if seals(texts[ISSUE]) != seals(files[ISSUE]):
        raise ContentError("the hashes of the import are not there", path=folder / ISSUE, hint=LOST)
    kept = {ISSUE: texts[ISSUE], REPAIRS: files[REPAIRS], ORIGINS: files[ORIGINS]}
    assemble(texts | {ORIGINS: files[ORIGINS]}, folder)
    replace_folder(folder, kept, ours=tuple(kept))


def _files(issue: Issue, folder: Path, repairs: Sequence[Repair]) -> dict[str, str]:
    """What an issue is written as, its hashes left empty. Raises what `write_issue` raises."""
    source = dataclasses.replace(issue.source, written="", ledgers="")
    blank = dataclasses.replace(issue, source=source)
    files = {ISSUE: join(encode(blank, _NOT_IN_ISSUE), "")}
    for item in issue.items:
        path = folder / f"{item.slug}.md"
        if path.name in files:
            raise ContentError(
                f"two items with the slug `{item.slug}`",
                path=path,
                hint="Two documents bear one number; correct the wrong one in corrections/.",
            )
        files[path.name] = join(encode(item, _NOT_IN_ITEM), body.render(item.body))
    files |= {REPAIRS: render_repairs(repairs), ORIGINS: render_origins(issue)}
    for name, text in files.items():
        check_characters(text, Place(folder / name))
    _check_reads_back(blank, files, folder)
    parse_repairs(files[REPAIRS], folder / REPAIRS)
    return files


def _check_reads_back(issue: Issue, files: Mapping[str, str], folder: Path) -> None:
    """Raise `ContentError` where what is to be written is not the issue."""
    found = assemble({name: files[name] for name in files if name != REPAIRS}, folder)
    read = {item.slug: item for item in found.items}
    for item in issue.items:
        _check_item(item, read[item.slug], folder / f"{item.slug}.md")
    if dataclasses.replace(found, items=issue.items) != issue:
        raise _not_kept("the facts of the issue cannot be written as front matter", folder / ISSUE)


def _check_item(item: Item, read: Item, path: Path) -> None:
    for number, (block, found) in enumerate(zip(item.body, read.body, strict=False), start=1):
        if bare(block) != bare(found):
            raise _not_kept(
                f"block {number} cannot be written as Markdown: {block} reads back as {found}", path
            )
    if len(item.body) != len(read.body):
        raise _not_kept(f"{len(item.body)} blocks read back as {len(read.body)}", path)
    if item != read:
        raise _not_kept("the facts of the item cannot be written as front matter", path)


def _not_kept(message: str, path: Path) -> ContentError:
    hint = "Text has no white space at its ends and no empty or equal neighbouring runs."
    return ContentError(message, path=path, hint=hint)


def bare(block: Block) -> Block:
    """The block without its origins."""
    if isinstance(block, Table):
        rows = tuple(dataclasses.replace(row, origin=None) for row in block.rows)
        return dataclasses.replace(block, rows=rows, origin=None)
    return dataclasses.replace(block, origin=None)

"""Takes a source in: from `sources/<id>.<ext>` to `issues/<id>/`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import CORRECTIONS, digest, digest_of_ledgers, read_issue, write_issue
from generator.errors import ContentError, EditedError, SourceError
from generator.intake import doubts, flagging, holdings, ledger, repairs, sources, structure
from generator.intake.repairs.corrections import correct, fitting
from generator.model import Issue, Line, Publication, Repair, Source

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made."""

    issue: Issue
    repairs: tuple[Repair, ...]
    changed: bool
    """False where the files already held the same."""


@dataclass(frozen=True, slots=True)
class _Raw:
    path: Path
    source: Source
    lines: list[Line]


def import_source(root: Path, id_: str, *, publication: Publication) -> Imported:
    """Imports one source; importing it again changes nothing.

    Raises SourceError if it cannot be taken in, EditedError if its Markdown was edited by hand
    since the last import, ContentError if a correction does not fit. Then nothing is written.
    """
    raw = _read(root, id_)
    folder = root / "issues" / id_
    lines, entries = ledger.run(raw.lines, repairs.for_kind(raw.source.kind))
    path = holdings.corrections_path(root, id_)
    lines, corrected = correct(lines, holdings.corrections(root, id_), path)
    _refuse_empty(lines, raw.path)
    dropped = [entry.before for entry in entries if not entry.after]
    issue, moved = structure.build(
        id_, lines, raw.source, publication, sources.setting(raw.source.kind), dropped
    )
    issue, flags = _show_doubts(issue, lines, root)
    _refuse_misnamed(issue, raw.path)
    _refuse_ambiguous(issue, raw.path)
    _refuse_edited(folder, issue, path)
    record = (*entries, *corrected, *moved, *flags)
    before = _seal(folder)
    _write(issue, folder, record, raw.path)
    return Imported(read_issue(folder), record, changed=_seal(folder) != before)


def _show_doubts(issue: Issue, lines: list[Line], root: Path) -> tuple[Issue, list[Repair]]:
    """The issue with every doubt shown, a person's and those of the rules."""
    path = holdings.corrections_path(root, issue.id)
    persons = fitting(lines, holdings.doubts(root, issue.id), path)
    flagged, flags, lost = flagging.flag(issue, lines, [*persons, *doubts.find(lines)])
    if mine := [doubt for doubt in lost if doubt.by != "rule"]:
        raise ContentError(
            f"the doubt about source line {mine[0].line} has no place: the line is in no item",
            path=path,
            line=mine[0].file_line,
            hint="Only text of an item can be flagged; compare the line with the source.",
        )
    return flagged, flags


def steps(root: Path, id_: str) -> list[tuple[str, list[Line]]]:
    """The lines as read (`source`) and after every repair, by name, in order."""
    raw = _read(root, id_)
    result = [("source", raw.lines)]
    for name, rule in repairs.for_kind(raw.source.kind):
        result.append((name, ledger.apply(rule, result[-1][1])))
    path = holdings.corrections_path(root, id_)
    corrected, _ = correct(result[-1][1], holdings.corrections(root, id_), path)
    return [*result, (CORRECTIONS, corrected)]


def _read(root: Path, id_: str) -> _Raw:
    path = holdings.path_of(root, id_)
    data = holdings.read_bytes(path)
    kind, lines = sources.read(data, path)
    return _Raw(path, Source(f"sources/{path.name}", holdings.sha256(data), kind), lines)


def _write(issue: Issue, folder: Path, record: tuple[Repair, ...], source: Path) -> None:
    try:
        write_issue(issue, folder, record)
    except ContentError as error:
        raise SourceError(
            f"the text cannot be written as Markdown: {error.message}",
            path=source,
            hint=error.hint or "Correct the passage in corrections/.",
        ) from error


def _seal(folder: Path) -> tuple[str, str]:
    """What tells the files of an issue apart from any others."""
    if not (folder / "issue.md").is_file():
        return "", ""
    return digest(folder), digest_of_ledgers(folder)


def _refuse_edited(folder: Path, issue: Issue, corrections: Path) -> None:
    """An edit by hand is not overwritten, unless the import comes to the same text by itself."""
    if not (folder / "issue.md").is_file():
        return
    there = read_issue(folder)
    if digest(folder) == there.source.written or _texts(there) == _texts(issue):
        return
    raise EditedError(
        "the Markdown was edited by hand since it was imported; importing would lose the edit",
        path=folder,
        hint=f"To keep it, write it down in {corrections} and import again: an import that comes "
        "to the same text goes on. Or leave the folder as it is and do not import. To drop the "
        "edit, delete the folder and import again.",
    )


def _texts(issue: Issue) -> Issue:
    """The issue without the trace of its import, to compare two of them."""
    items = tuple(
        replace(item, body=tuple(replace(block, origin=None) for block in item.body))
        for item in issue.items
    )
    return replace(issue, items=items, source=replace(issue.source, written=""))


def _refuse_empty(lines: list[Line], path: Path) -> None:
    if not any(line.text.strip() for line in lines):
        raise SourceError(
            "the source has no text", path=path, hint="Put the raw text into the file."
        )


def _refuse_misnamed(issue: Issue, path: Path) -> None:
    """An issue whose cover says otherwise than its file name is in the wrong place."""
    if issue.type != "issue" or issue.id == f"{issue.year}-{issue.number:02d}":
        return
    raise SourceError(
        f"the file is named {issue.id}, but its text says {issue.year}年第{issue.number}期",
        path=path,
        hint="Rename the source, or correct the line of the cover in corrections/.",
    )


def _refuse_ambiguous(issue: Issue, path: Path) -> None:
    """Every item needs an address of its own."""
    seen: dict[str, int] = {}
    for item in issue.items:
        if not _SLUG.fullmatch(item.slug):
            raise SourceError(
                "no title or number of a document can be read from the text that begins here",
                path=path,
                line=item.lines.first,
                hint="Compare with the print; correct the line in corrections/.",
            )
        if item.slug in seen:
            raise SourceError(
                f"two items would both be named {item.slug!r}: they start at lines "
                f"{seen[item.slug]} and {item.lines.first}",
                path=path,
                line=item.lines.first,
                hint="Two documents bear one number; correct the wrong one in corrections/.",
            )
        seen[item.slug] = item.lines.first

"""Takes a source in: from `sources/<id>.<ext>` to `issues/<id>/`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import (
    CORRECTIONS,
    bare,
    digest,
    digest_of_ledgers,
    read_entries,
    read_issue,
    write_issue,
)
from generator.errors import ContentError, EditedError, SourceError
from generator.intake import (
    doubts,
    flagging,
    holdings,
    ledger,
    repairs,
    sources,
    structure,
    supplying,
)
from generator.intake.repairs.corrections import correct, fitting
from generator.model import Issue, Line, Publication, Repair, Source, Span, Written

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made."""

    issue: Issue
    repairs: tuple[Repair, ...]
    changed: bool
    """False where the files already held the same."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, read and repaired: what corrections and doubts of people come upon."""

    root: Path
    id: str
    path: Path
    source: Source
    publication: Publication
    lines: list[Line]
    entries: list[Repair]
    """What the repairs changed."""

    @property
    def corrections(self) -> Path:
        """The file of what people say about the source."""
        return holdings.corrections_path(self.root, self.id)

    @property
    def folder(self) -> Path:
        """The folder of the issue."""
        return self.root / "issues" / self.id


@dataclass(frozen=True, slots=True)
class Made:
    """An issue that nobody has written down yet."""

    issue: Issue
    record: tuple[Repair, ...]
    lines: list[Line]
    """The corrected lines it is made of."""


def import_source(root: Path, id_: str, *, publication: Publication) -> Imported:
    """Imports one source; importing it again changes nothing.

    Raises SourceError if it cannot be taken in, EditedError if its Markdown was edited by hand
    since the last import, ContentError if a correction does not fit. Then nothing is written.
    """
    reading = read(root, id_, publication)
    made = make(reading, read_entries(reading.corrections))
    _refuse_edited(reading, made.issue)
    before = _seal(reading.folder)
    _write(made.issue, reading.folder, made.record, reading.path)
    changed = _seal(reading.folder) != before
    return Imported(read_issue(reading.folder), made.record, changed=changed)


def read(root: Path, id_: str, publication: Publication) -> Reading:
    """Reads and repairs a source. Raises SourceError."""
    path, source, raw = _raw(root, id_)
    lines, entries = ledger.run(raw, repairs.for_kind(source.kind))
    return Reading(root, id_, path, source, publication, lines, entries)


def make(reading: Reading, entries: Sequence[Written]) -> Made:
    """The issue that these entries of people make of a source; writes nothing.

    Raises SourceError if the source holds no issue, ContentError if an entry does not fit.
    """
    lines, corrected = correct(reading.lines, entries, reading.corrections)
    _refuse_empty(lines, reading.path)
    dropped = ledger.dropped(reading.entries)
    setting = sources.setting(reading.source.kind)
    issue, moved = structure.build(
        reading.id, lines, reading.source, reading.publication, setting, dropped
    )
    issue, supplied = supplying.supply(issue, entries, reading.corrections)
    issue, flags = _show_doubts(issue, lines, entries, reading)
    _refuse_misnamed(issue, reading.path)
    _refuse_ambiguous(issue, reading.path)
    return Made(issue, (*reading.entries, *corrected, *moved, *supplied, *flags), lines)


def _show_doubts(
    issue: Issue, lines: list[Line], entries: Sequence[Written], reading: Reading
) -> tuple[Issue, list[Repair]]:
    """The issue with every doubt shown, a person's and those of the rules."""
    persons = fitting(lines, entries, reading.corrections)
    rules = supplying.still_read(doubts.find(lines), entries)
    flagged, flags, lost = flagging.flag(issue, lines, [*persons, *rules])
    if mine := [doubt for doubt in lost if doubt.by != "rule"]:
        raise ContentError(
            f"the doubt about source line {mine[0].line} has no place: the line is in no item",
            path=reading.corrections,
            line=mine[0].file_line or None,
            hint="Only text of an item can be flagged; compare the line with the source.",
        )
    return flagged, flags


def steps(root: Path, id_: str) -> list[tuple[str, list[Line]]]:
    """The lines as read (`source`) and after every repair, by name, in order."""
    _, source, raw = _raw(root, id_)
    result = [("source", raw)]
    for name, rule in repairs.for_kind(source.kind):
        result.append((name, ledger.apply(rule, result[-1][1])))
    path = holdings.corrections_path(root, id_)
    corrected, _ = correct(result[-1][1], read_entries(path), path)
    return [*result, (CORRECTIONS, corrected)]


def _raw(root: Path, id_: str) -> tuple[Path, Source, list[Line]]:
    path = holdings.path_of(root, id_)
    data = holdings.read_bytes(path)
    kind, lines = sources.read(data, path)
    return path, Source(f"sources/{path.name}", holdings.sha256(data), kind), lines


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


def _refuse_edited(reading: Reading, issue: Issue) -> None:
    """An edit by hand is not overwritten, unless the import comes to the same text by itself."""
    folder = reading.folder
    if not (folder / "issue.md").is_file():
        return
    there = read_issue(folder)
    if digest(folder) == there.source.written or untraced(there) == untraced(issue):
        return
    raise EditedError(
        "the Markdown was edited by hand since it was imported; importing would lose the edit",
        path=folder,
        hint=f"To keep it, run `gazette adopt {reading.id}`, which writes it down in "
        f"{reading.corrections}. To drop it, restore the folder (git checkout), or delete it and "
        "import again.",
    )


def untraced(issue: Issue) -> Issue:
    """The issue without the trace of its import, to compare two of them."""
    items = tuple(
        replace(item, lines=Span(1, 1), body=tuple(map(bare, item.body))) for item in issue.items
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

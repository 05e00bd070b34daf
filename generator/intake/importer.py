"""Takes a source in: from `sources/<id>.<ext>` to `issues/<id>/`."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.document import digest, read_corrections, read_issue, read_repairs, write_issue
from generator.errors import EditedError, SourceError, UsageError
from generator.intake import ledger, repairs, sources, structure
from generator.intake.repairs.corrections import CORRECTIONS, correct
from generator.model import Correction, Issue, Line, Publication, Repair, Source

_ID = re.compile(r"^\d{4}-[a-z0-9][a-z0-9-]*$")


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

    Raises SourceError if it cannot be read, EditedError if its Markdown was edited by hand since
    the last import, ContentError if a correction does not fit.
    """
    folder = root / "issues" / id_
    _refuse_edited(folder, root, id_)
    raw = _read(root, id_)
    lines, entries = ledger.run(raw.lines, repairs.for_kind(raw.source.kind))
    path = _corrections_path(root, id_)
    lines, corrected = correct(lines, _corrections(root, id_), path)
    dropped = [entry.before for entry in entries if not entry.after]
    issue, moved = structure.build(
        id_, lines, raw.source, publication, sources.setting(raw.source.kind), dropped
    )
    _refuse_ambiguous(issue, raw.path)
    record = (*entries, *corrected, *moved)
    before = digest(folder) if folder.is_dir() else ""
    write_issue(issue, folder, record)
    return Imported(read_issue(folder), record, changed=digest(folder) != before)


def steps(root: Path, id_: str) -> list[tuple[str, list[Line]]]:
    """The lines as read (`source`) and after every repair, by name, in order."""
    raw = _read(root, id_)
    result = [("source", raw.lines)]
    for name, rule in repairs.for_kind(raw.source.kind):
        result.append((name, ledger.apply(rule, result[-1][1])))
    corrected, _ = correct(result[-1][1], _corrections(root, id_), _corrections_path(root, id_))
    return [*result, (CORRECTIONS, corrected)]


def pending(root: Path) -> list[str]:
    """The ids whose source has no Markdown yet, or changed since, or whose corrections did."""
    return [id_ for id_ in _ids(root) if not _up_to_date(root, id_)]


def _ids(root: Path) -> list[str]:
    folder = root / "sources"
    if not folder.is_dir():
        raise UsageError(
            "there is no folder of sources",
            path=folder,
            hint="Pass the content folder with --root, or make sources/ in it.",
        )
    files = [path for path in folder.iterdir() if path.is_file() and path.name[0] != "."]
    ids = sorted(path.stem for path in files)
    for id_ in ids:
        if not _ID.match(id_):
            raise SourceError(
                "the name of a source must be its id: YYYY-NN, or YYYY-slug of a single document",
                path=next(path for path in files if path.stem == id_),
                hint="Rename it, e.g. to 2024-03.txt.",
            )
        if ids.count(id_) > 1:
            raise SourceError(f"two sources are named {id_}", path=folder, hint="Remove one.")
    return ids


def _up_to_date(root: Path, id_: str) -> bool:
    folder = root / "issues" / id_
    if not (folder / "issue.md").is_file():
        return False
    data = _source_path(root, id_).read_bytes()
    return read_issue(folder).source.sha256 == _sha256(data) and _corrections_hold(root, id_)


def _corrections_hold(root: Path, id_: str) -> bool:
    """Whether the ledger of the last import holds the corrections that the file lists now."""
    made = [e for e in read_repairs(root / "issues" / id_) if e.rule == CORRECTIONS]
    wanted = _corrections(root, id_)
    return len(made) == len(wanted) and all(
        entry.lines.first == correction.line
        and entry.before.replace(correction.find, correction.replace) == entry.after
        and (entry.by, entry.reason) == (correction.by, correction.reason)
        for entry, correction in zip(made, wanted, strict=True)
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _source_path(root: Path, id_: str) -> Path:
    if id_ not in _ids(root):
        raise UsageError(
            f"there is no source {id_}",
            path=root / "sources",
            hint="The id is the file name without ending; `gazette import --help` shows examples.",
        )
    return next(path for path in (root / "sources").iterdir() if path.stem == id_)


def _read(root: Path, id_: str) -> _Raw:
    path = _source_path(root, id_)
    data = path.read_bytes()
    kind, lines = sources.read(data, path)
    return _Raw(path, Source(f"sources/{path.name}", _sha256(data), kind), lines)


def _corrections_path(root: Path, id_: str) -> Path:
    return root / "corrections" / f"{id_}.yaml"


def _corrections(root: Path, id_: str) -> list[Correction]:
    path = _corrections_path(root, id_)
    return read_corrections(path) if path.is_file() else []


def _refuse_edited(folder: Path, root: Path, id_: str) -> None:
    if not (folder / "issue.md").is_file():
        return
    if digest(folder) == read_issue(folder).source.written:
        return
    raise EditedError(
        "the Markdown was edited by hand since it was imported; importing would lose the edit",
        path=folder,
        hint=f"To keep it, write it down in {_corrections_path(root, id_)} and restore the folder "
        "(git checkout), or leave the folder as it is and do not import. To drop the edit, delete "
        "the folder and import again.",
    )


def _refuse_ambiguous(issue: Issue, path: Path) -> None:
    seen: dict[str, int] = {}
    for item in issue.items:
        if item.slug in seen:
            raise SourceError(
                f"two items would both be named {item.slug!r}: they start at lines "
                f"{seen[item.slug]} and {item.lines.first}",
                path=path,
                line=item.lines.first,
                hint="Two documents bear one number; correct the wrong one in corrections/.",
            )
        seen[item.slug] = item.lines.first

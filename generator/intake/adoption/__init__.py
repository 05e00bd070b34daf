"""Edits of the Markdown by hand, written down as corrections that survive every import.

    adopt(root, id_, publication, author, write=True)

An edit becomes entries of `corrections/<id>.yaml` on the lines that its text comes from. Only those
are kept with which an import makes the edited text, character by character; for any other edit it
is said why. `changes` tells edits apart, `passages` finds their lines, `edits` and `proposals` make
entries, `trial` imports with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.document import (
    append_entries,
    digest,
    read_entries,
    read_issue,
    replace_file,
    seal_of,
    write_ledgers,
)
from generator.errors import EditedError, GazetteError
from generator.intake.adoption.edits import Unfit
from generator.intake.adoption.places import Place, place_of
from generator.intake.adoption.proposals import Author
from generator.intake.adoption.reasons import no_text
from generator.intake.adoption.trial import Trial
from generator.intake.importer import Reading, import_source, make, read
from generator.model import Publication, Written

__all__ = ["Adopted", "Author", "Refused", "adopt"]


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that stays in the Markdown."""

    place: Place
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of the edits of an issue."""

    entries: tuple[Written, ...]
    refused: tuple[Refused, ...]


def adopt(
    root: Path, id_: str, *, publication: Publication, author: Author, write: bool = True
) -> Adopted:
    """Adopts the edits of an issue.

    When all are adopted the issue is imported. When some are not, the entries of the others are
    written all the same, with the ledgers of an import that has them: the Markdown stays, as if
    only the edits that are left had been made. Raises EditedError where the last import was not
    one of this source with these corrections, and what `read_issue` and `import_source` raise.
    """
    reading = read(root, id_, publication)
    edited = read_issue(reading.folder)
    present = read_entries(reading.corrections)
    made = make(reading, present)
    if seal_of(made.issue, reading.folder, made.record) != edited.source.written:
        raise _outdated(reading)
    trial = Trial(reading, edited, present, made)
    trial.run(author)
    refused = tuple(_refusals(trial, reading.folder))
    if write and (trial.adopted or digest(reading.folder) != edited.source.written):
        _write(trial, bool(refused))
    return Adopted(tuple(trial.adopted), refused)


def _refusals(trial: Trial, folder: Path) -> list[Refused]:
    found = []
    for change in trial.left:
        unfit: Unfit = trial.reasons.get(change.key) or no_text(change)
        found.append(Refused(place_of(change, trial.edited, folder), unfit.why, unfit.hint))
    return found


def _write(trial: Trial, partly: bool) -> None:
    """Corrections first; they are taken back where the issue cannot be written."""
    reading, path = trial.reading, trial.reading.corrections
    before = path.read_bytes() if path.exists() else None
    if trial.adopted:
        append_entries(path, trial.adopted)
    try:
        if not partly:
            import_source(reading.root, reading.id, publication=reading.publication)
        elif trial.adopted:
            write_ledgers(trial.made.issue, reading.folder, trial.made.record)
    except (GazetteError, OSError):
        _take_back(path, before)
        raise


def _take_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, before)


def _outdated(reading: Reading) -> EditedError:
    return EditedError(
        "the last import was of another source, with other corrections, or by other rules, so the "
        "edits by hand cannot be told apart from what an import would change",
        path=reading.folder,
        hint="Set the edits aside (git stash), import, commit, take them back (git stash pop) and "
        f"adopt. Entries of {reading.corrections} that no import has made yet, take out: edits "
        "that are in the Markdown are written down by themselves.",
    )

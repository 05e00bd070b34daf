"""The corrections of people against those that the last import made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.subject import unreadable
from generator.document import (
    BY_PERSONS,
    fulfils,
    printable,
    read_entries,
    read_repairs,
)
from generator.errors import ContentError
from generator.model import Correction, Finding, SuppliedTable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from generator.model import Written


def corrections(
    root: Path, files: Sequence[Path], ids: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """Of `files`, and of the ledgers of the issues `ids`; `known` are the names a file may have.

    C606: a correction that the import has not made; C607: one that it made and no file lists;
    C608: a file of corrections for no issue; C001: one that cannot be read."""
    for path in files:
        if path.suffix != ".yaml" or path.stem not in known:
            where = printable(path.relative_to(root).as_posix())
            message = "no issue has this name; the file is `<id>.yaml`, or the issue was removed"
            yield Finding("C608", where, None, message)
    for id_ in sorted({path.stem for path in files if path.suffix == ".yaml"} | set(ids)):
        path = root / "corrections" / f"{id_}.yaml"
        try:
            listed = read_entries(path)
        except ContentError as error:
            yield unreadable(root, error)
            continue
        if id_ in ids:
            yield from _differences(root, path, listed, root / "issues" / id_)


def _differences(root: Path, path: Path, listed: list[Written], folder: Path) -> Iterator[Finding]:
    try:
        ledger = list(enumerate(read_repairs(folder), start=1))
    except ContentError:
        return  # a finding of its own
    made = [(number, repair) for number, repair in ledger if repair.rule in BY_PERSONS]
    again = f"run `gazette import {printable(folder.name)}`"
    for entry in listed:
        same = next((one for one in made if fulfils(one[1], entry)), None)
        if same is not None:
            made.remove(same)
            continue
        where = path.relative_to(root).as_posix()
        message = f"{_missing(entry)} by the last import; {again}"
        yield Finding("C606", where, entry.file_line, message, "error")
    where = printable((folder / "repairs.jsonl").relative_to(root).as_posix())
    for number, repair in made:
        message = (
            f"source line {repair.lines.first} was corrected by {repair.by}, and {path.name} does "
            f"not say so any more; restore it there, or {again}"
        )
        yield Finding("C607", where, number, message, "error")


def _missing(entry: Written) -> str:
    if isinstance(entry, SuppliedTable):
        return f"the table for source lines {entry.lines.first}–{entry.lines.last} was not put in"
    return f"“{entry.find}” was not {'corrected' if isinstance(entry, Correction) else 'flagged'}"

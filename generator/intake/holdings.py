"""Which raw sources there are, and which of them have Markdown that is up to date."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from generator.document import (
    BY_PERSONS,
    fulfils,
    read_entries,
    read_issue,
    read_repairs,
)
from generator.errors import SourceError, UsageError

_ID = re.compile(r"[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(rf"(?![0-9]{{4}}-[0-9]\.)({_ID.pattern})\.[A-Za-z0-9]{{1,8}}")
"""Not `2024-3.txt`: the number of an issue has two digits, so that names sort."""


def ids(root: Path) -> list[str]:
    """The ids of all sources, sorted.

    Raises UsageError without a folder of sources, SourceError for a file that is no source.
    """
    return sorted({_id_of(path) for path in _files(root)})


def path_of(root: Path, id_: str) -> Path:
    """The file of a source.

    Raises UsageError if there is none of that id, SourceError if there are two or it is no file.
    """
    found = [path for path in _files(root) if path.stem == id_] if _ID.fullmatch(id_) else []
    if not found:
        raise UsageError(
            f"there is no source {id_[:40]!r}",
            path=root / "sources",
            hint="The id is the file name without ending; `gazette import --help` shows examples.",
        )
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise SourceError(f"two sources are named {id_}: {names}", path=found[0], hint="Keep one.")
    _id_of(found[0])
    return found[0]


def read_bytes(path: Path) -> bytes:
    """The bytes of a source. Raises SourceError if they cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"the source cannot be read: {error.strerror}",
            path=path,
            hint="Check that the file is yours to read.",
        ) from error


def sha256(data: bytes) -> str:
    """The hash by which a source is known."""
    return hashlib.sha256(data).hexdigest()


def corrections_path(root: Path, id_: str) -> Path:
    """Where stands what people say about a source."""
    return root / "corrections" / f"{id_}.yaml"


def pending(root: Path) -> list[str]:
    """The ids whose source has no Markdown yet, or changed since, or whose corrections did."""
    return [id_ for id_ in ids(root) if not _up_to_date(root, id_)]


def _files(root: Path) -> list[Path]:
    folder = root / "sources"
    if not folder.is_dir():
        raise UsageError(
            "there is no folder of sources",
            path=folder,
            hint="Pass the content folder with --root, or make sources/ in it.",
        )
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _id_of(path: Path) -> str:
    """The id a source is named by.

    Raises SourceError for another name and for what is no file of its own: a link may lead out of
    the repository, and what it leads to would be published.
    """
    found = _FILE.fullmatch(path.name)
    if not found:
        raise SourceError(
            "the name of a source must be its id: YYYY-NN, or YYYY-slug of a single document",
            path=path,
            hint="Rename it, e.g. to 2024-03.txt, or move it elsewhere.",
        )
    if path.is_symlink() or not path.is_file():
        raise SourceError(
            "a source must be a file, not a link or a folder",
            path=path,
            hint="Put the raw text itself there.",
        )
    return found[1]


def _up_to_date(root: Path, id_: str) -> bool:
    folder = root / "issues" / id_
    if not (folder / "issue.md").is_file():
        return False
    data = read_bytes(path_of(root, id_))
    return read_issue(folder).source.sha256 == sha256(data) and _corrections_hold(root, id_)


def _corrections_hold(root: Path, id_: str) -> bool:
    """Whether the ledger of the last import holds the entries that the file lists now."""
    made = [e for e in read_repairs(root / "issues" / id_) if e.rule in BY_PERSONS]
    wanted = read_entries(corrections_path(root, id_))
    return len(made) == len(wanted) and all(
        any(fulfils(repair, entry) for repair in made) for entry in wanted
    )

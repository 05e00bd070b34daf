"""Reading text files strictly, and replacing a folder in one step."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.document.characters import printable
from generator.document.lock import locked
from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FRESH, _OLD = ".new", ".old"


def read_text(path: Path, missing: str = "Restore it (git checkout).") -> str:
    """The text of a UTF-8 file, without byte order mark and with "\\n" line ends.

    Editors on Windows add both, so neither counts as a change. Raises `ContentError` for a file
    that is missing (with the hint `missing`), unreadable, no plain file, binary or in another
    encoding.
    """
    data = _read_bytes(path, missing)
    line = data.count(b"\n", 0, max(data.find(b"\0"), 0)) + 1
    if b"\0" in data:
        raise ContentError(
            "a binary file, not text", path=path, line=line, hint="Restore the text file."
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError(
            "not UTF-8 text", path=path, line=line, hint="Save the file again as UTF-8."
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_of_key(path: Path, key: str) -> int | None:
    """The line on which the top-level YAML key `key` stands, 1-based, for errors; None without."""
    return key_line(read_text(path), key) if path.is_file() else None


def key_line(text: str, key: str) -> int | None:
    """The same, in the text of a file."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.startswith(f"{key}:")), None)


def replace_folder(folder: Path, files: Mapping[str, str], *, ours: tuple[str, ...]) -> None:
    """Make `folder` hold exactly `files` beside what it holds that matches no pattern of `ours`.

    The new folder is prepared beside the old one and put in its place, so that an import that is
    killed leaves the old one. Raises `ContentError` where it cannot be written.
    """
    fresh, old = (folder.with_name(f".{folder.name}{end}") for end in (_FRESH, _OLD))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with locked(folder.parent):
            _clear(folder.parent)
            fresh.mkdir()
            for name, text in files.items():
                (fresh / name).write_bytes(text.encode("utf-8"))
            if folder.exists():
                _keep_others(folder, fresh, ours)
                folder.rename(old)
            fresh.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or printable(str(error))
        raise ContentError(
            f"cannot be written: {reason}",
            path=folder,
            hint="Look at the rights and the free space of the folder above it.",
        ) from error


def replace_file(path: Path, data: bytes) -> None:
    """Make `path` hold `data`, in one step. Raises `ContentError` where it cannot be written."""
    fresh = path.with_name(f".{path.name}{_FRESH}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # the folder itself may be a file
            fresh.unlink(missing_ok=True)
        raise ContentError(
            f"cannot be written: {error.strerror or error}",
            path=path,
            hint="Look at the rights and the free space of its folder.",
        ) from error


def restore_folders(parent: Path) -> None:
    """Put back every folder that a `replace_folder`, killed between two renames, left aside.

    Waits for an import that is at work between the two. Raises `ContentError`.
    """
    if not any(parent.glob(f".*{_OLD}")):
        return
    try:
        with locked(parent):
            _put_back(parent)
    except OSError as error:
        raise ContentError(
            f"an import was interrupted, and its folder cannot be put back: {error.strerror}",
            path=parent,
            hint=f"Rename `.ID{_OLD}` to `ID` where there is no `ID`.",
        ) from error


def _read_bytes(path: Path, missing: str) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise ContentError(
                "not a plain file", path=path, hint="Remove it, or put the text file there."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ContentError("no such file", path=path, hint=missing) from error
    except OSError as error:
        raise ContentError(
            f"cannot be read: {error.strerror}", path=path, hint="Look at the rights of the file."
        ) from error


def _put_back(parent: Path) -> None:
    for old in parent.glob(f".*{_OLD}"):
        folder = parent / old.name.removeprefix(".").removesuffix(_OLD)
        if not folder.exists():
            old.rename(folder)


def _clear(parent: Path) -> None:
    """Remove what imports that were killed left, of any issue; nobody else is at work."""
    _put_back(parent)
    for end in (_FRESH, _OLD):
        for left_over in parent.glob(f".*{end}"):
            if left_over.is_dir():
                shutil.rmtree(left_over)


def _keep_others(folder: Path, fresh: Path, ours: tuple[str, ...]) -> None:
    for other in folder.iterdir():
        if any(other.match(pattern) for pattern in ours):
            continue
        if other.is_dir():
            shutil.copytree(other, fresh / other.name)
        else:
            shutil.copy2(other, fresh / other.name)

"""Reading text files strictly, and replacing a folder in one step."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without byte order mark and with "\\n" line ends.

    Editors on Windows add both, so neither counts as a change. Raises `ContentError` for a file
    that is missing, unreadable, binary or in another encoding.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ContentError("no such file", path=path) from error
    except OSError as error:
        raise ContentError(f"cannot be read: {error.strerror}", path=path) from error
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
    if not path.is_file():
        return None
    lines = enumerate(read_text(path).split("\n"), start=1)
    return next((number for number, line in lines if line.startswith(f"{key}:")), None)


def replace_folder(folder: Path, files: Mapping[str, str], *, ours: tuple[str, ...]) -> None:
    """Make `folder` hold exactly `files` beside what it holds that matches no pattern of `ours`.

    The new folder is prepared beside the old one and put in its place, so that an import that is
    killed leaves the old one. Raises `ContentError` where it cannot be written.
    """
    fresh, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    try:
        restore_folders(folder.parent)
        for left_over in (fresh, old):
            if left_over.exists():
                shutil.rmtree(left_over)
        fresh.mkdir(parents=True)
        for name, text in files.items():
            (fresh / name).write_bytes(text.encode("utf-8"))
        if folder.exists():
            _keep_others(folder, fresh, ours)
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise ContentError(f"cannot be written: {error.strerror}", path=folder) from error


def restore_folders(parent: Path) -> None:
    """Put back every folder that a `replace_folder`, killed between two renames, left aside."""
    for old in parent.glob(".*.old"):
        folder = parent / old.name.removeprefix(".").removesuffix(".old")
        if not folder.exists():
            old.rename(folder)


def _keep_others(folder: Path, fresh: Path, ours: tuple[str, ...]) -> None:
    for other in folder.iterdir():
        if any(other.match(pattern) for pattern in ours):
            continue
        if other.is_dir():
            shutil.copytree(other, fresh / other.name)
        else:
            shutil.copy2(other, fresh / other.name)

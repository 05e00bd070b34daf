"""A folder that changes all at once: the old one stands until the new one is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import OutputError

KEPT = ".gitkeep"
"""Keeps the empty folder in the repository; goes over from the old folder to the new one."""
_MARK = "404.html"
"""Every built site has it at the top; a folder without it is not ours to replace."""


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out` and, if the block ends well, put it in its place.

    If the block fails, the new folder is taken away and `out` stays. If the process is killed,
    `out` stays too: the next build clears what the killed one left, and restores `out` if it died
    between the two renames. Raises OutputError for whatever cannot be written.
    """
    new, old = (out.with_name(f".{out.name}.{end}") for end in ("new", "old"))
    try:
        _recover(out, new, old)
        _refuse_foreign(out)
        new.mkdir(parents=True)
        try:
            yield new
            if (out / KEPT).exists():
                shutil.copy2(out / KEPT, new / KEPT)
            if out.exists():
                out.rename(old)
            new.rename(out)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise OutputError(
            f"the site cannot be written: {error.strerror}",
            path=error.filename or out,
            hint="check that the folder above it exists, is yours and has room",
        ) from error


def _recover(out: Path, new: Path, old: Path) -> None:
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (new, old):
        if left.exists():
            shutil.rmtree(left)


def _refuse_foreign(out: Path) -> None:
    """A mistyped output folder must not cost a person their files."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputError("is a file, not a folder", path=out, hint="name another output folder")
    names = {path.name for path in out.iterdir()} - {KEPT}
    if names and _MARK not in names:
        raise OutputError(
            "the folder holds files, and not those of a built site",
            path=out,
            hint="empty it, or name another output folder",
        )

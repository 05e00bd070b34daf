"""A folder that changes all at once: the old one stands until the new one is whole.

    site/         what stands; `.gazette` in it lists what the build put there
    .site.new/    what is being made
    .site.old/    what stood, from the swap until it is deleted
    .site.lock    held while a build lives

A build that is killed leaves the last three; the next one clears them.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutputError
from generator.publish.lock import locked

KEPT = ".gitkeep"
"""Keeps the empty folder in the repository; goes over from the old folder to the new one."""
MANIFEST = ".gazette"
"""Lists the other names at the top that a build wrote: nothing else in the folder is ours."""
NEEDED = ("index.html", "404.html")
"""A folder without them is no site: it does not take the place of one."""
_HINTS = {
    errno.ENOSPC: "free some room on the disk",
    errno.EDQUOT: "free some room: your quota is used up",
    errno.EROFS: "the disk can only be read; name another output folder",
    errno.ENAMETOOLONG: "shorten the name: the id of the issue, the slug of the item, or --site",
}
_HINT = "check that the folder above it exists, is yours and has room"


@contextmanager
def staged(
    out: Path,
    warn: Callable[[str], object] = lambda _: None,
    settled: Callable[[], object] = lambda: None,
) -> Iterator[Path]:
    """Give an empty folder beside `out` and, if the block ends well, put it in its place.

    If the block fails, the new folder is taken away and `out` stays. If the process is killed,
    `out` stays too: the next build clears what the killed one left, and restores `out` if it died
    between the two renames. `warn` is told of an old folder that could not be deleted; `settled` is
    called when the new folder stands and before another build may begin.

    Raises OutputError for whatever cannot be written, for files in `out` that no build wrote, and
    while another build of `out` is running.
    """
    place = _Place.beside(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(place.lock):
            place.recover(warn)
            refuse_foreign(out)
            place.new.mkdir()
            try:
                yield place.new
                refuse_foreign(out)
                place.swap()
            finally:
                place.restore()
                shutil.rmtree(place.new, ignore_errors=True)
            place.drop_old(warn)
            settled()
    except OSError as error:
        raise _in_words(error, place) from error


def _in_words(error: OSError, place: _Place) -> OutputError:
    if isinstance(error, BlockingIOError) and error.filename is None:
        return OutputError(
            "another build is running",
            path=place.out,
            hint="wait until it ends, or name another output folder",
        )
    return OutputError(
        f"the site cannot be written: {error.strerror or error}",
        path=error.filename or place.out,
        hint=_HINTS.get(error.errno or 0, _HINT),
    )


def refuse_foreign(out: Path) -> None:
    """A mistyped output folder must not cost a person their files, nor a kept one its CNAME."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputError("is a file, not a folder", path=out, hint="name another output folder")
    manifest = out / MANIFEST
    ours = {KEPT}
    if manifest.is_file():
        ours |= {MANIFEST, *manifest.read_text("utf-8", "replace").split("\n")}
    foreign = sorted({path.name for path in out.iterdir()} - ours)
    if foreign:
        named = ", ".join(foreign[:3]) + (" …" if len(foreign) > 3 else "")
        raise OutputError(
            f"the folder holds files that no build wrote: {named}",
            path=out,
            hint="move them elsewhere, or name another output folder; a build replaces it whole",
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """The folder and its neighbours."""

    out: Path
    new: Path
    old: Path
    lock: Path

    @classmethod
    def beside(cls, out: Path) -> _Place:
        if not out.name:
            raise OutputError(
                "is the top of the file system", path=out, hint="name another output folder"
            )
        return cls(out, *(out.with_name(f".{out.name}.{end}") for end in ("new", "old", "lock")))

    def recover(self, warn: Callable[[str], object]) -> None:
        """Undo and clear what a killed build left."""
        for path in (self.new, self.old):
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                raise OutputError(
                    f"is a {'symbolic link' if path.is_symlink() else 'file'}, "
                    "and the build needs this name for a folder of its own",
                    path=path,
                    hint="remove it",
                )
        self.restore()
        self.drop_old(warn)
        if self.new.exists():
            shutil.rmtree(self.new)

    def restore(self) -> None:
        """Put the old folder back if nothing came into its place."""
        if self.old.exists() and not self.out.exists():
            self.old.rename(self.out)

    def swap(self) -> None:
        """Put the new folder, if it is complete, into the place of the old one."""
        for name in NEEDED:
            if not (self.new / name).is_file():
                raise OutputError(
                    f"the new site is not complete: {name} is missing",
                    path=self.out,
                    hint="build again; what stood there before still stands",
                )
        names = sorted(path.name for path in self.new.iterdir())
        (self.new / MANIFEST).write_text("\n".join(names) + "\n", encoding="utf-8")
        if (self.out / KEPT).exists():
            shutil.copy2(self.out / KEPT, self.new / KEPT)
        if self.out.exists():
            self.out.rename(self.old)
        self.new.rename(self.out)

    def drop_old(self, warn: Callable[[str], object]) -> None:
        """Delete the old folder; one that cannot be deleted is set aside and named."""
        shutil.rmtree(self.old, ignore_errors=True)
        if not self.old.exists():
            return
        number = 1
        while (aside := self.out.with_name(f".{self.out.name}.left-{number}")).exists():
            number += 1
        self.old.rename(aside)
        warn(f"{aside}: a part of an old site that cannot be deleted; remove it by hand")

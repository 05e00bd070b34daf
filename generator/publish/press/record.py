"""What the last build was made of, and what it left: if neither has changed, nothing is to do.

The record is one file below the cache folder for each site. It can only save time: where it is
missing, damaged, of another program or of another folder, the site is built.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

Told = dict[str, Any]
"""What a build has to say of itself, as JSON."""
_PROGRAM = Path(__file__).parents[2]
_NEIGHBOURS = ("new", "old", "lock")
"""Of a site while a build is at work, or was killed."""


@dataclass(frozen=True, slots=True)
class Record:
    """The record of one site."""

    file: Path
    root: Path
    templates: Path
    site: Path

    @classmethod
    def of(cls, cache: Path, root: Path, templates: Path, site: Path) -> Record:
        """The record below the folder `cache` of the site in the folder `site`."""
        name = sha256(os.fsencode(site.resolve())).hexdigest()[:16]
        return cls(cache / "build" / f"{name}.json", root, templates, site)

    def inputs(self) -> str:
        """A digest of all that a site is made of: content, templates, the program and its
        libraries. By what files hold, never by their times. Empty where one cannot be read."""
        total = sha256(sys.version.encode())
        for one in sorted(f"{each.name} {each.version}" for each in distributions()):
            total.update(f"{one}\n".encode())
        try:
            for folder, ending in ((self.root, ""), (self.templates, ""), (_PROGRAM, ".py")):
                total.update(b"folder\0")
                for path in _files(folder):
                    if not path.endswith(ending):
                        continue
                    if not Path(path).is_file():  # a pipe would be waited for without end
                        return ""
                    data = Path(path).read_bytes()
                    total.update(os.fsencode(path[len(str(folder)) :]) + b"\0%d\0" % len(data))
                    total.update(data)
        except OSError:
            return ""
        return total.hexdigest()

    def told(self, inputs: str) -> Told | None:
        """What the build that made the site has said; None unless it was made of `inputs` and the
        site is as it was left."""
        near = (self.site.with_name(f".{self.site.name}.{end}") for end in _NEIGHBOURS)
        if not inputs or not self.site.name or any(path.exists() for path in near):
            return None
        try:
            seal, _, text = self.file.read_text("utf-8").partition("\n")
            if seal != _seal(text):
                return None
            kept = json.loads(text)
            if kept["inputs"] != inputs or kept["files"] != _left(self.site):
                return None
            return dict(kept["told"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, inputs: str, told: Told) -> None:
        """Record a build of `inputs`, unless they have changed while it was at work. A record that
        cannot be written is left out: then the next build is a whole one."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
            if not inputs or inputs != self.inputs():
                return
            kept = {"inputs": inputs, "files": _left(self.site), "told": told}
            text = json.dumps(kept, ensure_ascii=True)
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.file.with_suffix(f".{os.getpid()}")
            fresh.write_text(f"{_seal(text)}\n{text}", "utf-8")
            fresh.replace(self.file)


def _files(folder: Path) -> Iterator[str]:
    """Every file below `folder`, in order. Raises OSError where it is forbidden to look."""
    for here, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        folders.sort()
        yield from (f"{here}{os.sep}{name}" for name in sorted(names))


def _refuse(error: OSError) -> None:
    raise error


def _left(site: Path) -> list[list[object]]:
    """Every file of a site: name, size in bytes, time in nanoseconds."""
    found: list[list[object]] = []
    for path in _files(site):
        known = os.lstat(path)
        found.append([os.path.relpath(path, site), known.st_size, known.st_mtime_ns])
    return found


def _seal(text: str) -> str:
    return sha256(text.encode()).hexdigest()

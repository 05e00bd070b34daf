"""What is kept of the last build of a site, so that the next makes only what has changed.

    .cache/build/<site>/record.json      what the build was made of, and each file that it left
    .cache/build/<site>/issues/<id>      of an issue: its key, what it tells, the names of its files
    .cache/build/<site>/records/<id>     its records for the search

It can only save time. Where it is missing, damaged, of another program or of another folder, the
site is built. A new memory is made within the new site, and takes the place of the old one when
the site has.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.publish.press.survey import Survey, files, survey

Told = dict[str, Any]
"""What a build has to say of itself, as JSON."""
_NEIGHBOURS = ("new", "old", "lock")
"""Of a site while a build is at work, or was killed."""


@dataclass(frozen=True, slots=True)
class Last:
    """The record of the last build."""

    inputs: str
    """The total of its survey."""
    program: str
    files: Mapping[str, list[int]]
    """Every file of the site: name → size in bytes, time in nanoseconds."""
    lists: str
    """The key of all that belongs to no issue."""
    told: Told


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of one site."""

    cache: Path
    root: Path
    templates: Path
    site: Path

    @property
    def folder(self) -> Path:
        """Its own, below that of all that is kept."""
        name = sha256(os.fsencode(self.site.resolve())).hexdigest()[:16]
        return self.cache / "build" / name

    def survey(self) -> Survey | None:
        """What the site would be made of now."""
        return survey(self.root, self.templates)

    def last(self) -> Last | None:
        """The record, if there is one and it is whole."""
        try:
            seal, _, text = (self.folder / "record.json").read_text("utf-8").partition("\n")
            return Last(**json.loads(text)) if seal == _seal(text) else None
        except (OSError, ValueError, TypeError):
            return None

    def told(self, now: Survey | None) -> Told | None:
        """What the build that made the site has said; None unless nothing is to be done: the site
        was made of just this, and is as it was left."""
        near = (self.site.with_name(f".{self.site.name}.{end}") for end in _NEIGHBOURS)
        last = self.last()
        if now is None or last is None or any(path.exists() for path in near):
            return None
        try:
            same = last.inputs == now.total and last.files == _left(self.site)
        except OSError:
            return None
        return last.told if same else None

    def take(self, fresh: Path) -> bool:
        """Put the new memory `fresh` by until the site stands, and say whether that is done."""
        try:
            shutil.rmtree(self._waiting, ignore_errors=True)
            self._waiting.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(fresh, self._waiting)
        except OSError:
            shutil.rmtree(self._waiting, ignore_errors=True)
            return not fresh.exists()
        return True

    def settle(self, then: Survey | None, lists: str, told: Told) -> None:
        """Put the new memory into the place of the old one, now that the site stands, unless
        something has changed since the survey `then`, which the build may have read or not."""
        with suppress(OSError):
            now = self.survey()
            if then is not None and now == then and self._waiting.is_dir():
                record = {
                    "inputs": now.total,
                    "program": now.program,
                    "files": _left(self.site),
                    "lists": lists,
                    "told": told,
                }
                text = json.dumps(record, ensure_ascii=True)
                (self._waiting / "record.json").write_text(f"{_seal(text)}\n{text}", "utf-8")
                shutil.rmtree(self.folder, ignore_errors=True)
                self._waiting.rename(self.folder)
        shutil.rmtree(self._waiting, ignore_errors=True)

    @property
    def _waiting(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}")


def state(path: str | Path) -> list[int]:
    """By what a file is known to be as it was left. Raises OSError."""
    known = os.lstat(path)
    return [known.st_size, known.st_mtime_ns]


def _left(site: Path) -> dict[str, list[int]]:
    start = len(str(site)) + 1
    return {path[start:]: state(path) for path in files(site)}


def _seal(text: str) -> str:
    return sha256(text.encode()).hexdigest()

"""What a build takes over from the last one: the pages of every issue whose key stands, and the
shards of the search index.

They come into the new site as hard links, if they are as they were left. They are neither read nor
made anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.model import Issue
from generator.publish import sealed
from generator.publish.press.issue import Pressed
from generator.publish.press.memory import Memory, state
from generator.publish.press.survey import Survey
from generator.publish.staging import KEPT, MANIFEST

SEARCH = "pagefind/"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of an issue."""

    folder: str
    """The digest of its folder."""
    key: str
    pressed: Pressed


@dataclass(frozen=True, slots=True)
class Past:
    """What there is of the last build; nothing, unless more is known."""

    memory: Path = Path()
    site: Path = Path()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    files: Mapping[str, list[int]] = field(default_factory=dict)
    lists: str = ""
    """The key of the lists."""

    @classmethod
    def of(cls, memory: Memory, now: Survey) -> Past:
        """What the last build left, if it was one of this program."""
        last = memory.last()
        if last is None or last.program != now.program:
            return cls()
        kept = memory.folder / "issues"
        found = {id_: sealed.read(kept / id_, now.program, Entry) for id_ in now.issues}
        entries = {id_: entry for id_, entry in found.items() if entry is not None}
        # With an entry missing it is not known which files are lists.
        lists = last.lists if len(entries) == len(now.issues) else ""
        return cls(memory.folder, memory.site, entries, last.files, lists)

    def bare(self, now: Survey) -> dict[str, Issue]:
        """Issue id → the issue without its text, of those whose folder has not changed."""
        return {
            id_: _bare(entry.pressed.issue)
            for id_, entry in self.entries.items()
            if entry.folder == now.issues[id_]
        }

    def take(self, id_: str, key: str, folder: Path, fresh: Path) -> Pressed | None:
        """Take the pages of an issue over into the site in `folder`, and what is kept of it into
        the memory `fresh`. None, and nothing is taken, unless all of it stands.

        Raises OSError where the disk is full.
        """
        entry = self.entries.get(id_)
        kept = [f"{room}/{id_}" for room in ("issues", "records")]
        if entry is None or not key or entry.key != key:
            return None
        if not all((self.memory / name).is_file() for name in kept):
            return None
        names = entry.pressed.files
        if not all(map(self._stands, names)):
            return None
        _take(self.site, folder, names)
        _take(self.memory, fresh, kept)
        return entry.pressed

    def take_lists(self, key: str, folder: Path) -> bool:
        """Take all that belongs to no issue, but for the search, over into the site in `folder`.
        False, and nothing is taken, unless all of it stands.

        Raises OSError where the disk is full.
        """
        if not key or key != self.lists:
            return False
        of_issues = {name for entry in self.entries.values() for name in entry.pressed.files}
        names = [name for name in self.files.keys() - of_issues if _is_list(name)]
        if not all(map(self._stands, names)):
            return False
        _take(self.site, folder, names)
        return True

    def take_shards(self, folder: Path) -> None:
        """Take each shard of the search index that stands whole over into the site in `folder`: its
        address says what it holds. Which of them are still wanted, the search knows.

        Raises OSError where the disk is full.
        """
        shards: dict[str, list[str]] = {}
        for name in self.files:
            shard, inside, _ = name.removeprefix(SEARCH).partition("/")
            if inside and name.startswith(SEARCH):
                shards.setdefault(shard, []).append(name)
        for names in shards.values():
            if all(map(self._stands, names)):
                _take(self.site, folder, names)

    def _stands(self, name: str) -> bool:
        try:
            return self.files.get(name) == state(f"{self.site}/{name}")
        except OSError:
            return False


def _is_list(name: str) -> bool:
    return name not in (KEPT, MANIFEST) and not name.startswith(SEARCH)


def _take(old: Path, new: Path, names: Iterable[str]) -> None:
    """Link each file below `old` under its name below `new`; or copy it."""
    made: set[str] = set()
    for name in names:
        folder = f"{new}/{name.rpartition('/')[0]}"
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - one of thousands
            made.add(folder)
        try:
            os.link(f"{old}/{name}", f"{new}/{name}")
        except FileExistsError:
            raise
        except OSError:
            shutil.copy2(f"{old}/{name}", f"{new}/{name}")


def _bare(issue: Issue) -> Issue:
    return replace(issue, items=tuple(replace(item, body=()) for item in issue.items))

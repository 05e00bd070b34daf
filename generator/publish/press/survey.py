"""What a site is made of: a digest of each file, by what it holds, never by its time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

from generator.model import Issue

_PROGRAM = Path(__file__).parents[2]
_BESIDE = ("sources", "corrections")
"""Folders of the content whose files belong to one issue each."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Digests of all files at one moment."""

    program: str
    """Of this program, of its libraries and of Python."""
    templates: Mapping[str, str]
    """Name below the folder of templates → digest."""
    issues: Mapping[str, str]
    """Issue id → digest of all files in its folder."""
    beside: Mapping[str, str]
    """Name below the content folder → digest, of sources and corrections."""
    named: Mapping[str, Sequence[str]]
    """Issue id → those of them that are named after it."""
    moved: str
    """Of the addresses that no page has any more."""
    rest: str
    """Of all other content."""

    @property
    def total(self) -> str:
        """Changes with any of them."""
        known = (self.templates, self.issues, self.beside)
        return digest(
            (self.program, self.moved, self.rest, *(sorted(each.items()) for each in known))
        )

    def of_issue(self, issue: Issue) -> str:
        """Of all files that belong to `issue`; empty where one is missing."""
        source = os.path.normpath(issue.source.file)
        if issue.id not in self.issues or source not in self.beside:
            return ""
        names = sorted({source, *self.named.get(issue.id, ())})
        return digest((self.issues[issue.id], [(name, self.beside[name]) for name in names]))


def survey(root: Path, templates: Path) -> Survey | None:
    """The survey of these folders and of the program; None where a file cannot be read."""
    try:
        issues: dict[str, list[tuple[str, str]]] = {}
        named: dict[str, list[str]] = {}
        beside, rest, moved = {}, [], ""
        for name, known in _digests(root):
            top, _, below = name.partition(os.sep)
            if top == "issues" and os.sep in below:
                issues.setdefault(below.partition(os.sep)[0], []).append((below, known))
            elif top in _BESIDE:
                beside[name] = known
                named.setdefault(Path(name).stem, []).append(name)
            elif name == "moved.yaml":
                moved = known
            else:
                rest.append((name, known))
        return Survey(
            program=digest((sys.version, _libraries(), list(_digests(_PROGRAM, ".py")))),
            templates=dict(_digests(templates)),
            issues={id_: digest(files) for id_, files in issues.items()},
            beside=beside,
            named=named,
            moved=moved,
            rest=digest(rest),
        )
    except OSError:
        return None


def digest(value: object) -> str:
    """Of a value that is its `repr`: strings, numbers, tuples, lists, dataclasses of them."""
    return sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


def _libraries() -> list[str]:
    return sorted(f"{each.name} {each.version}" for each in distributions())


def _digests(folder: Path, ending: str = "") -> Iterator[tuple[str, str]]:
    """Name and digest of every file below `folder`. Raises OSError."""
    start = len(str(folder)) + 1
    for path in files(folder):
        if path.endswith(ending):
            yield path[start:], _of_file(path)


def _of_file(path: str) -> str:
    file = Path(path)
    if not file.is_file():  # a pipe would be waited for without end
        raise OSError("is no file")
    return sha256(file.read_bytes()).hexdigest()


def files(folder: Path) -> Iterator[str]:
    """Every file below `folder`, in order. Raises OSError where it is forbidden to look."""
    for here, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        folders.sort()
        yield from (f"{here}{os.sep}{name}" for name in sorted(names))


def _refuse(error: OSError) -> None:
    raise error

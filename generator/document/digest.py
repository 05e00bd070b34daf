"""The hashes by which a later edit by hand is seen."""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING

from generator.document.files import read_text
from generator.document.ledger import REPAIRS
from generator.document.origins import ORIGINS
from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ISSUE = "issue.md"
LEDGERS = (ORIGINS, REPAIRS)
LOST = "Restore it (git checkout), or delete the folder and import again."
_WRITTEN = re.compile(r'^  written: "[0-9a-f]*"$', re.MULTILINE)
_SEALED = re.compile(r'^  ledgers: "[0-9a-f]*"$', re.MULTILINE)


def digest(folder: Path) -> str:
    """sha256 over all Markdown in the folder of an issue, their names included.

    It equals the `source.written` in `issue.md` if and only if nobody edited, added or removed
    Markdown since the import. A byte order mark and Windows line ends are no edit. Raises
    `ContentError` where the folder holds no issue.
    """
    if not (folder / ISSUE).is_file():
        raise ContentError(f"no {ISSUE}", path=folder, hint=LOST)
    return digest_of({path.name: read_text(path) for path in folder.glob("*.md")})


def digest_of_ledgers(folder: Path) -> str:
    """sha256 over `repairs.jsonl` and `origins.jsonl`, which only an import writes.

    It equals the `source.ledgers` in `issue.md` if and only if nobody touched them.
    """
    return _total({name: read_text(folder / name) for name in LEDGERS}, LEDGERS)


def digest_of(files: Mapping[str, str]) -> str:
    """`digest`, over the Markdown among `files` (name to text)."""
    blank = dict(files)
    if ISSUE in blank:
        blank[ISSUE] = _WRITTEN.sub('  written: ""', blank[ISSUE], count=1)
    return _total(blank, sorted(name for name in files if name.endswith(".md")))


def sealed(files: Mapping[str, str]) -> dict[str, str]:
    """`files` with both hashes in `issue.md`, that of the Markdown over that of the ledgers."""
    ledgers = f'  ledgers: "{_total(files, LEDGERS)}"'
    inner = {**files, ISSUE: _SEALED.sub(ledgers, files[ISSUE], count=1)}
    written = f'  written: "{digest_of(inner)}"'
    return {**inner, ISSUE: _WRITTEN.sub(written, inner[ISSUE], count=1)}


def seals(issue: str) -> tuple[str, str]:
    """The two hashes in the text of `issue.md`, that of the Markdown first; empty if not there."""
    found = (pattern.search(issue) for pattern in (_WRITTEN, _SEALED))
    written, ledgers = (match[0].split('"')[1] if match else "" for match in found)
    return written, ledgers


def with_seals(issue: str, other: str) -> str:
    """The text of `issue.md` with the hashes of another one."""
    written, ledgers = seals(other)
    issue = _WRITTEN.sub(f'  written: "{written}"', issue, count=1)
    return _SEALED.sub(f'  ledgers: "{ledgers}"', issue, count=1)


def _total(files: Mapping[str, str], names: Iterable[str]) -> str:
    total = hashlib.sha256()
    for name in names:
        data = files[name].encode("utf-8")
        total.update(os.fsencode(name) + f"\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()

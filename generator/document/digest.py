"""The hash by which a later edit by hand is seen."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator.document.files import read_text
from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ISSUE = "issue.md"
_WRITTEN = re.compile(r'^  written: "[0-9a-f]*"$', re.MULTILINE)


def digest(folder: Path) -> str:
    """sha256 over all Markdown in the folder of an issue, their names included.

    It equals the `source.written` in `issue.md` if and only if nobody edited, added or removed
    Markdown since the import. A byte order mark and Windows line ends are no edit. Raises
    `ContentError` where the folder holds no issue.
    """
    if not (folder / ISSUE).is_file():
        raise ContentError(f"no {ISSUE}", path=folder, hint="Import its source first.")
    return digest_of({path.name: read_text(path) for path in folder.glob("*.md")})


def digest_of(files: Mapping[str, str]) -> str:
    """The same, over the Markdown among `files` (name to text)."""
    total = hashlib.sha256()
    for name in sorted(name for name in files if name.endswith(".md")):
        text = files[name]
        if name == ISSUE:
            text = _WRITTEN.sub('  written: ""', text, count=1)
        data = text.encode("utf-8")
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def sealed(files: Mapping[str, str]) -> dict[str, str]:
    """`files` with their hash written into `issue.md`."""
    seal = f'  written: "{digest_of(files)}"'
    return {**files, ISSUE: _WRITTEN.sub(seal, files[ISSUE], count=1)}

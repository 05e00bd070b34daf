"""Keeps shards from one build to the next: one file for each, which proves itself whole.

The cache only saves time. Whatever is wrong with it, the site is the same: what cannot be read or
proven is built again, and what cannot be written is not kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

_DIGEST = 32
"""Bytes at the beginning of a file that prove the rest."""
_NAME = re.compile(r"[0-9a-f]{16}")
"""Of a file that a build has put here."""


def take(kept: Path, folder: Path) -> bool:
    """Unpack the file `kept` into `folder`, and say whether it was there and whole.

    Raises OSError where `folder` cannot be written.
    """
    try:
        data = kept.read_bytes()
    except OSError:
        return False
    if _proof(kept.name, data[_DIGEST:]) != data[:_DIGEST]:
        return False
    try:
        archive = ZipFile(BytesIO(data[_DIGEST:]))
    except BadZipFile:
        return False
    with archive:
        for name in archive.namelist():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(archive.read(name))
    return True


def keep(folder: Path, kept: Path) -> None:
    """Keep the files of `folder` in the file `kept`, if it can be written."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:  # stored: nearly all of it is compressed already
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = ZipInfo(file.relative_to(folder).as_posix())  # of no date
            archive.writestr(name, file.read_bytes())
    data = packed.getvalue()
    unfinished = kept.with_name(f".{kept.name}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(_proof(kept.name, data) + data)
        unfinished.replace(kept)


def _proof(name: str, data: bytes) -> bytes:
    """That a file is whole, and of the shard after which it is named."""
    return sha256(name.encode() + data).digest()


def prune(cache: Path, names: Collection[str]) -> None:
    """Delete the shards that are not of these names."""
    with suppress(OSError):
        for file in cache.iterdir():
            if _NAME.fullmatch(file.name.removeprefix(".")) and file.name not in names:
                file.unlink()

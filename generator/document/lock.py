"""One import at a time puts its folder in place."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TRIES = 100
_PAUSE = 0.05
"""Seconds between two tries. An issue is put in place in a few milliseconds; whoever still holds
the lock after five seconds has been stopped."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of `folder`, which leaves no file behind and ends with the process.

    Raises `ContentError` where another process does not let go of it.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        _acquire(handle, folder)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, folder: Path) -> None:
    for _ in range(_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return
    raise ContentError(
        "another import is writing into this folder",
        path=folder,
        hint="Run the command again when the other one has ended.",
    )

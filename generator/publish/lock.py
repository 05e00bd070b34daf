"""A lock that dies with its process: of two builds of one folder, the second is refused."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path` for the block, and take it away at the end.

    A process that is started with `close_fds=False` holds it too: Pagefind would go on writing
    after a build that is killed, into the folder of the next one.

    Raises BlockingIOError while another process holds it, another OSError where it cannot be made.
    """
    handle = _claim(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _claim(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # A holder that ended between our two calls took the file away, and our lock with it.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), path.stat()):
                    os.set_inheritable(handle, True)
                    return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)

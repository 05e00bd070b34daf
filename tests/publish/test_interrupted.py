"""A build that is ended at any moment leaves a whole site, and the next one is right."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.publish.test_rebuilding import built, files, replaced, workplace

EDIT = replaced("content/issues/2018-05/yzf-31.md", (("锅炉改造", "锅炉更新"),))
WATCHED = {"open", "os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
"""What Python tells of before it does it: between these calls nothing on the disk changes."""
POINTS = 6


def end(_place: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill(_place: Path) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def child(place: Path, at: int, act: Callable[[Path], None]) -> int:
    """Build in a process of its own, in which `act` comes before the call number `at` that changes
    something below `place`. Returns how many of them there were."""
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        count = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            changes = event in WATCHED and not (event == "open" and arguments[1] in ("r", "rb"))
            if changes and str(place) in str(arguments[0]):
                count += 1
                if count == at:
                    act(place)

        sys.addaudithook(watch)
        try:
            built(place, "site", place / "cache")
        finally:
            os.write(write, str(count).encode())
            os._exit(0)
    os.close(write)
    os.waitpid(process, 0)
    with os.fdopen(read) as told:
        return int(told.read() or 0)


@pytest.mark.parametrize("act", [end, fill])
def test_a_build_that_is_ended_leaves_a_whole_site_and_the_next_is_right(
    act: Callable[[Path], None],
) -> None:
    draw = Random(5)
    with workplace() as (place, _):
        sites = []
        for _ in range(2):
            built(place, "site", place / "cache")
            sites.append(files(place / "site"))
            EDIT(place, draw)
        calls = child(place, 0, act)
        assert calls > 100
        last = [calls - draw.randrange(40) for _ in range(POINTS // 2)]  # there is the swap
        for at in sorted([*draw.sample(range(1, calls), POINTS // 2), *last]):
            old, new = sites
            EDIT(place, draw)
            child(place, at, act)
            # Between two renames of one moment it stands under its other name.
            standing = [place / name for name in ("site", ".site.old") if (place / name).exists()]
            assert files(standing[0]) in (old, new)
            assert built(place, "site", place / "cache") == new
            sites = [new, old]

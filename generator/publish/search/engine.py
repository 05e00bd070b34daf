"""Runs Pagefind: the one pinned version, on a folder, as one index for all languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.errors import SearchError

_MODULE = "pagefind_bin"
VERSION = "1.5.2"
"""The format of the fragments and the chunk size variable are not promised beyond it."""
CHUNK_SIZE = "5000"
"""Words per chunk of the index. Bigrams are many and short: Pagefind's own 20,000 would make a
reader load four times as much for a query."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Pagefind's own search boxes, and its worker: `search.js` asks from the page itself, where it
can see that a part of the index did not arrive. 400 KB that nobody would load."""
_ROOM = 1 << 18
"""Bytes: more than any one file of the index."""
_INSTALL = f"Install it with `pip install pagefind-bin=={VERSION}`, or run `make site`."


def build(tree: Path, output: Path) -> None:
    """Index the pages below `tree` into the folder `output`.

    Raises SearchError where Pagefind fails; OSError where the disk is full, which Pagefind itself
    does not always notice.
    """
    output.mkdir(parents=True, exist_ok=True)
    try:
        _index(tree, output)
    finally:
        _need_room(output)
    for pattern in _UNUSED:
        for file in output.glob(pattern):
            file.unlink()


def _index(tree: Path, output: Path) -> None:
    _run(
        "--site",
        str(tree.resolve()),
        "--output-path",
        str(output.resolve()),
        "--force-language",
        "unknown",
        cwd=tree,
    )


def _need_room(folder: Path) -> None:
    """Raise OSError if nothing more can be written: then what was written last is not whole."""
    probe = folder / ".probe"
    try:
        probe.write_bytes(bytes(_ROOM))
    finally:
        probe.unlink(missing_ok=True)


def check_version() -> None:
    """Raise SearchError where Pagefind is missing or of another version than the pinned one."""
    found = _run("--version", hint=_INSTALL).split()[-1:]
    if found != [VERSION]:
        raise SearchError(
            f"search needs Pagefind {VERSION}, and {' '.join(found) or 'none'} is installed",
            hint=_INSTALL,
        )


def _run(*arguments: str, cwd: Path | None = None, hint: str = "") -> str:
    """Run Pagefind and return what it prints. It would also obey `PAGEFIND_*` variables and a
    `pagefind.yml` in the working folder: the build must not depend on either."""
    variables = {key: value for key, value in os.environ.items() if "PAGEFIND" not in key}
    variables["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = CHUNK_SIZE
    try:
        done = subprocess.run(
            [sys.executable, "-m", _MODULE, *arguments],
            cwd=cwd,
            env=variables,
            close_fds=False,  # it holds the lock of the build
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise SearchError(f"Pagefind cannot be started: {error.strerror}", hint=hint) from error
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SearchError(f"Pagefind failed: {said[-1] if said else 'no message'}", hint=hint)
    return done.stdout

"""Runs the system's Chromium: a page of HTML to a PDF."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from generator.errors import PaperError

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Flags under which it asks nobody for anything. The browser tests run it with them too."""
_SECONDS = 300
"""The longest issue takes a few."""
_FLAGS = (
    "--headless",
    *QUIET,
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
)
_INSTALL = "install it: `apt-get install chromium fonts-noto-cjk` on Debian"


def print_page(page: Path, seconds: float = _SECONDS) -> bytes:
    """The PDF of a file of HTML, alone in its folder with what it loads.

    Raises PaperError where no Chromium is found, it fails, or takes longer than `seconds`.
    """
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise PaperError(f"no Chromium is found ({', '.join(NAMES)})", hint=_INSTALL)
    made = page.with_name("printed.pdf")
    made.unlink(missing_ok=True)
    flags = [*_FLAGS, f"--user-data-dir={page.with_name('profile')}", f"--print-to-pdf={made}"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # which root cannot have
    said = _run([program, *flags, page.as_uri()], seconds)
    if not made.is_file():
        raise PaperError(f"{program} printed nothing: {said}", hint="try it with another version")
    return made.read_bytes()


def _run(command: list[str], seconds: float) -> str:
    """The last line that a program says. It and all that it starts end with this call."""
    try:
        running = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise PaperError(f"{command[0]} cannot be started: {error.strerror}") from error
    with running:
        try:
            _, errors = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise PaperError(
                f"{command[0]} took longer than {seconds:g} seconds",
                hint="print a single item, or free some memory",
            ) from None
        finally:
            _end(running.pid)
    said = errors.strip().splitlines()
    if running.returncode != 0:
        reason = said[-1] if said else "no message"
        raise PaperError(f"{command[0]} failed with code {running.returncode}: {reason}")
    return said[-1] if said else "no message"


def _end(group: int) -> None:
    """End whatever is left of the process group."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return

"""Finds the Chromium that the browser tests drive: the system's, else Playwright's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from generator.publish.paper.chromium import NAMES, QUIET

FLAGS = ("--no-sandbox", *QUIET)  # the tests run as root in containers

MISSING = (
    "Chromium is missing. Run `make test`, which fetches it, or install it yourself: "
    "`apt-get install chromium fonts-noto-cjk` on Debian."
)


def find(playwright: Playwright) -> Path | None:
    """The executable, or None where there is none."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


if __name__ == "__main__":
    with sync_playwright() as driver:
        found = find(driver)
    if found is None:
        raise SystemExit(MISSING)
    print(found)

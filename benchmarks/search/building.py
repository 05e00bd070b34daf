"""`python -m benchmarks.search.building CONTENT SITE`: a site, and what its index cost.

A process of its own, so that its time and memory are those of the build and nothing else. With
`--pages` the pages are built too: issues, documents and the search page, and the assets.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from generator.publish.build import gather
from generator.publish.outputs import html, search
from generator.publish.site import Site
from generator.publish.views import view

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
_PAUSE = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a step took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of this process and its children."""
    children: int
    """Bytes that all child processes together held at most."""
    own: int
    """Bytes by which this process grew at most."""


def main() -> None:
    """Build, and print what the search step cost as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", action="store_true")
    options = parser.parse_args()
    # The cache of shards where `gazette build` has it.
    site = replace(gather(options.content, TEMPLATES), cache=options.content.parent / ".cache")
    options.site.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(options.site / "pagefind", ignore_errors=True)
    if options.pages:
        write_pages(site, options.site)
    cost = measured(lambda: search.write(site, options.site))
    print(json.dumps(asdict(cost)))


def write_pages(site: Site, folder: Path) -> None:
    """The pages that search leads to, and its own. Lists and collations take as long again."""
    kept = tuple(page for page in site.pages if page.kind in ("issue", "item", "search"))
    shown = replace(site, pages=kept)
    html.write(shown, folder, show=lambda _, page: view(site, page))


def measured(step: Callable[[], None]) -> Cost:
    """Run the step and watch it."""
    me = psutil.Process()
    before, peak = me.memory_info().rss, [0, 0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_PAUSE):
            peak[0] = max(peak[0], sum(map(_held, me.children(recursive=True))))
            peak[1] = max(peak[1], me.memory_info().rss - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    began, times = time.perf_counter(), os.times()
    try:
        step()
    finally:
        wall, after = time.perf_counter() - began, os.times()
        done.set()
        watcher.join()
    return Cost(wall, sum(after[:4]) - sum(times[:4]), *peak)


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


if __name__ == "__main__":
    main()

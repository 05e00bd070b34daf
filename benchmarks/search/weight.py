"""What a reader's browser loads, in bytes as they are sent, with nothing in its cache."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from benchmarks.search.engines import ours

_PACKED = (".pf_index", ".pf_fragment", ".pf_meta", ".pagefind")
"""Ends of files that are compressed as they lie; a server compresses all others."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one query needed, from the first visit on."""

    first: int
    """Index as it is opened: its script and program, and the newest shard."""
    others: int
    """What opens all other shards."""
    query: int
    """Parts of the index that the query asked for, over all shards."""
    shown: int
    """What the first ten results show."""


def measure(
    browser: Browser, base: str, site: Path, queries: Iterable[str]
) -> tuple[list[Load], int]:
    """The load of each query, asked in a browser without a past, and the shards there are."""
    loads = [_load(browser, base, site, query) for query in queries]
    return loads, len(list((site / "pagefind").glob("*/facets.json")))


def _load(browser: Browser, base: str, site: Path, query: str) -> Load:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    steps: tuple[Callable[[], object], ...] = (
        lambda: ours.open_index(page, base),
        lambda: page.evaluate(ours.OPEN_ALL),
        lambda: page.evaluate(ours.ASK, query),
        lambda: page.evaluate(ours.SHOW),
    )
    weights = []
    for step in steps:
        asked.clear()
        step()
        weights.append(sum(_sent(site / path.lstrip("/")) for path in _of_index(asked)))
    context.close()
    return Load(*weights)


def _of_index(paths: Sequence[str]) -> list[str]:
    return [path for path in paths if path.startswith("/pagefind/")]


@cache
def _sent(file: Path) -> int:
    data = file.read_bytes()
    return len(data if file.suffix in _PACKED else gzip.compress(data))

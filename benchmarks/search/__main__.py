"""`python -m benchmarks.search`: how good the search is, as a table in benchmarks/RESULTS.md.

Every part writes down what it found below `.benchmark/`, so each can be run again by itself.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict

from benchmarks.search import places, quality, queries, report, speed, truth, weight
from benchmarks.search.engines import minisearch, ours, stock
from tests.tools.server import StaticServer

_SPEED_EACH = 8
"""Queries of a kind whose time is taken: each of them is a visit of some seconds."""


def build() -> None:
    """Builds both sites, the large one without any cache."""
    places.real().build(pages=True)
    archive = places.large()
    shutil.rmtree(archive.folder / ".cache", ignore_errors=True)
    cost = archive.build(pages=True)
    for site in (archive, places.real()):
        (site.folder / "texts.json").unlink(missing_ok=True)
    texts = archive.texts()
    length = sum(len(block) for blocks in texts.values() for block in blocks)
    places.keep("build", {**cost, "pages": len(texts), "characters": length})


def compare() -> None:
    """Asks all engines on the real site."""
    archive = places.real()
    texts = archive.texts()
    pages, asked = truth.fold(texts), queries.drawn(texts)
    found = {"minisearch": quality.measure(minisearch.finder(texts), asked, pages)}
    with places.browser() as browser:
        with StaticServer(archive.site) as base:
            find = ours.finder(browser.new_page(), base)
            found["ours"] = quality.measure(find, asked, pages)
        for name, program in stock.PROGRAMS.items():
            folder = archive.folder / name
            stock.index(program, archive.site, texts, folder)
            with StaticServer(folder) as base:
                for way, quoted in (("as typed", False), ("quoted", True)):
                    find = stock.finder(browser.new_page(), base, quoted=quoted)
                    found[f"{name}, {way}"] = quality.measure(find, asked, pages)
    rows = {
        name: {kind: asdict(one) for kind, one in kinds.items()} for name, kinds in found.items()
    }
    size = minisearch.size(texts)
    places.keep("compare", {"engines": rows, "pages": len(texts), "minisearch bytes": size})


def ask() -> None:
    """Asks the search of the large site."""
    archive = places.large()
    texts = archive.texts()
    pages, asked = truth.fold(texts), queries.drawn(texts)
    with places.browser() as browser, StaticServer(archive.site) as base:
        found = quality.measure(ours.finder(browser.new_page(), base), asked, pages)
    places.keep("ask", {kind: asdict(one) for kind, one in found.items()})


def weigh() -> None:
    """Weighs what each query loads on the large site."""
    archive = places.large()
    asked = [query for kind in queries.drawn(archive.texts()).values() for query in kind]
    with places.browser() as browser, StaticServer(archive.site) as base:
        loads, shards = weight.measure(browser, base, archive.site, asked)
    places.keep("weigh", {"loads": [asdict(load) for load in loads], "shards": shards})


def wait() -> None:
    """Takes the time a reader waits on the large site."""
    archive = places.large()
    kinds = queries.drawn(archive.texts()).values()
    asked = [kind[place] for place in range(_SPEED_EACH) for kind in kinds]
    with places.browser() as browser, StaticServer(archive.site) as base:
        waits = speed.measure(browser, base, asked)
        version = browser.version
    places.keep("wait", {**asdict(waits), "chromium": version})


def add() -> None:
    """Publishes the large archive without its last issue, and then that issue, as an office does.

    That issue completes a year: the shard that is made anew is as large as it gets.
    """
    archive = places.large()
    last = max((archive.content / "issues").iterdir())
    aside = archive.folder / last.name
    last.rename(aside)
    try:
        archive.publish()
    finally:
        aside.rename(last)
    found = archive.publish()
    documents = len(list(last.glob("*.md"))) - 1
    steps = {"search": found["profile"]["search"], "all": found["seconds"]}
    places.keep("add", {**steps, "documents": documents})


PARTS: dict[str, Callable[[], None]] = {
    one.__name__: one for one in (build, compare, ask, weigh, wait, add, report.write)
}


def main() -> None:
    """Runs the parts that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[[], *PARTS])
    places.WORK.mkdir(exist_ok=True)
    for name in parser.parse_args().part or PARTS:
        began = time.monotonic()
        PARTS[name]()
        print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()

"""The search index: `pagefind/` in the site, written from the model.

    pagefind/shards.json        the shards, newest first, and Pagefind's script
    pagefind/<key>/             a shard: what Pagefind writes, and facets.json
    pagefind/traditional.json   traditional characters and their simplified ones

A shard that changes gets another key, so an address never changes what it holds, and a tab that is
open while the site is replaced never mixes two indexes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from functools import partial
from pathlib import Path

from generator.publish.search import cache, engine, shard
from generator.publish.search.kept import read, stacks
from generator.publish.search.records import Record
from generator.publish.search.shards import Shard, shards
from generator.publish.search.traditional import traditional
from generator.publish.site import Site


def write(site: Site, folder: Path) -> None:
    """Index the issues and items of the site into `folder/pagefind/`.

    Shards that did not change are there already, or come from `site.cache`.

    Raises SearchError where Pagefind is missing, of another version than the pinned one, or fails,
    OSError where the disk is full.
    """
    found = stacks(site)
    output = folder / "pagefind"
    newest_first = {shard.key(part): part for part in reversed(shards(found))}
    _clear(output, newest_first)
    if not found:
        return
    engine.check_version()
    output.mkdir(parents=True, exist_ok=True)
    kept = site.cache / "search" if site.cache else None
    for key, part in newest_first.items():  # one after the other: memory is that of the largest
        if not (output / key).is_dir():
            shard.write(partial(_records, site, part), output / key, kept / key if kept else None)
    if kept:
        cache.prune(kept, newest_first)
    listed = [
        {"path": f"{key}/", "pages": part.pages, "first": part.first, "last": part.last}
        for key, part in newest_first.items()
    ]
    script = f"{next(iter(newest_first))}/pagefind.js"
    _write(output / "shards.json", {"script": script, "shards": listed})
    _write(output / "traditional.json", traditional(set().union(*(one.written for one in found))))


def _clear(output: Path, wanted: Collection[str]) -> None:
    """Delete shards of the last build that are not wanted any more."""
    if output.is_dir():
        for folder in output.iterdir():
            if folder.name not in wanted:
                shutil.rmtree(folder)


def _records(site: Site, part: Shard) -> list[Record]:
    return [record for one in part.stacks for record in read(site, one)]


def _write(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

"""Builds one shard of the index, or takes it from the cache."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from generator.publish.search import cache, engine, fragments, tree
from generator.publish.search.facets import columns
from generator.publish.search.records import Record
from generator.publish.search.shards import Shard

Read = Callable[[], Sequence[Record]]


def key(shard: Shard) -> str:
    """A name that changes with whatever decides what the shard's files hold: its records, this
    room of the program, Pagefind, and Python's tables of characters."""
    digest = sha256(f"{engine.VERSION} {engine.CHUNK_SIZE} {unicodedata.unidata_version}".encode())
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.read_bytes())
    for stack in shard.stacks:
        digest.update(stack.digest.encode())
    return digest.hexdigest()[:16]


def write(read: Read, folder: Path, kept: Path | None) -> None:
    """Write the shard into `folder`, which does not exist, from the file `kept` if that is whole,
    else anew of the records that `read` gives, and keep it there for the next time.

    Raises SearchError where Pagefind fails, OSError where the disk is full.
    """
    if kept is not None and cache.take(kept, folder):
        return
    build(read(), folder)
    if kept is not None:
        cache.keep(folder, kept)


def build(records: Sequence[Record], folder: Path) -> None:
    """Write the shard of these records into `folder`, which does not exist."""
    unpublished = folder.with_name(f".{folder.name}")
    try:
        ends = tree.write(records, unpublished)
        engine.build(unpublished, folder)
    finally:
        shutil.rmtree(unpublished, ignore_errors=True)
    ids = fragments.rewrite(records, folder)
    facets = columns(records, ends, ids)
    (folder / "facets.json").write_text(
        json.dumps(facets, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )

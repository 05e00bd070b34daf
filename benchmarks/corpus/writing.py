"""Writes made issues to a content folder, one by one: memory does not grow with their number."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.corpus.making import made
from benchmarks.corpus.sources import with_source
from benchmarks.corpus.stock import CONTENT, Stock, read
from generator.document import write_issue

SEED = 1


def write(root: Path, documents: int, seed: int = SEED) -> int:
    """Write an archive of so many documents into the new folder `root`; returns its issues.

    Raises FileExistsError where `root` is there, OSError or ContentError where it cannot be
    written.
    """
    (root / "sources").mkdir(parents=True)
    shutil.copy(CONTENT / "gazette.yaml", root)
    stock, left = read(), documents
    for place in count():
        if left <= 0:
            return place
        left -= _write_one(root, stock, place, seed, left)
    raise AssertionError  # count() has no end


def _write_one(root: Path, stock: Stock, place: int, seed: int, most: int) -> int:
    whole = made(stock, place, seed)
    kept = replace(whole, items=whole.items[:most], contents=whole.contents[:most])
    issue, source = with_source(kept)
    (root / issue.source.file).write_text(source.text, encoding="utf-8")
    write_issue(issue, root / "issues" / issue.id, source.repairs)
    return len(issue.items)

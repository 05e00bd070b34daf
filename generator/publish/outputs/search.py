"""The search index: `pagefind/` in the site, written from the model."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.publish.search import engine, fragments, records, tree
from generator.publish.site import Site


def write(site: Site, folder: Path) -> None:
    """Index the issues and items of the site into `folder/pagefind/`.

    Raises SearchError where Pagefind is missing, of another version than the pinned one, or fails,
    OSError where the disk is full.
    """
    found = records.records(site)
    if not found:
        return
    # Inside the site that is being made, so that a build that is killed leaves it nowhere else.
    unpublished, output = folder / ".search", folder / "pagefind"
    try:
        tree.write(found, unpublished)
        engine.build(unpublished, output)
    finally:
        shutil.rmtree(unpublished, ignore_errors=True)
    fragments.rewrite(found, output)

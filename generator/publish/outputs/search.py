"""The search index: `pagefind/` in the site, written from the model."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.publish.search import engine, fragments, tree
from generator.publish.search.kept import all_records
from generator.publish.site import Site


def write(site: Site, folder: Path) -> None:
    """Index the issues and items of the site into `folder/pagefind/`.

    Raises SearchError where Pagefind is missing, of another version than the pinned one, or fails,
    OSError where the disk is full.
    """
    if not any(page.issue for page in site.pages):
        return
    # Inside the site that is being made, so that a build that is killed leaves it nowhere else.
    unpublished, output = folder / ".search", folder / "pagefind"
    try:
        tree.write(all_records(site), unpublished)
        engine.build(unpublished, output)
    finally:
        shutil.rmtree(unpublished, ignore_errors=True)
    fragments.rewrite(all_records(site), output)

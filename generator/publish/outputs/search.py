"""The search index: `pagefind/` in the site, written from the model."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.search import engine, fragments, records, tree
from generator.publish.site import Site


def write(site: Site, folder: Path) -> None:
    """Index the issues and items of the site into `folder/pagefind/`.

    Raises SearchError where Pagefind is missing, of another version than the pinned one, or fails.
    """
    found = records.records(site)
    if not found:
        return
    output = folder / "pagefind"
    with TemporaryDirectory(prefix="gazette-search-") as temporary:
        tree.write(found, Path(temporary))
        engine.build(Path(temporary), output)
    fragments.rewrite(found, output)

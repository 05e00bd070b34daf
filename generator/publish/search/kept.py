"""Records put by, issue by issue, so that they are never all in memory."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.publish.search.records import Record, records
from generator.publish.site import Site


def keep(made: Iterable[Record], folder: Path, id_: str) -> None:
    """Put the records of the issue `id_` into `folder`. Raises OSError where the disk is full."""
    folder.mkdir(exist_ok=True)
    (folder / id_).write_bytes(pickle.dumps(tuple(made), pickle.HIGHEST_PROTOCOL))


def all_records(site: Site) -> Iterator[Record]:
    """The records of `site`, issue by issue: those put by, where there are any."""
    if site.records is None:
        yield from records(site)
        return
    for issue in site.issues:
        # This build has written the file itself, a moment ago, into its own folder.
        yield from pickle.loads((site.records / issue.id).read_bytes())

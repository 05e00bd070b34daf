"""Records put by, issue by issue, so that they are never all in memory."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.publish.search.records import Record, records
from generator.publish.search.stacks import Stack, stack
from generator.publish.site import Site


def keep(made: Sequence[Record], folder: Path, id_: str) -> None:
    """Put the records of the issue `id_` into `folder`. Raises OSError where the disk is full."""
    folder.mkdir(exist_ok=True)
    (folder / id_).write_bytes(pickle.dumps(tuple(made), pickle.HIGHEST_PROTOCOL))


def stacks(site: Site) -> list[Stack]:
    """That of each issue of `site`, in their order."""
    told = [site.told[issue.id].stack for issue in site.issues if issue.id in site.told]
    known = [one for one in told if one is not None]
    made = ((issue.id, _made(site, issue.id)) for issue in site.issues)
    return known or [stack(id_, records) for id_, records in made if records]


def read(site: Site, id_: str) -> tuple[Record, ...]:
    """The records of the issue `id_`: those put by, where there are any."""
    if site.records is None:
        return _made(site, id_)
    # This build has written the file itself, a moment ago, into its own folder.
    found: tuple[Record, ...] = pickle.loads((site.records / id_).read_bytes())
    return found


def _made(site: Site, id_: str) -> tuple[Record, ...]:
    mine = tuple(page for page in site.pages if page.issue and page.issue.id == id_)
    return records(replace(site, pages=mine))

"""Records put by, issue by issue, so that they are never all in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.publish import sealed
from generator.publish.search.records import Record, records
from generator.publish.search.stacks import Stack, stack
from generator.publish.site import Site


def keep(made: Sequence[Record], folder: Path, bundle: Stack) -> None:
    """Put the records of an issue, whose stack is `bundle`, into `folder`.

    Raises OSError where the disk is full.
    """
    sealed.write(folder / bundle.id, bundle.digest, tuple(made))


def stacks(site: Site) -> list[Stack]:
    """That of each issue of `site`, in their order."""
    told = [site.told[issue.id].stack for issue in site.issues if issue.id in site.told]
    known = [one for one in told if one is not None]
    made = ((issue.id, _made(site, issue.id)) for issue in site.issues)
    return known or [stack(id_, records) for id_, records in made if records]


def read(site: Site, bundle: Stack) -> tuple[Record, ...]:
    """The records of an issue: those put by, where there are any.

    Raises DamagedError where they are not what was put by.
    """
    if site.records is None:
        return _made(site, bundle.id)
    path = site.records / bundle.id
    found: tuple[Record, ...] | None = sealed.read(path, bundle.digest, tuple)
    if found is None:
        raise sealed.DamagedError(path)
    return found


def _made(site: Site, id_: str) -> tuple[Record, ...]:
    mine = tuple(page for page in site.pages if page.issue and page.issue.id == id_)
    return records(replace(site, pages=mine))

"""The processes that work on the issues: one, or as many as are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.publish.outputs import html
from generator.publish.press.issue import Examine, Pressed, press
from generator.publish.press.parts import Part
from generator.publish.press.pool import results
from generator.publish.site import Site

_BATCH = 32
"""Documents that a worker is given at once: so many cost more than to hand them over."""
_printer: html.Printer | None = None
"""That of a worker, made when it begins."""

Batch = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What all issues have in common."""

    site: Site
    """Whatever of it no issue changes: publication, words, templates."""
    root: Path
    folder: Path
    """Where the new site is made."""
    examine: Examine


def pressed(job: Job, parts: Iterable[Part], processes: int) -> Iterator[Pressed]:
    """Work on each part, in that many processes, and yield what is left of it as it is done.

    Raises what `press` raises, OutputError where workers die again and again.
    """
    batches = list(_batches(parts))
    if processes > 1 and len(batches) > 1:
        task, begin = (
            partial(_press_all, job.root, job.folder, job.examine),
            partial(_begin, job.site),
        )
        for done in results(task, batches, processes, begin):
            yield from done
    elif batches:
        printer = html.printer(job.site)
        for part in (part for batch in batches for part in batch):
            yield press(part, job.root, job.folder, printer, job.examine)


def _batches(parts: Iterable[Part]) -> Iterator[Batch]:
    open_batch: list[Part] = []
    documents = 0
    for part in parts:
        open_batch.append(part)
        documents += sum(len(issue.items) for issue in part.site.issues)
        if documents >= _BATCH:
            yield tuple(open_batch)
            open_batch, documents = [], 0
    if open_batch:
        yield tuple(open_batch)


def _begin(site: Site) -> None:
    global _printer
    _printer = html.printer(site)


def _press_all(root: Path, folder: Path, examine: Examine, batch: Batch) -> list[Pressed]:
    assert _printer is not None
    return [press(part, root, folder, _printer, examine) for part in batch]

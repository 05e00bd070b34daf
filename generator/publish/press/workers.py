"""The processes that work on the issues: one, or as many as are asked for."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutputError
from generator.publish.outputs import html
from generator.publish.press.issue import Examine, Pressed, press
from generator.publish.press.parts import Part
from generator.publish.site import Site

_BATCH = 32
"""Documents that a worker is given at once: so many cost more than to hand them over."""
_TRIES = 3
"""How often what a dead worker left undone is given to new ones."""
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
    if not batches:
        return
    if processes == 1 or len(batches) == 1:
        printer = html.printer(job.site)
        for part in (part for batch in batches for part in batch):
            yield press(part, job.root, job.folder, printer, job.examine)
        return
    for _ in range(_TRIES):
        with suppress(BrokenProcessPool):
            yield from _in_pool(job, batches, min(processes, len(batches)))
        if not batches:
            return
    raise OutputError(
        "the processes that make the pages are killed again and again",
        hint="they may need more memory than there is; build with `--processes 1`",
    )


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


def _in_pool(job: Job, batches: list[Batch], processes: int) -> Iterator[Pressed]:
    """Takes each batch that is done off the list. Raises BrokenProcessPool if a worker dies."""
    # A fork begins at once and holds the lock of the build until it ends. Elsewhere than on Linux
    # system libraries do not bear it.
    context = multiprocessing.get_context("fork" if os.uname().sysname == "Linux" else None)
    pool = ProcessPoolExecutor(processes, context, _begin, (job.site,))
    try:
        given: dict[Future[list[Pressed]], Batch] = {
            pool.submit(_press_all, batch, job.root, job.folder, job.examine): batch
            for batch in batches
        }
        for future in as_completed(given):
            done = future.result()
            batches.remove(given.pop(future))
            yield from done
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(site: Site) -> None:
    """Make a worker ready, and let it end with the build, whatever ends that."""
    global _printer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build itself ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _printer = html.printer(site)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _press_all(batch: Sequence[Part], root: Path, folder: Path, examine: Examine) -> list[Pressed]:
    assert _printer is not None
    return [press(part, root, folder, _printer, examine) for part in batch]

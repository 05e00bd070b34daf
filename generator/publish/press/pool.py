"""Processes that work on one item after the other; one that dies is survived."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TypeVar

from generator.errors import OutputError

_TRIES = 3
"""How often what a dead process left undone is given to new ones."""
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def results(
    task: Callable[[_Item], _Result],
    items: Sequence[_Item],
    processes: int,
    begin: Callable[[], object] = lambda: None,
) -> Iterator[_Result]:
    """That of `task` for each of `items`, as it is there. A task may be given out more than once:
    it must do the same then. `begin` makes a process ready.

    Raises what a task raises, OutputError where processes die again and again.
    """
    waiting = dict(enumerate(items))
    for _ in range(_TRIES):
        if waiting:
            with suppress(BrokenProcessPool):
                yield from _in_pool(task, waiting, min(processes, len(waiting)), begin)
    if waiting:
        raise OutputError(
            "the processes that do the work are killed again and again",
            hint="they may need more memory than there is; try `--processes 1`",
        )


def _in_pool(
    task: Callable[[_Item], _Result],
    waiting: dict[int, _Item],
    processes: int,
    begin: Callable[[], object],
) -> Iterator[_Result]:
    """Takes each item that is done out of `waiting`. Raises BrokenProcessPool if a process dies."""
    # A fork begins at once and holds the lock of the build until it ends. Elsewhere than on Linux
    # system libraries do not bear it.
    context = multiprocessing.get_context("fork" if os.uname().sysname == "Linux" else None)
    pool = ProcessPoolExecutor(processes, context, _begin, (begin,))
    try:
        given = {pool.submit(task, item): number for number, item in waiting.items()}
        for future in as_completed(given):
            result = future.result()
            del waiting[given.pop(future)]
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(begin: Callable[[], object]) -> None:
    """Make a process ready, and let it end with the one that began it, whatever ends that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)

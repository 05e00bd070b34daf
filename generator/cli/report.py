"""What the commands print: progress on stderr, results on stdout."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from types import TracebackType
from typing import Any

import click

from generator.errors import OutputError
from generator.model import Finding


class Progress:
    """Shows how far the work is: one moving line on a terminal, a plain line per step elsewhere.

    Call it with the name of a step, how many steps are done, and how many there are.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._moving = bool(sys.stderr and sys.stderr.isatty())
        self._line, self._step = "", "to begin"
        self._since = time.monotonic()
        self.seconds: dict[str, float] = {}
        """How long each step took that has ended, by its name."""
        self.documents = 0
        """How many were made."""

    def __enter__(self) -> Progress:
        return self

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report that `step` begins when `done` of `total` steps are finished."""
        self._end_step(step or "to end")
        if self._quiet or not step:
            return
        self._line = f"[{done + 1}/{total}] {step}"
        self._print(f"\r\x1b[K{self._line}" if self._moving else f"{self._line}\n")

    def counted(self, done: int, total: int) -> None:
        """Report that `done` of the `total` documents of this step are made."""
        self.documents = done
        if self._moving and not self._quiet and done:
            speed = done / max(time.monotonic() - self._since, 0.001)
            told = f"{done:,} of {total:,} documents, {speed:,.0f} a second"
            self._print(f"\r\x1b[K{self._line}: {told}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_step("ended")
        if self._moving and not self._quiet:
            self._print("\r\x1b[K")

    def _end_step(self, following: str) -> None:
        now = time.monotonic()
        self.seconds[self._step] = now - self._since
        self._step, self._since = following, now

    def _print(self, text: str) -> None:
        with suppress(OSError):  # the work goes on, whether or not it can be watched
            click.echo(text, nl=False, err=True)


def say(text: str) -> None:
    """Print a line on stdout. Raises OutputError where that is a file on a full disk."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"the output cannot be written: {error.strerror}") from error


def complain(text: str) -> None:
    """Print a line on stderr; if nobody can hear it, the exit code still says it."""
    with suppress(OSError):
        click.echo(f"gazette: {text}", err=True)


def print_json(value: object) -> None:
    """Print a value of the model, or a list or dict of them, as JSON."""
    utf8 = getattr(sys.stdout, "encoding", "").lower() == "utf-8"  # else JSON's own \\u escapes
    say(json.dumps(value, ensure_ascii=not utf8, indent=2, default=_plain))


def _plain(value: object) -> dict[str, Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings a line each: `path:line: severity CODE message`, as compilers do."""
    for finding in findings:
        line = "" if finding.line is None else f"{finding.line}:"
        say(f"{finding.path}:{line} {finding.severity} {finding.code} {finding.message}")


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""What the commands print: progress on stderr, results on stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from types import TracebackType
from typing import Any

import click

from generator.model import Finding


class Progress:
    """Shows how far the work is: one moving line on a terminal, a plain line per step elsewhere.

    Call it with the name of a step, how many steps are done, and how many there are.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._moving = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __call__(self, step: str, done: int, total: int) -> None:
        """Report that `step` begins when `done` of `total` steps are finished."""
        if self._quiet or not step:
            return
        line = f"[{done + 1}/{total}] {step}"
        if self._moving:
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)
        else:
            click.echo(line, err=True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._moving and not self._quiet:
            click.echo("\r\x1b[K", nl=False, err=True)


def print_json(value: object) -> None:
    """Print a value of the model, or a list or dict of them, as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> dict[str, Any]:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings a line each: `path:line: severity CODE message`, as compilers do."""
    for finding in findings:
        line = "" if finding.line is None else f"{finding.line}:"
        click.echo(f"{finding.path}:{line} {finding.severity} {finding.code} {finding.message}")


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""`gazette build`: content in, site out."""

from __future__ import annotations

import gc
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import Progress, complain, count, print_json, say

if TYPE_CHECKING:
    from generator.publish.press.memory import Memory
    from generator.publish.press.survey import Survey

_GARBAGE = 50_000
"""Python looks for garbage each time that so many things were made: a build leaves hardly any,
and to look for it each 700 took an eighth of its time."""
_COUNTED = ("issue", "item", "page", "table", "finding")


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette build
  gazette build --root /srv/gazette/content --site /srv/www
  gazette build --json | jq .pages
""",
)
@options.root
@options.site
@options.templates
@options.processes
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    show_default=".cache beside the content folder",
    metavar="DIR",
    help="Where to keep what saves time in the next build. Delete it at any time.",
)
@click.option("--profile", is_flag=True, help="Say where the time went.")
@options.json
@options.quiet
def build(
    root: Path,
    site: Path,
    templates: Path,
    processes: int,
    cache: Path | None,
    profile: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Build the site from the content folder: all that has changed since the last build.

    The new site takes the place of the old one only when it is complete: a build that fails or is
    killed leaves the old site standing. A folder that holds files no build wrote is not replaced.
    """
    from generator.publish.press.memory import Memory

    began = time.monotonic()
    memory = Memory(cache or root.resolve().parent / ".cache", root, templates, site)
    now = memory.survey()
    surveyed = time.monotonic() - began
    told = memory.told(now)
    unchanged = told is not None
    progress = Progress(quiet=quiet or as_json)
    if told is None:
        told = _build(memory, now, processes, progress)
    seconds = time.monotonic() - began
    times = _times(progress, surveyed) if profile else {}
    if as_json:
        more = {"profile": times} if profile else {}
        print_json({**told, **more, "seconds": round(seconds, 1), "site": str(site)})
    elif not quiet:
        for step, taken in times.items():
            say(f"{taken:8.2f} s  {step}")
        counts = (count(told[f"{noun}s"], noun) for noun in _COUNTED)
        say(f"{', '.join(counts)}, {seconds:.1f} seconds")
        say(f"The site: {site}{', which had nothing to change' if unchanged else ''}")


def _times(progress: Progress, surveyed: float) -> dict[str, float]:
    """Step → seconds."""
    times = {"survey of the files": surveyed}
    for step, seconds in progress.seconds.items():
        if step == "issues" and progress.documents:
            speed = f"{progress.documents / seconds:,.0f} a second"
            times[f"issues: {count(progress.documents, 'document')} made, {speed}"] = seconds
        else:
            times[step] = seconds
    return {step: round(seconds, 2) for step, seconds in times.items()}


def _build(
    memory: Memory, now: Survey | None, processes: int, progress: Progress
) -> dict[str, Any]:
    """Build, and return what there is to say of it."""
    from generator.check import check_issue, check_strays
    from generator.publish.build import build_site

    gc.set_threshold(_GARBAGE)
    with progress:
        summary = build_site(
            memory.root,
            memory.site,
            memory.templates,
            examine=check_issue,
            strays=check_strays,
            processes=processes,
            cache=memory.cache,
            survey=now,
            progress=progress,
            counted=progress.counted,
        )
    for warning in summary.warnings:
        complain(f"warning: {warning}")
    return asdict(summary)

"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

PROJECT = Path(__file__).parent.parent.parent
"""The folder that holds `generator/` and `templates/`."""

root = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default="content",
    show_default=True,
    metavar="DIR",
    help="The content folder: gazette.yaml, sources/, corrections/, issues/.",
)

quiet = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")

json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a machine to read.")

site = click.option(
    "--site",
    type=click.Path(file_okay=False, resolve_path=True, path_type=Path),
    default="site",
    show_default=True,
    metavar="DIR",
    help="The folder of the built site.",
)

templates = click.option(
    "--templates",
    type=click.Path(file_okay=False, path_type=Path),
    default=PROJECT / "templates",
    show_default="the project's own",
    metavar="DIR",
    help="The folder of templates, style sheets and interface texts.",
)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


processes = click.option(
    "--processes",
    type=click.IntRange(1, 256),
    default=_cores,
    show_default="one for each core",
    metavar="N",
    help="How many processes share the work.",
)

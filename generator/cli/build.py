"""`gazette build`: content in, site out."""

from __future__ import annotations

import os
import time
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import Progress, complain, count, print_json, say


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
@click.option(
    "--processes",
    type=click.IntRange(1, 256),
    default=cores,
    show_default="one for each core",
    metavar="N",
    help="How many processes work on the issues.",
)
@options.json
@options.quiet
def build(
    root: Path, site: Path, templates: Path, processes: int, as_json: bool, quiet: bool
) -> None:
    """Build the whole site from the content folder.

    The new site takes the place of the old one only when it is complete: a build that fails or is
    killed leaves the old site standing. A folder that holds files no build wrote is not replaced.
    """
    from generator.check import check_issue, check_strays
    from generator.document import issue_folders
    from generator.publish.build import build_site

    began = time.monotonic()
    with Progress(quiet=quiet or as_json) as progress:
        summary = build_site(
            root, site, templates, examine=check_issue, processes=processes, progress=progress
        )
        strays = check_strays(root, {folder.name for folder in issue_folders(root)})
    findings = summary.findings + len(strays)
    for warning in summary.warnings:
        complain(f"warning: {warning}")
    seconds = time.monotonic() - began
    if as_json:
        print_json(
            asdict(summary)
            | {"findings": findings, "seconds": round(seconds, 1), "site": str(site)}
        )
    elif not quiet:
        say(
            f"{count(summary.issues, 'issue')}, {count(summary.items, 'item')}, "
            f"{count(summary.pages, 'page')}, {count(summary.tables, 'table')}, "
            f"{count(findings, 'finding')}, {seconds:.1f} seconds"
        )
        say(f"The site: {site}")

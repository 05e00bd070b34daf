"""`gazette build`: content in, site out."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import Progress, complain, count, print_json, say


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
@options.json
@options.quiet
def build(root: Path, site: Path, templates: Path, as_json: bool, quiet: bool) -> None:
    """Build the whole site from the content folder.

    The new site takes the place of the old one only when it is complete: a build that fails or is
    killed leaves the old site standing. A folder that holds files no build wrote is not replaced.
    """
    from generator.check import check_content
    from generator.publish.build import build_site

    began = time.monotonic()
    # Before the build, since the site tells its readers what is still open.
    findings = check_content(root)
    with Progress(quiet=quiet or as_json) as progress:
        summary = build_site(
            root,
            site,
            templates,
            findings=findings,
            cache=root.resolve().parent / ".cache",
            progress=progress,
        )
    for warning in summary.warnings:
        complain(f"warning: {warning}")
    seconds = time.monotonic() - began
    if as_json:
        print_json(
            asdict(summary)
            | {"findings": len(findings), "seconds": round(seconds, 1), "site": str(site)}
        )
    elif not quiet:
        say(
            f"{count(summary.issues, 'issue')}, {count(summary.items, 'item')}, "
            f"{count(summary.pages, 'page')}, {count(summary.tables, 'table')}, "
            f"{count(len(findings), 'finding')}, {seconds:.1f} seconds"
        )
        say(f"The site: {site}")

"""`gazette check`: what a person should look at."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.report import count, print_findings, print_json

SOMETHING_WRONG = 1


@click.command(
    epilog="""\b
Examples:
  gazette check
  gazette check --strict                   fail on warnings too
  gazette check --json | jq '.[].code'
"""
)
@options.root
@options.site
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too, not only on errors.")
@options.json
@options.quiet
@click.pass_context
def check(
    ctx: click.Context, root: Path, site: Path, strict: bool, as_json: bool, quiet: bool
) -> None:
    """List the findings on the content and, if it is built, on the site.

    A finding names its file and line and says what to do. An error makes the exit code 1; a
    warning asks a person to look and does not, unless --strict is given.
    """
    from generator.check import check_content, check_site
    from generator.document import read_publication

    publication = read_publication(root)
    findings = list(check_content(root))
    if (site / "index.html").exists():
        findings += check_site(site, publication.base_url)
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        print_json(findings)
    elif not quiet:
        print_findings(findings)
        click.echo(f"{count(errors, 'error')}, {count(len(findings) - errors, 'warning')}")
    if errors or (strict and findings):
        ctx.exit(SOMETHING_WRONG)

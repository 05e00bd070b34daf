"""`gazette check`: what a person should look at."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import count, print_findings, print_json, say
from generator.model import Finding

SOMETHING_WRONG = 1


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette check
  gazette check --strict                   fail on warnings too
  gazette check --json | jq '.[].code'
""",
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
    if _holds_anything(site):
        findings += check_site(site, publication.base_url)
        if not (site / "index.html").is_file():
            message = "the site has no home page; run `gazette build`"
            findings.append(Finding("S101", f"{site.name}/index.html", None, message, "error"))
    errors = sum(finding.severity == "error" for finding in findings)
    if as_json:
        print_json(findings)
    elif not quiet:
        print_findings(findings)
        say(f"{count(errors, 'error')}, {count(len(findings) - errors, 'warning')}")
    if errors or (strict and findings):
        ctx.exit(SOMETHING_WRONG)


def _holds_anything(site: Path) -> bool:
    """Whether a site was built there, well or badly: an empty folder is no fault."""
    return site.is_dir() and any(path.name != ".gitkeep" for path in site.iterdir())

"""`gazette pdf`: an item or a whole issue as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import count, print_json, say
from generator.errors import ContentError, OutputError


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette pdf 2018-05/jszf-31                a document of an issue
  gazette pdf 2020-jszb-56                   a document that came outside an issue
  gazette pdf 2018-05 --output issue.pdf     the whole issue, with cover and contents
""",
)
@click.argument("id")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write.  [default: the id, with .pdf]",
)
@options.root
@options.templates
@options.json
@options.quiet
def pdf(
    id: str,  # noqa: A002 — the argument's name in the help
    output: Path | None,
    root: Path,
    templates: Path,
    as_json: bool,
    quiet: bool,
) -> None:
    """Print document or issue ID to a PDF, tagged and with bookmarks.

    The system's Chromium prints it. The content is read, not the built site.
    """
    from generator.document import replace_file
    from generator.publish.build import gather
    from generator.publish.paper import page_count, print_pdf

    data = print_pdf(gather(root, templates), id)
    file = output or Path(f"{id.replace('/', '-')}.pdf")
    try:
        replace_file(file, data)
    except ContentError as error:
        raise OutputError(error.message, path=file, hint=error.hint) from error
    if as_json:
        print_json({"file": str(file), "pages": page_count(data), "bytes": len(data)})
    elif not quiet:
        say(f"{file}: {count(page_count(data), 'page')}")

"""The command `gazette`: arguments to one room, errors to an exit code. Nothing else.

One file per subcommand. A command imports its room inside its function, so that `gazette --help`
loads none of them.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.cli.adopt import adopt
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.group import PressGroup
from generator.cli.importing import import_
from generator.cli.pdf import pdf
from generator.cli.serve import serve
from generator.cli.show import show

EXIT_CODES = """\b
Exit codes:
  0    success
  1    `gazette check` found something wrong
  2    the command was called wrongly
  3    a file under content/ cannot be read or does not hold
  4    a raw source cannot be taken in
  5    Markdown was edited by hand, and an import would lose the edit, or it cannot be adopted
  6    a template is missing or broken
  7    the site cannot be written
  8    the search index cannot be built
  9    the PDF cannot be made: Chromium is missing, failed or took too long
  130  interrupted (Ctrl-C)
"""

EXAMPLES = """\b
Examples:
  gazette import            take in every new source
  gazette check             list what a person should look at
  gazette build             build the site into site/
  gazette serve             look at it on 127.0.0.1
  gazette pdf 2018-05       print an issue, or one of its documents
"""


@click.group(
    cls=PressGroup,
    epilog=f"{EXAMPLES}\n{EXIT_CODES}",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="gazette")
def main() -> None:
    """Turn the raw texts of a public gazette (政府公报) into Markdown that people can review, and
    that into a static, searchable, accessible site.

    Run it in the folder that holds content/, or name that folder with --root.
    """


for command in (import_, adopt, build, check, show, serve, pdf):
    main.add_command(command)

"""Options that several commands share."""

from __future__ import annotations

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

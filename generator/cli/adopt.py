"""`gazette adopt`: edits of the Markdown by hand become corrections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import complain, count, print_json, say
from generator.errors import EditedError, UsageError

if TYPE_CHECKING:
    from generator.intake.adoption import Adopted

_EDITOR = "责任编辑"
_NOT_PERSONS = frozenset({"rule", "structure"})


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette adopt 2018-05 --reason "据印刷版"
  gazette adopt 2018-05 --reason "据印刷版" --dry-run   print the entries, write nothing
  gazette adopt 2018-05 --reason "与标题一致" --by "校对"

An edit that cannot be adopted (a paragraph split in two, a heading made a paragraph) is named with
its file, line and reason, stays in the Markdown, and makes the exit code 5.
""",
)
@click.argument("id")
@click.option("--reason", required=True, metavar="TEXT", help="Why the edits are right.")
@click.option(
    "--by", default=_EDITOR, show_default=True, metavar="ROLE", help="Whose edits: a role, no name."
)
@click.option("--dry-run", is_flag=True, help="Print the entries; write nothing.")
@options.root
@options.json
@options.quiet
def adopt(
    id: str,  # noqa: A002 — the argument's name in the help
    reason: str,
    by: str,
    dry_run: bool,
    root: Path,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the edits of issue ID by hand down in content/corrections/ID.yaml, and import it.

    Correct content/issues/ID/*.md in any editor, then adopt: each edit becomes an exact entry on
    its source line, which readers can see and every later import keeps. Flags and gaps become
    doubts. An entry is written only if an import with it makes the edited text to the letter.
    """
    _check_words(reason, by)
    from generator.document import read_publication
    from generator.intake.adoption import Author, adopt

    author = Author(reason.strip(), by.strip())
    done = adopt(root, id, publication=read_publication(root), author=author, write=not dry_run)
    if as_json:
        print_json(_record(id, done, dry_run=dry_run))
    elif not quiet:
        _tell(id, done, dry_run=dry_run)
    for refused in done.refused:
        where = f"{refused.place.path}:{refused.place.line or 1}"
        complain(f"{where}: cannot be adopted: {refused.why}\n  {refused.hint}")
    if done.refused:
        raise EditedError(
            f"{count(len(done.refused), 'edit')} of {id} could not be adopted, and no import will "
            "overwrite the Markdown",
            hint="Do what is said above, and adopt again.",
        )


def _check_words(reason: str, by: str) -> None:
    if not reason.strip() or "\n" in reason:
        raise UsageError("--reason must say in a line why the edits are right")
    if not by.strip() or "\n" in by or by.strip() in _NOT_PERSONS:
        raise UsageError(f"--by must be the role of a person, not {by.strip()!r}")


def _tell(id_: str, done: Adopted, *, dry_run: bool) -> None:
    from generator.document import render_entries

    if done.entries and dry_run:
        say(render_entries(done.entries).rstrip("\n"))
    elif done.entries:
        imported = "" if done.refused else ", and it was imported again"
        entries = "1 entry" if len(done.entries) == 1 else f"{len(done.entries):,} entries"
        say(f"{id_}: {entries} added to corrections/{id_}.yaml{imported}")
    elif not done.refused:
        say(f"{id_}: nothing to adopt")


def _record(id_: str, done: Adopted, *, dry_run: bool) -> dict[str, Any]:
    from generator.document import values_of

    return {
        "id": id_,
        "written": not dry_run and bool(done.entries),
        "entries": [values_of(entry) for entry in done.entries],
        "refused": [
            {
                "path": str(refused.place.path),
                "line": refused.place.line,
                "why": refused.why,
                "hint": refused.hint,
            }
            for refused in done.refused
        ],
    }

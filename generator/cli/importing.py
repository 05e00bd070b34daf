"""`gazette import`: raw sources in, Markdown and ledger out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import Progress, count, print_json, say
from generator.errors import GazetteError
from generator.model import Publication


@click.command(
    "import",
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette import                  every source that has no Markdown yet, or has changed
  gazette import 2018-05          that one, again
  gazette import --pending        which ones those are

Corrections of a source belong in content/corrections/ID.yaml; they survive every import.
""",
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--pending", "only_list", is_flag=True, help="List what is new; import nothing.")
@options.root
@options.processes
@options.json
@options.quiet
def import_(
    ids: tuple[str, ...], only_list: bool, root: Path, processes: int, as_json: bool, quiet: bool
) -> None:
    """Take in sources: content/sources/ID.* becomes content/issues/ID/.

    Importing again changes nothing. Markdown that was edited by hand is never overwritten: the
    import refuses with exit code 5 and says how to keep the edit.
    """
    from generator.document import read_publication
    from generator.intake import pending

    chosen = list(dict.fromkeys(ids)) or pending(root)
    if only_list:
        _list(chosen, as_json)
        return
    work = partial(_imported, root, read_publication(root))
    found: dict[str, dict[str, Any] | GazetteError] = {}
    with Progress(quiet=quiet or as_json) as progress:
        for index, (id_, result) in enumerate(_results(work, chosen, processes)):
            progress(id_, index, len(chosen))
            found[id_] = result
    done = []
    for id_ in chosen:
        result = found[id_]
        if isinstance(result, GazetteError):
            raise result
        done.append(result)
    if as_json:
        print_json(done)
    elif not quiet:
        say("\n".join(map(_line, done)) if done else "Nothing new to import.")


Result = tuple[str, dict[str, Any] | GazetteError]
"""The id of a source, and what was made of it or why it was refused."""


def _results(work: Callable[[str], Result], ids: Sequence[str], processes: int) -> Iterator[Result]:
    """Of each source: that one is refused does not keep the others waiting."""
    from generator.publish.press.pool import results

    return results(work, ids, processes) if processes > 1 and len(ids) > 1 else map(work, ids)


def _imported(root: Path, publication: Publication, id_: str) -> Result:
    from generator.intake import import_source

    try:
        imported = import_source(root, id_, publication=publication)
    except GazetteError as error:
        return id_, error
    return id_, {
        "id": id_,
        "items": len(imported.issue.items),
        "repairs": len(imported.repairs),
        "changed": imported.changed,
    }


def _line(imported: dict[str, Any]) -> str:
    """`2018-05: 13 items, 812 repairs`."""
    unchanged = "" if imported["changed"] else ", nothing changed"
    return (
        f"{imported['id']}: {count(imported['items'], 'item')}, "
        f"{count(imported['repairs'], 'repair')}{unchanged}"
    )


def _list(ids: list[str], as_json: bool) -> None:
    if as_json:
        print_json(ids)
    else:
        for id_ in ids:
            say(id_)

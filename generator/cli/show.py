"""`gazette show`: an issue at any step of its way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import print_json, say
from generator.cli.views import block_lines, issue_lines, ledger_lines
from generator.errors import UsageError
from generator.model import Issue, Item


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette show 2018-05                       the issue and its items
  gazette show 2018-05 --after spacing       the text as it stood after that step
  gazette show 2018-05 --repairs             the ledger: every change and its source lines
  gazette show 2018-05 --blocks --item jszf-31
""",
)
@click.argument("id")
@click.option("--after", metavar="RULE", help="The text after that step; a wrong name lists them.")
@click.option("--repairs", is_flag=True, help="The ledger of repairs.")
@click.option("--blocks", is_flag=True, help="The structure: every block with its source lines.")
@click.option("--item", metavar="SLUG", help="With --blocks: only that item.")
@options.root
@options.json
def show(
    id: str,  # noqa: A002 — the argument's name in the help
    after: str | None,
    repairs: bool,
    blocks: bool,
    item: str | None,
    root: Path,
    as_json: bool,
) -> None:
    """Show issue ID: its items, or the text after a step, the ledger, or the blocks."""
    if sum((after is not None, repairs, blocks)) > 1:
        raise UsageError("give one of --after, --repairs and --blocks, not several")
    if item is not None and not blocks:
        raise UsageError("--item goes with --blocks")
    from generator.document import read_issue, read_repairs

    folder = root / "issues" / id
    if after is not None:
        text = _text_after(root, id, after)
        _print(text, text, as_json)
    elif repairs:
        ledger = read_repairs(folder)
        _print(ledger, ledger_lines(ledger), as_json)
    elif blocks:
        items = _chosen(read_issue(folder), item)
        _print(items, block_lines(items), as_json)
    else:
        issue = read_issue(folder)
        _print(issue, issue_lines(issue), as_json)


def _text_after(root: Path, issue: str, rule: str) -> list[str]:
    from generator.intake import steps

    texts = dict(steps(root, issue))
    if rule not in texts:
        raise UsageError(f"{issue} has no step {rule!r}", hint=f"its steps: {', '.join(texts)}")
    return [line.text for line in texts[rule]]


def _chosen(issue: Issue, slug: str | None) -> list[Item]:
    chosen = [item for item in issue.items if slug in (None, item.slug)]
    if slug is not None and not chosen:
        slugs = ", ".join(item.slug for item in issue.items)
        raise UsageError(f"{issue.id} has no item {slug!r}", hint=f"its items: {slugs}")
    return chosen


def _print(value: object, lines: Iterable[str], as_json: bool) -> None:
    if as_json:
        print_json(value)
    else:
        for line in lines:
            say(line)

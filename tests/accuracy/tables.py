"""Tables against the human readings: what belongs together, head, width, caption, unit, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.model import Block, Heading, Table, placed, plain
from tests.accuracy.measures import Measure, Miss, same, share
from tests.accuracy.outline import reading
from tests.intake.conftest import source_of, take

Facts = dict[str, Any]
MORE = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text("utf-8"))

_LABEL = re.compile(r"^附[件录][\d.]* ")
"""A title is compared without the label of its annex."""


def measures() -> list[Measure]:
    """The share of the facts about the tables of each reading that are right."""
    readings = {"2018-05": reading("2018-05")["tables"], **MORE}
    return [measure(id_, wanted) for id_, wanted in readings.items()]


def measure(id_: str, readings: list[Facts]) -> Measure:
    found = {facts["first line"]: facts for facts in tables(id_)}
    misses, total = [], 0
    for read in readings:
        facts = wanted(read)
        made = found.get(facts["first line"], {})
        total += len(facts)
        misses += [
            Miss(id_, facts["first line"], f"{name}: {fact}", str(made.get(name)))
            for name, fact in facts.items()
            if made.get(name) != fact
        ]
    figure = share(total - len(misses), total)
    return Measure(f"facts of tables right ({total})", id_, figure, 1.0, misses=tuple(misses))


def wanted(read: Facts) -> Facts:
    """What a reading says of a table; a row that may be part of another one counts as a row."""
    lines = [line for first, last in read["pieces"] for line in range(first, last + 1)]
    return {
        "first line": lines[0],
        "last line": lines[-1],
        "head rows": read["header_rows"],
        "rows": read.get("body_rows_raw", read["body_rows"]),
        "columns": read["columns"],
        "caption": same(_LABEL.sub("", read["caption"])),
        "unit": same(read["unit_line"]).removeprefix("单位:"),
        "form": read.get("form", False),
        "records side by side": 2 if read.get("two_pairs_side_by_side") else 1,
    }


def tables(id_: str) -> Iterator[Facts]:
    """The same facts of every table of the issue as the press has it."""
    for item in take(source_of(id_)).issue.items:
        for index, block in enumerate(item.body):
            if isinstance(block, Table):
                yield facts_of(block, item.body[:index])


def facts_of(table: Table, above: tuple[Block, ...]) -> Facts:
    spans = [row.origin for row in table.rows if row.origin]
    cells = [(at, cell) for row in placed(table.rows) for at, cell in row]
    title = next((block for block in reversed(above) if isinstance(block, Heading)), None)
    named = plain(title.text) if title else ""
    return {
        "first line": spans[0].first,
        "last line": spans[-1].last,
        "head rows": table.head,
        "rows": len(table.rows) - table.head,
        "columns": max(at + cell.colspan for at, cell in cells),
        "caption": same(table.caption or named),
        "unit": same(table.unit),
        "form": table.kind == "form",
        "records side by side": table.abreast,
    }

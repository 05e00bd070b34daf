"""`repairs.jsonl`: what an import changed; and `corrections/<id>.yaml`: what a person corrects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.document.body import parse_with_lines, render_block
from generator.document.characters import printable
from generator.document.files import read_text
from generator.document.place import Place
from generator.document.records import pair, records_of, render_records
from generator.document.schema import decode, items_of, mapping_of
from generator.document.yaml_text import compose_any, is_literal
from generator.model import Correction, Doubt, Repair, Span, SuppliedTable, Table, Written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.document.yaml_text import MappingNode

REPAIRS = "repairs.jsonl"
CORRECTIONS, DOUBTS, SUPPLIED = "corrections", "doubts", "supplied_table"
"""Names in the ledger of what a person corrects, doubts and supplies."""
BY_PERSONS = frozenset({CORRECTIONS, DOUBTS, SUPPLIED})
_KEYS = frozenset({"rule", "lines", "before", "after", "by", "reason"})


def read_repairs(folder: Path) -> list[Repair]:
    """The ledger of the issue in `folder`, in the order in which the changes were made.

    Raises `ContentError` where the file is missing or a line of it is no repair.
    """
    path = folder / REPAIRS
    missing = f"`gazette import {printable(folder.name)}` writes it anew."
    return parse_repairs(read_text(path, missing), path)


def parse_repairs(text: str, path: Path) -> list[Repair]:
    """The same, of the text of the ledger at `path`."""
    return [
        Repair(
            rule=record.text("rule"),
            lines=record.span("lines"),
            before=record.text("before"),
            after=record.text("after"),
            by=record.text("by"),
            reason=record.text("reason", ""),
        )
        for record in records_of(text, path, _KEYS)
    ]


def render_repairs(repairs: Sequence[Repair]) -> str:
    """The text of a ledger, a line a repair; `reason` only where there is one."""
    return render_records(_record(repair) for repair in repairs)


def _record(repair: Repair) -> dict[str, Any]:
    record = {
        "rule": repair.rule,
        "lines": pair(repair.lines),
        "before": repair.before,
        "after": repair.after,
        "by": repair.by,
    }
    return record | ({"reason": repair.reason} if repair.reason else {})


def read_entries(path: Path) -> list[Written]:
    """What people say in `path`, in the order of the file; nothing where there is no such file.

    An entry is a correction {line, find, replace, reason, by}, a doubt {line, find, doubt, by}, of
    which `find` may be missing where the source lacks something, or a table {lines, table, reason,
    by}. Raises `ContentError` for anything else, for an empty `find`, and for a line end in a
    corrected or doubtful text: a correction never makes one line two.
    """
    return entries_of(read_text(path), path) if path.exists() else []


def entries_of(text: str, path: Path) -> list[Written]:
    """The same, of the text of the file at `path`."""
    place = Place(path)
    node = compose_any(text, place)
    return [
        _entry(mapping_of(entry, place, "correction"), place)
        for entry in ([] if node is None else items_of(node, place, "corrections"))
    ]


def fulfils(repair: Repair, entry: Written) -> bool:
    """Whether a ledger entry is what an import makes of an entry by a person."""
    told = (repair.rule, repair.by, repair.reason)
    match entry:
        case SuppliedTable():
            made = (repair.lines, repair.after) == (entry.lines, render_block(entry.table))
            return made and told == (SUPPLIED, entry.by, entry.reason)
        case Doubt():
            made = repair.lines.first == entry.line
            return made and told == (DOUBTS, entry.by, said(entry))
        case Correction():
            made = repair.before.replace(entry.find, entry.replace) == repair.after
            made = made and repair.lines.first == entry.line
            return made and told == (CORRECTIONS, entry.by, entry.reason)


def said(doubt: Doubt) -> str:
    """A doubt in one sentence, as the ledger and the notes beside a text have it."""
    return f"“{doubt.find}”：{doubt.doubt}" if doubt.find else doubt.doubt


def _entry(mapping: MappingNode, place: Place) -> Written:
    keys = [key.value for key, _ in mapping.value]  # a key may be a list, which is an error
    if "table" in keys:
        return _supplied(mapping, place)
    here = place.down(mapping.start_mark.line)
    entry: Correction | Doubt
    if "doubt" in keys:
        entry = decode(Doubt, mapping, place, file_line=here.line, rule="")
        texts, whole = (entry.find, entry.doubt), entry.doubt.strip()
    else:
        entry = decode(Correction, mapping, place, file_line=here.line)
        texts, whole = (entry.find, entry.replace), entry.find
    if not whole or entry.line < 1:
        raise here.error(
            "a correction needs a line and the text to find on it",
            "Write the number of a source line, from 1, and what stands on it.",
        )
    if any("\n" in text for text in texts):
        raise here.error(
            "a correction that holds a line end",
            "Correct each line by itself; if lines are joined wrongly, edit the Markdown.",
        )
    return entry


@dataclass(frozen=True, slots=True)
class _Supplied:
    """The keys of a supplied table as they stand in the file."""

    lines: Span
    table: str
    reason: str
    by: str


def _supplied(mapping: MappingNode, place: Place) -> SuppliedTable:
    keys = decode(_Supplied, mapping, place)
    node = next(value for key, value in mapping.value if key.value == "table")
    here = place.down(node.start_mark.line)
    if not is_literal(node):
        raise here.error(
            "the table does not stand below its key",
            "Write `table: |`, and the table on the lines below it, each indented by four spaces.",
        )
    blocks = parse_with_lines(keys.table, here.path, here.line + 1)
    tables = [block for _, block in blocks if isinstance(block, Table)]
    if len(blocks) != 1 or not tables:
        raise here.error(
            "`table` holds something other than one table",
            "Write one table, from `::: table head=1` to `:::`, and nothing before or behind it.",
        )
    begin = place.down(mapping.start_mark.line).line
    return SuppliedTable(keys.lines, tables[0], keys.reason, keys.by, begin)

"""`repairs.jsonl`: what an import changed; and `corrections/<id>.yaml`: what a person corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.document.characters import printable
from generator.document.files import read_text
from generator.document.place import Place
from generator.document.records import pair, records_of, render_records
from generator.document.schema import decode, items_of, mapping_of
from generator.document.yaml_text import compose_any
from generator.model import Correction, Doubt, Repair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.document.yaml_text import MappingNode

REPAIRS = "repairs.jsonl"
CORRECTIONS, DOUBTS = "corrections", "doubts"
"""Names in the ledger of what a person corrects and doubts."""
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


def read_corrections(path: Path) -> list[Correction]:
    """The corrections in `path`, in the order of the file; none where there is no such file.

    An entry is a correction {line, find, replace, reason, by} or a doubt, see `read_doubts`. Raises
    `ContentError` for anything else, for an empty `find`, and for a line end in a text: a
    correction never makes one line two.
    """
    return [entry for entry in read_entries(path) if isinstance(entry, Correction)]


def read_doubts(path: Path) -> list[Doubt]:
    """The doubts of a person in `path`, {line, find, doubt, by}, in the order of the file.

    `find` may be missing where the source lacks something. Raises `ContentError`.
    """
    return [entry for entry in read_entries(path) if isinstance(entry, Doubt)]


def read_entries(path: Path) -> list[Correction | Doubt]:
    """Corrections and doubts, in the order of the file. Raises `ContentError`."""
    return entries_of(read_text(path), path) if path.exists() else []


def entries_of(text: str, path: Path) -> list[Correction | Doubt]:
    """The same, of the text of the file at `path`."""
    place = Place(path)
    node = compose_any(text, place)
    return [
        _entry(mapping_of(entry, place, "correction"), place)
        for entry in ([] if node is None else items_of(node, place, "corrections"))
    ]


def fulfils(repair: Repair, entry: Correction | Doubt) -> bool:
    """Whether a ledger entry is what an import makes of an entry by a person."""
    if repair.lines.first != entry.line or repair.by != entry.by:
        return False
    if isinstance(entry, Doubt):
        return repair.rule == DOUBTS and repair.reason == said(entry)
    corrected = repair.before.replace(entry.find, entry.replace) == repair.after
    return repair.rule == CORRECTIONS and corrected and repair.reason == entry.reason


def said(doubt: Doubt) -> str:
    """A doubt in one sentence, as the ledger and the notes beside a text have it."""
    return f"“{doubt.find}”：{doubt.doubt}" if doubt.find else doubt.doubt


def _entry(mapping: MappingNode, place: Place) -> Correction | Doubt:
    here = place.down(mapping.start_mark.line)
    entry: Correction | Doubt
    if any(key.value == "doubt" for key, _ in mapping.value):
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

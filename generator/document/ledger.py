"""`repairs.jsonl`: what an import changed; and `corrections/<id>.yaml`: what a person corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.document.characters import printable
from generator.document.files import read_text
from generator.document.place import Place
from generator.document.records import pair, records_of, render_records
from generator.document.schema import decode, items_of, mapping_of
from generator.document.yaml_text import compose_any
from generator.model import Correction, Repair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REPAIRS = "repairs.jsonl"
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

    The file is a list of {line, find, replace, reason, by}, all required. Raises `ContentError`
    for anything else, for an empty `find`, and for a line end in `find` or `replace`: a correction
    never makes one line two.
    """
    if not path.exists():
        return []
    place = Place(path)
    node = compose_any(read_text(path), place)
    corrections = []
    for entry in [] if node is None else items_of(node, place, "corrections"):
        here = place.down(entry.start_mark.line)
        mapping = mapping_of(entry, place, "correction")
        correction = decode(Correction, mapping, place, file_line=here.line)
        if not correction.find or correction.line < 1:
            raise here.error(
                "a correction needs a line and the text to find on it",
                "Write the number of a source line, from 1, and what stands on it.",
            )
        if "\n" in correction.find + correction.replace:
            raise here.error(
                "a correction that holds a line end",
                "Correct each line by itself; if lines are joined wrongly, edit the Markdown.",
            )
        corrections.append(correction)
    return corrections

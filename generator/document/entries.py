"""Entries of `corrections/<id>.yaml` that the program writes: behind those that stand there.

What a person wrote, comments included, stays byte for byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.body import render_block
from generator.document.files import read_text, replace_file
from generator.document.ledger import entries_of
from generator.document.place import Place
from generator.document.yaml_text import Key, Literal, Pair, SequenceNode, compose_any, dump
from generator.errors import ContentError
from generator.model import Correction, Doubt, SuppliedTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.model import Written


def render_entries(entries: Sequence[Written], indent: int = 0) -> str:
    """The entries as they stand in the file, `indent` columns from the left."""
    text = ""
    for entry in entries:
        first, *rest = dump(values_of(entry)).removesuffix("\n").split("\n")
        lines = [f"- {first}", *(f"  {line}" if line else "" for line in rest)]
        text += "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)
    return text


def values_of(entry: Written) -> dict[Key, object]:
    """The keys of an entry in the order in which they stand in the file, and their values."""
    said: dict[str, object]
    match entry:
        case SuppliedTable():
            table = Literal(f"{render_block(entry.table)}\n")
            said = {"lines": Pair([entry.lines.first, entry.lines.last]), "table": table}
            said |= {"reason": entry.reason}
        case Correction():
            said = {"line": entry.line, "find": entry.find, "replace": entry.replace}
            said |= {"reason": entry.reason}
        case Doubt():
            find: dict[str, object] = {"find": entry.find} if entry.find else {}
            said = {"line": entry.line} | find | {"doubt": entry.doubt}
    return {Key(key): value for key, value in (said | {"by": entry.by}).items()}


def append_entries(path: Path, entries: Sequence[Written]) -> None:
    """Write the entries behind those in `path`, in one step; the file is made where it is missing.

    Raises `ContentError` where that cannot be done without touching what stands there, and where
    an entry would not read back as it is. Then nothing is written.
    """
    data = path.read_bytes() if path.exists() else b""
    text = read_text(path) if path.exists() else ""
    added = render_entries(entries, _column(text, path))
    added = added if not text or text.endswith("\n") else f"\n{added}"
    if entries_of(text + added, path) != [*entries_of(text, path), *entries]:
        raise _cannot_append(path)
    if b"\r\n" in data:
        added = added.replace("\n", "\r\n")
    replace_file(path, data + added.encode("utf-8"))


def _column(text: str, path: Path) -> int:
    """How far from the left the entries begin that stand there."""
    node = compose_any(text, Place(path)) if text.strip() else None
    if node is None:
        return 0
    if not isinstance(node, SequenceNode) or node.flow_style:
        raise _cannot_append(path)
    return int(node.start_mark.column)


def _cannot_append(path: Path) -> ContentError:
    return ContentError(
        "entries cannot be added behind those that stand there",
        path=path,
        hint="Write the file as a plain list, each entry with `- ` before its first key, and "
        "nothing behind the last one.",
    )

"""Why a change cannot be adopted, and what to do instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from generator.document.body import render_block
from generator.intake.adoption.changes import ISSUE, Change
from generator.intake.adoption.edits import Unfit
from generator.model import Block, ContentsEntry, Gap, Heading, Row, Table, plain

_RULE = "Undo it; where the source is read wrongly, mend the rule that reads it."
_TEXT = frozenset({"block", "row", "option", "shape", "added", "removed", "reshaped"})
_MADE = frozenset({"shape", "reshaped"})
"""What no edit can make, so that nobody is told to edit that too."""
_DERIVED = (
    "Undo it, or change the text that it is read from; a line of the cover, by an entry written by "
    "hand (`gazette show ID --after corrections` prints the lines)."
)


def is_supplied(old: object) -> bool:
    """Whether a person supplied a table, or a row of one: it is on no line of the source."""
    if isinstance(old, Table):
        return all(map(is_supplied, old.rows))
    return isinstance(old, Row) and old.origin is None


def no_text(change: Change) -> Unfit:
    """What to say of a change that is none of the text of source lines."""
    if is_supplied(change.old):
        return Unfit(
            "a table that stands in corrections/ was changed here",
            "Undo it, change the table in its entry, and import.",
        )
    if change.what in ("reshaped", "shape", "items", "source"):
        return _shape(change)
    old, new = change.old, change.new
    if isinstance(old, Gap):
        return Unfit(
            "a gap that the import puts there was changed or removed, and it is no source text",
            "Change or remove its entry in corrections/; if the import found it, undo the edit.",
        )
    if isinstance(old, Block) and isinstance(new, Block) and type(old) is not type(new):
        names = [type(each).__name__.lower() for each in (old, new)]
        return Unfit(f"a {names[0]} was made a {names[1]}, and its text is the same", _RULE)
    if isinstance(old, Heading):
        return Unfit("only the level of a heading was changed: it follows its number", _RULE)
    if isinstance(old, Block):
        return Unfit("only the form of a block was changed, not its text", _RULE)
    if isinstance(old, ContentsEntry):
        what = "`section` or `item` of the printed contents was changed: the import finds them"
        return Unfit(what, _DERIVED)
    return Unfit(f"`{change.part or change.what}` was changed: the import makes it", _DERIVED)


def _shape(change: Change) -> Unfit:
    if change.what == "shape":
        return Unfit(
            "the form of a table was changed: its rows, columns, merged cells, head, `kind` or "
            "`abreast`",
            "Undo it and edit the text of cells alone; where the table is read wrongly, mend the "
            "rule.",
        )
    if change.what == "items":
        return Unfit(
            "a document was added, removed or given another `order`",
            "Undo it; what is one document, the import reads from the source.",
        )
    if change.what == "source":
        return Unfit("`source` was changed, which only an import writes", "Undo it.")
    assert isinstance(change.old, tuple)
    assert isinstance(change.new, tuple)
    return _reshaped(change.old, change.new)


def _reshaped(old: Sequence[Block], new: Sequence[Block]) -> Unfit:
    if not old:
        return Unfit(
            "a block was added that no line of the source carries",
            "Add its text to the block it belongs to; what the source lacks, tell the reader in a "
            "`::: gap`.",
        )
    if any(isinstance(block, Table) for block in (*old, *new)):
        return Unfit("a table was taken apart, joined, or made of other text", _RULE)
    if len(new) > len(old):
        return Unfit("a block was split in two, or one was added beside an edited one", _RULE)
    return Unfit("blocks were joined, or their text was parted otherwise", _RULE)


def moved() -> Unfit:
    """What to say of a block that was taken from here to another place."""
    return Unfit(
        "a block was moved to another place: the import keeps the order of the source", _RULE
    )


def otherwise(own: Change, others: Sequence[Change], name_of: dict[int, str]) -> Unfit:
    """What to say where the entries of a change come to another text than the edited one."""
    if not others:
        return Unfit("the entry that it needs does not make the edited text", _RULE)
    place = (own.item, own.what, own.index)
    other = min(
        others,
        key=lambda o: ((o.item, o.what, o.index) != place, o.what != "slug", o.what in _TEXT),
    )
    where = "issue.md" if other.item == ISSUE else name_of.get(other.item, "another document")
    if (other.item, other.what, other.index) == place:
        return Unfit(f"an import with the correction would read here {_shown(other.old)}", _RULE)
    if other.what in _MADE:
        return Unfit(
            f"an import with the correction would read a block otherwise: {_shown(other.old)}",
            "Undo it, and say what is doubtful in a flag, `{?…}`; where the source is read "
            "wrongly, mend the rule.",
        )
    if other.what in _TEXT:
        what = f"change other text in {where}: {_shown(other.old or other.new)}"
    elif isinstance(other.old, ContentsEntry) and isinstance(other.new, ContentsEntry):
        keys = [
            field.name
            for field in fields(ContentsEntry)
            if getattr(other.old, field.name) != getattr(other.new, field.name)
        ]
        what = f"change `{'`, `'.join(keys)}` of “{other.old.title}” in the contents in {where}"
    elif other.what == "slug":
        what = f"name the file {other.old}.md, and the printed contents would name it so (`item`)"
    else:
        what = f"make `{other.part or other.what}` in {where} {_shown(other.old)}"
    return Unfit(
        f"an import with the correction would also {what}",
        "Edit that too, and adopt again; or undo it.",
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], Block):
        value = value[0]
    if isinstance(value, Block):
        value = render_block(value)
    if isinstance(value, Row):
        value = " | ".join(plain(cell.text) for cell in value.cells)
    if isinstance(value, tuple):
        value = "、".join(str(part) for part in value)
    text = "nothing" if value in (None, "") else str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"

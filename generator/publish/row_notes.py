"""The doubts about whole rows of a table: one note for all rows of which the same is doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.model import Row, Table
from generator.publish.inline import Note, Notes, Rows
from generator.publish.wording import Wording

_BETWEEN = "；"
"""Between the reasons of one row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row shows of a note."""

    number: int
    """Of the note."""
    first: bool
    """Whether it is the first row of the note, to which the note leads back."""


Marks = tuple[Mark, ...]


def rows_by_reason(table: Table) -> dict[str, tuple[Rows, ...]]:
    """Reason → the rows of which it is said: 第13–32行、第34–37行 are two."""
    found: dict[str, list[Rows]] = {}
    for number, row in enumerate(table.rows, start=1):
        head = number <= table.head
        place = number if head else number - table.head
        for reason in _reasons(row):
            mine = found.setdefault(reason, [])
            if mine and (mine[-1].last, mine[-1].head) == (place - 1, head):
                mine[-1] = replace(mine[-1], last=place)
            else:
                mine.append(Rows(place, place, number, head))
    return {reason: tuple(rows) for reason, rows in found.items()}


@dataclass(slots=True)
class RowNotes:
    """Gives the rows of a table their notes, on the way down."""

    table: Table
    anchor: str
    notes: Notes
    rows: dict[str, tuple[Rows, ...]] = field(init=False)
    given: dict[str, int] = field(default_factory=dict)
    """Reason → number of its note."""

    def __post_init__(self) -> None:
        self.rows = rows_by_reason(self.table)

    def marks(self, row: Row) -> Marks:
        """The marks of the next row; new doubts go into the notes."""
        return tuple(map(self._mark, _reasons(row)))

    def _mark(self, reason: str) -> Mark:
        first = reason not in self.given
        if first:
            self.given[reason] = self.notes.add("", reason, self.anchor, self.rows[reason])
        return Mark(self.given[reason], first)


def place_in_words(rows: Rows, say: Wording) -> str:
    """Which rows they are: 第63行, 第13–32行, 表头第1行."""
    kind = "table.row.head" if rows.head else "table.row"
    if rows.first == rows.last:
        return say(kind, row=rows.first)
    return say(kind, row=f"{rows.first}–{rows.last}")


def about(note: Note, table: str, say: Wording) -> str:
    """What a note is about: the words, or the rows of the table of this name."""
    if not note.rows:
        return say("notes.passage", text=note.text)
    places = "、".join(place_in_words(rows, say) for rows in note.rows)
    return say("notes.rows", table=table, rows=places)


def _reasons(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.flag.split(_BETWEEN))) if row.flag else ()

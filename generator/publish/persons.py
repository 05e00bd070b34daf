"""A list of persons on a page: by role, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Row, Table, plain
from generator.publish.inline import Notes, Pieces


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person, or those whom a post alone names (有关单位分管负责人)."""

    number: int
    """Of the row, from 1."""
    row: Row
    name: Pieces
    """Empty where nobody is named."""
    post: Pieces
    """Empty where the source lost it."""
    note: int
    """Number of the note on the row, 0 if there is none."""


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role, and who has it."""

    role: Pieces
    """As printed; empty where the list states none."""
    people: tuple[PersonView, ...]


def view(table: Table, notes: Notes) -> tuple[RoleView, ...]:
    """The roles of `table` ready for a page; its doubts go into `notes`."""
    return tuple(_roles(table, notes))


def _roles(table: Table, notes: Notes) -> Iterator[RoleView]:
    role: Pieces = ()
    people: list[PersonView] = []
    for number, row in enumerate(table.rows, start=1):
        title, name, post = (cell.text for cell in row.cells)
        if title and people:
            yield RoleView(role, tuple(people))
            people = []
        role = notes.pieces(title) if title else role
        one, other = notes.pieces(name), notes.pieces(post)
        note = notes.add(plain(name or post), row.flag) if row.flag else 0
        people.append(PersonView(number, row, one, other, note))
    yield RoleView(role, tuple(people))

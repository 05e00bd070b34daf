"""Lists of persons (组长, 副组长, 成员 …), whatever shape they have on the page: each one table.

The nature of such a list proves it: names and posts line by line, and nothing between them but
blank lines and page breaks. What has a line of any other kind in it is left as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.intake.ledger import VERBATIM
from generator.intake.structure import persons, tables
from generator.intake.structure.measure import Measure
from generator.intake.structure.parts import runs
from generator.intake.structure.persons import Person
from generator.intake.structure.tables import Piece
from generator.model import Cell, Line, Repair, Row, Span, Table

LOST_POST = "源文缺职务"
_REASON = "名单分栏排印，先录左栏，后录右栏"
_LONGEST_REST = 20
"""Characters of a post behind a line end."""
_FEWEST, _FEWEST_WITHOUT_ROLE = 2, 3
"""Persons with name and post that make a list."""


@dataclass(frozen=True, slots=True)
class PersonList:
    """A list in its place; indices into the list of lines."""

    first: int
    last: int
    table: Table
    repairs: tuple[Repair, ...]
    """An entry for each column of print that goes behind another."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A person, and the source lines that tell of them."""

    person: Person
    origin: Span


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of persons that stand together: one plain line, or consecutive tab-separated ones."""

    first: int
    last: int
    people: tuple[_Placed, ...]
    """In reading order."""
    repairs: tuple[Repair, ...] = ()


def find(
    lines: Sequence[Line], body: int, measure: Measure, taken: Collection[int]
) -> list[PersonList]:
    """The lists from line `body` on, in order; none of the lines `taken`, which are something else
    already."""
    lists: list[PersonList] = []
    run: list[_Stretch] = []
    pieces = {piece.first: piece for piece in tables.pieces(lines, body, spaced=measure.wrapped)}
    index = body
    while index < len(lines):
        if index not in pieces and not lines[index].text.strip():
            index += 1
            continue
        piece = pieces.get(index)
        stretch = None
        if index not in taken:
            stretch = _tabbed(piece) if piece else _plain(lines, index, measure)
        if stretch:
            run.append(stretch)
        else:
            lists += _lists(run)
            run = []
        index = 1 + (stretch.last if stretch else piece.last if piece else index)
    return [*lists, *_lists(run)]


def _lists(run: list[_Stretch]) -> Iterator[PersonList]:
    """The list that stretches with nothing between them make, if it is proven."""
    while run and len(run[-1].people) == 1 and _is_alone(run[-1].people[0].person):
        run = run[:-1]  # 委员：, and what follows is no person
    people = [one for stretch in run for one in stretch.people]
    if not _is_proven([one.person for one in people]):
        return
    first, last = run[0], run[-1]
    origin = people[0].origin
    for one in people:
        origin = origin.join(one.origin)
    table = Table(tuple(map(_row, _with_roles(people))), 0, origin=origin, kind="persons")
    repairs = tuple(repair for stretch in run for repair in stretch.repairs)
    yield PersonList(first.first, last.last, table, repairs)


def _is_alone(person: Person) -> bool:
    """Whether a line has the role and nothing else."""
    return not person.name and not person.post


def _is_proven(people: Sequence[Person]) -> bool:
    """Whether there are persons enough, and most of them with a name and what ends as a post."""
    proven = sum(one.proven for one in people)
    named = sum(bool(one.name) for one in people)
    fewest = _FEWEST if any(one.role for one in people) else _FEWEST_WITHOUT_ROLE
    unnamed = sum(not one.name and bool(one.post) for one in people)
    return proven >= fewest and named <= 2 * proven and unnamed <= proven


def _with_roles(people: Sequence[_Placed]) -> Iterator[_Placed]:
    """A role that stands alone goes to the person who follows."""
    alone: _Placed | None = None
    for one in people:
        if alone and not one.person.role:
            person = replace(one.person, role=alone.person.role)
            yield _Placed(person, alone.origin.join(one.origin))
            alone = None
            continue
        if alone:
            yield alone
        alone = one if _is_alone(one.person) else None
        if not alone:
            yield one
    if alone:
        yield alone


def _row(one: _Placed) -> Row:
    person = one.person
    cells = tuple(Cell(runs(text)) for text in (person.role, person.name, person.post))
    return Row(cells, one.origin, LOST_POST if person.name and not person.post else "")


def _plain(lines: Sequence[Line], index: int, measure: Measure) -> _Stretch | None:
    """The person of a line that has no tabs, or of two where the post goes on over the line end."""
    line = lines[index]
    if line.mark == VERBATIM or "#" in line.mark or "\t" in line.text:
        return None
    found = persons.read(line.text)
    if not any(one.proven for one in found):
        below = lines[index + 1 : index + 2] if measure.setting != "line" else ()
        for rest in below:
            whole = persons.read(line.text.rstrip() + rest.text.strip())
            if _goes_on(rest, whole):
                origin = line.origin.join(rest.origin)
                return _Stretch(index, index + 1, tuple(_Placed(one, origin) for one in whole))
        if not found or not _is_whole(lines, index, measure):
            return None
    return _Stretch(index, index, tuple(_Placed(one, line.origin) for one in found))


def _goes_on(rest: Line, whole: Sequence[Person]) -> bool:
    """Whether a line is the rest of a post that with it, and only with it, ends as posts do."""
    text = rest.text.strip()
    alone = not rest.mark and "\t" not in text and not persons.read(text)
    return bool(text) and alone and len(text) <= _LONGEST_REST and any(o.proven for o in whole)


def _is_whole(lines: Sequence[Line], index: int, measure: Measure) -> bool:
    """Whether the text of a line ends with it, where no post shows its end."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if measure.setting == "line" or not below.strip() or "\t" in below or persons.read(below):
        return True
    return measure.wrapped and measure.short(lines[index].text)


def _tabbed(piece: Piece) -> _Stretch | None:
    """The persons of consecutive tab-separated lines, if every line is of persons; of each page the
    columns of print one behind the other."""
    if any(line.mark == VERBATIM for line in piece.lines):
        return None
    rows = [(line, persons.read(line.text)) for line in piece.lines if line.text.strip()]
    borders = _borders([found for _, found in rows])
    if borders is None:
        return None
    people: list[_Placed] = []
    repairs: list[Repair] = []
    for _, page in groupby(rows, key=lambda row: row[0].page):
        columns: list[list[_Placed]] = [[] for _ in range(len(borders) + 1)]
        for line, found in page:
            for one in found:
                columns[bisect_right(borders, one.first)].append(_Placed(one, line.origin))
        people += [one for column in columns for one in column]
        repairs += [_move(column) for column in columns[1:] if column]
    if borders and not _in_rank([one.person.role for one in people if one.person.role]):
        return None
    return _Stretch(piece.first, piece.last, tuple(people), tuple(repairs))


def _borders(rows: Sequence[Sequence[Person]]) -> list[int] | None:
    """The cells at which the second column of print begins, and any further one; None where a row
    is no row of persons, or reaches over from one column into the next."""
    # A head may look like a person; it stands in the first row, and no post is in it.
    if not all(rows) or not (rows[0][0].role or any(one.proven for one in rows[0])):
        return None
    borders: list[int] = []
    for at in range(1, max(map(len, rows))):
        pairs = [(row[at - 1], row[at]) for row in rows if len(row) > at]
        border = min(right.first for _, right in pairs)
        if any(left.last >= border for left, _ in pairs):
            return None
        borders.append(border)
    return borders


def _in_rank(roles: Sequence[str]) -> bool:
    """Whether heads stand before deputies and members last, as read column by column. Where they
    do not, the print may be meant to be read row by row."""
    ranks = [2 if persons.is_members(role) else int("副" in role or "秘书长" in role)
             for role in roles if "办公室" not in role]  # fmt: skip
    return all(one <= other for one, other in pairwise(ranks))


def _move(column: Sequence[_Placed]) -> Repair:
    """The ledger entry for a column that goes behind the one to its left."""
    people = ((one.person.role, one.person.name, one.person.post) for one in column)
    text = "\n".join(" ".join(filter(None, words)) for words in people)
    span = Span(column[0].origin.first, column[-1].origin.last)
    return Repair("print_columns", span, text, text, by="structure", reason=_REASON)

"""Tables: pipe rows with merged and missing cells, between `::: table` and `:::`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from generator.document.body.inline import parse_text, render_line, render_reason, unescape
from generator.model import Cell, Row, Table, TableKind, Text, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.document.place import Place

LEFT, ABOVE, ABSENT = "<<", "^^", ".."
"""Cells merged with the one to the left or above; a cell that the print does not have."""

_INFO = re.compile(r"head=([0-9]{1,3})(?: kind=([a-z]+))?(?: abreast=([0-9]{1,3}))?")
_KINDS: dict[str, TableKind] = {kind: kind for kind in get_args(TableKind)}
_PERSON = 3
"""Cells of a person: role, name, post."""
_OPTION = re.compile(r"(caption|unit|note): *(.*)")
_CELL = re.compile(r"((?:\\.|[^\\|])*)\|")
_FLAG = re.compile(r"\{\?((?:\\.|[^\\}])+)\}")
_DELIMITER = re.compile(r"\|(?: *:?-+:? *\|)+")

Grid = list[list[str]]
"""Rows of cells as they stand between the pipes, merged ones included; all of one width."""


def render_table(table: Table) -> str:
    """Write a table. The delimiter row follows the first row, as previews of GFM want it."""
    grid = _laid_out(table.rows)
    rows = [_row(cells, row.flag) for cells, row in zip(grid, table.rows, strict=True)]
    rows[1:1] = ["|" + "---|" * len(grid[0])] if grid else []
    options = {"caption": table.caption, "unit": table.unit, "note": table.note}
    told = [f"{key}: {value}" for key, value in options.items() if value]
    return "\n".join([f"::: table {_info(table)}", *told, "", *rows, "", ":::"])


def _info(table: Table) -> str:
    kind = "" if table.kind == "data" else f" kind={table.kind}"
    abreast = "" if table.abreast == 1 else f" abreast={table.abreast}"
    return f"head={table.head}{kind}{abreast}"


def parse_table(info: str, lines: Sequence[str], place: Place) -> Table:
    """Read what stands between `::: table` (at `place`) and `:::`.

    Raises `ContentError` for an attribute or option it does not know, a missing delimiter row,
    a row with more or fewer cells than the others or none of its own, merged cells that make no
    rectangle, and a kind or a number of records side by side that the columns do not bear out.
    """
    told = _INFO.fullmatch(info)
    if told is None or (told[2] or "data") not in _KINDS:
        raise place.error(
            f"`::: table {info}`",
            "Write `::: table head=1` (rows of the head); `kind=form`, `kind=persons` and "
            "`abreast=2` may follow.",
        )
    numbered = [(place.down(n), line.strip()) for n, line in enumerate(lines, 1) if line.strip()]
    options: dict[str, str] = {}
    while numbered and (option := _OPTION.fullmatch(numbered[0][1])):
        if option[1] in options:
            raise numbered[0][0].error(f"`{option[1]}:` stands here twice", "Remove one of them.")
        options[option[1]] = option[2]
        del numbered[0]
    rows = _rows(numbered, place)
    caption, unit, note = (options.get(key, "") for key in ("caption", "unit", "note"))
    table = Table(
        tuple(rows),
        int(told[1]),
        caption,
        unit,
        note,
        kind=_KINDS[told[2] or "data"],
        abreast=int(told[3] or 1),
    )
    _check(table, place)
    return table


def _check(table: Table, place: Place) -> None:
    """Refuse what a table says of itself and its rows do not bear out."""
    # A column that is `..` throughout no row has, and so the table has not.
    width = max(at + cell.colspan for row in placed(table.rows) for at, cell in row)
    if table.head > len(table.rows):
        raise place.error(
            f"head={table.head}, but the table has {len(table.rows)} rows",
            "Write how many of its rows, from the first on, are head; 0 if none is.",
        )
    if table.kind == "persons" and (table.head or any(not _is_person(row) for row in table.rows)):
        raise place.error(
            "kind=persons, but not every row is a person",
            "Write `head=0` and three cells in every row: role (empty where it is that of the row "
            "above), name, post; no merged cells.",
        )
    if not table.abreast or width % table.abreast:
        raise place.error(
            f"abreast={table.abreast}, but the table has {width} columns",
            "Write how many records stand side by side, each with as many columns.",
        )


def _is_person(row: Row) -> bool:
    return len(row.cells) == _PERSON and all(c.colspan == c.rowspan == 1 for c in row.cells)


def _row(cells: Sequence[str], flag: str) -> str:
    row = f"| {' | '.join(cells)} |"
    return f"{row} {_in_cell(render_reason(flag))}" if flag else row


def _in_cell(markdown: str) -> str:
    return markdown.replace("|", "\\|")


def _laid_out(rows: Sequence[Row]) -> Grid:
    """The rows as a grid, each cell at the first free place of its row, like HTML."""
    taken: dict[tuple[int, int], str] = {}
    for down, row in enumerate(rows):
        across = 0
        for cell in row.cells:
            while (down, across) in taken:
                across += 1
            for below in range(cell.rowspan):
                for right in range(cell.colspan):
                    taken[down + below, across + right] = LEFT if right else ABOVE
            taken[down, across] = _cell(cell.text)
    width = 1 + max((across for _, across in taken), default=-1)
    return [
        [taken.get((down, across), ABSENT) for across in range(width)] for down in range(len(rows))
    ]


def _cell(text: Text) -> str:
    markdown = _in_cell(render_line(text))
    return f"\\{markdown}" if markdown in {LEFT, ABOVE, ABSENT} else markdown


def _rows(numbered: Sequence[tuple[Place, str]], place: Place) -> list[Row]:
    if len(numbered) < 2 or not _DELIMITER.fullmatch(numbered[1][1]):
        here = numbered[1][0] if len(numbered) > 1 else place
        raise here.error(
            "a table needs a row and then `|---|---|`", "Put one `---|` for every column."
        )
    width = numbered[1][1].count("|") - 1
    kept = [numbered[0], *numbered[2:]]
    grid, flags = [], []
    for here, line in kept:
        cells, flag = _split(line, here)
        if len(cells) != width:
            raise here.error(
                f"the row has {len(cells)} cells, the table {width} columns",
                f"Write `{ABSENT}` for a cell that the print lacks, `\\|` for a bar in the text.",
            )
        grid.append(cells)
        flags.append(flag)
    places = [here for here, _ in kept]
    return [Row(cells, flag=flag) for cells, flag in zip(_merged(grid, places), flags, strict=True)]


def _split(line: str, here: Place) -> tuple[list[str], str]:
    """The cells of a row, and its flag."""
    cells, position = [], 1
    while match := _CELL.match(line, position):
        cells.append(match[1].strip())
        position = match.end()
    rest = line[position:].strip()
    flag = _FLAG.fullmatch(rest)
    if not line.startswith("|") or (rest and not flag):
        raise here.error(
            "not a row of a table", "A row begins and ends with `|`; end the table with `:::`."
        )
    return cells, unescape(flag[1]) if flag else ""


def _merged(grid: Grid, places: Sequence[Place]) -> list[tuple[Cell, ...]]:
    """The cells of every row, with their spans."""
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for down, cells in enumerate(grid):
        for across, text in enumerate(cells):
            at = (down, across)
            step = {LEFT: (down, across - 1), ABOVE: (down - 1, across)}.get(text)
            if step is not None and step not in owner:
                raise places[down].error(
                    f"`{text}` has no cell to be merged with",
                    f"`{LEFT}` is merged with the cell to its left, `{ABOVE}` with the one above; "
                    "leave an empty cell empty.",
                )
            if text != ABSENT:
                owner[at] = at if step is None else owner[step]
                covered.setdefault(owner[at], []).append(at)
        if ABSENT in cells and not {ABSENT, LEFT, ABOVE}.issuperset(cells[cells.index(ABSENT) :]):
            raise places[down].error(
                f"`{ABSENT}` may only stand at the end of a row",
                f"Leave a cell empty that has cells behind it; text of two full stops is "
                f"`\\{ABSENT}`.",
            )
        if {ABSENT, LEFT, ABOVE}.issuperset(cells):
            raise places[down].error(
                "the row has no cell of its own",
                "Take the row out, or leave a cell of it empty that is not merged; a doubt stands "
                "on a row that has one.",
            )
    rows: list[list[Cell]] = [[] for _ in grid]
    for (down, across), cells_covered in covered.items():
        content = parse_text(grid[down][across], places[down])
        rows[down].append(_spanned(content, (down, across), cells_covered, places[down]))
    return [tuple(row) for row in rows]


def _spanned(
    text: Text, at: tuple[int, int], covered: Sequence[tuple[int, int]], here: Place
) -> Cell:
    rowspan = 1 + max(down for down, _ in covered) - at[0]
    colspan = 1 + max(across for _, across in covered) - at[1]
    if len(covered) != rowspan * colspan or min(across for _, across in covered) < at[1]:
        raise here.error(
            "merged cells make no rectangle",
            f"To span rows and columns, a cell has `{LEFT}` to its right, and each row below has "
            f"`{ABOVE}` and as many `{LEFT}`.",
        )
    return Cell(text, colspan, rowspan)

"""The page of every table and all its files hold the same cells, in a real site and a made one."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from io import BytesIO, StringIO
from itertools import groupby
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell

from generator.model import Cell, Table, plain
from generator.publish.build import gather
from generator.publish.outputs import downloads, html
from generator.publish.site import Site
from generator.publish.table_list import Listed, all_tables
from tests import samples as make
from tests.document.strategies import persons as listed_persons
from tests.document.strategies import tables
from tests.publish.samples import EMISSIONS
from tests.publish.samples import site as sample_site
from tests.samples import row, text

Grid = list[list[str | None]]
"""None where a merged cell covers the place."""

MARKS = ".ref, .origin"
"""What a page adds to the text of a cell."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed(listed: Listed, page: BeautifulSoup) -> Grid:
    """The table on its page, as a reader sees it; cells that are not there are empty."""
    table = page.select_one(f'[id="{listed.anchor}"] table')
    assert table is not None, listed.url
    for mark in table.select(MARKS):
        mark.extract()
    grid: dict[tuple[int, int], str | None] = {}
    for down, line in enumerate(table.select("tr")):
        across = 0
        for cell in line.select("th, td"):
            while (down, across) in grid:
                across += 1
            for below in range(int(str(cell.get("rowspan", 1)))):
                for right in range(int(str(cell.get("colspan", 1)))):
                    grid[down + below, across + right] = None
            grid[down, across] = words(cell)
    width = 1 + max(across for _, across in grid)
    return [
        [grid.get((down, across), "") for across in range(width)]
        for down in range(len(listed.table.rows))
    ]


def words(cell: Tag) -> str:
    for end in cell.select("br"):
        end.replace_with("\n")
    for raised in cell.select("sup"):
        raised.replace_with(raised.get_text().translate(RAISED))
    return cell.get_text()


def persons(listed: Listed, page: BeautifulSoup) -> Grid:
    """What the files should hold of a list of persons, however the page sets it."""
    block = page.select_one(f'[id="{listed.anchor}"]')
    assert block is not None, listed.url
    for mark in block.select(MARKS):
        mark.extract()
    seen = characters(block.get_text())
    said = [[plain(cell.text) for cell in one.cells] for one in listed.table.rows]
    assert all(characters(cell) in seen for line in said for cell in line), listed.url
    return [["角色", "姓名", "职务"], *said]


def unfolded(listed: Listed, grid: Grid) -> Grid:
    """What the files should hold of a table: records one below the other."""
    table = listed.table
    parts = table.abreast
    width = len(grid[0]) // parts
    heads = grid[: table.head]
    if parts == 1 or any(head[:width] * parts != head for head in heads):
        return grid
    found: Grid = [head[:width] for head in heads]
    waiting: Grid = []
    for line in [*grid[table.head :], None]:
        group = line is not None and bool(line[0]) and not any(line[1:]) and width > 1
        if line is not None and not group:
            waiting.append(line)
            continue
        for part in range(parts):
            pieces = [one[part * width : (part + 1) * width] for one in waiting]
            found += [piece for piece in pieces if not part or any(piece)]
        waiting = []
        if line is not None:
            found.append(line[:width])
    return found


def workbook_cells(file: Path | BytesIO) -> Grid:
    """The cells of the first sheet as a spreadsheet shows them."""
    made = load_workbook(file).worksheets[0]
    return [[shown(cell) for cell in line] for line in made.iter_rows()]


def shown(cell: SheetCell | MergedCell) -> str | None:
    if isinstance(cell, MergedCell):
        return None
    if not isinstance(cell.value, int | float):
        return str(cell.value or "")
    whole, _, decimals = cell.number_format.rstrip("%").partition(".")
    percent = cell.number_format.endswith("%")
    value = cell.value * 100 if percent else cell.value
    comma = "," if whole == "#,##0" else ""
    return f"{value:{comma}.{len(decimals)}f}" + ("%" if percent else "")


def csv_cells(file: Path, encoding: str) -> list[list[str]]:
    with file.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


def padded(cells: list[list[str]], like: list[list[str]]) -> list[list[str]]:
    """With the places at the end that a workbook does not hold, for nothing is printed there."""
    rows = cells + [[]] * (len(like) - len(cells))
    return [row + [""] * (len(wide) - len(row)) for row, wide in zip(rows, like, strict=True)]


def filled(grid: Grid) -> list[list[str]]:
    """As CSV writes it: nothing where a merged cell covers the place."""
    return [[cell or "" for cell in line] for line in grid]


MADE = sample_site(
    make.issue(
        "2018-05",
        (
            make.item(
                "yzf-9",
                (
                    EMISSIONS,
                    Table(
                        (
                            row("同位素", "值", "同位素", "值"),
                            row(Cell(text("第一组"), colspan=4)),
                            row("Am", "0.06", "Ni", "60"),
                            row("Au", "30", "", ""),
                            row("第二组", "", "", ""),
                            row("-SNCR", "-5~10", "=1+1", "1,200.50"),
                        ),
                        abreast=2,
                    ),
                    Table((row("甲", "值", "乙", "值"), row("1", "2", "3", "4")), abreast=2),
                    Table((row("事故单位", "", flag="疑"), row("电话")), head=0, kind="form"),
                    Table(
                        (row("指挥长：", "张三", "市长"), row("", "李四", "")),
                        head=0,
                        kind="persons",
                    ),
                ),
            ),
        ),
    )
)


Found = tuple[Listed, Path, Grid]
"""A table, where its files lie, without their endings, and what they should hold."""


@pytest.fixture(scope="module", params=["real", "made"])
def found(
    request: pytest.FixtureRequest, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Found]:
    """Every table of a site."""
    folder = tmp_path_factory.mktemp("site")
    real = request.param == "real"
    made = gather(repository / "content", repository / "templates") if real else MADE
    for write in (html.write, downloads.write):
        write(made, folder)
    return list(_found(made, folder))


def _found(made: Site, folder: Path) -> Iterator[Found]:
    for page, listed_here in groupby(all_tables(made), key=lambda table: table.page):
        seen = BeautifulSoup((folder / page.file).read_text("utf-8"), "html.parser")
        for listed in listed_here:
            stem = folder / page.file.parent / listed.anchor
            if listed.table.kind == "persons":
                yield listed, stem, persons(listed, seen)
            else:
                yield listed, stem, unfolded(listed, printed(listed, seen))


def test_the_plain_csv_has_the_cells_of_the_page(found: list[Found]) -> None:
    for listed, stem, grid in found:
        assert csv_cells(Path(f"{stem}.plain.csv"), "utf-8") == filled(grid), listed.url


def test_the_csv_for_spreadsheets_differs_by_its_apostrophes_alone(
    found: list[Found],
) -> None:
    for _, stem, grid in found:
        cells = csv_cells(Path(f"{stem}.csv"), "utf-8-sig")
        assert [[cell.removeprefix("'") for cell in line] for line in cells] == filled(grid)
        assert not [cell for line in cells for cell in line if cell.startswith(("=", "@"))]


def test_the_workbook_shows_the_cells_of_the_page(found: list[Found]) -> None:
    for listed, stem, grid in found:
        assert filled(workbook_cells(Path(f"{stem}.xlsx"))) == filled(grid), listed.url


def test_the_json_has_the_cells_of_the_page(found: list[Found]) -> None:
    for listed, stem, grid in found:
        data = json.loads(Path(f"{stem}.json").read_text("utf-8"))
        cells = data["head"] + [line["cells"] for line in data["rows"]]
        assert filled(cells) == filled(grid), listed.url
        for line, shown_line in zip(cells, grid, strict=True):
            empty = [cell for cell, seen in zip(line, shown_line, strict=True) if seen is None]
            assert set(empty) <= {None}, listed.url


def test_every_character_of_a_table_is_in_its_csv(found: list[Found]) -> None:
    """Wherever it stands there, and as often as it is printed; heads may stand once for all."""
    for listed, stem, _ in found:
        file = csv_cells(Path(f"{stem}.plain.csv"), "utf-8")
        table = listed.table
        body = Counter(characters(plain(c.text)) for r in table.rows[table.head :] for c in r.cells)
        cells = Counter(characters(cell) for line in file for cell in line)
        assert not body - cells - Counter([""] * body[""]), listed.url
        for one in table.rows[: table.head]:
            assert {characters(plain(cell.text)) for cell in one.cells} <= {*cells, ""}, listed.url


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables() | listed_persons())
def test_whatever_its_shape_nothing_of_a_table_is_lost(table: Table) -> None:
    issue = make.issue("2018-05", (make.item("yzf-9", (table,)),))
    (listed,) = all_tables(made := sample_site(issue))
    stem = f"/2018/05/yzf-9/{listed.anchor}"
    plain_csv = made.downloads[f"{stem}.plain.csv"].decode()
    file = list(csv.reader(StringIO(plain_csv, newline="")))
    data = json.loads(made.downloads[f"{stem}.json"])
    cells = data["head"] + [line["cells"] for line in data["rows"]]
    assert file == filled(cells)
    shown_cells = filled(workbook_cells(BytesIO(made.downloads[f"{stem}.xlsx"])))
    assert padded(shown_cells, file) == file
    said = Counter(
        characters(plain(cell.text)) for one in table.rows[table.head :] for cell in one.cells
    )
    found = Counter(characters(cell) for line in file for cell in line)
    assert not {words for words in said - found if words}


def characters(words: str) -> str:
    """Those that are no spaces; ³ is a 3 that is raised, ⁻ a minus of whatever width."""
    return "".join(unicodedata.normalize("NFKC", words).split()).replace("−", "-")

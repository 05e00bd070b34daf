"""Every table that is published, cell by cell against the content it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Table, placed, plain
from generator.publish.build import gather


@pytest.fixture(scope="module")
def pairs(repository: Path, site: Path) -> list[tuple[Table, Tag]]:
    """Each table of the content with its table on the page."""
    return list(_pairs(repository, site))


def _pairs(repository: Path, site: Path) -> Iterator[tuple[Table, Tag]]:
    model = gather(repository / "content", repository / "templates")
    for page in model.pages:
        if page.item is None or not any(isinstance(block, Table) for block in page.item.body):
            continue
        soup = BeautifulSoup((site / page.file).read_bytes(), "html.parser")
        for apart in soup.select("td .ref, th .ref, tr .origin"):
            apart.extract()
        for block, anchor in zip(page.item.body, model.anchors[page.url], strict=True):
            if isinstance(block, Table) and block.kind != "persons":
                (table,) = soup.select(f"[id='{anchor}'] table")
                yield block, table


def test_every_cell_is_on_the_page_once_and_in_its_row(pairs: list[tuple[Table, Tag]]) -> None:
    assert pairs
    for table, shown in pairs:
        wanted = [[plain(cell.text).replace("\n", "") for cell in row.cells] for row in table.rows]
        found = [[cell.get_text() for cell in row.select("th, td")] for row in shown.select("tr")]
        assert found == wanted, table.caption


def test_every_cell_is_on_the_page_in_its_column(pairs: list[tuple[Table, Tag]]) -> None:
    for table, shown in pairs:
        wanted = [[(cell.colspan, cell.rowspan) for _, cell in row] for row in placed(table.rows)]
        found = [
            [
                (int(cell.get("colspan", 1)), int(cell.get("rowspan", 1)))
                for cell in row.select("th, td")
            ]
            for row in shown.select("tr")
        ]
        assert found == wanted, table.caption


def test_every_table_has_a_caption_heads_and_a_region_of_its_own_name(
    pairs: list[tuple[Table, Tag]],
) -> None:
    for table, shown in pairs:
        assert shown.caption is not None
        assert shown.caption.get_text(strip=True)
        assert len(shown.select("thead tr")) == table.head
        assert shown.select("th[scope]")
        region = shown.parent
        assert region is not None
        assert region["tabindex"] == "0"
        assert shown.caption.p is not None
        assert shown.caption.p.get_text() in str(region["aria-label"])

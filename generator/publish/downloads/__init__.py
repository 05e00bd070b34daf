"""Tables to take away: each as CSV, workbook and JSON, and those of an issue in one workbook. Pure.

Beside the page that shows the table, under its anchor; these names are permanent:

| file | holds |
|---|---|
| `tbl-2.csv` | UTF-8 with a mark, for spreadsheets; an apostrophe disarms a formula |
| `tbl-2.plain.csv` | UTF-8 without a mark, the exact text, for programs |
| `tbl-2.xlsx` | typed and merged cells; a second sheet with unit, note, source and doubts |
| `tbl-2.json` | the cells, and all that is known of the table and of every row |
| `/2018/05/tables.xlsx` | all tables of an issue, a sheet each, after a list of them |

All hold the same cells. A merged cell fills its first place only.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Issue
from generator.publish.addresses import issue_url
from generator.publish.downloads import comma_separated, explained, json_text
from generator.publish.downloads.sheet import sheet
from generator.publish.downloads.workbook import fits
from generator.publish.site import Site
from generator.publish.table_list import Listed, all_tables

ENDINGS = {
    "xlsx": "download.xlsx",
    "csv": "download.csv",
    "plain.csv": "download.plain",
    "json": "download.json",
}
"""Ending → what the file is called in the catalogue. In the order in which a page offers them: what
most readers want comes first."""
WORKBOOK = "tables.xlsx"
"""File name of the workbook of an issue."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to take away."""

    name: str
    """What it is called: a key of the catalogue."""
    url: str
    size: int
    """In bytes."""

    @property
    def kilobytes(self) -> int:
        """As pages say it, rounded up."""
        return -(-self.size // 1024)


def downloads(site: Site) -> dict[str, bytes]:
    """Address → file, for all tables of the site. What a workbook cannot hold gets none, and in
    that of its issue a line that says so.
    """
    files: dict[str, bytes] = {}
    books: dict[str, list[explained.Leaf]] = {}
    for table in all_tables(site):
        made = sheet(table.table, site.say)
        leaf = explained.Leaf(table, made)
        files[address(table, "csv")] = comma_separated.for_spreadsheets(made)
        files[address(table, "plain.csv")] = comma_separated.exact(made)
        files[address(table, "json")] = json_text.written(site, table, made)
        if fits(made):
            files[address(table, "xlsx")] = explained.of_table(site, leaf)
        if table.page.issue is not None and table.page.issue.type == "issue":
            books.setdefault(issue_url(table.page.issue), []).append(leaf)
    for url, leaves in books.items():
        if any(fits(leaf.sheet) for leaf in leaves):
            files[url + WORKBOOK] = explained.of_issue(site, leaves)
    return files


def address(table: Listed, ending: str) -> str:
    """Where a file of a table lies: `/2018/05/jszb-63/tbl-2.csv`."""
    return f"{table.page.url}{table.anchor}.{ending}"


def offers(site: Site, table: Listed) -> tuple[Offer, ...]:
    """The files of a table."""
    assert table.page.issue is not None, f"{table.page.url} belongs to no issue"
    found = []
    for ending, name in ENDINGS.items():
        url = address(table, ending)
        if (size := site.size(table.page.issue, url)) is not None:
            found.append(Offer(name, url, size))
    return tuple(found)


def workbook_offer(site: Site, issue: Issue) -> Offer | None:
    """The workbook with all tables of the issue, if there is one."""
    url = issue_url(issue) + WORKBOOK
    size = site.size(issue, url)
    return None if size is None else Offer("download.issue", url, size)

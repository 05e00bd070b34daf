"""Every table as CSV, beside the page that shows it: `/2018/05/jszb-67/tbl-2.csv`.

UTF-8 with a mark, without which Excel reads Chinese as GBK.
"""

from __future__ import annotations

import csv
from pathlib import Path

from generator.model import Table
from generator.publish.site import Site
from generator.publish.tables import grid


def write(site: Site, folder: Path) -> None:
    """Write a CSV file for each table of each item: RFC 4180, head rows first."""
    for page in site.pages:
        if page.item is None:
            continue
        for block, anchor in zip(page.item.body, site.anchors[page.url], strict=True):
            if isinstance(block, Table):
                file = folder / page.file.with_name(f"{anchor}.csv")
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("w", encoding="utf-8-sig", newline="") as stream:
                    csv.writer(stream).writerows(grid(block))

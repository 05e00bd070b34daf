"""The files to take away, at the addresses that the pages link: `/2018/05/jszb-63/a1-tbl1.xlsx`."""

from __future__ import annotations

from pathlib import Path

from generator.publish.site import Site


def write(site: Site, folder: Path) -> None:
    """Write every file of `site.downloads` below `folder`."""
    for address, data in site.downloads.items():
        file = folder / address.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

"""An item or a whole issue as PDF, printed by the system's Chromium: tagged, with bookmarks.

What is printed are the pages of the site, written into a folder of their own for the time: nothing
here is part of `site/`, and nothing is read from there.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.outputs import html
from generator.publish.paper.book import bind
from generator.publish.paper.chromium import print_page
from generator.publish.paper.finish import finish, page_count
from generator.publish.paper.named import named
from generator.publish.paper.sheets import read_sheet
from generator.publish.site import Page, Site

__all__ = ["page_count", "print_pdf"]


def print_pdf(site: Site, id_: str) -> bytes:
    """The PDF of issue `2018-05`, of its item `2018-05/jszf-31`, or of separate `2020-jszb-56`.

    The same content, templates and browser give the same bytes.

    Raises UsageError where nothing is called that, PaperError where Chromium is missing or fails,
    TemplateError.
    """
    page = named(site, id_)
    with TemporaryDirectory(prefix="gazette-pdf-") as name:
        folder = Path(name)
        if page.kind == "issue":
            return bind(site, page, folder)
        return _single(site, page, folder)


def _single(site: Site, page: Page, folder: Path) -> bytes:
    html.write(replace(site, pages=(page,)), folder)
    whole = read_sheet(site, page, folder).whole
    file = folder / page.file
    file.write_text(str(whole), encoding="utf-8")
    return finish(print_page(file), whole.get_text())

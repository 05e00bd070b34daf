"""Pages to read on, and readers who chose something."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from generator.model import Heading, Paragraph
from generator.publish.layout import lay_out
from generator.publish.site import Page as SitePage
from generator.publish.site import Site

MODES: dict[str, dict[str, str]] = {
    "dark": {"theme": "dark"},
    "contrast": {"contrast": "on"},
    "dark contrast": {"contrast": "on", "theme": "dark"},
    "elder": {"elder": "on"},
    "largest": {"size": "largest"},
}
"""What a reader may have chosen."""


@contextmanager
def reader(browser: Browser, chosen: dict[str, str], **context: Any) -> Iterator[Page]:
    """A page in a browser in which these choices were made before."""
    made = browser.new_context(**context)
    words = json.dumps(json.dumps(chosen))
    made.add_init_script(f"if (!localStorage.reading) localStorage.reading = {words}")
    yield made.new_page()
    made.close()


def first(model: Site, wanted: Callable[[SitePage], bool]) -> str:
    """The address below the home page of the first item that is wanted."""
    return next(page.url.lstrip("/") for page in model.pages if page.item and wanted(page))


def statute(page: SitePage) -> bool:
    """A document whose articles stand in chapters."""
    body = page.item.body if page.item else ()
    chapters = sum(isinstance(block, Heading) and block.level == 2 for block in body)
    articles = sum(
        isinstance(block, Paragraph) and block.text[0].text.endswith("条") for block in body
    )
    return chapters > 2 and articles > 20


def long_contents(page: SitePage) -> bool:
    """A document whose contents hold more than a window does, in several classes."""
    assert page.item is not None
    made = lay_out(page.item, [f"x{n}" for n in range(len(page.item.body))])
    lines = len([block for block in page.item.body if isinstance(block, Heading)])
    return lines > 30 and any(line.children for line in made.contents)

"""The key of an issue: a digest of all that its pages are made of. Pure.

Under it what was made is kept. Files that are the same, and a part of the site that is the same,
give the same pages; with any other, the key is another.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from generator.publish.press.parts import Part
from generator.publish.press.survey import Survey, digest

OF_ISSUES = ("issue", "item", "source", "changes")
"""The kinds of page that belong to an issue."""
SHOWN = ("pages", "numbers", "shelves", "feeds")
"""Fields of the site that a part holds its own share of. The issue itself is in its files, what is
the same for all issues in the files of the gazette and in the templates."""


def key(survey: Survey, part: Part, common: str) -> str:
    """The key of the issue of `part`; empty where one of its files is missing."""
    (issue,) = part.site.issues
    files = survey.of_issue(issue)
    return files and digest((common, files, shown(part)))


def common(survey: Survey, examine: Callable[..., object], templates: Collection[str] = ()) -> str:
    """A digest of what all issues are made of, if these are their `templates`, and of what all
    pages are made of where none are named."""
    named = f"{examine.__module__}.{examine.__qualname__}"
    used = [
        one
        for one in sorted(survey.templates.items())
        if not templates or one[0] in templates or not one[0].endswith(".html")
    ]
    return digest((survey.program, survey.rest, used, named))


def shown(part: Part) -> tuple[object, ...]:
    """What the pages of an issue show of the rest of the site, in one form only."""
    site = part.site
    return (
        part.id,
        [replace(page, issue=None, item=None) for page in site.pages],
        sorted(site.numbers.items()),
        sorted(site.shelves.items()),
        [(feed.address, feed.title, sorted(feed.urls)) for feed in site.feeds],
    )

"""What an id of the command line names: an issue, one of its items, a separate document. Pure."""

from __future__ import annotations

from difflib import get_close_matches

from generator.errors import UsageError
from generator.publish.site import Page, Site


def named(site: Site, id_: str) -> Page:
    """The page of `2018-05`, `2018-05/jszf-31` or `2020-jszb-56`.

    Raises UsageError that offers what is called nearly that.
    """
    known = dict(_names(site))
    if id_ in known:
        return known[id_]
    near = get_close_matches(id_, known, n=5, cutoff=0.6)
    offered = f"nearest: {', '.join(near)}" if near else f"issues: {', '.join(_issues(known))}"
    raise UsageError(f"nothing is called {id_!r}", hint=offered)


def _names(site: Site) -> list[tuple[str, Page]]:
    return [
        (_name(page), page) for page in site.pages if page.kind == "item" or page.kind == "issue"
    ]


def _name(page: Page) -> str:
    assert page.issue is not None, f"{page.url} belongs to no issue"
    if page.item is None or page.issue.type == "separate":
        return page.issue.id
    return f"{page.issue.id}/{page.item.slug}"


def _issues(known: dict[str, Page]) -> list[str]:
    return [name for name in known if "/" not in name]

"""Pages at addresses that stood once: each leads to what has taken its place. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.errors import ContentError
from generator.publish.addresses import HOME
from generator.publish.site import Link, Page
from generator.publish.wording import Wording

_FILE = "moved.yaml"


def moved_pages(moved: Mapping[str, str], pages: Sequence[Page], say: Wording) -> list[Page]:
    """A page for each address of `moved`, the old to the new, on a site of these `pages`.

    Raises ContentError where a page still has the old address or none has the new one.
    """
    standing = {page.url: page for page in pages}
    home = Link(say("home.title"), HOME)
    made = []
    for old, new in sorted(moved.items()):
        target = standing.get(new.partition("#")[0])
        if old in standing:
            raise ContentError(
                f"{old} is the address of a page", path=_FILE, hint="take the entry out"
            )
        if target is None:
            raise ContentError(
                f"{old} leads to {new}, and there is no such page",
                path=_FILE,
                hint="write the address that the page has now",
            )
        title = say("moved.title", address=old)
        made.append(Page(old, "moved", title, (home,), target=Link(target.title, new)))
    return made

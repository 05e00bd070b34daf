"""The last part of the address of a shelf: ASCII, and the same whatever else comes to the archive.

It is the pinyin of the name, whole for names of bodies, sections and kinds, the initials for a
series as in the addresses of its documents, unless `gazette.yaml` gives another. Two names with one
slug are refused and never numbered: a number would depend on what else is there.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import ContentError
from generator.pinyin import initials, spelled

UNSTATED = "unstated"
"""The shelf for what does not say."""
_LONGEST = 80
"""Characters of a slug: no file system takes a name of three hundred."""


def slug(name: str, given: Mapping[str, str]) -> str:
    """The slug of a body, section or kind.

    >>> slug("通知", {}), slug("云州市人民政府", {"云州市人民政府": "szf"}), slug("※", {})
    ('tongzhi', 'szf', 'u203b')
    """
    whole = spelled(name)
    if len(whole) > _LONGEST:
        whole = initials(name)[:_LONGEST]
    return given.get(name) or whole or _code(name)


def series_slug(name: str, given: Mapping[str, str]) -> str:
    """The slug of a number series.

    >>> series_slug("大同政发", {}), series_slug("晋市政发", {"晋市政发": "jszf"})
    ('dtzf', 'jszf')
    """
    return given.get(name) or initials(name)[:_LONGEST] or _code(name)


def refuse_shared(slug_of: Mapping[str, str], url: str) -> None:
    """Raise ContentError where two names have one slug below `url`."""
    seen = {UNSTATED: ""}
    for name, own in slug_of.items():
        other = seen.setdefault(own, name)
        if other != name:
            raise ContentError(
                f"`{name}` and {f'`{other}`' if other else 'what says nothing'} would share the "
                f"address {url}{own}/",
                path="gazette.yaml",
                hint="give one of them another under `slugs`",
            )


def _code(name: str) -> str:
    """Of a name without sound, the numbers of its characters."""
    return "-".join(f"u{ord(character):x}" for character in name)[:_LONGEST]

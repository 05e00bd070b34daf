"""Which templates the pages of an issue are made with: another one changes none of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_NAMED = re.compile(r"""["']([\w./-]+\.html)["']""")
"""A template names others as plain strings."""


def reached(texts: Mapping[str, str], names: Collection[str]) -> frozenset[str]:
    """Those of the templates `texts` (name → text) that the templates `names` need, directly or
    not, with `names` themselves."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(_NAMED.findall(texts.get(name, ""))) - found
    return frozenset(found)

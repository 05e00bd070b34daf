"""The numbered things that are open at a place of a text: 第三章, in it 第十二条, in it （三）."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Run, Text, plain
from generator.numbering import Number, number


@dataclass(frozen=True, slots=True)
class Scope:
    """A numbered thing that is open: what follows stands in it."""

    shape: str
    """Of its number, as `Number.shape`; empty if it has none."""
    level: int
    """Level of the heading that opened it, 0 if a paragraph did: a heading ends its equals."""
    name: str


def own_number(text: Text, level: int) -> Number | None:
    """The number of a heading of `level`, or of a paragraph or list item if that is 0.

    第三条的规定… refers to an article, it does not begin one: those are set bold.
    """
    found = number(plain(text), heading=level > 0)
    first = text[0] if text else Run("")
    return None if found and found.shape == "article" and not first.strong else found


def close(scopes: list[Scope], found: Number | None, level: int) -> None:
    """Close what a heading of `level`, or a number of that shape, ends."""
    for depth, scope in enumerate(scopes):
        ends_heading = level and scope.level >= level
        if ends_heading or (found is not None and scope.shape == found.shape):
            del scopes[depth:]
            return

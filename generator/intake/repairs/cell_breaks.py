"""A space in a cell where a narrow column broke the line (属地监管 责任人)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.intake.evidence import Witness
from generator.intake.forms import HAN, solid
from generator.intake.ledger import put
from generator.model import Line

_BREAK = re.compile(rf"(?<=[{HAN}]) (?=\S)|(?<=\S) (?=[{HAN}])")
_BETWEEN_HAN = re.compile(rf"[{HAN}] [{HAN}]")
_SHORTEST, _LONGEST = 4, 32


def cell_breaks(lines: list[Line]) -> list[Line]:
    """Closes up a cell whose text stands elsewhere in the source without the spaces, unless each
    part is an entry of another cell too: names and offices side by side stay parted.

    >>> from generator.model import Span
    >>> texts = ["序号\\t属地监管 责任人", "1\\t张三 李四", "序号\\t属地监管责任人", "2\\t张三"]
    >>> [line.text for line in cell_breaks([Line(t, Span(1, 1)) for t in texts])][:2]
    ['序号\\t属地监管责任人', '1\\t张三 李四']
    """
    sites = list(_sites(lines))
    if not sites:
        return lines
    seen = Witness(lines, spaced=True).count({solid(cell) for _, _, cell in sites})
    entries = _entries(lines)
    edits = []
    for index, start, cell in sites:
        closed = solid(cell)
        parts = [entries.get(part, {closed}) for part in cell.split()]
        if seen[closed] and not all(cells - {closed} for cells in parts):
            edits.append((index, start, start + len(cell), closed))
    return put(lines, edits)


def _sites(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Index of the line, place and text of each cell that may have been broken."""
    for index, line in enumerate(lines):
        start = 0
        for cell in line.text.split("\t") if "\t" in line.text else ():
            text = cell.strip()
            broken = _BETWEEN_HAN.search(text) and not re.search(r"\s", _BREAK.sub("", text))
            if broken and _SHORTEST <= len(solid(text)) <= _LONGEST:
                yield index, start + cell.index(text), text
            start += len(cell) + 1


def _entries(lines: Sequence[Line]) -> dict[str, set[str]]:
    """What stands in cells between spaces, and in which cells; two of these tell enough."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for cell in line.text.split("\t") if "\t" in line.text else ():
            closed = solid(cell)
            for part in set(cell.split()):
                cells = found.setdefault(part, set())
                if len(cells) < 2:
                    cells.add(closed)
    return found

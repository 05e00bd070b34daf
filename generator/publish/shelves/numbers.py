"""发文字号 in their series, and the gaps between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.publish.shelves.model import Line, Missing

_NUMBER = re.compile(r"(.*?)(?:〔(\d{4})〕)?第?(\d{1,6})号")


def series(number: str) -> tuple[str, str, int]:
    """Series, year and number of a 发文字号; the year is empty where it has none, the series where
    there is none or the number has another form.

    >>> series("晋市政发〔2018〕31号")
    ('晋市政发', '2018', 31)
    >>> series("晋城市人民政府令第5号")
    ('晋城市人民政府令', '', 5)
    >>> series("第5号"), series("晋市政发2018-31")
    (('', '', 5), ('', '', 0))
    """
    found = _NUMBER.fullmatch(number)
    return (found[1], found[2] or "", int(found[3])) if found else ("", "", 0)


def missing(numbers: Iterable[int]) -> tuple[Missing, ...]:
    """The runs of numbers between the lowest and the highest that are not among `numbers`.

    >>> missing([34, 31, 33])
    (Missing(first=32, last=32),)
    """
    return tuple(
        Missing(before + 1, after - 1)
        for before, after in pairwise(sorted(set(numbers)))
        if after - before > 1
    )


def numbered(lines: Sequence[Line]) -> tuple[Line | Missing, ...]:
    """The documents of a series in one year by number, with the gaps in their places."""
    by_number = [(series(line.number)[2], line) for line in lines]
    # Where two carry one number, the order in print decides.
    rows: list[tuple[int, Line | Missing]] = sorted(by_number, key=lambda pair: pair[0])
    if all(series(line.number)[0] for line in lines):
        rows += [(gap.first, gap) for gap in missing(number for number, _ in by_number)]
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))

"""The committed sources and what the intake makes of them, each made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.document import read_entries, read_publication
from generator.intake import doubts, flagging, ledger, repairs, sources, structure, supplying
from generator.intake.repairs.corrections import correct, fitting
from generator.model import Issue, Line, Publication, Repair, Source

CONTENT = Path(__file__).parents[2] / "content"
HERE = Path(__file__).parent
ISSUES = ("2018-05", "2019-05", "2020-jszb-56", "2021-02", "2023-02")
MADE = HERE / "others" / "2019-01.txt"
"""Ten real documents of the State Council, put together with a made cover and contents page."""


@dataclass(frozen=True)
class Taken:
    """A source, taken in step by step."""

    kind: str
    raw: list[Line]
    repaired: list[Line]
    ledger: list[Repair]
    moved: list[Repair]
    issue: Issue


@cache
def take(path: Path, *, corrected: bool = True) -> Taken:
    """Takes in the source at `path` without writing anything."""
    kind, raw = sources.read(path.read_bytes(), path)
    repaired, entries = ledger.run(raw, repairs.for_kind(kind))
    file = CONTENT / "corrections" / f"{path.stem}.yaml"
    persons = read_entries(file) if corrected else []
    repaired, more = correct(repaired, persons, file)
    entries = [*entries, *more]
    source = Source(f"sources/{path.name}", "0" * 64, kind)
    issue, moved = structure.build(
        path.stem, repaired, source, publication(), sources.setting(kind), ledger.dropped(entries)
    )
    issue, supplied = supplying.supply(issue, persons, file)
    found = supplying.still_read(doubts.find(repaired), persons)
    issue, flags, _ = flagging.flag(issue, repaired, [*fitting(repaired, persons, file), *found])
    return Taken(kind, raw, repaired, entries, [*moved, *supplied, *flags], issue)


@cache
def publication() -> Publication:
    """The gazette of the repository."""
    return read_publication(CONTENT)


def source_of(id_: str) -> Path:
    """The path of a committed source."""
    return CONTENT / "sources" / f"{id_}.txt"


@pytest.fixture(params=ISSUES)
def taken(request: pytest.FixtureRequest) -> Taken:
    """Each of the five committed sources, taken in."""
    return take(source_of(str(request.param)))

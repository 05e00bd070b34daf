"""The laws of the intake, as one check that any source must pass, whatever it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.document import read_issue, read_publication, write_issue
from generator.intake import importer, ledger, repairs, sources
from generator.intake.forms import solid
from generator.model import Issue, Line, Publication, Repair, Source, Written
from tests.intake.accounting import expected, printed, title_is_borrowed

CONTENT = Path(__file__).parents[2] / "content"


@dataclass(frozen=True)
class Reading:
    """What the intake makes of a source, and the record of it."""

    raw: list[Line]
    repaired: list[Line]
    repairs: list[Repair]
    record: list[Repair]
    """The repairs and what structure and doubts add to them."""
    issue: Issue


@cache
def publication() -> Publication:
    """The gazette of the repository."""
    return read_publication(CONTENT)


def read(data: bytes, id_: str, entries: Sequence[Written] = ()) -> Reading:
    """Takes in the bytes of a source, with entries of people that change no line, without writing
    anything. Raises GazetteError."""
    path = Path(f"{id_}.txt")
    kind, raw = sources.read(data, path)
    repaired, repairs_made = ledger.run(raw, repairs.for_kind(kind))
    source = Source(f"sources/{path}", "0" * 64, kind)
    settings = publication()
    taken = importer.Reading(Path(), id_, path, source, settings, repaired, repairs_made)
    made = importer.make(taken, entries)
    return Reading(raw, repaired, repairs_made, list(made.record), made.issue)


def broken(data: bytes, id_: str, folder: Path, entries: Sequence[Written] = ()) -> list[str]:
    """The laws that a source breaks, by name; none is what must be. Raises GazetteError for a
    source that is refused."""
    made = read(data, id_, entries)
    write_issue(made.issue, folder / id_, made.record)
    return [name for name, holds in (
        ("replay", _replays(made)),
        ("conservation", _conserves(made)),
        ("idempotence", _rests(made, data)),
        ("round trip", _reads_back(made, folder / id_)),
        ("determinism", _same_again(read(data, id_, entries), folder / id_)),
        ("provenance", _is_placed(made.issue)),
    ) if not holds]  # fmt: skip


def _replays(made: Reading) -> bool:
    try:
        return ledger.replay(made.raw, made.repairs) == [line.text for line in made.repaired]
    except ValueError:
        return False


def _conserves(made: Reading) -> bool:
    """Asterisks apart: two of them are the mark of bold, which is style, and half a mark is text.
    An item without a title borrows words of its own for one, which then stand twice."""
    surplus = printed(made.issue)
    surplus.subtract(expected(made.raw, made.record))
    del surplus["*"]
    for item in made.issue.items:
        called = Counter(solid(item.title))
        if called and title_is_borrowed(item) and called <= surplus:
            surplus.subtract(called)
    return not any(surplus.values())


def _rests(made: Reading, data: bytes) -> bool:
    """Repairing the repaired text changes nothing."""
    kind, _ = sources.read(data, Path("2020-01.txt"))
    return ledger.run(made.repaired, repairs.for_kind(kind))[1] == []


def _reads_back(made: Reading, folder: Path) -> bool:
    back = read_issue(folder)
    return replace(back, source=replace(back.source, written="")) == made.issue


def _same_again(again: Reading, folder: Path) -> bool:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write_issue(again.issue, folder, again.record)
    return before == {path.name: path.read_bytes() for path in folder.iterdir()}


def _is_placed(issue: Issue) -> bool:
    """Every block but a gap tells its source lines, inside those of its item."""
    return all(
        type(block).__name__ == "Gap"
        if block.origin is None
        else item.lines.first <= block.origin.first <= block.origin.last <= item.lines.last
        for item in issue.items
        for block in item.body
    )

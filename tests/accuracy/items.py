"""The fields of every item against the readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.model import Item
from tests.accuracy.measures import Measure, Miss, same, share
from tests.accuracy.outline import READ, reading
from tests.intake.conftest import HERE, ISSUES, source_of, take

FIELDS = ("title", "number", "date", "issuer", "signed", "addressee", "kind", "first", "last")
Compared = tuple[str, int, str, Any, Any]
"""Id of the issue, line, field, what is wanted, what is found."""


def of(item: Item) -> dict[str, Any]:
    """The fields that are measured."""
    return {
        "title": item.title,
        "number": item.number,
        "date": item.date,
        "issuer": list(item.issuer),
        "signed": list(item.signed),
        "addressee": item.addressee,
        "kind": item.kind,
        "first": item.lines.first,
        "last": item.lines.last,
    }


def against_fields(id_: str) -> Iterator[Compared]:
    """Each field of the list of fields, which has every item of the five sources."""
    read = yaml.safe_load((HERE / "readings" / "fields.yaml").read_text(encoding="utf-8"))
    items = {item.slug: item for item in take(source_of(id_)).issue.items}
    for want in read[id_]["items"]:
        first, last = want["lines"]
        got = of(items.pop(want["slug"])) if want["slug"] in items else {}
        for name, value in {**want, "first": first, "last": last}.items():
            if name in FIELDS:
                yield id_, first, name, value, got.get(name)
    for item in items.values():
        yield id_, item.lines.first, "item", None, item.slug


def against_reading(id_: str) -> Iterator[Compared]:
    """The fields that a complete reading states, read a second time."""
    items = {item.lines.first: item for item in take(source_of(id_)).issue.items}
    for doc in reading(id_)["documents"]:
        item = items.get(doc["first_line"])
        got = of(item) if item else {}
        wanted = {
            "title": same(doc["title"]),
            "number": same(doc["doc_number"]),
            "date": doc["date_written"] or "",
            "signed": same(doc["signed_by"]),
            "addressee": same((doc["addressee"] or "").rstrip("：")),
            "first": str(doc["first_line"]),
        }
        for name, value in wanted.items():
            stated = got.get(name)
            text = "".join(stated) if isinstance(stated, list) else str(stated or "")
            yield id_, doc["first_line"], name, value, same(text)


def measures() -> list[Measure]:
    """The share of fields that are right, by issue and over all."""
    rows = []
    every: list[Compared] = []
    for id_ in ISSUES:
        compared = [*against_fields(id_), *(against_reading(id_) if id_ in READ else ())]
        every += compared
        rows.append(_measure(id_, compared))
    return [*rows, _measure("all", every)]


def _measure(text: str, compared: list[Compared]) -> Measure:
    wrong = tuple(
        Miss(id_, line, f"{name}: {want}", str(got))
        for id_, line, name, want, got in compared
        if want != got
    )
    right = len(compared) - len(wrong)
    name = f"fields of items right ({right} of {len(compared)})"
    return Measure(name, text, share(right, len(compared)), 1.0, misses=wrong)

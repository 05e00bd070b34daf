"""What an item of its type must state, and what must stand once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding, Item

_NEEDS = {
    "document": {
        "number": "发文字号",
        "date": "成文日期",
        "issuer": "发文机关",
        "kind": "公文种类",
    },
    "decree": {"number": "令号", "date": "签署日期", "issuer": "发布机关"},
    "chronicle": {},
}
"""What an item of each type states (GB/T 9704-2012, 5.2 and 5.3)."""
_UNNUMBERED = frozenset({"公告", "通告", "条例", "决议", "公报"})
"""Kinds that are often published without 发文字号."""


def facts(subject: Subject) -> Iterator[Finding]:
    """C501: a fact missing; C502: an empty item; C503: a number that two items have."""
    seen: dict[str, str] = {}
    for item in subject.issue.items:
        for key, name in _NEEDS[item.type].items():
            if not getattr(item, key) and not (key == "number" and item.kind in _UNNUMBERED):
                yield subject.of_item(item, "C501", f"no {name} (`{key}`)", key=key)
        if item.title == item.number:
            message = "no title (`title`): the item is called by its number"
            yield subject.of_item(item, "C501", message, key="title")
        yield from _emptiness(subject, item)
        if item.number in seen:
            message = f"{item.number} is also the number of {seen[item.number]}.md"
            yield subject.of_item(item, "C503", message, key="number")
        elif item.number is not None:
            seen[item.number] = item.slug


def _emptiness(subject: Subject, item: Item) -> Iterator[Finding]:
    if not item.body:
        yield subject.of_item(item, "C502", "the item has no text", "error")
    elif item.type == "chronicle" and not any(isinstance(block, Entry) for block in item.body):
        message = "a chronicle without an entry; an entry begins `@2021-03-02 `"
        yield subject.of_item(item, "C502", message)

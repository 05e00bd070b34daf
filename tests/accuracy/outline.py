"""Headings, titles, run-in headings and articles against the two complete readings.

Readings keep the faults of the source, so they are held against the text before corrections.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any, Literal

import yaml

from generator.model import Heading, Item, ListItem, Paragraph, plain
from tests.accuracy.measures import Measure, Miss, f1, same
from tests.intake.conftest import HERE, source_of, take

READ = ("2018-05", "2021-02")
Kind = Literal["heading", "title", "run-in", "article"]
KINDS: dict[str, Kind] = {
    "heading": "heading",
    "instrument_title": "title",
    "annex_title": "title",
    "leadin": "run-in",
    "article": "article",
}
"""Kinds of the readings that the outline has, and what they are here."""
CLASSES = (
    (2, r"[一二三四五六七八九十]+、|第[一二三四五六七八九十]+章"),
    (3, r"\([一二三四五六七八九十]+\)"),
    (5, r"\(\d+\)|\d+(\.\d+){3}(?!\d)"),
    (4, r"\d+\.\d+\.\d+(?!\d)|\d+\.(?!\d)|[一二三四五六七八九十]+是"),
    (3, r"\d+\.\d+(?!\d)"),
    (2, r"\d+(?![\d.、年月日个项])"),
)
"""Level of a heading by its numbering, in the order in which the patterns are tried."""

Key = tuple[int, str, int | None]
"""Number of the item, text, level (None where the numbering gives none)."""


@dataclass
class Outline:
    """The outline of an issue, as a person read it or as the press has it."""

    keys: dict[Kind, list[Key]] = field(
        default_factory=lambda: {"heading": [], "title": [], "run-in": [], "article": []}
    )
    lines: dict[tuple[Kind, Key], int] = field(default_factory=dict)
    """A source line of each."""

    def add(self, kind: Kind, key: Key, line: int) -> None:
        self.keys[kind].append(key)
        self.lines.setdefault((kind, key), line)

    def count(self, *kinds: Kind) -> Counter[tuple[Kind, Key]]:
        return Counter((kind, key) for kind in kinds for key in self.keys[kind])


def reading(id_: str) -> Any:
    """The complete reading of an issue."""
    return yaml.safe_load((HERE / "readings" / f"{id_}.yaml").read_text(encoding="utf-8"))


def headings_read(id_: str) -> list[list[dict[str, Any]]]:
    """The headings of the reading, by item."""
    read = reading(id_)
    by_item: list[list[dict[str, Any]]] = [
        list(doc.get("headings", [])) for doc in read["documents"]
    ]
    for heading in read.get("headings", []):
        by_item[heading["doc"] - 1].append(heading)
    return by_item


def level(text: str) -> int | None:
    """Level that the numbering gives a heading; None where it has no number.

    >>> level("一、总体要求"), level("（一）指导思想。"), level("1.1 目的"), level("范围")
    (2, 3, 3, None)
    """
    text = same(text)
    return next((level for level, pattern in CLASSES if re.match(pattern, text)), None)


def title(text: str) -> tuple[str, str]:
    """A title without annex label, and the same without the subtitles that follow a blank.

    >>> title("附件5 证明事项内部核验单 （监管部门）")
    ('证明事项内部核验单(监管部门)', '证明事项内部核验单')
    """
    text = re.sub(r"^附[件录][\d.]*\s+", "", text)
    return same(text), same(re.split(r"\s+(?=[（(]|函字)", text)[0])


def wanted(id_: str) -> Outline:
    """The outline as the person read it."""
    outline = Outline()
    for number, headings in enumerate(headings_read(id_), 1):
        for heading in headings:
            kind = KINDS.get(heading["kind"])
            if kind == "title":
                outline.add(kind, (number, title(heading["text"])[1], 1), heading["line"])
            elif kind:
                at = level(heading["text"]) if kind == "heading" else None
                outline.add(kind, (number, same(heading["text"]), at), heading["line"])
    return outline


def found(id_: str) -> Outline:
    """The outline as the press has it.

    A reading keeps the faults of the source, with a few exceptions; so a heading that only a
    correction brings to the words of the reading counts as found, too.
    """
    got, mended = _of_issue(id_, corrected=False), _of_issue(id_, corrected=True)
    want = wanted(id_)
    by_line = {(kind, line): key for (kind, key), line in mended.lines.items()}
    for kind, keys in got.keys.items():
        for place, key in enumerate(keys):
            line = got.lines[kind, key]
            other = by_line.get((kind, line), key)
            if key not in want.keys[kind] and other in want.keys[kind]:
                keys[place] = other
                got.lines.setdefault((kind, other), line)
    return got


def _of_issue(id_: str, *, corrected: bool) -> Outline:
    outline = Outline()
    for number, item in enumerate(take(source_of(id_), corrected=corrected).issue.items, 1):
        _add(outline, number, item, _subtitled(id_))
    return outline


def _subtitled(id_: str) -> dict[str, str]:
    """Titles with subtitle, and what is compared of them."""
    read = [h for headings in headings_read(id_) for h in headings]
    return dict(title(h["text"]) for h in read if KINDS.get(h["kind"]) == "title")


def _add(outline: Outline, number: int, item: Item, subtitled: dict[str, str]) -> None:
    for block in item.body:
        line = block.origin.first if block.origin else 0
        if isinstance(block, Heading):
            text = same(plain(block.text))
            if block.level == 1:
                outline.add("title", (number, subtitled.get(text, text), 1), line)
            else:
                at = None if level(text) is None else block.level
                outline.add("heading", (number, text, at), line)
        elif isinstance(block, Paragraph | ListItem):
            strong = "".join(run.text for run in takewhile(lambda run: run.strong, block.text))
            if re.fullmatch(r"第.+条", strong):
                outline.add("article", (number, same(strong), None), line)
            elif strong:
                outline.add("run-in", (number, same(strong), None), line)


def misses(id_: str, want: Outline, got: Outline, *kinds: Kind) -> tuple[Miss, ...]:
    """What is wanted and not found, then what is found and not wanted."""
    lacking = want.count(*kinds) - got.count(*kinds)
    added = got.count(*kinds) - want.count(*kinds)
    rows = [Miss(id_, want.lines[at], _say(at), "") for at in lacking.elements()]
    rows += [Miss(id_, got.lines[at], "", _say(at)) for at in added.elements()]
    return tuple(sorted(rows, key=lambda miss: miss.line))


def _say(at: tuple[Kind, Key]) -> str:
    kind, (item, text, class_) = at
    return f"{kind}{'' if class_ is None else f' of level {class_}'} in item {item}: {text}"


def wrong_classes(id_: str, want: Outline, got: Outline) -> tuple[Miss, ...]:
    """Headings that are found, with another level than their numbering gives."""
    lacking = want.count("heading") - got.count("heading")
    added = got.count("heading") - want.count("heading")
    rows = []
    for kind, (item, text, class_) in lacking.elements():
        other = next((at for at in added if at[1][:2] == (item, text)), None)
        if other:
            line = want.lines[kind, (item, text, class_)]
            rows.append(Miss(id_, line, f"level {class_}: {text}", f"level {other[1][2]}"))
    return tuple(rows)


def measures() -> list[Measure]:
    """All measures of the outline."""
    return [measure for id_ in READ for measure in _of(id_)]


def _of(id_: str) -> list[Measure]:
    want, got = wanted(id_), found(id_)

    def score(name: str, bar: float | None, *kinds: Kind) -> Measure:
        figure = f1(want.count(*kinds), got.count(*kinds))
        return Measure(name, id_, figure, bar, misses=misses(id_, want, got, *kinds))

    wrong = wrong_classes(id_, want, got)
    articles = misses(id_, want, got, "article")
    if not articles and want.keys["article"] != got.keys["article"]:
        articles = (Miss(id_, 0, "the articles in their order", "another order"),)
    both = score("own-line headings and titles, F1", 0.99, "heading", "title")
    return [
        score("own-line headings, F1", 0.99, "heading"),
        score("titles of instruments and annexes, F1", None, "title"),
        replace(both, misses=()),
        count(id_, "classes wrong", wrong),
        score("run-in headings, F1", 0.97, "run-in"),
        count(id_, "articles missing or invented", articles),
    ]


def count(id_: str, name: str, wrong: tuple[Miss, ...]) -> Measure:
    """A measure of which there must be none."""
    return Measure(name, id_, len(wrong), 0, at_most=True, share=False, misses=wrong)

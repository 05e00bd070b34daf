"""Runs the repairs, records what they changed by comparing, and replays the record.

Reads and writes: `list[Line]` -> `list[Line]`, `list[Repair]`. A rule cannot forget to record,
since the runner compares, not the rule. A rule keeps the number and the origins of the lines; what
it drops becomes an empty line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.intake.forms import solid
from generator.model import Line, Repair, Span

VERBATIM = "verbatim"
"""Mark of a line that every repair leaves as it stands."""

Rule = Callable[[list[Line]], list[Line]]


def run(lines: list[Line], rules: Sequence[tuple[str, Rule]]) -> tuple[list[Line], list[Repair]]:
    """Applies the named rules in order; returns the repaired lines and the ledger entries."""
    ledger: list[Repair] = []
    for name, rule in rules:
        after = apply(rule, lines)
        ledger.extend(compare(name, lines, after))
        lines = after
    return lines, ledger


def apply(rule: Rule, lines: list[Line]) -> list[Line]:
    """The lines after one rule; those marked verbatim stay as they stand."""
    kept = {i: line for i, line in enumerate(lines) if line.mark == VERBATIM}
    if not kept:
        return rule(lines)
    done = rule([replace(line, text="") if i in kept else line for i, line in enumerate(lines)])
    return [kept.get(i, line) for i, line in enumerate(done)]


def compare(name: str, before: Sequence[Line], after: Sequence[Line]) -> list[Repair]:
    """The entries that turn `before` into `after`: one for each line whose text differs.

    Raises ValueError if a rule added, dropped or moved lines, a fault of the rule.
    """
    if [line.origin for line in before] != [line.origin for line in after]:
        raise ValueError(f"repair {name!r} changed the number or the origin of lines")
    return [
        Repair(name, old.origin, old.text, new.text)
        for old, new in zip(before, after, strict=True)
        if old.text != new.text
    ]


def replay(raw: Sequence[Line], ledger: Sequence[Repair]) -> list[str]:
    """The texts that structure started from, made from the raw lines and the ledger alone.

    Raises ValueError if an entry does not fit the text it claims to have changed.
    """
    texts = [line.text for line in raw]
    places: dict[Span, list[int]] = {}
    for index, line in enumerate(raw):
        places.setdefault(line.origin, []).append(index)
    for entry in ledger:
        if entry.by == "structure":
            continue
        found = [i for i in places.get(entry.lines, []) if texts[i] == entry.before]
        if not found:
            raise ValueError(f"{entry.rule} at {entry.lines}: the text is not {entry.before!r}")
        texts[found[0]] = entry.after
    return texts


def lifted(rule: str, lines: Sequence[Line], after: str) -> list[Repair]:
    """The entry for lines that structure read into a field: nothing where the characters agree.

    `after` is the text that stands in the content files for them.
    """
    before = "\n".join(line.text for line in lines if line.text.strip())
    if solid(before) == solid(after):
        return []
    span = Span(min(line.origin.first for line in lines), max(line.origin.last for line in lines))
    return [Repair(rule, span, before, after, by="structure")]


def each(fix: Callable[[str], str]) -> Rule:
    """A rule that mends every line by itself."""

    def rule(lines: list[Line]) -> list[Line]:
        fixed = [fix(line.text) for line in lines]
        return [
            line if text == line.text else replace(line, text=text)
            for line, text in zip(lines, fixed, strict=True)
        ]

    return rule

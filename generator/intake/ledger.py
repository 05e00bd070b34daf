"""Runs the repairs, records what they changed by comparing, and replays the record.

Reads and writes: `list[Line]` -> `list[Line]`, `list[Repair]`. A rule cannot forget to record,
since the runner compares, not the rule. A rule keeps the number and the origins of the lines; what
it drops becomes an empty line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from generator.document import SUPPLIED
from generator.intake.forms import solid
from generator.model import Line, Repair, Span

VERBATIM = "verbatim"
"""Mark of a line that every repair leaves as it stands."""

_MOST_ROUNDS = 10

Rule = Callable[[list[Line]], list[Line]]


def run(lines: list[Line], rules: Sequence[tuple[str, Rule]]) -> tuple[list[Line], list[Repair]]:
    """Applies the named rules in order; returns the repaired lines and the ledger entries.

    What a rule changes may be what an earlier one waits for, so all of them run again until none
    has anything to do: repairing twice changes nothing.
    """
    ledger: list[Repair] = []
    for _ in range(_MOST_ROUNDS):
        before = len(ledger)
        for name, rule in rules:
            after = apply(rule, lines)
            ledger.extend(compare(name, lines, after))
            lines = after
        if len(ledger) == before:
            break
    return lines, ledger


def apply(rule: Rule, lines: list[Line]) -> list[Line]:
    """The lines after one rule; those marked verbatim stay as they stand."""
    kept = {i: line for i, line in enumerate(lines) if line.mark == VERBATIM}
    if not kept:
        return rule(lines)
    done = rule([replace(line, text="") if i in kept else line for i, line in enumerate(lines)])
    return [kept.get(i, line) for i, line in enumerate(done)]


def compare(name: str, before: Sequence[Line], after: Sequence[Line]) -> list[Repair]:
    """The entries that turn `before` into `after`: one for each raw line whose text differs.

    Lines that one raw line was split into have one entry: by itself, none could be told from an
    equal one beside it. Raises ValueError if a rule added, dropped or moved lines, its fault.
    """
    if [line.origin for line in before] != [line.origin for line in after]:
        raise ValueError(f"repair {name!r} changed the number or the origin of lines")
    entries: list[Repair] = []
    for origin, pairs in groupby(zip(before, after, strict=True), key=lambda pair: pair[0].origin):
        old, new = ("\n".join(line.text for line in lines) for lines in zip(*pairs, strict=True))
        if old != new:
            entries.append(Repair(name, origin, old, new))
    return entries


def replay(raw: Sequence[Line], ledger: Sequence[Repair]) -> list[str]:
    """The texts that structure started from, made from the raw lines and the ledger alone.

    Raises ValueError if an entry does not fit the text it claims to have changed.
    """
    texts = [line.text for line in raw]
    places: dict[Span, list[int]] = {}
    for index, line in enumerate(raw):
        places.setdefault(line.origin, []).append(index)
    for entry in ledger:
        if entry.by == "structure" or entry.rule == SUPPLIED:
            continue
        here = places.get(entry.lines, [])
        # A person corrects one of the lines that a raw line was split into.
        found = here if "\n" in entry.before else [i for i in here if texts[i] == entry.before][:1]
        after = entry.after.split("\n")
        if "\n".join(texts[i] for i in found) != entry.before or len(after) != len(found):
            raise ValueError(f"{entry.rule} at {entry.lines}: the text is not {entry.before!r}")
        for index, text in zip(found, after, strict=True):
            texts[index] = text
    return texts


def dropped(ledger: Sequence[Repair]) -> list[str]:
    """The lines that the repairs dropped whole, running headers among them."""
    return [
        before
        for entry in ledger
        for before, after in zip(entry.before.split("\n"), entry.after.split("\n"), strict=False)
        if before and not after
    ]


def lifted(rule: str, lines: Sequence[Line], after: str) -> list[Repair]:
    """The entry for lines that structure read into a field: nothing where the characters agree.

    `after` is the text that stands in the content files for them.
    """
    before = "\n".join(line.text for line in lines if line.text.strip())
    if solid(before) == solid(after):
        return []
    span = Span.over(line.origin for line in lines)
    return [Repair(rule, span, before, after, by="structure")]


def put(lines: Sequence[Line], edits: Iterable[tuple[int, int, int, str]]) -> list[Line]:
    """The lines with other text in some places, each line written once however many it has: index
    of the line, first place, end, text. Of two edits that overlap the first one counts."""
    by_line: dict[int, list[tuple[int, int, str]]] = {}
    for index, first, end, text in edits:
        by_line.setdefault(index, []).append((first, end, text))
    result = list(lines)
    for index, places in by_line.items():
        old, parts, done = lines[index].text, [], 0
        for first, end, text in sorted(places):
            if first >= done:
                parts += [old[done:first], text]
                done = end
        new = "".join((*parts, old[done:]))
        if new != old:
            result[index] = replace(lines[index], text=new)
    return result


def each(fix: Callable[[str], str]) -> Rule:
    """A rule that mends every line by itself."""

    def rule(lines: list[Line]) -> list[Line]:
        fixed = [fix(line.text) for line in lines]
        return [
            line if text == line.text else replace(line, text=text)
            for line, text in zip(lines, fixed, strict=True)
        ]

    return rule

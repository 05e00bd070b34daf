"""How much of what a proof-reader found is mended, shown or left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from generator.model import Block, Heading, ListItem, Paragraph, plain
from generator.model import Entry as Day
from tests.accuracy.expectations import Entry, Proof, proof
from tests.accuracy.judge import failed, found
from tests.accuracy.measures import Measure, Miss, same, share
from tests.accuracy.outline import KINDS, READ, headings_read, reading
from tests.accuracy.published import Published, publish
from tests.intake.conftest import ISSUES, source_of, take


@cache
def published(id_: str, *, corrected: bool) -> Published:
    """The issue, with or without the corrections of a person."""
    return publish(take(source_of(id_), corrected=corrected))


@cache
def listed(id_: str) -> Proof:
    """The list of an issue."""
    return proof(id_)


def measures() -> list[Measure]:
    """All measures of the lists."""
    rows = [
        *by_text("broken paragraphs joined", 0.99, lambda p: p.broken),
        *by_text("certain, resolved with corrections", 0.99, certain),
        *by_text("certain, resolved by rules alone", 0.80, certain, corrected=False),
        *by_text("not certain, left and flagged", 1.0, doubtful),
        *by_text("what must not be repaired, unchanged", 1.0, traps),
    ]
    return rows + [swallowed(id_) for id_ in READ]


def certain(listed: Proof) -> list[Entry]:
    return [entry for entry in listed.defects if entry.certain]


def doubtful(listed: Proof) -> list[Entry]:
    return [entry for entry in listed.defects if not entry.certain and not entry.trap]


def traps(listed: Proof) -> list[Entry]:
    return [entry for entry in listed.defects if entry.trap]


def by_text(
    name: str,
    bar: float,
    chosen: Callable[[Proof], Iterable[Entry]],
    *,
    corrected: bool = True,
) -> list[Measure]:
    """The share of the chosen entries that hold, for each text and for all, which has the bar."""
    rows = []
    right = total = 0
    for id_ in ISSUES:
        entries = list(chosen(listed(id_)))
        missed = misses(entries, published(id_, corrected=corrected))
        right += len(entries) - len(missed)
        total += len(entries)
        if entries:
            figure = share(len(entries) - len(missed), len(entries))
            rows.append(Measure(f"{name} ({len(entries)})", id_, figure, misses=missed))
    return [*rows, Measure(f"{name} ({right} of {total})", "all", share(right, total), bar)]


def misses(entries: Iterable[Entry], issue: Published) -> tuple[Miss, ...]:
    """The entries that do not hold."""
    rows = []
    for entry in entries:
        keys = failed(issue, entry)
        if keys:
            wanted = "; ".join(f"{key}: {entry.expected[key]}" for key in keys)
            says = f"({entry.kind}, {entry.certainty}) {wanted}"
            rows.append(Miss(entry.text, entry.first, says, found(issue, entry)))
    return tuple(rows)


def swallowed(id_: str) -> Measure:
    """Headings, articles, run-in headings, numbered paragraphs and chronicle entries of the
    complete reading that do not begin a block: a join across the end of a paragraph took them."""
    read = [h for headings in headings_read(id_) for h in headings]
    starts = [(h["line"], h["text"].rstrip("…")) for h in read if h["kind"] in BEGIN]
    starts += [(e["line"], e["starts"]) for e in reading(id_).get("chronicle_entries", ())]
    issue = published(id_, corrected=True)
    wrong = tuple(
        Miss(id_, line, f"begins a block: {text}", " ¦ ".join(issue.texts_at(line, line))[:400])
        for line, text in starts
        if not begins(issue, line, text)
    )
    name = f"joins across a paragraph end ({len(starts)} starts)"
    return Measure(name, id_, len(wrong), 0, at_most=True, share=False, misses=wrong)


BEGIN = {*KINDS, "numbered_par", "dash_item", "list_entry", "attachment_note"}


def begins(issue: Published, line: int, text: str) -> bool:
    """Whether a block made of that line begins with the first characters of the text."""
    start = same(text)[:4]
    return any(
        same(words).startswith(start)
        for piece in issue.at(line, line)
        for words in beginnings(piece.block)
    )


def beginnings(block: Block) -> list[str]:
    """The text of a block, with and without the label of an annex."""
    match block:
        case Heading():
            return [plain(block.text), block.label + plain(block.text)]
        case Paragraph() | ListItem() | Day():
            return [plain(block.text)]
        case _:
            return []

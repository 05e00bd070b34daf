"""Holds the published text against what an entry expects."""

from __future__ import annotations

import re
from typing import Any

from generator.model import Gap, Item
from tests.accuracy import layout, record
from tests.accuracy.expectations import Check, Entry, as_list
from tests.accuracy.published import Piece, Published, bare


def texts(issue: Published, entry: Entry) -> list[str]:
    """The texts of the lines of the entry, as it compares them."""
    return [entry.shape(text) for text in issue.texts_at(entry.first, entry.last)]


def stands(issue: Published, entry: Entry, text: str) -> bool:
    return any(entry.shape(text) in other for other in texts(issue, entry))


def has(issue: Published, entry: Entry, value: Any) -> bool:
    return all(stands(issue, entry, text) for text in as_list(value))


def has_any(issue: Published, entry: Entry, value: Any) -> bool:
    return any(stands(issue, entry, text) for text in as_list(value))


def lacks(issue: Published, entry: Entry, value: Any) -> bool:
    return not has_any(issue, entry, value)


def flagged(issue: Published, entry: Entry, value: Any) -> bool:
    return all(is_flagged(issue, entry, text) for text in as_list(value))


def flagged_any(issue: Published, entry: Entry, value: Any) -> bool:
    return any(is_flagged(issue, entry, text) for text in as_list(value))


def is_flagged(issue: Published, entry: Entry, text: str) -> bool:
    """Whether the text stands there and the reader is told that it is doubtful."""
    pieces = issue.at(entry.first, entry.last)
    if any(piece_flags(issue, entry, piece, text) for piece in pieces):
        return True
    if pieces:
        return False
    items = issue.items_at(entry.first, entry.last)
    if items:
        return stands(issue, entry, text) and any(head_flags(issue, item) for item in items)
    marked = re.compile(rf"\[[^\]]*{re.escape(text)}[^\]]*\]\{{\?")
    return any(marked.search(line) for line in (*issue.issue.front, *issue.issue.back))


def piece_flags(issue: Published, entry: Entry, piece: Piece, text: str) -> bool:
    """Whether the text stands in the piece with a doubt."""
    wanted = entry.shape(text)
    if isinstance(piece.block, Gap):
        # A note that quotes words which cannot carry a flag, such as a title.
        return wanted in entry.shape(piece.block.text)
    whole, places = bare(piece.text, exact=entry.exact)
    start = whole.find(wanted)
    while start >= 0:
        first, last = places[start], places[start + len(wanted) - 1]
        if piece.doubted or any(a <= last and b > first for a, b in piece.marked):
            return True
        start = whole.find(wanted, start + 1)
    return wanted in whole and piece.row is None and gap_beside(issue, piece)


def gap_beside(issue: Published, piece: Piece) -> bool:
    """Whether a gap with a text stands next to the block."""
    return any(
        isinstance(other.block, Gap)
        and other.block.text
        and other.item is piece.item
        and abs(other.place - piece.place) == 1
        for other in issue.pieces
    )


def head_flags(issue: Published, item: Item) -> bool:
    """Whether the body of an item begins with a gap: its title cannot carry a doubt itself."""
    begin = [piece for piece in issue.pieces if piece.item is item][:3]
    return any(isinstance(piece.block, Gap) and piece.block.text for piece in begin)


def told(issue: Published, entry: Entry) -> bool:
    """Whether the reader is told of any doubt in these lines."""
    pieces = issue.at(entry.first, entry.last)
    return any(piece.doubted or piece.marked for piece in pieces)


def joined(issue: Published, entry: Entry, value: Any) -> bool:
    return has(issue, entry, "".join(value))


def nowhere(issue: Published, entry: Entry, value: Any) -> bool:
    everything = [entry.shape(text) for text in issue.everything()]
    return not any(entry.shape(text) in other for text in as_list(value) for other in everything)


def nowhere_pattern(issue: Published, _entry: Entry, value: Any) -> bool:
    return not any(re.search(value, text) for text in issue.everything())


CHECKS: dict[str, Check] = {
    "has": has,
    "has_any": has_any,
    "lacks": lacks,
    "unchanged": has,
    "flagged": flagged,
    "flagged_any": flagged_any,
    "joined": joined,
    "nowhere": nowhere,
    "nowhere_pattern": nowhere_pattern,
    **layout.CHECKS,
    **record.CHECKS,
}


def failed(issue: Published, entry: Entry) -> list[str]:
    """The expectations of an entry that do not hold."""
    if entry.or_flag and told(issue, entry):
        return []
    return [key for key, value in entry.expected.items() if not CHECKS[key](issue, entry, value)]


def found(issue: Published, entry: Entry) -> str:
    """What stands there, for the list of misses: around the words in question, if they do."""
    pattern = entry.expected.get("nowhere_pattern")
    if pattern:
        return around(re.compile(pattern), issue.everything())
    texts = [text.strip() for text in issue.texts_at(entry.first, entry.last) if text.strip()]
    for key in ("lacks", "flagged", "flagged_any", "unchanged", "has", "joined"):
        for text in as_list(entry.expected.get(key, [])):
            loose = r"\s*".join(re.escape(character) for character in text)
            hits = around(re.compile(loose), texts)
            if hits:
                return hits
    return " ¦ ".join(texts).replace("\n", "⏎")[:300]


def around(pattern: re.Pattern[str], texts: list[str]) -> str:
    """The first places where a pattern stands, with what stands beside it."""
    hits = [
        text[max(0, hit.start() - 25) : hit.end() + 25]
        for text in texts
        for hit in pattern.finditer(text)
    ]
    return " ¦ ".join(hits[:6]).replace("\n", "⏎")

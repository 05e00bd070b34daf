"""Expectations about blocks: headings, paragraphs, lists, rows, gaps."""

from __future__ import annotations

from typing import Any

from generator.model import Gap, Heading, ListItem, Table, plain
from tests.accuracy.expectations import Check, Entry, as_list
from tests.accuracy.measures import same
from tests.accuracy.published import Piece, Published, strong_start


def headings(issue: Published, entry: Entry) -> list[tuple[Piece, Heading]]:
    """The headings made of the lines of the entry."""
    pieces = issue.at(entry.first, entry.last)
    return [(piece, piece.block) for piece in pieces if isinstance(piece.block, Heading)]


def heading(issue: Published, entry: Entry, text: str) -> bool:
    level = entry.expected.get("level")
    found = [
        block
        for _, block in headings(issue, entry)
        if entry.shape(plain(block.text)) == entry.shape(text)
    ]
    if level is None and not found:
        return run_in(issue, entry, text)
    return any(level in (None, block.level) for block in found)


def level_of_heading(_issue: Published, entry: Entry, _value: int) -> bool:
    """Looked at together with the heading."""
    return "heading" in entry.expected


def run_in(issue: Published, entry: Entry, text: str) -> bool:
    pieces = issue.at(entry.first, entry.last)
    return any(entry.shape(strong_start(p.block)) == entry.shape(text) for p in pieces)


def no_heading(issue: Published, entry: Entry, starts: Any) -> bool:
    return not any(
        same(plain(block.text)).startswith(same(start))
        for _, block in headings(issue, entry)
        for start in as_list(starts)
    )


def moved_before(issue: Published, entry: Entry, line: int) -> bool:
    found = [
        piece.place
        for piece, block in headings(issue, entry)
        if same(plain(block.text)) == same(entry.expected["heading"])
    ]
    other = [piece.place for piece in issue.at(line, line)]
    return bool(found and other) and min(found) < min(other)


def annex(issue: Published, entry: Entry, wanted: dict[str, str]) -> bool:
    return any(
        block.level == 1
        and block.label == wanted["label"]
        and same(plain(block.text)) == same(wanted["title"])
        for _, block in headings(issue, entry)
    )


def separate(issue: Published, entry: Entry, value: list[str]) -> bool:
    lines = [
        entry.shape(line)
        for piece in issue.at(entry.first, entry.last)
        for line in piece.text.split("\n")
    ]
    first, second = (entry.shape(text) for text in value)
    apart = not any(first in line and second in line for line in lines)
    return apart and any(first in line for line in lines) and any(second in li for li in lines)


def paragraph(issue: Published, entry: Entry, value: list[str]) -> bool:
    first, last = (entry.shape(text) for text in value)
    return any(
        entry.shape(piece.text).startswith(first) and entry.shape(piece.text).endswith(last)
        for piece in issue.at(entry.first, entry.last)
        if "\n" not in piece.text
    )


def list_items(issue: Published, entry: Entry, value: list[str]) -> bool:
    items = [p for p in issue.at(entry.first, entry.last) if isinstance(p.block, ListItem)]
    return len(items) == len(value) and all(
        entry.shape(piece.text).startswith(entry.shape(text))
        for piece, text in zip(items, value, strict=True)
    )


def own_lines(issue: Published, entry: Entry, value: Any) -> bool:
    lines = [
        entry.shape(line)
        for piece in issue.at(entry.first, entry.last)
        for line in (piece.text if entry.exact else piece.text.replace("\t", " ")).split("\n")
    ]
    # The role of a person may be that of the row above: an empty cell, of which nothing is seen.
    seen = [line.lstrip("\t") for line in lines]
    return all(any(line.startswith(entry.shape(t)) for line in seen) for t in as_list(value))


def columns(issue: Published, entry: Entry, wanted: dict[int, str]) -> bool:
    return any(
        all(
            column <= len(piece.columns)
            and entry.shape(piece.columns[column - 1]) == entry.shape(text)
            for column, text in wanted.items()
        )
        for piece in issue.at(entry.first, entry.last)
        if piece.row
    )


def prose(issue: Published, entry: Entry, text: str) -> bool:
    return any(
        entry.shape(text) in entry.shape(piece.text)
        for piece in issue.at(entry.first, entry.last)
        if not isinstance(piece.block, Table)
    )


def together(issue: Published, entry: Entry, value: list[str]) -> bool:
    """One block or one list: list items without another kind of block between them."""
    homes = []
    for text in value:
        home = [p for p in issue.at(entry.first, entry.last) if same(text) in same(p.text)]
        if not home:
            return False
        homes.append(home[0])
    if len({piece.place for piece in homes}) == 1:
        return True
    places = {piece.place for piece in homes}
    between = [p for p in issue.pieces if min(places) <= p.place <= max(places)]
    return all(isinstance(piece.block, ListItem) for piece in between)


def gap(issue: Published, entry: Entry, _value: bool) -> bool:
    """A gap among the blocks of the lines and those next to them."""
    near = [piece.place for piece in issue.at(entry.first - 3, entry.last + 3)]
    return bool(near) and any(
        isinstance(piece.block, Gap)
        and piece.block.text
        and min(near) - 1 <= piece.place <= max(near) + 1
        for piece in issue.pieces
    )


def empty(issue: Published, entry: Entry, _value: bool) -> bool:
    return not any(
        entry.first <= piece.span.first and piece.span.last <= entry.last for piece in issue.pieces
    )


CHECKS: dict[str, Check] = {
    "heading": heading,
    "level": level_of_heading,
    "run_in": run_in,
    "no_heading": no_heading,
    "moved_before": moved_before,
    "annex": annex,
    "separate": separate,
    "paragraph": paragraph,
    "list_items": list_items,
    "own_lines": own_lines,
    "columns": columns,
    "prose": prose,
    "together": together,
    "gap": gap,
    "empty": empty,
}

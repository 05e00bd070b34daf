"""Expectations about facts: of an item, of the issue, of the ledger."""

from __future__ import annotations

from typing import Any

from generator.model import Entry as Day
from generator.model import Signature
from tests.accuracy.expectations import Check, Entry, as_list
from tests.accuracy.measures import same
from tests.accuracy.published import Published


def fact(name: str) -> Any:
    """A check of a fact of the items that hold the lines, always exact."""

    def check(issue: Published, entry: Entry, value: str) -> bool:
        return any(getattr(i, name) == value for i in issue.items_at(entry.first, entry.last))

    return check


def board(issue: Published, _entry: Entry, wanted: dict[str, list[str]]) -> bool:
    stated = {role.role: list(role.names) for role in issue.issue.masthead.board}
    return all(stated.get(role) == names for role, names in wanted.items())


def masthead(issue: Published, _entry: Entry, wanted: dict[str, str]) -> bool:
    return all(getattr(issue.issue.masthead, key) == value for key, value in wanted.items())


def contents(issue: Published, _entry: Entry, wanted: dict[str, Any]) -> bool:
    return any(
        all(getattr(line, key) == value for key, value in wanted.items())
        for line in issue.issue.contents
    )


def front(issue: Published, _entry: Entry, value: Any) -> bool:
    return all(text in issue.issue.front for text in as_list(value))


def back(issue: Published, _entry: Entry, value: Any) -> bool:
    bodies = [piece.text for piece in issue.pieces]
    return all(
        text in issue.issue.back and not any(text in body for body in bodies)
        for text in as_list(value)
    )


def inferred(issue: Published, _entry: Entry, value: Any) -> bool:
    return all(key in issue.issue.inferred for key in as_list(value))


def signature(issue: Published, entry: Entry, value: list[str]) -> bool:
    blocks = [piece.block for piece in issue.at(entry.first, entry.last)]
    return any(
        isinstance(block, Signature)
        and any(
            list(block.lines[start : start + len(value)]) == value
            for start in range(len(block.lines))
        )
        for block in blocks
    )


def day(issue: Published, entry: Entry, wanted: dict[str, str]) -> bool:
    return any(
        isinstance(piece.block, Day)
        and piece.block.date == wanted["date"]
        and piece.block.date_to == wanted.get("date_to", "")
        and same(wanted["has"]) in same(piece.text)
        for piece in issue.at(entry.first, entry.last)
    )


def dropped(issue: Published, entry: Entry, value: Any) -> bool:
    """The ledger took the text out of these lines, and nothing made of them alone has it."""
    taken = [
        change
        for change in (*issue.taken.ledger, *issue.taken.moved)
        if change.lines.first <= entry.last and change.lines.last >= entry.first
    ]
    alone = [
        piece
        for piece in issue.at(entry.first, entry.last)
        if entry.first <= piece.span.first and piece.span.last <= entry.last
    ]
    return all(
        any(same(text) in same(c.before) and same(text) not in same(c.after) for c in taken)
        and not any(same(text) in same(piece.text) for piece in alone)
        for text in as_list(value)
    )


CHECKS: dict[str, Check] = {
    "title": fact("title"),
    "number": fact("number"),
    "addressee": fact("addressee"),
    "board": board,
    "masthead": masthead,
    "contents": contents,
    "front": front,
    "back": back,
    "inferred": inferred,
    "signature": signature,
    "entry": day,
    "dropped": dropped,
}

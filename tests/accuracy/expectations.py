"""What the proof-readers' lists want, place by place, in `proof/<id>.yaml`.

An entry has `lines` (one source line, or the first and the last), `kind`, `certainty` and what is
expected of the text that is made of these lines. All of it must hold:

    has, lacks         this text, or these texts, stand there; do not
    has_any            one of these texts stands there
    unchanged          the text stands there as in the source
    flagged            … and carries a doubt: of its run, its row, a verbatim block or a gap beside;
                       in a title, which can carry none: a gap at the head of its item
    flagged_any        one of these texts carries a doubt
    joined             the parts follow each other in one block, with nothing between
    separate           the two texts stand in different blocks, or on different lines of one
    paragraph          one block begins with the first text and ends with the second
    heading, level     a heading with that text (and level); without level a run-in heading will do
    run_in             a paragraph that begins with that text in bold
    no_heading         no heading begins with these
    moved_before       the `heading` stands before the text of that source line
    annex              a heading with that label and title
    list_items         list items that begin with these texts, in this order
    own_lines          texts that begin a block, a line of a block or a row
    columns            a row with these texts in these columns (from 1)
    prose              a text outside any table
    together           texts that stand in one block, or in items of one list
    title, number, addressee     this fact of the item
    board, masthead, contents, front, back, inferred     of the issue
    signature          these lines follow each other in a signature
    entry              an entry of the chronicle with that date, date_to and text
    gap                a gap stands there
    dropped            the text is gone and the ledger has it
    empty              no block is made of these lines alone
    nowhere, nowhere_pattern     the text, or regular expression, stands in no text of the issue

Texts are compared after NFKC and without white space; with `exact: true` as they stand, super- and
subscripts as ² and ₂. `or_flag: true`: the entry also holds if the reader is told of the doubt, by
a flag of the row or run or a verbatim block; what the repair would be is in `reads`. `places`: how
often the defect occurs in these lines, where that is more than one, for the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy.measures import same
from tests.accuracy.published import Published

PROOF = Path(__file__).parent / "proof"
REMARKS = {"lines", "kind", "certainty", "exact", "or_flag", "reads", "note", "places"}
"""Keys that expect nothing by themselves."""
CERTAINTIES = {"certain", "likely", "inferred", "probable", "uncertain", "unknown"}
KEEP = {"trap_no_repair", "not_noise"}
"""Kinds that look like a defect and are none."""


@dataclass(frozen=True)
class Entry:
    """One place of a list."""

    text: str
    """Id of the issue."""
    first: int
    last: int
    kind: str
    certainty: str
    exact: bool
    or_flag: bool
    expected: dict[str, Any]

    def shape(self, text: str) -> str:
        """A text as the entry compares it."""
        return text if self.exact else same(text)

    @property
    def trap(self) -> bool:
        return self.kind in KEEP

    @property
    def certain(self) -> bool:
        """A defect that may be repaired."""
        return self.certainty == "certain" and not self.trap


Check = Callable[[Published, Entry, Any], bool]
"""Whether one expectation holds."""


@dataclass(frozen=True)
class Proof:
    """The list of one issue."""

    defects: tuple[Entry, ...]
    broken: tuple[Entry, ...]
    """Paragraphs that a page or column broke in two."""


def proof(id_: str) -> Proof:
    """The list of an issue."""
    read = yaml.safe_load((PROOF / f"{id_}.yaml").read_text(encoding="utf-8"))
    broken = [
        {**entry, "kind": "broken_paragraph", "certainty": "certain"}
        for entry in read.get("broken_paragraphs", ())
    ]
    return Proof(
        tuple(entry(id_, defect) for defect in read["defects"]),
        tuple(entry(id_, part) for part in broken),
    )


def entry(id_: str, read: dict[str, Any]) -> Entry:
    """One entry, checked: a slip in a list must not make a measure better."""
    first, last = read["lines"][0], read["lines"][-1]
    expected = {key: value for key, value in read.items() if key not in REMARKS}
    if not expected or first > last or read["certainty"] not in CERTAINTIES:
        raise ValueError(f"{id_}: an entry that expects nothing or has no place: {read}")
    return Entry(
        id_,
        first,
        last,
        read["kind"],
        read["certainty"],
        read.get("exact", False),
        read.get("or_flag", False),
        expected,
    )


def as_list(value: Any) -> list[Any]:
    """One text, or several."""
    return value if isinstance(value, list) else [value]

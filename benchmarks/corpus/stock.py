"""What the real issues offer to make others of: shapes of documents, and blocks by kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.document import read_issues
from generator.model import Block, Heading, Issue, Item, ListItem, Paragraph, Table, Text, plain
from generator.numbering import number, printed_number

CONTENT = Path(__file__).parent.parent.parent / "content"
Kind = tuple[object, ...]
"""What two blocks have in common that can stand in each other's place."""
_SUBJECT = re.compile(r"[\u4e00-\u9fff]{4,16}")
"""What a title can be about: a heading without number and punctuation."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The material, always in the same order."""

    shapes: dict[str, tuple[Item, ...]]
    """Documents by what they are: `jszf`, `jszb`, `ling`, `dashiji`, as in their addresses."""
    blocks: dict[Kind, tuple[Block, ...]]
    """Blocks by `kind_of`."""
    subjects: tuple[str, ...]
    model: Issue
    """The issue whose imprint the others get."""


def kind_of(block: Block) -> Kind:
    """Its type, and what else of its shape shows; the number itself is not part of it."""
    match block:
        case Heading():
            return Heading, block.level, bool(block.label), _shape(block.text, block.level)
        case Paragraph() | ListItem():
            return type(block), _shape(block.text, 0)
        case Table():
            return Table, block.kind
        case _:
            return (type(block),)


def _shape(text: Text, level: int) -> str:
    found = number(plain(text), heading=level > 0)
    return found.shape if found else ""


def read(root: Path = CONTENT) -> Stock:
    """The stock of the content folder `root`. Raises ContentError where it cannot be read."""
    issues = read_issues(root)
    items = [item for issue in issues for item in issue.items]
    blocks = [block for item in items for block in item.body]
    shapes: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        shapes[item.slug.partition("-")[0]].append(item)
    by_kind: dict[Kind, list[Block]] = defaultdict(list)
    for block in blocks:
        by_kind[kind_of(block)].append(block)
    return Stock(
        {name: tuple(found) for name, found in shapes.items()},
        {kind: tuple(found) for kind, found in by_kind.items()},
        _subjects(blocks),
        next(issue for issue in reversed(issues) if issue.masthead.board),
    )


def _subjects(blocks: Sequence[Block]) -> tuple[str, ...]:
    headings = (plain(block.text) for block in blocks if isinstance(block, Heading))
    words = (text.removeprefix(printed_number(text, heading=True)).strip() for text in headings)
    return tuple(sorted({word for word in words if _SUBJECT.fullmatch(word)}))

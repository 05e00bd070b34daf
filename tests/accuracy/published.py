"""The published text of an issue in pieces: a block or a table row each, with its source lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    ListItem,
    Masthead,
    Paragraph,
    Row,
    Run,
    Signature,
    Span,
    Table,
    Text,
    Verbatim,
    plain,
)
from tests.intake.conftest import Taken

SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
SCRIPTS = {"": {}, "sup": SUPERSCRIPT, "sub": SUBSCRIPT}


@dataclass(frozen=True)
class Piece:
    """A block, or a row of a table."""

    item: Item
    block: Block
    place: int
    """Running number of the block in the issue."""
    span: Span
    text: str
    """What a reader sees: ² and ₂ for super- and subscript, a tab between cells."""
    marked: tuple[tuple[int, int], ...] = ()
    """The stretches of the text that carry a doubt."""
    row: Row | None = None
    columns: tuple[str, ...] = ()
    """Of a row: the text of each column, that of a merged cell in each that it covers."""

    @property
    def doubted(self) -> bool:
        """Whether the reader is told that the piece as a whole is doubtful."""
        return isinstance(self.block, Verbatim) or bool(self.row and self.row.flag)


@dataclass(frozen=True)
class Published:
    """An issue, as a reader sees it."""

    taken: Taken
    pieces: list[Piece] = field(default_factory=list)

    @property
    def issue(self) -> Issue:
        return self.taken.issue

    def at(self, first: int, last: int) -> list[Piece]:
        """The pieces that are made of these source lines."""
        return [p for p in self.pieces if p.span.first <= last and p.span.last >= first]

    def items_at(self, first: int, last: int) -> list[Item]:
        """The items that hold these source lines."""
        items = self.issue.items
        return [i for i in items if i.lines.first <= last and i.lines.last >= first]

    def texts_at(self, first: int, last: int) -> list[str]:
        """The texts of these lines: of blocks; else the facts of their item; else the text that
        belongs to no item."""
        pieces = self.at(first, last)
        if pieces:
            return [piece.text for piece in pieces]
        items = self.items_at(first, last)
        if items:
            return [text for item in items for text in facts(item)]
        return outside(self.issue)

    def everything(self) -> list[str]:
        """All published texts."""
        texts = [text for item in self.issue.items for text in facts(item)]
        return [piece.text for piece in self.pieces] + texts + outside(self.issue)


def publish(taken: Taken) -> Published:
    """The pieces of an issue, in reading order."""
    pieces: list[Piece] = []
    place = 0
    for item in taken.issue.items:
        for block in item.body:
            pieces += _pieces(item, block, place)
            place += 1
    return Published(taken, pieces)


def facts(item: Item) -> list[str]:
    """The facts of an item that are text."""
    return [text for text in (item.title, item.number, item.addressee) if text]


def outside(issue: Issue) -> list[str]:
    """The text that belongs to no item."""
    contents = [
        text
        for entry in issue.contents
        for text in (entry.section or "", entry.title, entry.number or "", str(entry.page or ""))
    ]
    return [*issue.front, *imprint(issue.masthead), *contents, *issue.back]


def imprint(masthead: Masthead) -> list[str]:
    """The text of the masthead."""
    fields = (
        masthead.sponsor, masthead.editor, masthead.address, masthead.postcode, masthead.phone,
        masthead.web, masthead.email, masthead.printer,
    )  # fmt: skip
    board = [text for role in masthead.board for text in (role.role, *role.names)]
    return [*(text for text in fields if text), *board]


def _pieces(item: Item, block: Block, place: int) -> Iterator[Piece]:
    span = block.origin or Span(0, 0)
    match block:
        case Heading() | Paragraph() | ListItem() | Entry():
            label = f"{block.label} " if isinstance(block, Heading) and block.label else ""
            text, marked = _shown([Run(label), *block.text] if label else list(block.text))
            yield Piece(item, block, place, span, text, marked)
        case Verbatim() | Signature():
            yield Piece(item, block, place, span, "\n".join(block.lines))
        case Gap():
            yield Piece(item, block, place, span, "")
        case Table():
            yield Piece(
                item, block, place, span, "\n".join([block.caption, block.unit, block.note])
            )
            yield from _rows(item, block, place, span)


def _rows(item: Item, table: Table, place: int, span: Span) -> Iterator[Piece]:
    for row, columns in zip(table.rows, grid(table), strict=True):
        runs: list[Run] = []
        for cell in row.cells:
            runs += [*cell.text, Run("\t")]
        text, marked = _shown(runs)
        yield Piece(item, table, place, row.origin or span, text, marked, row, tuple(columns))


def grid(table: Table) -> list[list[str]]:
    """The text of every column of every row."""
    rows: list[dict[int, str]] = [{} for _ in table.rows]
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while column in rows[number]:
                column += 1
            for down in range(number, min(number + cell.rowspan, len(rows))):
                rows[down].update(
                    dict.fromkeys(range(column, column + cell.colspan), _of(cell.text))
                )
            column += cell.colspan
    return [[row.get(column, "") for column in range(max(row, default=-1) + 1)] for row in rows]


def _of(text: Text) -> str:
    return _shown(list(text))[0]


def _shown(runs: list[Run]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of runs, and the stretches with a doubt."""
    text = ""
    marked = []
    for run in runs:
        shown = run.text.translate(SCRIPTS[run.script])
        if run.flag:
            marked.append((len(text), len(text) + len(shown)))
        text += shown
    return text, tuple(marked)


def strong_start(block: Block) -> str:
    """The bold start of a paragraph: a run-in heading or the number of an article."""
    if not isinstance(block, Paragraph | ListItem):
        return ""
    strong: list[Run] = []
    for run in block.text:
        if not run.strong:
            break
        strong.append(run)
    return plain(tuple(strong))


def bare(text: str, *, exact: bool) -> tuple[str, list[int]]:
    """A text as it is compared, and the place of each of its characters in the text.

    >>> bare("Ⅰ、 ａ", exact=False)
    ('I、a', [0, 1, 3])
    """
    if exact:
        return text, list(range(len(text)))
    pairs = [
        (made, place)
        for place, character in enumerate(text)
        for made in unicodedata.normalize("NFKC", character)
        if not made.isspace()
    ]
    return "".join(made for made, _ in pairs), [place for _, place in pairs]

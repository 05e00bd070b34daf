"""Counts every printed character of an issue once, to hold it against source and ledger."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from generator.document import SUPPLIED, body
from generator.intake.forms import solid
from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    Line,
    ListItem,
    Masthead,
    Paragraph,
    Repair,
    Signature,
    Table,
    Text,
    Verbatim,
)

_TWO_SCRIPTS = re.compile(r"</(su[bp])><\1>(?=[^<>]*</\1>)|<(su[bp])></\2>")
"""The second stretch must be closed, else its mark is text."""


def expected(lines: list[Line], ledger: list[Repair]) -> Counter[str]:
    """Characters that must stand in the content: the source, less what entries took, plus what
    they put in its place."""
    count = Counter(_bare(line.text for line in lines))
    count.update(_bare(_put(entry) for entry in ledger))
    count.subtract(_bare(entry.before for entry in ledger))
    return Counter({character: n for character, n in count.items() if n})


def _put(entry: Repair) -> str:
    """The characters that an entry put there; those of a table without the marks of Markdown."""
    if entry.rule == SUPPLIED:
        return "".join(_block(block) for block in body.parse(entry.after))
    return entry.after


def _bare(texts: Iterable[str]) -> str:
    """The characters less white space and less the marks of bold, which are style; two stretches
    of subscript beside each other are one, and one without text is none."""
    return solid("".join(_TWO_SCRIPTS.sub("", text.replace("**", "")) for text in texts))


def printed(issue: Issue) -> Counter[str]:
    """Characters that stand in the content. Values derived from printed text (section of an item,
    ISO dates, kind …) do not count, nor does what the press adds (gaps, notices)."""
    parts = [_text(body.parse_matter(line)) for line in (*issue.front, *issue.back)]
    parts.append(_masthead(issue.masthead))
    sections: list[str | None] = []
    for entry in issue.contents:
        if entry.section and (not sections or sections[-1] != entry.section):
            parts.append(entry.section)
        sections.append(entry.section)
        parts.append(entry.title + (entry.number or "") + str(entry.page or ""))
    parts += [_item(item) for item in issue.items]
    return Counter(solid("".join(parts)))


def _masthead(masthead: Masthead) -> str:
    fields = (
        masthead.sponsor, masthead.editor, masthead.address, masthead.postcode, masthead.phone,
        masthead.web, masthead.email, masthead.printer,
    )  # fmt: skip
    board = [role.role + "".join(role.names) for role in masthead.board]
    return "".join([field or "" for field in fields] + board)


def _item(item: Item) -> str:
    title = "" if item.type == "decree" and title_in_body(item) else item.title
    parts = [_TWO_SCRIPTS.sub("", title), item.number or "", item.addressee or ""]
    return "".join([*parts, *(_block(block) for block in item.body)])


def title_is_borrowed(item: Item) -> bool:
    """Whether the title may be words that stand elsewhere in the item too: its number, the title
    of an instrument, or the name that the letter of a decree quotes."""
    quoted = any(f"《{item.title}》" in _block(block) for block in item.body)
    numbers = (item.number, f"{''.join(item.issuer)}令（{item.number}）")
    return title_in_body(item) or quoted or item.title in numbers


def title_in_body(item: Item) -> bool:
    """Whether the title is that of an instrument in the body, where it stands too."""
    return any(
        isinstance(b, Heading) and b.level == 1 and _text(b.text) == item.title for b in item.body
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            return block.label + _text(block.text)
        case Paragraph() | ListItem() | Entry():
            return _text(block.text)
        case Table():
            cells = (_text(cell.text) for row in block.rows for cell in row.cells)
            return "".join([block.caption, block.unit, block.note, *cells])
        case Verbatim() | Signature():
            return "".join(block.lines)
        case Gap():
            return ""


def _text(text: Text) -> str:
    scripts = groupby(text, key=lambda run: run.script)
    return "".join(_scripted(script, "".join(run.text for run in runs)) for script, runs in scripts)


def _scripted(script: str, text: str) -> str:
    return f"<{script}>{text}</{script}>" if script else text

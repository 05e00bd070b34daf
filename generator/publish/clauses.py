"""How a block is cited within its document: 第十二条, 三、（二）, 附件1第四条. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Block, Heading, ListItem, Paragraph, plain
from generator.numbering import printed_number
from generator.publish.scopes import Scope, close, own_number
from generator.publish.wording import Wording

_WHOLE = {"article", "decimal"}
"""Numbers that say all: articles run through the chapters, 1.2.3 names its parents."""


def clauses(body: Sequence[Block], say: Wording) -> Iterator[str]:
    """For each block the words behind the title and number of its document in a citation.

    They are made of the printed numbers alone. A block without one is cited by what it stands in,
    which is nothing in the first words of a document.
    """
    part, scopes = "", list[Scope]()
    for block in body:
        if isinstance(block, Heading) and block.level == 1:
            part, scopes = _part(block, say), []
        elif isinstance(block, Heading | Paragraph | ListItem):
            _step_into(scopes, block)
        yield part + "".join(scope.name for scope in scopes).rstrip("、.．")


def _part(block: Heading, say: Wording) -> str:
    title = plain(block.text).replace("\n", "")
    return block.label or say("cite.attached", title=title.strip("《》"))


def _step_into(scopes: list[Scope], block: Heading | Paragraph | ListItem) -> None:
    level = block.level if isinstance(block, Heading) else 0
    found = own_number(block.text, level)
    close(scopes, found, level)
    if found is None:
        return
    if found.shape in _WHOLE:
        scopes.clear()
    scopes.append(Scope(found.shape, level, printed_number(plain(block.text), heading=level > 0)))

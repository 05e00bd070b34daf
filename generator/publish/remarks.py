"""The single lines of a collation: what was changed, doubted, missed or found. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.document import SUPPLIED, body
from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    ListItem,
    Paragraph,
    Repair,
    Row,
    Run,
    Signature,
    Span,
    Table,
    Verbatim,
    placed,
    plain,
)
from generator.publish.addresses import issue_url, item_number, item_url
from generator.publish.difference import Stretch, Stretches, difference
from generator.publish.places import Place, Places, places, row_anchor
from generator.publish.site import Site

_OPENING = 40
"""Characters of a block that are enough to find it."""

Kind = Literal["person", "doubt", "gap", "move", "finding", "rule"]
"""Corrected by a person, left doubtful, missing, moved, open, or changed by a rule."""


@dataclass(frozen=True, slots=True)
class Supplied:
    """A table that a person put in the place of lines that nobody can rebuild."""

    lines: int
    """How many lines stood there."""
    caption: str
    rows: int
    """Without those of the head."""
    columns: int


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of a collation."""

    kind: Kind
    place: Place
    """Where in the published text it belongs."""
    number: str
    """By which readers cite the item; empty if it has none."""
    lines: Span | None
    """The source lines; None where nobody knows them."""
    before: Stretches = ()
    after: Stretches = ()
    """The same as `before` where nothing was changed."""
    rule: str = ""
    name: str = ""
    """The rule in words; the bare rule where the catalogue does not know it."""
    by: str = ""
    """The role of a person."""
    reason: str = ""
    """Why, or what there is to say, in a sentence."""
    id: str = ""
    """Its address on the page; empty of what a rule changed, of which there are thousands."""
    supplied: Supplied | None = None
    """Then `before` has the lines unmarked, and the table stands in the text alone."""


def remarks(site: Site, issue: Issue) -> list[Remark]:
    """Every remark on `issue`: those of the ledger, those of the text alone, the findings; each in
    the order of the lines."""
    found = places(site, issue)
    ledger = sorted(site.repairs.get(issue.id, ()), key=lambda repair: repair.lines)
    entries = [_entry(site, repair, found) for repair in ledger]
    return [*entries, *_unrecorded(site, issue, ledger), *_findings(site, issue)]


def _kind(repair: Repair) -> Kind:
    if repair.before == repair.after:
        return "move" if repair.by == "structure" else "doubt"
    return "rule" if repair.by in {"rule", "structure"} else "person"


def _entry(site: Site, repair: Repair, found: Places) -> Remark:
    supplied = _supplied(repair) if repair.rule == SUPPLIED else None
    # What of scrambled lines stands in a table, no comparison of characters can say.
    before, after = difference(repair.before, repair.before if supplied else repair.after)
    place = found.of(repair.lines.first)
    return Remark(
        kind=_kind(repair),
        place=place,
        number=item_number(place.item, site.say) if place.item else "",
        lines=repair.lines,
        before=before,
        after=after,
        rule=repair.rule,
        name=site.say.known(f"rule.{repair.rule}", repair.rule),
        by="" if repair.by in {"rule", "structure"} else repair.by,
        reason=repair.reason,
        supplied=supplied,
    )


def _supplied(repair: Repair) -> Supplied | None:
    """The size of the table that the ledger has in Markdown."""
    for block in body.parse(repair.after):
        if isinstance(block, Table):
            ends = (at + cell.colspan for row in placed(block.rows) for at, cell in row)
            rows = len(block.rows) - block.head
            return Supplied(
                repair.before.count("\n") + 1, block.caption, rows, max(ends, default=0)
            )
    return None


def _unrecorded(site: Site, issue: Issue, ledger: Sequence[Repair]) -> Iterator[Remark]:
    """The gaps and flags of the text that the ledger does not speak of."""
    told = [(one.lines.first, one.reason) for one in ledger if _kind(one) == "doubt"]
    for item in issue.items:
        url, number = item_url(issue, item), item_number(item, site.say)
        for block, anchor in zip(item.body, site.anchors[url], strict=True):
            if isinstance(block, Gap):
                if block.origin is None or (block.origin.first, block.text) not in told:
                    place = Place(f"{url}#{anchor}", item)
                    yield Remark("gap", place, number, block.origin, reason=block.text)
                continue
            for span, end, text, flag in _flags(block):
                if why := _untold(flag, span, told):
                    place = Place(f"{url}#{anchor}{end}", item)
                    words = difference(text, text)[0]
                    yield Remark("doubt", place, number, span, words, words, reason=why)


def _flags(block: Block) -> Iterator[tuple[Span | None, str, str, str]]:
    """Of every flag in a block the source lines, what the anchor of its row adds to that of the
    block, the doubtful text, and why."""
    if not isinstance(block, Table):
        text: tuple[Run, ...] = () if isinstance(block, Gap) else getattr(block, "text", ())
        yield from ((block.origin, "", run.text, run.flag) for run in text if run.flag)
        return
    for number, row in enumerate(block.rows, start=1):
        span, end = row.origin or block.origin, row_anchor("", number)
        if row.flag:
            yield span, end, _words(row), row.flag
        for cell in row.cells:
            yield from ((span, end, run.text, run.flag) for run in cell.text if run.flag)


def _words(row: Row) -> str:
    return "　".join(plain(cell.text) for cell in row.cells)


def _untold(flag: str, span: Span | None, told: Sequence[tuple[int, str]]) -> str:
    """What of a flag the ledger does not say, which says `“text”：why` of the line."""
    for line, reason in told:
        if span is not None and span.first <= line <= span.last:
            flag = flag.replace(reason.rpartition("”：")[2], "")
    return flag.strip("；")


def _findings(site: Site, issue: Issue) -> Iterator[Remark]:
    items = {item.slug: item for item in issue.items}
    for finding in site.findings.get(issue.id, ()):
        words = site.say.known(f"finding.{finding.code}", finding.code)
        item = items.get(finding.slug)
        if item is None:
            yield Remark("finding", Place(issue_url(issue), None), "", None, reason=words)
            continue
        url, number = item_url(issue, item), item_number(item, site.say)
        if finding.block is None:
            yield Remark("finding", Place(url, item), number, None, reason=words)
            continue
        block = item.body[finding.block]
        place = Place(f"{url}#{site.anchors[url][finding.block]}", item)
        there = (Stretch(_opening(block), changed=False),)
        yield Remark("finding", place, number, block.origin, there, there, reason=words)


def _opening(block: Block) -> str:
    """By what a reader knows a block: its first words, the caption of a table, a notice."""
    match block:
        case Gap(text=text) | Verbatim(notice=text) | Table(caption=text):
            return text
        case Signature(lines=lines):
            return lines[0]
        case Heading() | Paragraph() | ListItem() | Entry():
            words = plain(block.text)
            return words if len(words) <= _OPENING else words[:_OPENING] + "…"

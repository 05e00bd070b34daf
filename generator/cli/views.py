"""Lines of text for a person to read: an issue, its ledger, its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import (
    Block,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    Repair,
    Signature,
    Span,
    Table,
    Verbatim,
    plain,
)


def issue_lines(issue: Issue) -> Iterator[str]:
    """The facts of an issue, then an item per line."""
    number = "" if issue.number is None else f" · 第{issue.number}期"
    total = "" if issue.total is None else f" · 总第{issue.total}期"
    yield f"{issue.id} · {issue.type} · {issue.year}{number}{total}"
    yield f"{issue.source.file} · {issue.source.kind}"
    for item in issue.items:
        facts = " · ".join(fact for fact in (item.kind, item.number, item.date) if fact)
        yield f"{_span(item.lines):>11}  {item.slug:<14} {item.title}  [{facts}]"


def ledger_lines(ledger: Iterable[Repair]) -> Iterator[str]:
    """A change per line: where, which rule, what it was and what it became."""
    for repair in ledger:
        by = "" if repair.by == "rule" else f" ({repair.by})"
        reason = f"  # {repair.reason}" if repair.reason else ""
        yield (
            f"{_span(repair.lines):>11}  {repair.rule}{by}: "
            f"{repair.before!r} -> {repair.after!r}{reason}"
        )


def block_lines(items: Iterable[Item]) -> Iterator[str]:
    """A block per line under the title of its item: where, what, and how it begins."""
    for item in items:
        yield f"{item.slug}  {item.title}"
        for block in item.body:
            name = type(block).__name__
            if isinstance(block, Heading):
                name += f" {block.level}"
            yield f"{_span(block.origin):>11}  {name:<10} {_text(block)}"


def _span(span: Span | None) -> str:
    return "" if span is None else f"{span.first}-{span.last}"


def _text(block: Block) -> str:
    match block:
        case Table(rows=rows, caption=caption):
            return f"{caption} ({len(rows)} rows)".lstrip()
        case Verbatim(lines=lines) | Signature(lines=lines):
            return " / ".join(lines)
        case Gap(text=text):
            return text
        case Entry(text=text, date=date):
            return f"{date} {plain(text)}"
        case Heading(text=text, label=label):
            return f"{label}　{plain(text)}".lstrip("　")
        case _:
            return plain(block.text)

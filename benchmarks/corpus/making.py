"""One made issue: documents of the shape of real ones, each block another real block."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.corpus.stock import Stock, kind_of
from generator.model import (
    Block,
    ContentsEntry,
    Entry,
    Heading,
    Issue,
    Item,
    ListItem,
    Paragraph,
    Signature,
    Source,
    Text,
    plain,
)
from generator.numbering import printed_number

FIRST_YEAR = 2000
A_YEAR = 24
"""Issues in a year, two a month."""
SERIES = ("jszf",) * 4 + ("jszb",) * 10 + ("dashiji",)
"""The documents of an issue; in every sixth issue a decree stands before them."""
DECREE_EVERY = 6
_NUMBERS = {"jszf": "晋市政发", "jszb": "晋市政办"}
_STEP = 7919
"""Prime: walks through all pairs of subjects before it comes to one a second time."""
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def made(stock: Stock, place: int, seed: int) -> Issue:
    """The issue at `place` in the archive, from 0: always the same, whatever stands before it.

    Without source lines; `sources.with_source` gives them.
    """
    draw = Random(f"{seed}/{place}")
    year, number = FIRST_YEAR + place // A_YEAR, place % A_YEAR + 1
    first = date(year, (number + 1) // 2, 1 if number % 2 else 15)
    id_ = f"{year}-{number:02}"
    names = ("ling", *SERIES) if place % DECREE_EVERY == 0 else SERIES
    items = tuple(
        _item(stock, draw, name, id_, order, first + timedelta(days=order % 14), place)
        for order, name in enumerate(names, start=1)
    )
    return replace(
        stock.model,
        id=id_,
        year=year,
        number=number,
        total=place + 1,
        period="半月刊",
        published=(first + timedelta(days=16)).isoformat(),
        source=Source(f"sources/{id_}.txt", "", "plain"),
        contents=tuple(_entry(item) for item in items),
        items=items,
    )


def _entry(item: Item) -> ContentsEntry:
    return ContentsEntry(item.section, item.title, None, item.page, item.slug)


def _item(
    stock: Stock, draw: Random, series: str, issue: str, order: int, day: date, place: int
) -> Item:
    shape = draw.choice(stock.shapes[series])
    running = _running(series, order, day, place)
    return replace(
        shape,
        slug=f"{series}-{running}",
        issue=issue,
        order=order,
        title=_title(stock, shape, place * (len(SERIES) + 1) + order),
        number=_number(series, running, day.year),
        date=None if shape.type == "chronicle" else day.isoformat(),
        page=4 * order - 3,
        body=tuple(_block(stock, draw, block, day) for block in shape.body),
    )


def _running(series: str, order: int, day: date, place: int) -> str:
    """The part of the address behind the series: the number of a document, the month of a
    chronicle."""
    if series == "dashiji":
        return f"{day.month:02}"
    if series == "ling":
        return str(place // DECREE_EVERY + 1)
    before = place % A_YEAR * SERIES.count(series)
    shift = 1 if place % DECREE_EVERY == 0 else 0
    return str(before + order - shift - SERIES.index(series))


def _number(series: str, running: str, year: int) -> str | None:
    if series in _NUMBERS:
        return f"{_NUMBERS[series]}〔{year}〕{running}号"
    return f"第{running}号" if series == "ling" else None


def _title(stock: Stock, shape: Item, running: int) -> str:
    """A title that no other document bears: each has a pair of subjects of its own."""
    count = len(stock.subjects)
    one, other = divmod(running * _STEP % (count * (count - 1)), count - 1)
    pair = f"{stock.subjects[one]}和{stock.subjects[other + (other >= one)]}"
    if shape.type == "chronicle":
        return f"大事记：{pair}"
    return f"{''.join(shape.issuer)}关于{pair}的{shape.kind or '通知'}"


def _block(stock: Stock, draw: Random, block: Block, day: date) -> Block:
    """Another real block of the kind, with the number that is due here and the day of the item."""
    found = draw.choice(stock.blocks[kind_of(block)])
    match block, found:
        case Heading(), Heading():
            text = _renumbered(found.text, block.text, heading=True)
            return replace(found, label=block.label, text=text)
        case Paragraph() | ListItem(), Paragraph() | ListItem():
            return replace(found, text=_renumbered(found.text, block.text, heading=False))
        case _, Entry():
            return replace(found, date=day.isoformat(), date_to="")
        case _, Signature():
            words = f"{day.year}年{day.month}月{day.day}日"
            return Signature(tuple(_DAY.sub(words, line) for line in found.lines))
        case _:
            return found


def _renumbered(text: Text, due: Text, *, heading: bool) -> Text:
    """The text with the printed number that `due` begins with."""
    first, *rest = text
    old, new = (printed_number(plain(each), heading=heading) for each in (text, due))
    if not first.text.startswith(old):
        return text
    return replace(first, text=new + first.text.removeprefix(old)), *rest

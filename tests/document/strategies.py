"""Issues of any shape, in text as hostile as a gazette and its extraction can make it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from hypothesis import assume
from hypothesis import strategies as st

from generator import model

# What Markdown, YAML, HTML and our own marks give a meaning, beside ordinary text.
_MEANINGFUL = r"""
** * *** _ __ ~ ~~ ` ``` ```` ~~~ [ ] ]( ![ {? } ]{?因} \ \\ | || ^^ << .. <br> <sub> </sub>
<sup> </sup> <S> <!-- & &amp; &#20; # ## #甲 - -- --- === + > : ::: :::: @ @2021-03-02
1. 1) （一） 一、 甲 乙 晋城 第十二条 5~10% $x^2$ 2*180m http://a.b caption: unit: head=1
:::gap ```verbatim null true 05 2018-09-04 ' " % 𠮷 é
"""
_PIECES = (*_MEANINGFUL.split(), "::: gap", "\ufeff", "\u200b", "\u2028", "\x85")
_SPACES = (" ", "  ", "\t", "\u3000", "\u00a0")

pieces = st.lists(st.sampled_from([*_PIECES, *_SPACES]), max_size=8).map("".join)
"""Any text on one line, also empty or with white space at its ends."""
strings = pieces.filter(lambda text: bool(text.strip()))
"""Text that says something."""
trimmed = strings.map(str.strip)
lines = st.lists(pieces, max_size=4).map(tuple).filter(lambda lines: any(map(str.strip, lines)))
optional = st.none() | pieces
dates = st.dates().map(lambda day: day.isoformat())
spans = st.tuples(st.integers(1, 9999), st.integers(0, 50)).map(
    lambda t: model.Span(t[0], t[0] + t[1])
)
origins = st.none() | spans

_runs = st.builds(
    model.Run,
    st.lists(st.sampled_from([*_PIECES, *_SPACES, "\n"]), min_size=1, max_size=6).map("".join),
    st.booleans(),
    st.sampled_from(["", "", "sub", "sup"]),
    st.just("") | trimmed,
)


def _settle(runs: list[model.Run]) -> model.Text:
    """As `Text` promises: neighbours differ, none is empty. No white space begins a line or ends
    the text, which intake takes away and no Markdown keeps."""
    runs = [model.Run(re.sub(r"\n[ \t]*", "\n", r.text), r.strong, r.script, r.flag) for r in runs]
    joined = []
    for style, group in groupby(runs, key=lambda run: (run.strong, run.script, run.flag)):
        joined.append(model.Run("".join(run.text for run in group), *style))
    return tuple(run for run in joined if run.text)


def _holds(text: model.Text) -> bool:
    whole = model.plain(text)
    differ = all(
        a.strong != b.strong or a.script != b.script or a.flag != b.flag for a, b in pairwise(text)
    )
    return differ and whole == whole.strip() and not re.search(r"\n[ \t]", whole)


texts = st.lists(_runs, min_size=1, max_size=4).map(_settle).filter(_holds).filter(bool)


@st.composite
def tables(draw: st.DrawFn) -> model.Table:
    """A table with merged cells, short rows and flags."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = []
    for down in range(height):
        cells = []
        for across in range(width):
            if (down, across) in taken:
                continue
            if cells and draw(st.integers(0, 9)) == 0:
                break
            right = down_to = 1
            while across + right < width and (down, across + right) not in taken:
                if draw(st.integers(0, 3)) != 0:
                    break
                right += 1
            if draw(st.integers(0, 3)) == 0:
                down_to = draw(st.integers(1, height - down))
            taken |= {(down + d, across + r) for d in range(down_to) for r in range(right)}
            cells.append(model.Cell(draw(texts | st.just(())), right, down_to))
        rows.append(model.Row(tuple(cells), draw(origins), draw(st.just("") | trimmed)))
    assume(all(row.cells for row in rows))
    told = st.just("") | trimmed
    # A row may end before the last column, but one at least reaches it or the column is not there.
    across = max(_end(taken, down) for down in range(height)) if taken else 1
    return model.Table(
        tuple(rows),
        draw(st.integers(0, height)),
        draw(told),
        draw(told),
        draw(told),
        draw(origins),
        draw(st.sampled_from(["data", "form"])),
        draw(st.sampled_from([n for n in (1, 2, 3, 4) if across % n == 0])),
    )


def _end(taken: set[tuple[int, int]], row: int) -> int:
    return 1 + max((across for down, across in taken if down == row), default=-1)


@st.composite
def persons(draw: st.DrawFn) -> model.Table:
    """A list of persons."""
    cells = st.builds(model.Cell, texts | st.just(()))
    rows = st.builds(model.Row, st.tuples(cells, cells, cells), origins, st.just("") | trimmed)
    told = draw(st.just("") | trimmed)
    found = tuple(draw(st.lists(rows, min_size=1, max_size=4)))
    return model.Table(found, 0, told, origin=draw(origins), kind="persons")


_days = st.tuples(dates, st.just("")) | st.tuples(dates, dates).map(sorted)
entries = st.builds(
    lambda text, days, origin: model.Entry(text, *days, origin), texts, _days, origins
)
headings = st.builds(model.Heading, st.integers(1, 5), texts, st.just(""), origins)
annex_headings = st.builds(model.Heading, st.just(1), texts, trimmed, origins)
blocks: st.SearchStrategy[model.Block] = st.one_of(
    headings,
    annex_headings,
    st.builds(model.Paragraph, texts, origins),
    st.builds(model.ListItem, texts, origins),
    entries,
    tables(),
    persons(),
    st.builds(model.Verbatim, lines, st.just("") | trimmed, origins),
    st.builds(model.Gap, lines.map("\n".join), origins),
    st.builds(model.Signature, lines, origins),
)

_texts = st.lists(pieces, max_size=3).map(tuple)
_words = st.none() | pieces.filter(lambda text: not re.fullmatch(r"\d+-\d+-\d+", text)) | dates


def items(slug: str, order: int) -> st.SearchStrategy[model.Item]:
    """An item of the issue 2018-05."""
    return st.builds(
        model.Item,
        slug=st.just(slug),
        type=st.sampled_from(["document", "decree", "chronicle"]),
        issue=st.just("2018-05"),
        order=st.just(order),
        title=strings,
        number=optional,
        kind=optional,
        lines=spans,
        issuer=_texts,
        signed=_texts,
        section=optional,
        section_inferred=st.booleans(),
        addressee=optional,
        date=st.none() | dates,
        effective=_words,
        expires=_words,
        valid_for=optional,
        repeals=st.lists(st.builds(model.Repeal, strings, optional), max_size=2).map(tuple),
        public=st.booleans(),
        page=st.none() | st.integers(0, 999),
        annexes=st.lists(st.builds(model.Annex, pieces, strings, st.booleans()), max_size=2).map(
            tuple
        ),
        body=st.lists(blocks, max_size=6).map(tuple),
    )


def _one_item_if_separate(issue: model.Issue) -> model.Issue:
    return replace(issue, items=issue.items[:1]) if issue.type == "separate" else issue


_contents = st.builds(
    model.ContentsEntry, optional, strings, optional, st.none() | st.integers(0, 99), optional
)
issues: st.SearchStrategy[model.Issue] = st.builds(
    model.Issue,
    id=st.just("2018-05"),
    type=st.sampled_from(["issue", "separate"]),
    publication=optional,
    year=st.just(2018),
    number=st.none() | st.integers(0, 99),
    total=st.none() | st.integers(0, 999),
    period=optional,
    published=st.none() | dates,
    source=st.builds(model.Source, st.just("sources/2018-05.txt"), pieces, pieces),
    inferred=_texts,
    masthead=st.builds(
        model.Masthead,
        optional,
        web=optional,
        board=st.lists(st.builds(model.Role, pieces, _texts)).map(tuple),
    ),
    contents=st.lists(_contents, max_size=3).map(tuple),
    front=_texts,
    back=_texts,
    items=st.tuples(items("jszf-31", 1), items("ling-5", 2)),
).map(_one_item_if_separate)

repairs = st.builds(model.Repair, pieces, spans, pieces, pieces, pieces, pieces)

"""The repaired lines of a source to an Issue: front, items, back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.document import body
from generator.intake.forms import ends_sentence, width
from generator.intake.sources import Setting
from generator.intake.structure import boundaries, cover, dates, item, names
from generator.intake.structure.boundaries import Start
from generator.intake.structure.measure import Measure
from generator.model import ContentsEntry, Issue, Item, Line, Publication, Repair, Source, Span

_ISSUE_ID = re.compile(r"^(\d{4})-(\d{2,3})$")
_LONGEST_SLOGAN = 12.0
_MOST_TITLE_LINES = 4


def build(
    id_: str,
    lines: Sequence[Line],
    source: Source,
    publication: Publication,
    setting: Setting,
    dropped: Sequence[str] = (),
) -> tuple[Issue, list[Repair]]:
    """Makes the issue. `dropped` are the lines that the repairs dropped, running headers among
    them. The ledger entries are those of text that went into fields."""
    measure = Measure.of(lines, setting)
    front, starts = _divide(lines)
    back = _back_begins(lines, starts[-1])
    items, repairs = _items(lines[:back], starts, measure, id_, publication)
    if not _ISSUE_ID.match(id_):
        items[0] = replace(items[0], lines=Span(_first(lines), items[0].lines.last))
    stated = cover.header_facts(dropped) | cover.facts(lines[: starts[0].first])
    issue = replace(
        _issue(id_, source, publication, stated, items),
        masthead=front.masthead,
        front=tuple(map(body.escape_matter, front.rest)),
        back=tuple(
            body.escape_matter(line.text.strip()) for line in lines[back:] if line.text.strip()
        ),
    )
    issue, items = _settle(issue, front.contents, items, publication)
    return replace(issue, items=tuple(items)), [*front.repairs, *repairs]


def _first(lines: Sequence[Line]) -> int:
    """The first line with text: a single document begins with its letterhead."""
    return next(line.origin.first for line in lines if line.text.strip())


def _issue(
    id_: str,
    source: Source,
    publication: Publication,
    stated: Mapping[str, str | int],
    items: Sequence[Item],
) -> Issue:
    """The facts of the issue: as stated, else from the id or the settings, and then `inferred`."""
    found = _ISSUE_ID.match(id_)
    year = int(id_[:4])
    known = set(stated)
    if any(f"〔{year}〕" in (item.number or "") for item in items) and not found:
        known.add("year")
    return Issue(
        id=id_,
        type="issue" if found else "separate",
        publication=str(stated.get("publication", publication.name)) if found else None,
        year=int(stated.get("year", year)),
        number=int(stated.get("number", found[2])) if found else None,
        total=int(stated["total"]) if "total" in stated else None,
        period=str(stated["period"]) if "period" in stated else None,
        published=str(stated["published"]) if "published" in stated else None,
        source=source,
        inferred=tuple(
            key
            for key in (("publication", "year", "number") if found else ("year",))
            if key not in known
        ),
    )


def _divide(lines: Sequence[Line]) -> tuple[cover.Front, list[Start]]:
    """The front and the starts of the items. The contents are read first, by the starts that need
    none, since they may name items that have no number."""
    certain = boundaries.starts(lines, ())
    end = certain[0].first if certain else 0
    contents_end = _contents_end(lines, end)
    front = cover.read(lines[:contents_end])
    titles = [entry.title for entry in front.contents]
    starts = boundaries.starts(lines[contents_end:], titles)
    starts = [_shift(start, contents_end) for start in starts]
    if not starts:
        starts = [_whole(lines)]
    head = starts[0].first
    if boundaries.LETTERHEAD.match(lines[head].text):
        # The letterhead of a single document is its cover, and no line of its title.
        title = tuple(i for i in starts[0].title if i > head)
        starts[0] = replace(starts[0], first=head + 1, title=title)
    if starts[0].first > contents_end:
        front = cover.read(lines[: starts[0].first])
    return front, starts


def _contents_end(lines: Sequence[Line], end: int) -> int:
    """Before the first certain item, the contents may be followed by items without a number: they
    end behind the last line that has a page."""
    paged = [i for i in range(end) if cover.is_paged(lines[i].text)]
    return paged[-1] + 1 if paged else end


def _shift(start: Start, by: int) -> Start:
    return replace(
        start,
        first=start.first + by,
        title=tuple(i + by for i in start.title),
        number=None if start.number is None else start.number + by,
        body=start.body + by,
    )


def _whole(lines: Sequence[Line]) -> Start:
    """A source without any sign of an item is one document; its first lines are the title."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    labelled = len(filled) > 1 and names.is_label(lines[filled[0]].text)
    title: list[int] = []
    for index in filled[1:] if labelled else filled:
        text = lines[index].text
        if title and (names.kind_of(lines[title[-1]].text) or len(title) == _MOST_TITLE_LINES):
            break
        if title and ends_sentence(text):
            break
        title.append(index)
    return Start(filled[0], "document", tuple(title), None, title[-1] + 1)


def _back_begins(lines: Sequence[Line], last: Start) -> int:
    """Where the matter behind the last item begins: the imprint, slogans and captions, short lines
    without a mark at the very end (2018-05, line 2774: 传达政令)."""
    index = imprint = len(lines)
    for i in range(len(lines) - 1, last.body, -1):
        text = lines[i].text
        if not text.strip():
            continue
        if cover.is_imprint(text):
            index = imprint = i
        elif _may_be_slogan(text):
            index = i
        else:
            break
    filled = [i for i in range(last.body, index) if lines[i].text.strip()]
    return index if filled and ends_sentence(lines[filled[-1]].text) else imprint


def _may_be_slogan(text: str) -> bool:
    if ends_sentence(text) or width(text) > _LONGEST_SLOGAN or "\t" in text:
        return False
    signs_off = dates.is_date_line(text) or names.is_organ(text)
    return not (signs_off or names.PUBLIC_NOTE.match(text))


def _items(
    lines: Sequence[Line],
    starts: Sequence[Start],
    measure: Measure,
    id_: str,
    publication: Publication,
) -> tuple[list[Item], list[Repair]]:
    items: list[Item] = []
    repairs: list[Repair] = []
    ends = [start.first for start in starts[1:]] + [len(lines)]
    for order, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        made, changes = item.read(
            lines[start.first : end],
            _shift(start, -start.first),
            measure,
            id_,
            order,
            int(id_[:4]),
            publication,
        )
        items.append(made)
        repairs += changes
    return items, repairs


def _settle(
    issue: Issue,
    contents: Sequence[ContentsEntry],
    items: Sequence[Item],
    publication: Publication,
) -> tuple[Issue, list[Item]]:
    """Ties the printed contents to the items: slug one way, section and page the other."""
    entries = []
    placed: dict[str, ContentsEntry] = {}
    by_name = cover.Named((made.title, made.number) for made in items)
    for entry in contents:
        place = by_name.find(entry)
        named = None if place is None else items[place]
        entries.append(replace(entry, item=named.slug if named else None))
        if named:
            placed[named.slug] = entry
    settled = []
    for made in items:
        found = placed.get(made.slug)
        if found:
            settled.append(replace(made, section=found.section, page=found.page))
        elif issue.type == "issue":
            section = _section(made, publication)
            settled.append(replace(made, section=section, section_inferred=section is not None))
        else:
            settled.append(made)
    return replace(issue, contents=tuple(entries)), settled


def _section(made: Item, publication: Publication) -> str | None:
    """The section an item would stand in, from who issued it: 市人民政府办公室文件."""
    if made.type == "chronicle":
        return "大事记"
    if not made.issuer:
        return None
    place = publication.place.removesuffix("市").removesuffix("省").removesuffix("县")
    issuer = made.issuer[0].removeprefix(place)
    return f"{issuer}令" if made.type == "decree" else f"{issuer}文件"

"""The facts of an item and of an issue, as the text states them. Pure.

The terms of an item are those of the head that 政府信息公开 pages carry. What was concluded and
not stated says so; whether a document still holds is never inferred.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.model import Heading, Issue, Item, Publication
from generator.publish.addresses import issue_title, issue_url, item_number
from generator.publish.wording import Wording

_HEAD = 30
"""Characters of 9 points that a line of a printed page has beside the name of the issue."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact."""

    text: str
    date: str = ""
    """ISO, where the value is a date."""
    url: str = ""
    """Where it links to inside the site, or `#anchor` on the same page; empty for no link."""
    key: str = ""
    """Catalogue key of `text`, where that is not a fact but what the site says of it."""
    ours: bool = False
    """Whether this edition says so of itself, and the document does not."""
    note: str = ""
    """Says that the value is inferred, or missing from the source."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its values: a row of a `<dl>`."""

    term: str
    """Catalogue key, `fact.number`."""
    values: tuple[Value, ...]

    @property
    def long(self) -> bool:
        """Needs the full width: several values, or more words than half a line holds."""
        return len(self.values) > 1 or len(self.values[0].text) > 18


def item_facts(
    item: Item, issue: Issue, anchors: tuple[str, ...], numbers: Mapping[str, str], say: Wording
) -> tuple[Fact, ...]:
    """The facts of `item`. `numbers` maps each 发文字号 in the site to the address of its page.

    A separate document has no issue page: what its source states of an issue stands here too.
    """
    of_issue = issue_facts(issue, say) if issue.type == "separate" else ()
    signed = tuple(name for name in item.signed if name not in item.issuer)
    return (
        _facts(
            [
                ("fact.number", _texts(item_number(item, say))),
                ("fact.issuer", _texts(*item.issuer)),
                ("fact.signed", _texts(*signed)),
                ("fact.date", _days(item.date, say)),
                ("fact.kind", _texts(item.kind)),
                ("fact.section", _section(item, say)),
                ("fact.effective", _days(item.effective, say)),
                ("fact.expires", _days(item.expires, say)),
                ("fact.valid_for", _texts(item.valid_for)),
                ("fact.validity", _validity(item, say)),
                ("fact.repeals", _repeals(item, numbers)),
                ("fact.annexes", _annexes(item, anchors, say)),
                ("fact.printed_in", _printed_in(item, issue, say)),
            ]
        )
        + of_issue
    )


def issue_facts(issue: Issue, say: Wording) -> tuple[Fact, ...]:
    """What the cover and the imprint of `issue` state."""
    imprint = issue.masthead
    number = _texts(issue.number and say("issue.number", number=issue.number))
    stated: list[tuple[str, list[Value]]] = [
        ("total", _texts(issue.total and say("issue.total", total=issue.total))),
        ("period", _texts(issue.period)),
        ("published", _days(issue.published, say)),
        ("masthead.sponsor", _texts(imprint.sponsor)),
        ("masthead.editor", _texts(imprint.editor)),
        ("masthead.address", _texts(imprint.address)),
        ("masthead.postcode", _texts(imprint.postcode)),
        ("masthead.phone", _texts(imprint.phone)),
        ("masthead.web", _texts(imprint.web)),
        ("masthead.email", _texts(imprint.email)),
        ("masthead.printer", _texts(imprint.printer)),
    ]
    marked = [
        (f"fact.{key}", [_inferred(value, key, issue, say) for value in values])
        for key, values in stated
    ]
    number = [_inferred(value, "number", issue, say) for value in number]
    return _facts([("fact.issue_number", number), *marked])


def published(issue: Issue) -> str | None:
    """The day on which `issue` came out, ISO, as far as it states one."""
    return None if "published" in issue.inferred else issue.published


def running_head(item: Item, say: Wording) -> str:
    """What stands at the head of each printed page of `item`: its number, or its title, cut to fit
    a line."""
    words = item_number(item, say) or item.title
    return words if len(words) <= _HEAD else words[: _HEAD - 1] + "…"


def citation(item: Item, issue: Issue, publication: Publication, say: Wording) -> str:
    """How to cite `item`, after GB/T 7714 as far as the facts are known."""
    number = item_number(item, say)
    number = say("citation.number", number=number) if number else ""
    place = ""
    if issue.type == "issue":
        name = issue.publication or publication.name
        place = say("citation.issue", name=name, issue=issue_title(issue, say))
        if item.page is not None:
            place += say("citation.page", page=item.page)
    return say("citation.item", title=item.title, number=number, place=place)


@dataclass(frozen=True, slots=True)
class Forms:
    """Citations, with places for what only the moment of citing knows: `{address}`, `{today}`."""

    plain: str
    standard: str
    """GB/T 7714-2015, as a contribution to a periodical that is read online."""
    markdown: str


def citation_forms(
    item: Item, issue: Issue, publication: Publication, say: Wording, clause: str = ""
) -> Forms:
    """How to cite `item`, or a clause of it (`{clause}` leaves a place for that too)."""
    address, today = "{address}", "{today}"
    number = item_number(item, say)
    plain = say(
        "cite.plain",
        title=item.title,
        number=say("citation.number", number=number) if number else "",
        clause=clause,
    )
    standard = say(
        "cite.standard",
        issuer=say("cite.standard.issuer", issuer=", ".join(item.issuer)) if item.issuer else "",
        title=item.title,
        number=say("cite.standard.number", number=number) if number else "",
        clause=say("cite.standard.clause", clause=clause) if clause else "",
        source=_source_of(item, issue, publication, say),
        today=today,
        address=address,
    )
    linked = plain.replace("[", r"\[").replace("]", r"\]")
    return Forms(plain, standard, say("cite.markdown", words=linked, address=address))


def _source_of(item: Item, issue: Issue, publication: Publication, say: Wording) -> str:
    """Where it was published, and whether that is a periodical, in the form of the standard."""
    if issue.type == "separate":
        day = say("cite.standard.date", date=item.date) if item.date else ""
        return say("cite.standard.separate", date=day)
    return say(
        "cite.standard.periodical",
        name=issue.publication or publication.name,
        year=issue.year,
        number=say("cite.standard.issue", number=issue.number) if issue.number is not None else "",
        page=say("cite.standard.page", page=item.page) if item.page is not None else "",
    )


def _facts(rows: list[tuple[str, list[Value]]]) -> tuple[Fact, ...]:
    return tuple(Fact(term, tuple(values)) for term, values in rows if values)


def _texts(*texts: str | int | None) -> list[Value]:
    return [Value(str(text)) for text in texts if text]


def _days(day: str | None, say: Wording) -> list[Value]:
    if not day:
        return []
    words = say.day(day)
    return [Value(words, date=day if words != day else "")]


def _inferred(value: Value, key: str, issue: Issue, say: Wording) -> Value:
    if key not in issue.inferred:
        return value
    return replace(value, note=say("inferred"))


def _section(item: Item, say: Wording) -> list[Value]:
    note = say("issue.section.inferred") if item.section_inferred else ""
    return [replace(value, note=note) for value in _texts(item.section)]


def _validity(item: Item, say: Wording) -> list[Value]:
    """Whether it still holds is not for this edition to say; of a chronicle nobody asks."""
    return [] if item.type == "chronicle" else [Value(say(key := "validity.unstated"), key=key)]


def _repeals(item: Item, numbers: Mapping[str, str]) -> list[Value]:
    return [
        Value(
            f"{repeal.title}（{repeal.number}）" if repeal.number else repeal.title,
            url=numbers.get(repeal.number or "", ""),
        )
        for repeal in item.repeals
    ]


def _annexes(item: Item, anchors: tuple[str, ...], say: Wording) -> list[Value]:
    places = {
        block.label: f"#{anchor}"
        for block, anchor in zip(item.body, anchors, strict=True)
        if isinstance(block, Heading) and block.label
    }
    return [
        Value(
            f"{annex.label}　{annex.title}",
            url=places.get(annex.label, "") if annex.present else "",
            note="" if annex.present else say("annex.missing"),
        )
        for annex in item.annexes
    ]


def _printed_in(item: Item, issue: Issue, say: Wording) -> list[Value]:
    if issue.type == "separate":
        return [Value(say(key := "issue.separate"), key=key)]
    notes = (
        say("item.page", page=item.page) if item.page is not None else "",
        say("inferred") if "number" in issue.inferred else "",
    )
    note = "；".join(filter(None, notes))
    return [Value(issue_title(issue, say), url=issue_url(issue), note=note)]

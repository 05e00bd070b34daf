"""The facts of an item as its page shows them: with its title, with what this edition is to be
taken for, and each fact that is a shelf of the archive linked to it. Pure.

What a document itself states is in `facts.py`; search and linked data take it from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Publication
from generator.publish.facts import Fact, Value, item_facts
from generator.publish.shelves.standing import Standing
from generator.publish.site import Page, Site

_WAYS = {
    "fact.number": "series",
    "fact.issuer": "issuer",
    "fact.date": "date",
    "fact.kind": "kind",
    "fact.section": "section",
}
"""The way through the archive on whose shelves a fact stands."""


def fact_sheet(site: Site, page: Page) -> tuple[Fact, ...]:
    """All that the head of the page of an item says of it."""
    assert page.item is not None, f"{page.url} shows no item"
    assert page.issue is not None, f"{page.url} belongs to no issue"
    places = site.shelves.get(page.url, ())
    stated = item_facts(page.item, page.issue, site.anchors[page.url], site.numbers, site.say)
    return (
        Fact("fact.title", (Value(page.item.title),)),
        *(_linked(fact, places) for fact in stated),
        Fact("fact.authority", (_authority(site.publication, site),)),
    )


def _authority(publication: Publication, site: Site) -> Value:
    if publication.authoritative:
        return Value(publication.authoritative, ours=True)
    return Value(site.say("about.authority.none"), ours=True)


def _linked(fact: Fact, places: Sequence[Standing]) -> Fact:
    mine = [place for place in places if place.way == _WAYS.get(fact.term)]
    return replace(fact, values=tuple(_at_its_shelf(value, mine) for value in fact.values))


def _at_its_shelf(value: Value, places: Sequence[Standing]) -> Value:
    """A name leads to the head of its shelf; a number or day, to the year or month it stands in."""
    for place in places:
        if value.text == place.title:
            return replace(value, url=place.url)
    if places and (value.date or value.text.startswith(places[0].title)):
        return replace(value, url=places[0].group_url)
    return value

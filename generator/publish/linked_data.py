"""What a page is about, in the words of schema.org (JSON-LD). Pure.

Only what the content states: what was concluded is left out, like what is not known. A document is
`Legislation` where it says itself that it is normative, otherwise a `CreativeWork`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.model import Issue, Item
from generator.publish.addresses import issue_title, issue_url, item_number, item_url
from generator.publish.facts import published
from generator.publish.site import Page, Site

Thing = dict[str, object]

_RULES = ("规定", "办法", "细则", "规则")
"""What a rule of a government (规章) is called: 规章制定程序条例, article 7, and usage."""
_NORMATIVE_SERIES = re.compile(r"[政府办]规[字发]?〔\d{4}〕")
"""Governments number their normative documents (行政规范性文件) in a series of their own, 临政规 or
临政办规; in 市规〔2018〕3号 the 规 may be that of an office of planning (规划局).
"""


def linked_data(site: Site, page: Page) -> Thing | None:
    """The graph of `page`; None where there is nothing to say."""
    things = [_subject(site, page), _trail(site, page)]
    graph = [thing for thing in things if thing]
    return {"@context": "https://schema.org", "@graph": graph} if graph else None


def is_normative(item: Item) -> bool:
    """Whether `item` says of itself that it is a rule (规章) or a normative document: a decree that
    bears the name of a rule, or a number of such a series. Its text is not asked: an opinion may
    well speak like a rule.

    A trial version says so behind its name: 云州市供热管理办法（试行）.
    """
    title = re.sub(r"（[^（）]*）$", "", item.title)
    return (item.type == "decree" and title.endswith(_RULES)) or bool(
        item.type == "document" and item.number and _NORMATIVE_SERIES.search(item.number)
    )


def _subject(site: Site, page: Page) -> Thing:
    if page.kind == "home":
        return _known({**_periodical(site), "publisher": _bodies([site.publication.publisher])})
    if page.kind == "issue" and page.issue is not None:
        return _issue(site, page.issue)
    if page.item is not None and page.issue is not None:
        return _item(site, page, page.issue, page.item)
    return {}


def _periodical(site: Site) -> Thing:
    publication = site.publication
    return {
        "@type": "Periodical",
        "@id": publication.base_url,
        "url": publication.base_url,
        "name": publication.name,
        "inLanguage": publication.language,
    }


def _issue(site: Site, issue: Issue) -> Thing:
    number = "" if "number" in issue.inferred else issue.number or ""
    items = sorted(issue.items, key=lambda item: item.order)
    return _known(
        {
            **_issue_name(site, issue),
            "inLanguage": site.publication.language,
            "issueNumber": str(number),
            "datePublished": published(issue),
            "isPartOf": _periodical(site),
            "hasPart": [
                {
                    "@type": _type(item),
                    "@id": site.absolute(item_url(issue, item)),
                    "name": item.title,
                }
                for item in items
            ],
        }
    )


def _issue_name(site: Site, issue: Issue) -> Thing:
    address = site.absolute(issue_url(issue))
    title = (issue.publication or site.publication.name) + issue_title(issue, site.say)
    return {"@type": "PublicationIssue", "@id": address, "url": address, "name": title}


def _type(item: Item) -> str:
    return "Legislation" if is_normative(item) else "CreativeWork"


def _item(site: Site, page: Page, issue: Issue, item: Item) -> Thing:
    address = site.absolute(page.url)
    printed = issue.type == "issue"
    number = item_number(item, site.say)
    of_law: Thing = {
        "legislationIdentifier": number,
        "legislationDate": item.date,
        "legislationDateOfApplicability": _day(item.effective),
        "legislationPassedBy": _bodies(item.issuer),
        "legislationRepeals": [
            _known({"@type": "Legislation", "name": one.title, "legislationIdentifier": one.number})
            for one in item.repeals
        ],
    }
    return _known(
        {
            "@type": _type(item),
            "@id": address,
            "url": address,
            "name": item.title,
            "identifier": number,
            "genre": item.kind,
            "author": _bodies(item.issuer),
            "publisher": _bodies([site.publication.publisher]),
            "dateCreated": item.date,
            "datePublished": published(issue),
            "expires": _day(item.expires),
            "inLanguage": site.publication.language,
            "isAccessibleForFree": True,
            "isPartOf": _issue_name(site, issue) if printed else None,
            **(of_law if is_normative(item) else {}),
        }
    )


def _trail(site: Site, page: Page) -> Thing:
    """The way from the home page to `page`; the page of what is missing stands nowhere."""
    if not page.trail or page.kind in ("missing", "moved"):
        return {}
    steps = [*((link.title, link.url) for link in page.trail), (page.title, page.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": site.absolute(url)}
            for place, (title, url) in enumerate(steps, start=1)
        ],
    }


def _bodies(names: Iterable[str]) -> list[Thing]:
    return [{"@type": "Organization", "name": name} for name in names]


def _day(stated: str | None) -> str | None:
    """A day; a text may state one in words instead (自印发之日起)."""
    try:
        return date.fromisoformat(stated or "").isoformat()
    except ValueError:
        return None


def _known(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value not in (None, "", [])}

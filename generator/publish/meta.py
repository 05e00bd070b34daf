"""What the head of a page says of it, besides its title.

Page tags of Chinese government sites (政府网站发展指引, 2017, annex 2): a home page carries
SiteName, SiteDomain, SiteIDCode; a column those and Column…; an article those and ArticleTitle,
PubDate, ContentSource. Then Dublin Core, and Open Graph for whoever shows a card of a page that is
shared.

A value that is not known is left out, never invented: so PubDate is the day the issue states,
without the hour the guide asks for.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.publish.addresses import issue_title, item_number
from generator.publish.emblem import CARD, CARD_SIZE
from generator.publish.facts import citation, published
from generator.publish.site import Page, Site

Tags = tuple[tuple[str, str], ...]
"""Names and contents."""

_NO_COLUMN = ("home", "search", "source", "changes", "missing")
"""Pages that list or hold nothing that was published."""


def tags(site: Site, page: Page) -> Tags:
    """(name, content) of the `<meta name>` of `page`, known values only."""
    known = [*_site(site)]
    if page.kind not in _NO_COLUMN:
        known += _column(site, page)
    if page.kind == "item":
        known += _article(site, page)
    known.append(("Description", _description(site, page)))
    known.append(("Url", site.absolute(page.url)))
    known.append(("Image", site.absolute(CARD)))
    known += _dublin_core(site, page)
    return _filled(known)


def properties(site: Site, page: Page) -> Tags:
    """(property, content) of the `<meta property>` of `page`: Open Graph."""
    publication = site.publication
    issue = page.issue if page.item else None
    width, height = CARD_SIZE
    return _filled(
        [
            ("og:type", "article" if page.item else "website"),
            ("og:site_name", publication.name),
            ("og:title", page.title if page.kind != "home" else publication.name),
            ("og:description", _description(site, page)),
            ("og:url", site.absolute(page.url)),
            ("og:locale", _locale(publication.language)),
            ("og:image", site.absolute(CARD)),
            ("og:image:type", "image/png"),
            ("og:image:width", str(width)),
            ("og:image:height", str(height)),
            ("og:image:alt", publication.name),
            ("article:published_time", (issue and published(issue)) or ""),
        ]
    )


def _filled(known: list[tuple[str, str]]) -> Tags:
    return tuple((name, content) for name, content in known if content)


def _locale(language: str) -> str:
    """`zh_CN` of `zh-Hans-CN`, since Open Graph knows language and country only; empty where no
    country is told.
    """
    first, *others = language.split("-")
    country = next((tag for tag in others if len(tag) == 2), "")
    return f"{first}_{country}" if country else ""


def _dublin_core(site: Site, page: Page) -> list[tuple[str, str]]:
    """Of a document: DCMI terms, as libraries and archives read them."""
    issue, item = page.issue, page.item
    if issue is None or item is None:
        return []
    return [
        ("DCTERMS.title", item.title),
        *(("DCTERMS.creator", name) for name in item.issuer),
        ("DCTERMS.publisher", site.publication.publisher),
        ("DCTERMS.created", item.date or ""),
        ("DCTERMS.issued", published(issue) or ""),
        ("DCTERMS.type", item.kind or ""),
        ("DCTERMS.language", site.publication.language),
        ("DCTERMS.identifier", site.absolute(page.url)),
        ("DCTERMS.bibliographicCitation", citation(item, issue, site.publication, site.say)),
    ]


def _site(site: Site) -> list[tuple[str, str]]:
    publication = site.publication
    return [
        ("SiteName", publication.name),
        ("SiteDomain", urlsplit(publication.base_url).netloc),
        ("SiteIDCode", publication.site_code or ""),
    ]


def _column(site: Site, page: Page) -> list[tuple[str, str]]:
    name = page.trail[-1].title if page.kind == "item" else page.title
    return [
        ("ColumnName", name),
        ("ColumnDescription", site.say("meta.column", name=site.publication.name, column=name)),
        ("ColumnKeywords", f"{site.publication.name},{name}"),
        ("ColumnType", site.say("meta.column_type")),
    ]


def _article(site: Site, page: Page) -> list[tuple[str, str]]:
    issue, item = page.issue, page.item
    assert issue is not None
    assert item is not None
    name = issue.publication or site.publication.name
    source = name + issue_title(issue, site.say) if issue.type == "issue" else site.publication.name
    return [
        ("ArticleTitle", item.title),
        ("PubDate", published(issue) or ""),
        ("ContentSource", source),
        (
            "Keywords",
            ",".join(
                word for word in (item_number(item, site.say), item.kind, *item.issuer) if word
            ),
        ),
        ("Author", "，".join(item.issuer)),
    ]


def _description(site: Site, page: Page) -> str:
    if page.item is None:
        return site.say("meta.description", name=site.publication.name, title=page.title)
    item = page.item
    day = item.date and site.say.day(item.date)
    facts = (item.title, item_number(item, site.say), day)
    return "，".join(fact for fact in facts if fact)

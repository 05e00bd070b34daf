"""Page tags of Chinese government sites (政府网站发展指引, 2017, annex 2).

A home page carries SiteName, SiteDomain, SiteIDCode; a column those and Column…; an article those
and ArticleTitle, PubDate, ContentSource. A value that is not known is left out, never invented:
so PubDate is the day the issue states, without the hour the guide asks for.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.publish.addresses import issue_title, item_number
from generator.publish.site import Page, Site


def tags(site: Site, page: Page) -> tuple[tuple[str, str], ...]:
    """(name, content) of the `<meta>` tags of `page`, known values only."""
    known = [*_site(site)]
    if page.kind in ("year", "issue", "item", "chronicle", "issues", "catalogue", "shelf"):
        known += _column(site, page)
    if page.kind == "item":
        known += _article(site, page)
    known.append(("Description", _description(site, page)))
    known.append(("Url", site.absolute(page.url)))
    return tuple((name, content) for name, content in known if content)


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
    published = "" if "published" in issue.inferred else issue.published or ""
    return [
        ("ArticleTitle", item.title),
        ("PubDate", published),
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

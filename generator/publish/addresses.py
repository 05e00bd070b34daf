"""Where everything stands, and what it is called. Pure.

The addresses are permanent (CONTRIBUTING.md, Addresses).
"""

from __future__ import annotations

from generator.model import Issue, Item
from generator.publish.wording import Wording

HOME = "/"
SEARCH = "/search/"
TABLES = "/tables/"
ABOUT = "/about/"
MISSING = "/404.html"
ISSUES = "/issues/"
LOOKUP = "/addresses.json"
OPENSEARCH = "/opensearch.xml"


def year_url(year: int) -> str:
    """`/2018/`."""
    return f"/{year}/"


def issue_url(issue: Issue) -> str:
    """`/2018/05/` of issue 2018-05; of a separate document, the address of the document."""
    return year_url(issue.year) + issue.id.partition("-")[2] + "/"


def item_url(issue: Issue, item: Item) -> str:
    """`/2018/05/jszf-31/`; `/2020/jszb-56/` of a separate document."""
    return issue_url(issue) + ("" if issue.type == "separate" else f"{item.slug}/")


def chronicle_url(year: int) -> str:
    """`/2018/chronicle/`: the entries of all chronicles (大事记) of a year."""
    return year_url(year) + "chronicle/"


def source_url(issue: Issue) -> str:
    """The page with the raw source of an issue, line by line (`#L117`)."""
    return issue_url(issue) + "source/"


def changes_url(issue: Issue) -> str:
    """The page that lists what was changed against the raw source."""
    return issue_url(issue) + "changes/"


def issue_title(issue: Issue, say: Wording) -> str:
    """2018年第5期; of a separate document, its title."""
    if issue.type == "separate":
        return issue.items[0].title
    number = issue.id.partition("-")[2] if issue.number is None else str(issue.number)
    return say("issue.title", year=issue.year, number=number)


def item_number(item: Item, say: Wording) -> str:
    """The number by which a reader cites `item`; empty if it has none.

    A decree's own 第5号 says nothing without the authority: 云州市人民政府令第5号.
    """
    if item.type == "decree" and item.number and item.issuer:
        return say("decree.number", issuer="、".join(item.issuer), number=item.number)
    return item.number or ""

"""What a search can be limited to, and how many pages of issues and items each choice has. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.publish.addresses import issue_title
from generator.publish.site import Site


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of one limit."""

    value: str
    """As it stands in the address of a search."""
    label: str
    count: int


def limits(site: Site) -> dict[str, tuple[Choice, ...]]:
    """The choices by the name of the limit: years and issues from the latest, others by count."""
    years: Counter[str] = Counter()
    for issue in site.issues:
        # A separate document is its own page; an issue has one besides its items.
        years[str(issue.year)] += len(issue.items) + (issue.type == "issue")
    issues = (issue for issue in reversed(site.issues) if issue.type == "issue")
    items = [item for issue in site.issues for item in issue.items]
    return {
        "year": tuple(Choice(year, year, years[year]) for year in sorted(years, reverse=True)),
        "issue": tuple(
            Choice(issue.id, issue_title(issue, site.say), len(issue.items) + 1) for issue in issues
        ),
        "body": _counted(body for item in items for body in dict.fromkeys(item.issuer)),
        "kind": _counted(item.kind or "" for item in items),
        "section": _counted(item.section or "" for item in items),
    }


def _counted(names: Iterable[str]) -> tuple[Choice, ...]:
    found = Counter(name for name in names if name)
    return tuple(
        Choice(name, name, found[name]) for name in sorted(found, key=lambda n: (-found[n], n))
    )

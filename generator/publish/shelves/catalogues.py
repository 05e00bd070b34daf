"""Documents put on shelves, by each of the ways. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model import Issue
from generator.publish.addresses import issue_title, item_number, item_url
from generator.publish.shelves.model import Catalogue, Group, Line, Shelf
from generator.publish.shelves.slugs import UNSTATED, refuse_shared
from generator.publish.shelves.ways import WAYS, Way
from generator.publish.wording import Wording


def lines(issues: Iterable[Issue], say: Wording) -> tuple[Line, ...]:
    """All documents, as they were printed."""
    return tuple(
        Line(
            issue,
            item,
            item_url(issue, item),
            item_number(item, say),
            issue_title(issue, say) if issue.type == "issue" else "",
        )
        for issue in issues
        for item in sorted(issue.items, key=lambda item: item.order)
    )


def catalogues(
    issues: Sequence[Issue], say: Wording, given: Mapping[str, str]
) -> tuple[Catalogue, ...]:
    """The catalogues of the archive. `given` are names to slugs that `gazette.yaml` gives.

    Raises ContentError where two shelves would share an address.
    """
    found = lines(issues, say)
    return tuple(
        Catalogue(
            way.name, say(f"way.{way.name}"), way.url, way.monthly, _shelves(way, found, say, given)
        )
        for way in WAYS
    )


def _shelves(
    way: Way, found: Sequence[Line], say: Wording, given: Mapping[str, str]
) -> tuple[Shelf, ...]:
    """The fullest first, years from the latest; at the end what does not say."""
    standing: dict[str, list[Line]] = {}
    for line in found:
        for name in way.shelves_of(line) or ("",):
            standing.setdefault(name, []).append(line)
    slug_of = {name: way.slug(name, given) for name in standing if name}
    refuse_shared(slug_of, way.url)
    shelves = [
        Shelf(
            own := slug_of.get(name, UNSTATED),
            _title(way, name, say),
            f"{way.url}{own}/",
            bool(name),
            _groups(way, standing[name], say),
            frozenset(line.url for line in standing[name] if name and way.is_concluded(line)),
        )
        for name in sorted(standing, reverse=way.monthly)
    ]
    return tuple(sorted(shelves, key=lambda s: (not s.stated, 0 if way.monthly else -s.count)))


def _title(way: Way, name: str, say: Wording) -> str:
    if not name:
        return say(f"way.{way.name}.unstated")
    return say("year.title", year=name) if way.monthly else name


def _groups(way: Way, standing: Sequence[Line], say: Wording) -> tuple[Group, ...]:
    """Years from the latest, months from the first; at the end what does not say."""
    members: dict[str, list[Line]] = {}
    for line in standing:
        members.setdefault(way.group_of(line), []).append(line)
    order = sorted(filter(None, members), reverse=not way.monthly)
    return tuple(
        Group(name or UNSTATED, _group_title(name, say), tuple(way.arrange(members[name])))
        for name in [*order, *([""] if "" in members else [])]
    )


def _group_title(name: str, say: Wording) -> str:
    if not name:
        return say("shelf.unstated")
    if len(name) == len("09"):
        return say.month(int(name))
    return say("year.title", year=name)

"""The ways to browse: a new way is one row in `WAYS` and its words in the catalogue of texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.publish.shelves.model import Line, Missing
from generator.publish.shelves.numbers import numbered, series
from generator.publish.shelves.slugs import series_slug, slug

Slug = Callable[[str, Mapping[str, str]], str]
"""The slug of a name, from the name and those that `gazette.yaml` gives."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the archive."""

    name: str
    """Also the key of its words: `way.issuer`, `way.issuer.text`, `way.issuer.unstated`."""
    url: str
    shelves_of: Callable[[Line], tuple[str, ...]]
    """The names of the shelves a document stands on; none where it does not say."""
    group_of: Callable[[Line], str]
    """Its group on the shelf: a year, a month as `09`, or empty of a number without year. What has
    no date or number is grouped by the year of its issue."""
    arrange: Callable[[Sequence[Line]], Sequence[Line | Missing]]
    """The lines of a group in order."""
    slug: Slug = slug
    is_concluded: Callable[[Line], bool] = lambda _line: False
    """Whether the import has concluded the shelf, since the print does not say."""
    monthly: bool = False
    """Shelves are years, groups months."""


def _newest_first(lines: Sequence[Line]) -> Sequence[Line]:
    """By date, what has none at the end; of one day as printed."""
    return sorted(lines, key=lambda line: line.item.date or "", reverse=True)


def _oldest_first(lines: Sequence[Line]) -> Sequence[Line]:
    return sorted(lines, key=lambda line: line.item.date or "")


def _year_of_issue(line: Line) -> str:
    return str(line.issue.year)


def _year_of_number(line: Line) -> str:
    name, year, _ = series(line.number)
    return year if name else _year_of_issue(line)


def _month(line: Line) -> str:
    return line.item.date[5:7] if line.item.date else _year_of_issue(line)


def _as_it_is(name: str, _given: Mapping[str, str]) -> str:
    return name


def _stated(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


WAYS: tuple[Way, ...] = (
    Way("kind", "/kinds/", lambda line: _stated(line.item.kind), _year_of_issue, _newest_first),
    Way(
        "issuer",
        "/issuers/",
        # A body that is named twice has issued it once.
        lambda line: tuple(dict.fromkeys(filter(None, line.item.issuer))),
        _year_of_issue,
        _newest_first,
    ),
    Way(
        "section",
        "/sections/",
        lambda line: _stated(line.item.section),
        _year_of_issue,
        _newest_first,
        is_concluded=lambda line: line.item.section_inferred,
    ),
    Way(
        "series",
        "/numbers/",
        lambda line: _stated(series(line.number)[0]),
        _year_of_number,
        numbered,
        series_slug,
    ),
    Way(
        "date",
        "/dates/",
        lambda line: _stated((line.item.date or "")[:4]),
        _month,
        _oldest_first,
        _as_it_is,
        monthly=True,
    ),
)

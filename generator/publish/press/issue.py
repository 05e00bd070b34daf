"""The work on one issue: its text is read, its pages and files are written, and it is forgotten.

What this does is determined by the files of the issue and its part of the site: any process may do
it, in any order, and again after a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import read_issue, read_repairs
from generator.errors import ContentError
from generator.model import Finding, Issue, Table
from generator.publish.abridged import Anchors, abridged
from generator.publish.anchors import anchors
from generator.publish.collation_parts import Part as CollationPart
from generator.publish.collation_parts import parts as collation_parts
from generator.publish.downloads import downloads
from generator.publish.findings import by_issue
from generator.publish.outputs import downloads as files
from generator.publish.outputs.html import Printer
from generator.publish.pages import part_pages
from generator.publish.press.parts import Part
from generator.publish.press.survey import digest
from generator.publish.search import kept, records
from generator.publish.search.stacks import stack
from generator.publish.site import Page, Site, Told
from generator.publish.sources import read_lines

Examine = Callable[[Path, Issue], Sequence[Finding]]
"""Says what a person should look at in an issue below a content folder. An importable function:
other processes call it too."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What is left of an issue once its pages stand."""

    issue: Issue
    """Abridged."""
    anchors: Anchors
    told: Told
    parts: tuple[CollationPart, ...] = ()
    """Of its collation, if one page has no room for it."""
    files: tuple[str, ...] = ()
    """The names of those it is made of, below the folder of the site."""
    listed: str = ""
    """A digest of all that the lists of the site may show of it."""


def press(part: Part, root: Path, folder: Path, printer: Printer, examine: Examine) -> Pressed:
    """Write the pages, downloads and search records of an issue below `folder`.

    Raises ContentError, SourceError, TemplateError, OSError where the disk is full.
    """
    try:
        site = _whole(part, root, examine)
    except OSError as error:
        raise ContentError(
            f"cannot be read: {error.strerror or error}", path=error.filename or root
        ) from error
    printer.print(site, folder)
    files.write(site, folder)
    assert site.records is not None
    found = records.records(site)
    issue = site.issues[0]
    bundle = stack(issue.id, found)
    kept.keep(found, site.records, bundle)
    short, places = abridged(site, issue)
    told = Told(
        lines=site.line_count(issue),
        repairs=site.repair_count(issue),
        findings=len(site.findings[issue.id]),
        tables=sum(isinstance(block, Table) for item in issue.items for block in item.body),
        sizes={address: len(data) for address, data in sorted(site.downloads.items())},
        stack=bundle,
    )
    names = [str(page.file) for page in site.pages]
    names += (address.lstrip("/") for address in site.downloads)
    divided = collation_parts(short, site.repairs[issue.id])
    listed = digest((short, sorted(places.items()), replace(told, stack=None), divided))
    return Pressed(short, places, told, divided, tuple(names), listed)


def _whole(part: Part, root: Path, examine: Examine) -> Site:
    """The part of the site with the text of the issue in it. Raises ContentError, SourceError."""
    issue = read_issue(root / "issues" / part.id)
    ledger = tuple(read_repairs(root / "issues" / part.id))
    divided = part_pages(issue, part.site.say, collation_parts(issue, ledger))
    pages = (*_pages(part.site.pages, issue), *divided)
    site = replace(
        part.site,
        issues=(issue,),
        pages=pages,
        anchors={page.url: anchors(page.item) for page in pages if page.item is not None},
        sources={issue.id: read_lines(root / issue.source.file)},
        repairs={issue.id: ledger},
        findings=by_issue(root, (issue,), examine(root, issue)),
    )
    return replace(site, downloads=downloads(site))


def _pages(bare: Sequence[Page], issue: Issue) -> tuple[Page, ...]:
    """The pages of an issue, with its text in them."""
    items = {item.slug: item for item in issue.items}
    if {page.item.slug for page in bare if page.item is not None} != items.keys():
        raise ContentError(
            "changed while the site was built",
            path=f"issues/{issue.id}",
            hint="build again",
        )
    return tuple(
        replace(page, issue=issue, item=items[page.item.slug] if page.item else None)
        for page in bare
    )

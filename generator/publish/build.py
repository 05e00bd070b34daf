"""Content in, site out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import (
    line_of_key,
    read_bare_issues,
    read_issues,
    read_publication,
    read_repairs,
)
from generator.errors import ContentError
from generator.model import Finding, Issue
from generator.publish.addresses import item_url
from generator.publish.anchors import anchors
from generator.publish.collation_parts import Part
from generator.publish.collation_parts import parts as collation_parts
from generator.publish.downloads import downloads
from generator.publish.emblem import read_emblem
from generator.publish.feeds import feeds
from generator.publish.findings import by_issue
from generator.publish.outputs import OUTPUTS
from generator.publish.pages import numbers, pages
from generator.publish.press.issue import Examine
from generator.publish.press.parts import parts
from generator.publish.press.workers import Work, pressed
from generator.publish.shelves.standing import standing
from generator.publish.site import Site
from generator.publish.sources import read_lines
from generator.publish.staging import staged
from generator.publish.wording import read_wording

Progress = Callable[[str, int, int], None]
"""Called with the name of an output, how many are done, and how many there are."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")
"""A language tag (BCP 47), as far as a catalogue may be named after it."""


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build made."""

    issues: int
    """Issues and separate documents."""
    items: int
    pages: int
    tables: int
    findings: int
    """On the issues and what belongs to them."""
    warnings: tuple[str, ...] = ()
    """What went wrong without harm to the site."""


def build_site(
    root: Path,
    out: Path,
    templates: Path,
    *,
    examine: Examine = lambda _root, _issue: (),
    processes: int = 1,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Build the site of the content folder `root` into `out`, replacing it whole or not at all.

    `examine` finds what readers are told of each issue; with more than one of `processes` it must
    be a function of a module. `cache` is a folder that may keep what takes long to make for the
    next build; the site is the same without.

    Raises ContentError, SourceError, TemplateError, SearchError or OutputError; then `out` is as
    it was.
    """
    warnings: list[str] = []
    steps = len(OUTPUTS) + 1
    tell = progress or (lambda _name, _done, _steps: None)
    with staged(out, warnings.append) as folder:
        tell("issues", 0, steps)
        site = replace(_press_issues(root, folder, templates, examine, processes), cache=cache)
        for done, output in enumerate(OUTPUTS, start=1):
            tell(output.name, done, steps)
            output.write(site, folder)
        if site.records is not None:
            shutil.rmtree(site.records)
    tell("", steps, steps)
    told = site.told.values()
    return BuildSummary(
        issues=len(site.issues),
        items=sum(len(issue.items) for issue in site.issues),
        pages=len(site.pages),
        tables=sum(one.tables for one in told),
        findings=sum(one.findings for one in told),
        warnings=tuple(warnings),
    )


def _press_issues(
    root: Path, folder: Path, templates: Path, examine: Examine, processes: int
) -> Site:
    """Write all that belongs to single issues, and return what the lists of the site need."""
    try:
        blank = _blank(root, templates)
        issues = _some(root, read_bare_issues(root))
    except OSError as error:
        raise _unreadable(error, root) from error
    blank = replace(blank, records=folder / ".records")
    bare = _filled(blank, issues, {}, {})
    work = Work(blank, root, folder, examine)
    found = {one.issue.id: one for one in pressed(work, parts(bare), processes)}
    made = [found[issue.id] for issue in issues]
    places = {url: names for one in made for url, names in one.anchors.items()}
    told = {one.issue.id: one.told for one in made}
    divided = {one.issue.id: one.parts for one in made}
    return replace(_filled(blank, tuple(one.issue for one in made), places, divided), told=told)


def gather(root: Path, templates: Path, findings: Iterable[Finding] = ()) -> Site:
    """Read everything the outputs need. Raises ContentError, SourceError or TemplateError."""
    try:
        return _gather(root, templates, findings)
    except OSError as error:
        raise _unreadable(error, root) from error


def _unreadable(error: OSError, root: Path) -> ContentError:
    return ContentError(f"cannot be read: {error.strerror or error}", path=error.filename or root)


def _gather(root: Path, templates: Path, findings: Iterable[Finding]) -> Site:
    blank = _blank(root, templates)
    issues = _some(root, read_issues(root))
    places = {item_url(issue, item): anchors(item) for issue in issues for item in issue.items}
    repairs = {issue.id: tuple(read_repairs(root / "issues" / issue.id)) for issue in issues}
    divided = {issue.id: collation_parts(issue, repairs[issue.id]) for issue in issues}
    site = replace(
        _filled(blank, issues, places, divided),
        sources={issue.id: read_lines(root / issue.source.file) for issue in issues},
        repairs=repairs,
        findings=by_issue(root, issues, findings),
    )
    return replace(site, downloads=downloads(site))


def _blank(root: Path, templates: Path) -> Site:
    """A site without issues: the facts and words of the gazette."""
    publication = read_publication(root)
    interface = publication.interface or publication.language
    for key, tag in (("language", publication.language), ("interface", interface)):
        if not _LANGUAGE.fullmatch(tag):
            path = root / "gazette.yaml"
            raise ContentError(
                f"`{key}` is `{tag[:40]}`, which is no language tag",
                path=path,
                line=line_of_key(path, key),
                hint="Write one such as zh-Hans-CN.",
            )
    return Site(
        publication=publication,
        issues=(),
        pages=(),
        anchors={},
        numbers={},
        shelves={},
        templates=templates,
        say=read_wording(templates, interface),
        emblem=read_emblem(root, templates, publication),
    )


def _filled(
    site: Site,
    issues: tuple[Issue, ...],
    places: Mapping[str, tuple[str, ...]],
    divided: Mapping[str, tuple[Part, ...]],
) -> Site:
    """`site` with these issues, and with all that follows from their facts."""
    slugs = {**site.publication.slugs, **site.publication.series}
    made = pages(issues, site.say, slugs, divided)
    shelved = standing(page.catalogue for page in made if page.catalogue is not None)
    filled = replace(
        site, issues=issues, pages=made, anchors=places, numbers=numbers(made), shelves=shelved
    )
    return replace(filled, feeds=feeds(filled))


def _some(root: Path, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """The issues, at least one: a good site must not give way to an empty one."""
    if issues:
        return tuple(issues)
    folder, sources = root / "issues", root / "sources"
    if folder.exists():
        any(folder.iterdir())  # raises OSError for a file and where it is forbidden to look
    if sources.is_dir() and any(not path.name.startswith(".") for path in sources.iterdir()):
        raise ContentError(
            "no issue is here, though there are sources",
            path=folder,
            hint="run `gazette import`, or restore the folder",
        )
    raise ContentError(
        "there is nothing to build: no source and no issue",
        path=root,
        hint=f"put the text of an issue into {sources} and run `gazette import`",
    )

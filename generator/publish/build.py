"""Content in, site out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import (
    line_of_key,
    read_issues,
    read_publication,
    read_repairs,
)
from generator.errors import ContentError
from generator.model import Finding, Issue, Table
from generator.publish.anchors import anchors
from generator.publish.downloads import downloads
from generator.publish.emblem import read_emblem
from generator.publish.feeds import feeds
from generator.publish.findings import by_issue
from generator.publish.outputs import OUTPUTS
from generator.publish.pages import numbers, pages
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
    warnings: tuple[str, ...] = ()
    """What went wrong without harm to the site."""


def build_site(
    root: Path,
    out: Path,
    templates: Path,
    *,
    findings: Iterable[Finding] = (),
    progress: Progress | None = None,
) -> BuildSummary:
    """Build the site of the content folder `root` into `out`, replacing it whole or not at all.

    `findings` are what an examination of the content found: readers are told of them.

    Raises ContentError, SourceError, TemplateError, SearchError or OutputError; then `out` is as
    it was.
    """
    warnings: list[str] = []
    with staged(out, warnings.append) as folder:
        site = gather(root, templates, findings)
        for done, output in enumerate(OUTPUTS):
            if progress is not None:
                progress(output.name, done, len(OUTPUTS))
            output.write(site, folder)
    if progress is not None:
        progress("", len(OUTPUTS), len(OUTPUTS))
    items = [item for issue in site.issues for item in issue.items]
    tables = sum(isinstance(block, Table) for item in items for block in item.body)
    return BuildSummary(len(site.issues), len(items), len(site.pages), tables, tuple(warnings))


def gather(root: Path, templates: Path, findings: Iterable[Finding] = ()) -> Site:
    """Read everything the outputs need. Raises ContentError, SourceError or TemplateError."""
    try:
        return _gather(root, templates, findings)
    except OSError as error:
        raise ContentError(
            f"cannot be read: {error.strerror or error}", path=error.filename or root
        ) from error


def _gather(root: Path, templates: Path, findings: Iterable[Finding]) -> Site:
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
    issues = _read_issues(root)
    say = read_wording(templates, interface)
    made = pages(issues, say, {**publication.slugs, **publication.series})
    site = Site(
        publication=publication,
        issues=issues,
        pages=made,
        anchors={page.url: anchors(page.item) for page in made if page.item is not None},
        numbers=numbers(made),
        shelves=standing(page.catalogue for page in made if page.catalogue is not None),
        templates=templates,
        say=say,
        sources={issue.id: read_lines(root / issue.source.file) for issue in issues},
        repairs={issue.id: tuple(read_repairs(root / "issues" / issue.id)) for issue in issues},
        findings=by_issue(root, issues, findings),
        emblem=read_emblem(root, templates, publication),
    )
    return replace(site, downloads=downloads(site), feeds=feeds(site))


def _read_issues(root: Path) -> tuple[Issue, ...]:
    """The issues, at least one: a good site must not give way to an empty one."""
    issues = tuple(read_issues(root))
    if issues:
        return issues
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

"""Content in, site out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.document import read_catalogue, read_issues, read_publication, read_repairs
from generator.errors import TemplateError
from generator.model import Table
from generator.publish.anchors import anchors
from generator.publish.outputs import OUTPUTS
from generator.publish.pages import numbers, pages
from generator.publish.site import Site
from generator.publish.sources import read_lines
from generator.publish.staging import staged
from generator.publish.wording import Wording

Progress = Callable[[str, int, int], None]
"""Called with the name of an output, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build made."""

    issues: int
    """Issues and separate documents."""
    items: int
    pages: int
    tables: int


def build_site(
    root: Path, out: Path, templates: Path, *, progress: Progress | None = None
) -> BuildSummary:
    """Build the site of the content folder `root` into `out`, replacing it whole or not at all.

    Raises ContentError, TemplateError, SearchError or OutputError; then `out` is as it was.
    """
    site = gather(root, templates)
    with staged(out) as folder:
        for done, output in enumerate(OUTPUTS):
            if progress is not None:
                progress(output.name, done, len(OUTPUTS))
            output.write(site, folder)
    if progress is not None:
        progress("", len(OUTPUTS), len(OUTPUTS))
    items = [item for issue in site.issues for item in issue.items]
    tables = sum(isinstance(block, Table) for item in items for block in item.body)
    return BuildSummary(len(site.issues), len(items), len(site.pages), tables)


def gather(root: Path, templates: Path) -> Site:
    """Read everything the outputs need. Raises ContentError or TemplateError."""
    publication = read_publication(root)
    issues = tuple(read_issues(root))
    say = read_wording(templates, publication.language)
    made = pages(issues, say)
    return Site(
        publication=publication,
        issues=issues,
        pages=made,
        anchors={page.url: anchors(page.item) for page in made if page.item is not None},
        numbers=numbers(made),
        templates=templates,
        say=say,
        sources={issue.id: read_lines(root / issue.source.file) for issue in issues},
        repairs={issue.id: tuple(read_repairs(root / "issues" / issue.id)) for issue in issues},
    )


def read_wording(templates: Path, language: str) -> Wording:
    """The catalogue for `language`: `zh-Hans-CN` is served by `zh-Hans.yaml`.

    Raises TemplateError if there is none.
    """
    folder = templates / "catalogue"
    tags = language.split("-")
    for length in range(len(tags), 0, -1):
        path = folder / ("-".join(tags[:length]) + ".yaml")
        if path.is_file():
            return Wording(path, read_catalogue(path))
    raise TemplateError(
        f"no catalogue for the language {language!r}",
        path=folder,
        hint="add a catalogue, or change `language` in gazette.yaml",
    )

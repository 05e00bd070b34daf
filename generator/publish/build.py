"""Content in, site out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.document import read_issues, read_repairs
from generator.model import Finding
from generator.publish.addresses import item_url
from generator.publish.anchors import anchors
from generator.publish.collation_parts import parts
from generator.publish.downloads import downloads
from generator.publish.findings import by_issue
from generator.publish.frame import blank, filled, some, unreadable
from generator.publish.outputs import OUTPUTS
from generator.publish.press.issue import Examine
from generator.publish.press.memory import Memory
from generator.publish.press.past import Past
from generator.publish.press.run import FRESH, Work, press_issues
from generator.publish.press.survey import Survey
from generator.publish.sealed import DamagedError
from generator.publish.site import Site
from generator.publish.sources import read_lines
from generator.publish.staging import staged

Progress = Callable[[str, int, int], None]
"""Called with the name of an output, how many are done, and how many there are."""
Counted = Callable[[int, int], object]
"""Called with how many documents are made, and how many there are to make."""


Strays = Callable[[Path, Collection[str]], Sequence[Finding]]
"""Says what a person should look at in a content folder besides the issues of these ids."""


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build made."""

    issues: int
    """Issues and separate documents."""
    items: int
    pages: int
    tables: int
    findings: int
    warnings: tuple[str, ...] = ()
    """What went wrong without harm to the site."""


def build_site(
    root: Path,
    out: Path,
    templates: Path,
    *,
    examine: Examine = lambda _root, _issue: (),
    strays: Strays = lambda _root, _ids: (),
    processes: int = 1,
    cache: Path | None = None,
    survey: Survey | None = None,
    progress: Progress | None = None,
    counted: Counted = lambda _done, _all: None,
) -> BuildSummary:
    """Build the site of the content folder `root` into `out`, replacing it whole or not at all.

    `examine` finds what readers are told of each issue; with more than one of `processes` it must
    be a function of a module. `strays` finds what concerns none of them. `cache` is a folder that
    keeps what saves time in the next build; the site is the same without. `survey` is what the
    folders hold now, if that is known.

    Raises ContentError, SourceError, TemplateError, SearchError or OutputError; then `out` is as
    it was.
    """
    build = _Build(
        root, out, templates, examine, strays, processes, cache, progress or _silent, counted
    )
    memory = Memory(cache, root, templates, out) if cache else None
    now = survey or (memory.survey() if memory else None)
    try:
        return build.make(memory, now)
    except DamagedError:
        return build.make(memory, now, from_nothing=True)


def _silent(_name: str, _done: int, _steps: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Build:
    """The arguments of a build."""

    root: Path
    out: Path
    templates: Path
    examine: Examine
    strays: Strays
    processes: int
    cache: Path | None
    progress: Progress
    counted: Counted

    def make(
        self, memory: Memory | None, now: Survey | None, *, from_nothing: bool = False
    ) -> BuildSummary:
        """Raises DamagedError too, where what the last build has left is found damaged."""
        warnings: list[str] = []
        made: list[tuple[str, BuildSummary]] = []

        def settle() -> None:
            if memory is not None:
                lists, summary = made[0]
                memory.settle(now, lists, asdict(summary))

        with staged(self.out, warnings.append, settle) as folder:
            past = Past.of(memory, now) if memory and now and not from_nothing else Past()
            made.append(self._write(folder, now, past))
            fresh = folder / FRESH
            if memory is None or not memory.take(fresh):
                shutil.rmtree(fresh)
        return replace(made[0][1], warnings=tuple(warnings))

    def _write(self, folder: Path, now: Survey | None, past: Past) -> tuple[str, BuildSummary]:
        """Returns the key of the lists too."""
        steps = len(OUTPUTS) + 1
        self.progress("issues", 0, steps)
        work = Work(self.root, self.templates, folder, self.examine, self.processes, self.counted)
        issues = press_issues(work, now, past)
        stand = past.take_lists(issues.lists, folder)
        past.take_shards(folder)
        site = replace(issues.site(), cache=self.cache)
        for done, output in enumerate(OUTPUTS, start=1):
            self.progress(output.name, done, steps)
            if output.of_texts or not stand:
                output.write(site, folder)
        self.progress("", steps, steps)
        strays = self.strays(self.root, {issue.id for issue in site.issues})
        return issues.lists, _summary(site, len(strays))


def _summary(site: Site, strays: int) -> BuildSummary:
    told = site.told.values()
    return BuildSummary(
        issues=len(site.issues),
        items=sum(len(issue.items) for issue in site.issues),
        pages=len(site.pages),
        tables=sum(one.tables for one in told),
        findings=sum(one.findings for one in told) + strays,
    )


def gather(root: Path, templates: Path, findings: Iterable[Finding] = ()) -> Site:
    """Read everything the outputs need. Raises ContentError, SourceError or TemplateError."""
    try:
        return _gather(root, templates, findings)
    except OSError as error:
        raise unreadable(error, root) from error


def _gather(root: Path, templates: Path, findings: Iterable[Finding]) -> Site:
    issues = some(root, read_issues(root))
    places = {item_url(issue, item): anchors(item) for issue in issues for item in issue.items}
    repairs = {issue.id: tuple(read_repairs(root / "issues" / issue.id)) for issue in issues}
    divided = {issue.id: parts(issue, repairs[issue.id]) for issue in issues}
    site = replace(
        filled(blank(root, templates), issues, places, divided),
        sources={issue.id: read_lines(root / issue.source.file) for issue in issues},
        repairs=repairs,
        findings=by_issue(root, issues, findings),
    )
    return replace(site, downloads=downloads(site))

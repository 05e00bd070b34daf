"""All issues of a site: those that stand are taken over, the others are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.document import read_bare_issues
from generator.publish import sealed
from generator.publish.frame import blank, filled, some, unreadable
from generator.publish.press import keys
from generator.publish.press.issue import Examine, Pressed
from generator.publish.press.parts import Part, parts
from generator.publish.press.past import Entry, Past
from generator.publish.press.survey import Survey, digest
from generator.publish.press.templates import reached
from generator.publish.press.workers import Job, pressed
from generator.publish.site import Site

FRESH = ".kept"
"""Where a new memory grows, below the folder of the new site."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done, and how."""

    root: Path
    templates: Path
    folder: Path
    """Where the new site is made."""
    examine: Examine
    processes: int
    counted: Callable[[int, int], object] = lambda _done, _all: None
    """Called with how many documents are made, and how many there are to make."""


@dataclass(frozen=True, slots=True)
class Issues:
    """All issues, once their pages stand."""

    frame: Site
    made: tuple[Pressed, ...]
    lists: str
    """A key of all that the lists of the site show; empty where it is not known."""

    def site(self) -> Site:
        """The site that they make."""
        short = tuple(one.issue for one in self.made)
        places = {url: names for one in self.made for url, names in one.anchors.items()}
        divided = {one.issue.id: one.parts for one in self.made}
        told = {one.issue.id: one.told for one in self.made}
        return replace(filled(self.frame, short, places, divided), told=told)


def press_issues(work: Work, now: Survey | None, past: Past) -> Issues:
    """Write all that belongs to single issues.

    Raises ContentError, SourceError, TemplateError, OutputError, OSError where the disk is full.
    """
    fresh = work.folder / FRESH
    for room in ("issues", "records"):
        (fresh / room).mkdir(parents=True)
    try:
        frame = replace(blank(work.root, work.templates), records=fresh / "records")
        known = past.bare(now) if now else {}
        issues = some(work.root, read_bare_issues(work.root, known))
    except OSError as error:
        raise unreadable(error, work.root) from error
    bare = filled(replace(frame, moved={}), issues, {}, {})
    found = {one.issue.id: one for one in _each(work, bare, now, past)}
    made = tuple(found[issue.id] for issue in issues)
    shown = [one.listed for one in made]
    lists = digest((keys.common(now, work.examine), now.moved, shown)) if now else ""
    return Issues(frame, made, lists)


def _common(work: Work, now: Survey) -> str:
    """What all issues are made of."""
    files = sorted(work.templates.glob("*.html"))
    texts = {file.name: file.read_text("utf-8", "replace") for file in files}
    first = [f"{kind}.html" for kind in keys.OF_ISSUES]
    return keys.common(now, work.examine, reached(texts, first))


def _each(work: Work, bare: Site, now: Survey | None, past: Past) -> Iterator[Pressed]:
    """Each issue of the site `bare` once its pages stand, in any order."""
    fresh = work.folder / FRESH
    common = _common(work, now) if now else ""
    waiting: dict[str, str] = {}
    to_do: list[Part] = []
    for part in parts(bare):
        key = keys.key(now, part, common) if now else ""
        taken = past.take(part.id, key, work.folder, fresh)
        if taken is not None:
            yield taken
            continue
        to_do.append(part)
        waiting[part.id] = key
    job = Job(bare, work.root, work.folder, work.examine)
    total = sum(len(part.site.issues[0].items) for part in to_do)
    done = 0
    work.counted(done, total)
    for one in pressed(job, to_do, work.processes):
        done += len(one.issue.items)
        work.counted(done, total)
        id_ = one.issue.id
        if now and waiting[id_]:
            entry = Entry(now.issues[id_], waiting[id_], one)
            sealed.write(fresh / "issues" / id_, now.program, entry)
        yield one

"""Findings on the content and on the built site, each with a code that does not change.

    C001 error    a file cannot be read, or does not hold; the message says what to do
    C101          the printed contents name something that was not found
    C102 error    the contents name an item that does not exist
    C103          an item that the printed contents do not name
    C104          a title unlike the one in the printed contents
    C105          a number or page unlike the one in the printed contents
    C201          a heading or article whose number does not follow the one before
    C301          a table row with fewer cells than the table has columns
    C302          table rows marked as doubtful
    C303          a serial number of a table that does not follow the one above
    C304          a total that a table states and its column does not add up to
    C305          a row with more cells than any table has columns, kept as text
    C311          an annex that the source lacks, without a gap that tells the reader
    C312          an annex said to be present that has no heading
    C401          text marked as doubtful
    C402          a gap: something the print had and the source lacks
    C403          text shown verbatim, since it could not be rebuilt
    C404          a character that turns the direction of text (U+202A–202E, U+2066–2069) or of
                  the marks beside it (U+200E, U+200F, U+061C)
    C405          characters that a wrong encoding or font left: U+FFFD, private use, C1
    C501          an item without a fact that its type states
    C502          an item without text (error), a chronicle without an entry
    C503          a document number that two items of an issue have
    C505          brackets or quotation marks of a paragraph that do not pair
    C506          a day of a chronicle that stands behind a later one
    C504          a cover that names another gazette than gazette.yaml
    C601 error    Markdown edited by hand since the import, and not adopted
    C602 error    the source is missing
    C603 error    the source is not the one that was imported
    C604          a source that was not imported
    C605 error    a ledger (repairs.jsonl, origins.jsonl) touched since the import
    C606 error    a correction that the import has not made: new or changed since
    C607 error    a correction in the ledger that the file of corrections does not list any more
    C608          a file of corrections for no issue
    C609 error    lines beyond the end of the source
    C610          a source that was probably read in a wrong encoding
    C611 error    an entry of the ledger that does not fit the text of its source line

    S001 error    not an HTML page: no `html` element with a language
    S101 error    an internal address that leads nowhere
    S102 error    a fragment that the page it points to does not have
    S103 error    an id that stands twice in a page
    S104 error    a request to another host
    S105 error    an inline style
    S106 error    an inline script
    S107 error    a page without a title, or with that of another page
    S108 error    a page without exactly one h1
    S109 error    a heading that skips a level
    S110 error    a table without caption, one whose head has words but no header cells, or a
                  header cell without scope
    S111 error    a cell whose `headers` name no cell of its table
    S112 error    a sitemap, feed, manifest or JSON-LD block that is no XML or JSON

A warning (no word above) asks a person to look; an error must be mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.check.annexes import annexes
from generator.check.characters import characters, wrong_encodings
from generator.check.corrections import corrections
from generator.check.doubts import doubts
from generator.check.facts import facts
from generator.check.ledgers import ledgers
from generator.check.pairs import pairs
from generator.check.printed_contents import printed_contents
from generator.check.publication import publication
from generator.check.sequences import sequences
from generator.check.serials import serials
from generator.check.sources import new_sources, sources
from generator.check.subject import Check, Subject, unreadable
from generator.check.tables import tables
from generator.document import issue_folders, read_issue
from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from generator.model import Finding, Issue

CHECKS: tuple[Check, ...] = (
    printed_contents,
    sequences,
    tables,
    serials,
    pairs,
    annexes,
    doubts,
    characters,
    facts,
    publication,
    sources,
    ledgers,
)
"""What is asked of every issue, in the order of the findings."""


def check_content(root: Path) -> list[Finding]:
    """Everything in the content folder `root` that a person should look at.

    Issues in order of their ids. An issue that cannot be read is one finding (C001), and the
    others are examined all the same; then the corrections and the sources.
    """
    findings: list[Finding] = []
    sources = _named(root / "sources")
    try:
        folders = issue_folders(root)
    except ContentError as error:
        return [unreadable(root, error), *new_sources(root), *wrong_encodings(root, sources)]
    for folder in folders:
        issue = _read(folder, root, findings)
        if issue is not None:
            findings += _checked(root, issue)
    ids = {folder.name for folder in folders}
    known = ids | {path.stem for path in sources}
    findings += corrections(root, _named(root / "corrections"), ids, known)
    return [*findings, *new_sources(root), *wrong_encodings(root, sources)]


def check_issue(root: Path, issue: Issue) -> list[Finding]:
    """What `check_content` says of one issue, its source and its corrections."""
    id_ = issue.id
    return [
        *_checked(root, issue),
        *corrections(root, _named(root / "corrections", id_), {id_}, {id_}),
        *wrong_encodings(root, _named(root / "sources", id_)),
    ]


def check_strays(root: Path, ids: Collection[str]) -> list[Finding]:
    """What `check_content` says of the files that belong to none of the issues `ids`."""
    sources = _named(root / "sources")
    known = {*ids, *(path.stem for path in sources)}
    strays = [path for path in _named(root / "corrections") if path.stem not in ids]
    return [
        *corrections(root, strays, (), known),
        *new_sources(root),
        *wrong_encodings(root, [path for path in sources if path.stem not in ids]),
    ]


def _checked(root: Path, issue: Issue) -> list[Finding]:
    subject = Subject(root, issue)
    return [finding for check in CHECKS for finding in check(subject)]


def _named(folder: Path, id_: str = "") -> list[Path]:
    """The files in `folder`, hidden ones left out; those of one issue, if its id is given."""
    found = sorted(folder.glob(f"{id_}*" if id_ else "[!.]*"))
    return [path for path in found if path.stem == id_] if id_ else found


def check_site(site: Path, base_url: str) -> list[Finding]:
    """Everything in the built site that a reader would stumble over.

    `base_url` is the absolute address of the home page; paths are relative to the folder that
    holds `site`. Pages in order of their paths.
    """
    from generator.check.site import examine  # BeautifulSoup takes 0.16 s to load

    return examine(site, base_url)


def _read(folder: Path, root: Path, findings: list[Finding]) -> Issue | None:
    try:
        return read_issue(folder)
    except ContentError as error:
        findings.append(unreadable(root, error))
        return None

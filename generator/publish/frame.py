"""What of a site is there before its texts: the facts and words of the gazette, and what follows
from the facts of its issues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.document import line_of_key, read_moved, read_publication
from generator.errors import ContentError
from generator.model import Issue
from generator.publish.collation_parts import Part
from generator.publish.emblem import read_emblem
from generator.publish.feeds import feeds
from generator.publish.pages import numbers, pages
from generator.publish.shelves.standing import standing
from generator.publish.site import Site
from generator.publish.wording import read_wording

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}")
"""A language tag (BCP 47), as far as a catalogue may be named after it."""


def blank(root: Path, templates: Path) -> Site:
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
        moved=read_moved(root),
    )


def filled(
    site: Site,
    issues: tuple[Issue, ...],
    places: Mapping[str, tuple[str, ...]],
    divided: Mapping[str, tuple[Part, ...]],
) -> Site:
    """`site` with these issues, and with all that follows from their facts."""
    slugs = {**site.publication.slugs, **site.publication.series}
    made = pages(issues, site.say, slugs, divided, site.moved)
    shelved = standing(page.catalogue for page in made if page.catalogue is not None)
    filled = replace(
        site, issues=issues, pages=made, anchors=places, numbers=numbers(made), shelves=shelved
    )
    return replace(filled, feeds=feeds(filled))


def some(root: Path, issues: Sequence[Issue]) -> tuple[Issue, ...]:
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


def unreadable(error: OSError, root: Path) -> ContentError:
    return ContentError(f"cannot be read: {error.strerror or error}", path=error.filename or root)

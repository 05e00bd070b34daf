"""What an examination of the content found, by the issue and the block it concerns.

`publish` does not examine: who calls it hands the findings over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.document import block_lines
from generator.model import Finding, Issue


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that waits for a person."""

    code: str
    """`C201`; the catalogue has a sentence for readers, `finding.C201`."""
    slug: str = ""
    """The item it concerns; empty where it concerns the issue as a whole."""
    block: int | None = None
    """Which block of the item, from 0; None where it concerns the item as a whole."""


def by_issue(
    root: Path, issues: Sequence[Issue], findings: Iterable[Finding]
) -> dict[str, tuple[OpenFinding, ...]]:
    """Issue id → its findings, in the order given; those of no issue here are left out."""
    placed: dict[str, list[OpenFinding]] = {issue.id: [] for issue in issues}
    slugs = {issue.id: {item.slug for item in issue.items} for issue in issues}
    lines: dict[str, tuple[int, ...]] = {}
    for finding in findings:
        path = PurePosixPath(finding.path)
        # issues/2018-05/jszf-31.md, sources/2018-05.txt, corrections/2018-05.yaml
        id_ = path.parts[1] if path.parts[:1] == ("issues",) else path.stem
        if id_ not in placed:
            continue
        if path.suffix != ".md" or path.stem not in slugs[id_]:
            placed[id_].append(OpenFinding(finding.code))
            continue
        if finding.path not in lines:
            lines[finding.path] = block_lines(root / finding.path)
        block = bisect_right(lines[finding.path], finding.line or 0) - 1
        placed[id_].append(OpenFinding(finding.code, path.stem, block if block >= 0 else None))
    return {id_: tuple(found) for id_, found in placed.items()}

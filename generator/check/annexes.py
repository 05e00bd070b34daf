"""Annexes that a document names, against those that follow it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.model import Gap, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.subject import Subject
    from generator.model import Finding


def annexes(subject: Subject) -> Iterator[Finding]:
    """C311: an annex that the source lacks and no gap shows; C312: one said to be present that has
    no heading."""
    for item in subject.issue.items:
        headed = {
            _plain_label(block.label)
            for block in item.body
            if isinstance(block, Heading) and block.label
        }
        gaps = [block.text for block in item.body if isinstance(block, Gap)]
        for annex in item.annexes:
            name = f"{annex.label} {annex.title}"
            if not annex.present:
                # A gap that names it is a finding by itself (C402); one is enough.
                if not any(annex.title in gap for gap in gaps):
                    message = f"the source lacks {name}, and no gap tells the reader"
                    yield subject.of_item(item, "C311", message, key="annexes")
            elif _plain_label(annex.label) not in headed:
                message = f"{name} is said to be present, but no heading has its label"
                yield subject.of_item(item, "C312", message, key="annexes")


def _plain_label(label: str) -> str:
    return unicodedata.normalize("NFKC", label).replace(" ", "")

"""How many findings `gazette check` leaves open, per thousand lines of source."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from generator.check import check_content
from tests.accuracy.measures import Measure, Miss
from tests.intake.conftest import CONTENT, ISSUES, source_of


def measures() -> list[Measure]:
    """Findings per thousand lines, for each text."""
    found = [(issue_of(finding.path), finding) for finding in check_content(CONTENT)]
    count = Counter(id_ for id_, _ in found)
    rows = []
    for id_ in ISSUES:
        lines = len(source_of(id_).read_text(encoding="utf-8").splitlines())
        listed = tuple(
            Miss(id_, finding.line or 0, "", f"{finding.code} {finding.message} ({finding.path})")
            for other, finding in found
            if other == id_
        )
        name = f"findings per 1,000 lines ({count[id_]} in {lines})"
        figure = round(count[id_] / lines * 1000, 2)
        rows.append(Measure(name, id_, figure, share=False, misses=listed))
    return rows


def issue_of(path: str) -> str:
    """The id of the issue a file belongs to.

    >>> issue_of("issues/2018-05/jszf-31.md"), issue_of("corrections/2018-05.yaml")
    ('2018-05', '2018-05')
    """
    parts = PurePosixPath(path).parts
    return parts[1].removesuffix(".yaml").removesuffix(".txt") if len(parts) > 1 else path

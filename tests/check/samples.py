"""A content folder with one sound issue, for tests that put faults into it."""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path
from typing import Any

from generator.check import check_content
from generator.document import write_issue
from generator.model import Block, Finding, Issue, Paragraph, Source, Span
from tests import samples as make

RAW = ("临江市人民政府公报\n" * 2 + "加强防泛\n" + "临江市人民政府公报\n" * 96).encode()
"""A source of 100 lines: its last line end has an empty one behind it. The third has a slip."""
NOTICE = make.item(
    "lzf-1",
    (make.paragraph("现予印发。"),),
    issue="2024-01",
    title="临江市人民政府关于印发防汛办法的通知",
    number="临政发〔2024〕1号",
    lines=Span(1, 9),
    issuer=("临江市人民政府",),
    date="2024-01-08",
    page=1,
)
ISSUE = make.issue(
    "2024-01",
    (NOTICE,),
    publication=None,
    source=Source("sources/2024-01.txt", hashlib.sha256(RAW).hexdigest(), "markdown"),
)


def bold(words: str) -> Paragraph:
    """An article or a run-in heading."""
    return make.paragraph("正文。", strong=words)


@dataclasses.dataclass
class Content:
    """A content folder with one issue."""

    root: Path

    def write(self, issue: Issue = ISSUE) -> None:
        """Put the issue in the folder, as an import does."""
        write_issue(issue, self.root / "issues" / issue.id, [])

    def findings(self, *body: Block, **facts: Any) -> list[Finding]:
        """What is found when the notice has this body and these facts."""
        item = dataclasses.replace(NOTICE, body=body or NOTICE.body, **facts)
        self.write(dataclasses.replace(ISSUE, items=(item,)))
        return check_content(self.root)

    def codes(self, *body: Block, **facts: Any) -> list[str]:
        """Their codes."""
        return [finding.code for finding in self.findings(*body, **facts)]

    def line(self, finding: Finding) -> str:
        """The line that a finding names."""
        assert finding.line is not None
        return (self.root / finding.path).read_text("utf-8").split("\n")[finding.line - 1]

"""What rules and persons doubt, and how the reader is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document import read_issue, read_publication, read_repairs
from generator.errors import ContentError
from generator.intake import doubts, import_source
from generator.model import Gap, Heading, Line, Paragraph, Span, Table
from tests.intake.conftest import CONTENT

TEXT = """\
# 临江市人民政府关于印发防汛办法的通知

临政发〔2024〕3号

各县人民政府：

产量达到30万盹，另有30万盹待核。

现予印发。

### 一、总体要求

总则如下：

序号\t名称\t数量
1\t编织袋\t50
2\t救生衣\t300

临江市人民政府

2024年5月4日
"""


def imported(root: Path, corrections: str) -> Path:
    """A folder with one document, taken in with these entries of a person."""
    for name in ("sources", "corrections"):
        (root / name).mkdir()
    (root / "gazette.yaml").write_text((CONTENT / "gazette.yaml").read_text("utf-8"), "utf-8")
    (root / "sources" / "2024-tz.txt").write_text(TEXT, "utf-8")
    (root / "corrections" / "2024-tz.yaml").write_text(corrections, "utf-8")
    import_source(root, "2024-tz", publication=read_publication(root))
    return root / "issues" / "2024-tz"


def entry(line: int, find: str, doubt: str) -> str:
    """An entry of the file of corrections."""
    words = f'  find: "{find}"\n' if find else ""
    return f'- line: {line}\n{words}  doubt: "{doubt}"\n  by: "责任编辑"\n'


def test_a_doubt_flags_the_words_on_its_line_and_no_others(tmp_path: Path) -> None:
    folder = imported(tmp_path, entry(7, "达到30万盹", "疑为“吨”"))
    (item,) = read_issue(folder).items
    words = next(b for b in item.body if isinstance(b, Paragraph) and "万盹" in b.text[-1].text)
    assert [(run.text, run.flag) for run in words.text] == [
        ("产量", ""), ("达到30万盹", "疑为“吨”"), ("，另有30万盹待核。", "")]  # fmt: skip


def test_a_doubt_flags_headings_and_cells_too(tmp_path: Path) -> None:
    folder = imported(tmp_path, entry(11, "总体", "疑") + entry(16, "编织袋", "疑为“编织带”"))
    (item,) = read_issue(folder).items
    (heading,) = [b for b in item.body if isinstance(b, Heading)]
    assert [run.text for run in heading.text if run.flag] == ["总体"]
    (table,) = [b for b in item.body if isinstance(b, Table)]
    cells = [run for row in table.rows for cell in row.cells for run in cell.text if run.flag]
    assert [(run.text, run.flag) for run in cells] == [("编织袋", "疑为“编织带”")]


def test_what_carries_no_flag_has_a_note_beside_it(tmp_path: Path) -> None:
    both = entry(1, "防汛办法", "疑为“防汛条例”") + entry(19, "临江市", "疑")
    (item,) = read_issue(imported(tmp_path, both)).items
    gaps = [block.text for block in item.body if isinstance(block, Gap)]
    assert gaps == ["“防汛办法”：疑为“防汛条例”", "“临江市”：疑"]
    assert isinstance(item.body[0], Gap)


def test_something_that_the_source_lacks_is_a_gap_behind_its_line(tmp_path: Path) -> None:
    (item,) = read_issue(imported(tmp_path, entry(9, "", "此处原有流程图"))).items
    place = next(i for i, block in enumerate(item.body) if isinstance(block, Gap))
    assert item.body[place].origin == Span(9, 9)  # type: ignore[union-attr]
    assert item.body[place - 1].origin == Span(9, 9)


def test_every_doubt_stands_in_the_ledger_and_changes_no_text(tmp_path: Path) -> None:
    folder = imported(tmp_path, entry(7, "达到30万盹", "疑为“吨”"))
    (found,) = [entry for entry in read_repairs(folder) if entry.rule == "doubts"]
    assert (found.before, found.by) == (found.after, "责任编辑")
    assert found.reason == "“达到30万盹”：疑为“吨”"


def test_a_doubt_that_does_not_fit_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="exactly once") as caught:
        imported(tmp_path, entry(7, "30万盹", "疑"))
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("泊鑫建材有限公司有限公司", ["有限公司有限公司"]),
        ("李拴紂、马巧珍", ["李拴紂"]),
        ("武警支队支队长", []),
        ("晋城市城市管理局", []),
        ("研究研究再定，乾坤、著作", []),
    ],
)
def test_rules_doubt_what_they_cannot_prove(text: str, found: list[str]) -> None:
    assert [doubt.find for doubt in doubts.find([Line(text, Span(1, 1))])] == found

"""Broken content is refused with the file, the line and what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.document import body, digest, read_issue, read_issues
from tests.document.damage import edit, line_of, refusal

if TYPE_CHECKING:
    from pathlib import Path


FRONT_MATTER = {
    "unknown key": ("public: false", "publik: false", "publik", "unknown key `publik`"),
    "key twice": ("public: false", 'issue: "2018-05"', 'issue: "2018-05"', "twice"),
    "text for a number": ("order: 1", "order: 第一", "order", "a whole number"),
    "quoted number": ("order: 1", 'order: "1"', "order", "a whole number, without quotes"),
    "text for a boolean": ("public: false", 'public: "no"', "public", "true or false"),
    "number for a list": ("signed: []", "signed: 3", "signed", "must be a list, not `3`"),
    "list for a text": ("section: null", "section: []", "section", "must be text, not a list"),
    "nothing for a text": ('type: "document"', "type:", "type:", "may not be left empty"),
    "unknown type": ('type: "document"', "type: notice", "type", "one of document, decree"),
    "day that is none": ('"2018-09-04"', '"1978-13-01"', "1978", "`1978-13-01` is no date"),
    "unquoted day that is none": ('"2018-09-04"', "1978-13-01", "1978", "is no date"),
    "short date": ('"2018-09-04"', '"2018-9-4"', "2018-9-4", "is no date"),
    "day in force that is none": ('"自印发之日起"', '"2018-02-30"', "effective", "is no date"),
    "lines that run backwards": ("[10, 60]", "[60, 10]", "lines", "[first, last]"),
    "one line number": ("[10, 60]", "[10]", "lines", "[first, last]"),
    "tab in the indent": ("annexes:\n", "annexes:\n\t- x\n", "\t- x", "not valid YAML"),
    "nested without end": ("signed: []", "signed: " + "[" * 99999, "signed", "nested too deeply"),
    "list for a key": ("signed: []", "? [signed]\n: []", "? [", "`key` must be text, not a list"),
    "title left empty": (
        "title: ",
        'title: ""\n# ',
        'title: ""',
        "`title` must be text, and may not",
    ),
    "blank title": ("title: ", 'title: "　 "\n# ', "title:", "may not be blank"),
    "place below the first": ("order: 1", "order: 0", "order", "a whole number from 1"),
    "escape in YAML": ("section: null", 'section: "\\e[31m"', "section", "U+001B"),
    "null character in YAML": ("section: null", 'section: "\\0"', "section", "U+0000"),
    "non-character in YAML": ("section: null", 'section: "\\uFFFE"', "section", "U+FFFE"),
    "half a character in YAML": ("section: null", 'section: "\\ud800"', "section", "YAML"),
    "escape in a list": ("signed: []", 'signed: ["甲", "\\x01"]', "signed", "U+0001"),
    "control character as it is": ("section: null", "section: \x7f", "section", "U+007F"),
    "control character in the text": ("现予印发。", "现予\x1b印发。", "现予", "U+001B"),
    "non-character in the text": ("现予印发。", "现予\uffff印发。", "现予", "U+FFFF"),
    "quote not closed": ('title: "临', 'title: "临"江"', "title", "not valid YAML"),
}


@pytest.mark.parametrize("case", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter_that_does_not_hold(folder: Path, case: tuple[str, str, str, str]) -> None:
    old, new, where, message = case
    path = folder / "jszf-31.md"
    edit(path, old, new)
    error = refusal(lambda: read_issue(folder))
    assert error.path == path
    assert message in error.message
    lines = [n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if where in line]
    assert error.line in lines


def test_a_key_twice_is_found_where_it_stands_again(folder: Path) -> None:
    path = folder / "jszf-31.md"
    edit(path, "public: false", "public: false\npublic: true")
    assert refusal(lambda: read_issue(folder)).line == line_of(path, "public: true")


def test_a_required_key_that_is_missing_is_named(folder: Path) -> None:
    edit(folder / "jszf-31.md", "order: 1\n", "")
    error = refusal(lambda: read_issue(folder))
    assert "missing key `order`" in error.message
    assert error.line == 2


@pytest.mark.parametrize("name", ["issue.md", "jszf-31.md"])
def test_a_key_left_out_says_no_more_than_null(folder: Path, name: str) -> None:
    before = read_issue(folder)
    path = folder / name
    kept = [line for line in path.read_text("utf-8").split("\n") if not line.endswith(": null")]
    path.write_text("\n".join(kept), "utf-8")
    after = read_issue(folder)
    assert (after.published, after.items) == (None, before.items)


WHOLE_FILES = {
    "empty": (b"", 1, "the file is empty"),
    "blank": (b"\n \n", 1, "the file is empty"),
    "no front matter": ("# 标题\n\n正文\n".encode(), 1, "no front matter"),
    "front matter not closed": (b'---\ntype: "document"\n', 1, "not closed"),
    "front matter of a list": (b"---\n- a\n---\n", 2, "expected `key: value`"),
    "front matter of nothing": (b"---\n---\n", 2, "expected `key: value`"),
    "binary": (b"---\n\x89PNG\x00\x00", 2, "a binary file"),
    "GB18030": ("---\ntitle: 公报\n---\n".encode("gb18030"), 2, "not UTF-8"),
    "UTF-16": ("---\n".encode("utf-16"), 1, "a binary file"),
    "control character in front matter": (b"---\ntitle: \x07\n---\n", 2, "U+0007"),
}


@pytest.mark.parametrize("case", WHOLE_FILES.values(), ids=WHOLE_FILES.keys())
@pytest.mark.parametrize("name", ["issue.md", "jszf-31.md"])
def test_files_that_are_no_item(folder: Path, name: str, case: tuple[bytes, int, str]) -> None:
    data, line, message = case
    (folder / name).write_bytes(data)
    error = refusal(lambda: read_issue(folder))
    assert (error.path, error.line) == (folder / name, line)
    assert message in error.message
    assert error.hint or "key: value" in message


BODIES = {
    "signature not closed": ("甲\n\n::: signature\n市政府\n", 3, "is not closed"),
    "table not closed, another block after it": (
        "::: table head=1\n| a |\n|---|\n\n::: gap\n缺\n:::\n",
        1,
        "is not closed",
    ),
    "verbatim not closed": ("```verbatim 图\n│\n", 1, "is not closed"),
    "closed and never opened": ("甲\n\n:::\n", 3, "unknown block"),
    "unknown block": ("::: picture\n:::\n", 1, "unknown block `::: picture`"),
    "code block": ("```python\n```\n", 1, "unknown block"),
    "table without attributes": ("::: table\n| a |\n|---|\n:::\n", 1, "::: table"),
    "table without delimiter row": ("::: table head=1\n| a |\n| b |\n:::\n", 3, "|---|"),
    "table without rows": ("::: table head=0\n:::\n", 1, "|---|"),
    "table of a kind that is none": (
        "::: table head=0 kind=chart\n| a |\n|---|\n:::\n",
        1,
        "chart",
    ),
    "person without a post": (
        "::: table head=0 kind=persons\n| 成员： | 张三 |\n|---|---|\n:::\n",
        1,
        "not every row is a person",
    ),
    "records side by side that do not fit": (
        "::: table head=0 abreast=2\n| a | b | c |\n|---|---|---|\n:::\n",
        1,
        "abreast=2",
    ),
    "no records side by side": ("::: table head=0 abreast=0\n| a |\n|---|\n:::\n", 1, "abreast=0"),
    "more head rows than rows": ("::: table head=2\n| a |\n|---|\n:::\n", 1, "head=2"),
    "cell too many": (
        "::: table head=1\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n:::\n",
        5,
        "has 3 cells",
    ),
    "cell too few": ("::: table head=1\n| a | b |\n|---|---|\n| 1 |\n:::\n", 4, "has 1 cells"),
    "head narrower than the rows": (
        "::: table head=1\n| a |\n|---|---|\n| 1 | 2 |\n:::\n",
        2,
        "has 1 cells",
    ),
    "text among the rows": ("::: table head=1\n| a |\n|---|\n甲\n:::\n", 4, "not a row"),
    "row not ended": ("::: table head=1\n| a |\n|---|\n| 甲\n:::\n", 4, "not a row"),
    "caption twice": (
        "::: table head=1\ncaption: a\ncaption: b\n\n| a |\n|---|\n:::\n",
        3,
        "twice",
    ),
    "merged with nothing to the left": (
        "::: table head=1\n| << | a |\n|---|---|\n:::\n",
        2,
        "no cell to be merged with",
    ),
    "merged with nothing above": (
        "::: table head=1\n| ^^ | a |\n|---|---|\n:::\n",
        2,
        "no cell to be merged with",
    ),
    "merged to no rectangle": (
        "::: table head=1\n| a | << |\n|---|---|\n| ^^ | b |\n:::\n",
        2,
        "no rectangle",
    ),
    "missing cell in the middle": (
        "::: table head=1\n| a | b |\n|---|---|\n| .. | b |\n:::\n",
        4,
        "end of a row",
    ),
    "row that is covered": (
        "::: table head=1\n| a | b |\n|---|---|\n| ^^ | ^^ | {?缺}\n:::\n",
        4,
        "no cell of its own",
    ),
    "row that is missing": (
        "::: table head=0\n| .. | .. |\n|---|---|\n:::\n",
        2,
        "no cell of its own",
    ),
    "records side by side in a column that no row has": (
        "::: table head=1 abreast=2\n| a | .. |\n|---|---|\n| 1 | .. |\n:::\n",
        1,
        "the table has 1 columns",
    ),
    "half a bold": ("甲\n\n乙**丙\n丁\n", 3, "`**` has no other half"),
    "half a bold on a later line": ("甲\n乙\n丙**丁\n", 3, "`**` has no other half"),
    "half a subscript": ("PM<sub>2.5\n", 1, "`<sub>` has no other half"),
    "end of a superscript": ("m2</sup>\n", 1, "`</sup>` has no other half"),
    "flag without a reason": ("[甲]{?}\n", 1, "`[甲]{?` has no other half"),
    "flag not closed": ("甲\n乙[丙]{?疑\n", 2, "`[丙]{?` has no other half"),
    "half a bold in a cell": ("::: table head=1\n| a |\n|---|\n| **b |\n:::\n", 4, "`**`"),
    "half a bold in a list": ("- 甲\n- 乙**\n", 2, "`**` has no other half"),
    "heading without a space": ("甲\n\n##一、总则\n", 3, "neither a heading nor"),
    "heading too deep": ("###### 甲\n", 1, "five levels"),
    "heading without text": ("甲\n\n##\n", 3, "without text"),
    "list in a list": ("- 甲\n  - 乙\n", 1, "one paragraph"),
    "two paragraphs in a list item": ("- 甲\n\n  乙\n", 1, "one paragraph"),
    "list item without text": ("- 甲\n-\n", 2, "one paragraph"),
    "entry without a date": ("@三月二日 甲\n", 1, "without its date"),
    "entry of a day that is none": ("甲\n\n@2021-02-30 甲\n", 3, "`2021-02-30` is no date"),
    "entry to a day that is none": ("@2021-02-03/2021-13-01 甲\n", 1, "`2021-13-01`"),
    "entry that ends before it begins": (
        "甲\n\n@2021-03-02/2021-03-01 甲\n",
        3,
        "before the first",
    ),
    "gap with nothing in it": ("甲\n\n::: gap\n:::\n", 3, "with nothing in it"),
    "signature with nothing in it": ("::: signature\n\n　\n:::\n", 1, "with nothing in it"),
    "verbatim with nothing in it": ("```verbatim 图\n```\n", 1, "with nothing in it"),
    "label of an annex without title": ("甲\n\n# 附件1　\n", 3, "without its title"),
    "entry without text": ("@2021-02-03\n", 1, "without its date"),
}


@pytest.mark.parametrize("case", BODIES.values(), ids=BODIES.keys())
def test_markdown_edited_into_nonsense(case: tuple[str, int, str]) -> None:
    markdown, line, message = case
    error = refusal(lambda: body.parse(markdown, "jszf-31.md", 31))
    assert message in error.message
    assert (error.path, error.line) == ("jszf-31.md", 30 + line)


def test_an_error_in_a_body_counts_the_lines_of_the_front_matter(folder: Path) -> None:
    path = folder / "jszf-31.md"
    edit(path, "现予印发。", "现予**印发。")
    error = refusal(lambda: read_issue(folder))
    assert (error.path, error.line) == (path, line_of(path, "现予**印发。"))
    assert str(error).startswith(f"{path}:{error.line}: `**`")


def test_two_items_may_not_share_a_place(folder: Path) -> None:
    edit(folder / "dashiji-09.md", "order: 2", "order: 1")
    error = refusal(lambda: read_issue(folder))
    assert error.path == folder / "jszf-31.md"
    assert "also that of dashiji-09.md" in error.message
    assert error.line == line_of(folder / "jszf-31.md", "order: 1")


def test_an_item_stands_in_the_folder_of_its_issue(folder: Path) -> None:
    edit(folder / "jszf-31.md", 'issue: "2018-05"', 'issue: "2018-06"')
    error = refusal(lambda: read_issue(folder))
    assert "2018-06" in error.message
    assert error.line == line_of(folder / "jszf-31.md", 'issue: "2018-06"')


@pytest.mark.parametrize("name", ["JSZF-31.md", "晋市政发.md", "jszf_31.md", "jszf-31 (copy).md"])
def test_the_name_of_a_file_is_a_slug(folder: Path, name: str) -> None:
    (folder / "jszf-31.md").rename(folder / name)
    error = refusal(lambda: read_issue(folder))
    assert error.path == folder / name
    assert "is no slug" in error.message


def test_the_folder_has_the_name_of_the_issue(folder: Path) -> None:
    moved = folder.rename(folder.with_name("2018-06"))
    assert "do not fit the folder `2018-06`" in refusal(lambda: read_issue(moved)).message


SOURCE_FILES = ["../../etc/passwd", "/etc/passwd", "gazette.yaml", "sources/../gazette.yaml",
                "sources/", "sources/..", "sources/a/b.txt", "sources/.git", f"sources/{'a' * 300}",
                "sources\\\\a", ""]  # fmt: skip


@pytest.mark.parametrize("name", SOURCE_FILES)
def test_a_source_lies_among_the_sources(folder: Path, name: str) -> None:
    path = folder / "issue.md"
    edit(path, "sources/2018-05.txt", name)
    error = refusal(lambda: read_issue(folder))
    assert "`file` must be `sources/`" in error.message
    assert (error.path, error.line) == (path, line_of(path, "  file:"))


@pytest.mark.parametrize("slug", ["source", "changes"])
def test_an_item_has_no_address_of_another_page(folder: Path, slug: str) -> None:
    (folder / "jszf-31.md").rename(folder / f"{slug}.md")
    error = refusal(lambda: read_issue(folder))
    assert error.path == folder / f"{slug}.md"
    assert "address of another page" in error.message


@pytest.mark.parametrize("kept", [0, 2])
def test_a_separate_document_is_one_item(folder: Path, kept: int) -> None:
    path = folder / "issue.md"
    edit(path, 'type: "issue"', 'type: "separate"')
    for item in sorted(folder.glob("*-*.md"))[kept:]:
        item.unlink()
    error = refusal(lambda: read_issue(folder))
    assert f"is one item, and here are {kept}" in error.message
    assert (error.path, error.line) == (path, line_of(path, "type:"))


def test_the_issue_itself_has_no_body(folder: Path) -> None:
    path = folder / "issue.md"
    path.write_text(path.read_text("utf-8") + "\n正文\n", "utf-8")
    assert "front matter only" in refusal(lambda: read_issue(folder)).message


def test_a_folder_without_an_issue(folder: Path) -> None:
    (folder / "issue.md").unlink()
    assert refusal(lambda: read_issues(folder.parent.parent)).path == folder / "issue.md"
    assert refusal(lambda: digest(folder)).path == folder
    assert "delete the folder" in refusal(lambda: digest(folder)).hint


def test_an_issue_that_is_not_there(tmp_path: Path) -> None:
    assert "gazette import" in refusal(lambda: read_issue(tmp_path / "2018-05")).hint


def test_content_that_lost_its_issues(tmp_path: Path) -> None:
    assert read_issues(tmp_path) == []
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "2018-05.txt").write_text("公报", "utf-8")
    error = refusal(lambda: read_issues(tmp_path))
    assert error.path == tmp_path / "issues"
    assert "gazette import" in error.hint
    (tmp_path / "issues").write_text("", "utf-8")
    assert refusal(lambda: read_issues(tmp_path)).message == "not a folder"


def test_a_file_whose_name_is_no_text(folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder), b"\xff.md"), "wb"):  # noqa: PTH118, PTH123
        pass
    assert "is no slug" in refusal(lambda: read_issue(folder)).message
    assert digest(folder)


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "jszf-99.md")
    error = refusal(lambda: read_issue(folder))
    assert (error.path, error.message) == (folder / "jszf-99.md", "not a plain file")


# --- origins ------------------------------------------------------------------------------------


def test_origins_that_are_missing(folder: Path) -> None:
    (folder / "origins.jsonl").unlink()
    error = refusal(lambda: read_issue(folder))
    assert (error.path, error.message) == (folder / "origins.jsonl", "no such file")
    assert "import again" in error.hint


@pytest.mark.parametrize("kept", [0, 1, 5, -1])
def test_origins_that_do_not_cover_text_nobody_edited(folder: Path, kept: int) -> None:
    path = folder / "origins.jsonl"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:kept]), "utf-8")
    error = refusal(lambda: read_issue(folder))
    assert error.path == path
    assert "which nobody edited" in error.message

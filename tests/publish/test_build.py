"""From a content folder to a site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.document import write_issue
from generator.errors import ContentError, TemplateError
from generator.model import Repair, Span
from generator.publish import build
from generator.publish.outputs import OUTPUTS
from tests.publish.samples import SAMPLE, TEMPLATES

GAZETTE = """\
name: "云州市人民政府公报"
publisher: "云州市人民政府办公室"
place: "云州市"
language: "zh-Hans-CN"
base_url: "https://gazette.example/yunzhou/"
series:
  "云政发": "yzf"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "sources").mkdir(parents=True)
    (content / "gazette.yaml").write_text(GAZETTE, encoding="utf-8")
    for issue in SAMPLE:
        folder = content / "issues" / issue.id
        folder.mkdir(parents=True)
        lines = "".join(f"第{n}行\n" for n in range(1, 21))
        (content / issue.source.file).write_text(lines, encoding="gb18030")
        write_issue(issue, folder, [Repair("page_number", Span(7, 7), "- 12 -", "")])
    return content


@pytest.fixture
def pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the search index out: it is not what these tests are about, and slow."""
    kept = tuple(output for output in OUTPUTS if output.name != "search")
    monkeypatch.setattr(build, "OUTPUTS", kept)


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


def test_a_content_folder_becomes_a_searchable_site(root: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    summary = build.build_site(
        root, tmp_path / "site", TEMPLATES, progress=lambda *step: seen.append(step)
    )
    assert (summary.issues, summary.items, summary.pages, summary.tables) == (3, 5, 19, 1)
    built = files(tmp_path / "site")
    assert "2018/05/yzf-31/index.html" in built
    assert "pagefind/pagefind.js" in built
    assert [step[0] for step in seen] == [*(output.name for output in OUTPUTS), ""]
    assert seen[-1][1:] == (len(OUTPUTS), len(OUTPUTS))


@pytest.mark.usefixtures("pages_only")
def test_two_builds_are_the_same_to_the_byte(root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build.build_site(root, tmp_path / name, TEMPLATES)
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.usefixtures("pages_only")
def test_raw_lines_are_shown_in_whatever_encoding_they_came(root: Path, tmp_path: Path) -> None:
    (root / "sources" / "2018-05.txt").write_bytes("甲\r\n乙\f丙\n丁".encode("utf-16"))
    build.build_site(root, tmp_path / "site", TEMPLATES)
    page = (tmp_path / "site" / "2018" / "05" / "source" / "index.html").read_text("utf-8")
    assert '<li id="L1">甲</li>' in page
    assert '<li id="L3">丁</li>' in page


@pytest.mark.usefixtures("pages_only")
def test_a_failed_build_leaves_the_old_site(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build.build_site(root, out, TEMPLATES)
    before = files(out)
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "about.html").unlink()
    with pytest.raises(TemplateError, match=r"about\.html"):
        build.build_site(root, out, templates)
    assert files(out) == before


def test_a_missing_source_is_named(root: Path, tmp_path: Path) -> None:
    (root / "sources" / "2018-05.txt").unlink()
    with pytest.raises(ContentError, match=r"2018-05\.txt.*missing"):
        build.build_site(root, tmp_path / "site", TEMPLATES)
    assert not (tmp_path / "site").exists()

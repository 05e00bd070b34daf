"""From a content folder to a site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import ContentError, SourceError, TemplateError
from generator.publish import build
from generator.publish.outputs import OUTPUTS
from tests.publish.samples import TEMPLATES, write_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    write_content(content)
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
    assert (summary.issues, summary.items, summary.pages, summary.tables) == (3, 5, 42, 1)
    built = files(tmp_path / "site")
    assert "2018/05/yzf-31/index.html" in built
    assert "pagefind/shards.json" in built
    assert [step[0] for step in seen] == ["issues", *(output.name for output in OUTPUTS), ""]
    assert seen[-1][1:] == (len(OUTPUTS) + 1, len(OUTPUTS) + 1)


@pytest.mark.usefixtures("pages_only")
def test_two_builds_are_the_same_to_the_byte(root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build.build_site(root, tmp_path / name, TEMPLATES)
    assert files(tmp_path / "one") == files(tmp_path / "two")


PAGES_AND_FILES = """
import sys
from pathlib import Path
from generator.publish import build
build.OUTPUTS = tuple(output for output in build.OUTPUTS if output.name != "search")
build.build_site(*map(Path, sys.argv[1:]))
"""


def test_two_processes_build_the_same_to_the_byte(
    root: Path, tmp_path: Path, repository: Path
) -> None:
    """Pages, data files and workbooks, whatever the order of sets and the time of day."""
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        arguments = (root, tmp_path / seed, TEMPLATES)
        subprocess.run(
            [sys.executable, "-c", PAGES_AND_FILES, *map(str, arguments)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=repository,
            check=True,
        )
    built = files(tmp_path / "1")
    assert built == files(tmp_path / "2")
    assert {Path(name).suffix for name in built} >= {".html", ".csv", ".json", ".xlsx"}


@pytest.mark.usefixtures("pages_only")
def test_raw_lines_are_shown_in_whatever_encoding_they_came(root: Path, tmp_path: Path) -> None:
    (root / "sources" / "2018-05.txt").write_bytes("甲\r\n乙\f丙\n丁".encode("utf-16"))
    build.build_site(root, tmp_path / "site", TEMPLATES)
    page = (tmp_path / "site" / "2018" / "05" / "source" / "index.html").read_text("utf-8")
    assert '<li id="L1">甲<' in page
    assert '<li id="L3">丁<' in page


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


@pytest.mark.usefixtures("pages_only")
@pytest.mark.parametrize("damage", ["gone", "a file", "empty"])
def test_a_good_site_never_gives_way_to_an_empty_one(
    root: Path, tmp_path: Path, damage: str
) -> None:
    out = tmp_path / "site"
    build.build_site(root, out, TEMPLATES)
    before = files(out)
    shutil.rmtree(root / "issues")
    if damage == "a file":
        (root / "issues").write_text("")
    elif damage == "empty":
        (root / "issues").mkdir()
    with pytest.raises(ContentError) as caught:
        build.build_site(root, out, TEMPLATES)
    assert caught.value.path in (root / "issues", str(root / "issues"))
    assert files(out) == before


def test_a_gazette_without_anything_says_how_to_begin(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(root / "issues")
    shutil.rmtree(root / "sources")
    with pytest.raises(ContentError, match="nothing to build") as caught:
        build.build_site(root, tmp_path / "site", TEMPLATES)
    assert "gazette import" in caught.value.hint


@pytest.mark.usefixtures("pages_only")
def test_a_site_half_swapped_stands_again_even_if_the_content_is_broken_now(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    build.build_site(root, out, TEMPLATES)
    out.rename(tmp_path / ".site.old")
    (root / "gazette.yaml").write_text("][")
    with pytest.raises(ContentError):
        build.build_site(root, out, TEMPLATES)
    assert (out / "index.html").exists()


@pytest.mark.parametrize("language", ["x" * 1500, "../../zh", "zh_Hans", ""])
def test_a_language_that_is_no_language_tag_is_refused(
    root: Path, tmp_path: Path, language: str
) -> None:
    path = root / "gazette.yaml"
    text = path.read_text("utf-8").replace("zh-Hans-CN", language)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        build.build_site(root, tmp_path / "site", TEMPLATES)
    assert caught.value.path == path
    assert len(str(caught.value)) < 500


def test_a_folder_in_the_place_of_a_source_is_named(root: Path, tmp_path: Path) -> None:
    (root / "sources" / "2018-05.txt").unlink()
    (root / "sources" / "2018-05.txt").mkdir()
    with pytest.raises(SourceError, match=r"2018-05\.txt: the raw source cannot be read"):
        build.build_site(root, tmp_path / "site", TEMPLATES)


def test_a_missing_source_is_named(root: Path, tmp_path: Path) -> None:
    (root / "sources" / "2018-05.txt").unlink()
    with pytest.raises(ContentError, match=r"2018-05\.txt.*missing"):
        build.build_site(root, tmp_path / "site", TEMPLATES)
    assert not (tmp_path / "site").exists()

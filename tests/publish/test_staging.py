"""The old site stands until the new one is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import OutputError, TemplateError
from generator.publish.staging import staged


def build(out: Path, text: str) -> None:
    with staged(out) as folder:
        (folder / "404.html").write_text(text)


def break_off(out: Path) -> None:
    with staged(out) as folder:
        (folder / "404.html").write_text("half")
        raise TemplateError("broken")


def standing(out: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in out.iterdir()}


def test_a_build_replaces_the_site_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    (out / "gone.html").write_text("stale")
    build(out, "new")
    assert standing(out) == {"404.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_file_that_keeps_the_folder_tracked_survives(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / ".gitkeep").write_text("")
    build(out, "new")
    build(out, "newer")
    assert standing(out) == {".gitkeep": "", "404.html": "newer"}


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    with pytest.raises(TemplateError):
        break_off(out)
    assert standing(out) == {"404.html": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_text("half")
    build(out, "new")
    assert standing(out) == {"404.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_between_the_two_renames_is_undone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    out.rename(tmp_path / ".site.old")
    with pytest.raises(TemplateError):
        break_off(out)
    assert standing(out) == {"404.html": "old"}


def test_a_folder_of_other_files_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="not those of a built site"):
        build(out, "new")
    assert standing(out) == {"letter.txt": "mine"}


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.write_text("a file")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        build(out, "new")
    assert out.read_text() == "a file"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="cannot be written") as caught:
        build(tmp_path / "file" / "site", "new")
    assert "file" in str(caught.value.path)

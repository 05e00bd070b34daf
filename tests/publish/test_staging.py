"""The old site stands until the new one is whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import OutputError, TemplateError
from generator.publish.staging import staged


def build(out: Path, text: str) -> list[str]:
    warnings: list[str] = []
    with staged(out, warnings.append) as folder:
        fill(folder, text)
    return warnings


def fill(folder: Path, text: str) -> None:
    (folder / "404.html").write_text("no such page")
    (folder / "index.html").write_text(text)


def break_off(out: Path) -> None:
    with staged(out) as folder:
        fill(folder, "half")
        raise TemplateError("broken")


def standing(out: Path) -> str:
    return (out / "index.html").read_text()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_replaces_the_site_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with staged(out) as folder:
        fill(folder, "old")
        (folder / "2018").mkdir()
    build(out, "new")
    assert standing(out) == "new"
    assert names(out) == [".gazette", "404.html", "index.html"]
    assert names(tmp_path) == ["site"]


def test_the_file_that_keeps_the_folder_tracked_survives(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / ".gitkeep").write_text("")
    build(out, "new")
    build(out, "newer")
    assert standing(out) == "newer"
    assert names(out) == [".gazette", ".gitkeep", "404.html", "index.html"]


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    with pytest.raises(TemplateError):
        break_off(out)
    assert standing(out) == "old"
    assert names(tmp_path) == ["site"]


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_text("half")
    build(out, "new")
    assert standing(out) == "new"
    assert names(tmp_path) == ["site"]


def test_a_build_killed_between_the_two_renames_is_undone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    out.rename(tmp_path / ".site.old")
    with pytest.raises(TemplateError):
        break_off(out)
    assert standing(out) == "old"


def test_a_folder_of_other_files_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "documents"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"no build wrote: letter\.txt"):
        build(out, "new")
    assert names(out) == ["letter.txt"]


@pytest.mark.parametrize("name", ["CNAME", ".git", "robots.txt"])
def test_what_a_person_added_to_a_site_is_never_lost(tmp_path: Path, name: str) -> None:
    out = tmp_path / "site"
    build(out, "old")
    (out / name).mkdir()
    with pytest.raises(OutputError, match=name):
        build(out, "new")
    assert (out / name).is_dir()
    assert standing(out) == "old"
    assert names(tmp_path) == ["site"]


def test_what_is_added_during_a_build_is_not_lost_either(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")

    def add_meanwhile() -> None:
        with staged(out) as folder:
            fill(folder, "new")
            (out / "CNAME").write_text("gazette.example")

    with pytest.raises(OutputError, match="CNAME"):
        add_meanwhile()
    assert (out / "CNAME").exists()


def test_the_top_of_the_file_system_is_refused() -> None:
    with pytest.raises(OutputError, match="top of the file system"):
        build(Path("/"), "new")


def test_a_second_build_of_the_same_site_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "old")
    with staged(out) as folder:
        fill(folder, "first")
        with pytest.raises(OutputError, match="another build is running"):
            build(out, "second")
        assert (folder / "index.html").exists()
        build(tmp_path / "elsewhere", "another site")
    assert standing(out) == "first"
    assert names(tmp_path) == ["elsewhere", "site"]


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    out = tmp_path / "site"
    code = (
        "import os, sys; from pathlib import Path; from generator.publish.staging import staged\n"
        "with staged(Path(sys.argv[1])) as folder: (folder / 'half').touch(); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, out], check=False).returncode == 9
    assert names(tmp_path) == [".site.lock", ".site.new"]
    build(out, "new")
    assert standing(out) == "new"
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("missing", ["index.html", "404.html"])
def test_a_site_without_its_main_pages_never_replaces_one(tmp_path: Path, missing: str) -> None:
    out = tmp_path / "site"
    build(out, "old")

    def build_less() -> None:
        with staged(out) as folder:
            fill(folder, "new")
            (folder / missing).unlink()

    with pytest.raises(OutputError, match=f"not complete: {missing}"):
        build_less()
    assert standing(out) == "old"


@pytest.mark.parametrize("name", [".site.new", ".site.old"])
def test_a_link_in_the_way_is_named_and_not_followed(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    (tmp_path / name).symlink_to(tmp_path / "mine")
    with pytest.raises(OutputError, match="is a symbolic link") as caught:
        build(tmp_path / "site", "new")
    assert caught.value.path == tmp_path / name
    assert names(tmp_path / "mine") == ["letter.txt"]


def test_an_old_site_that_cannot_be_deleted_is_named_and_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    build(out, "old")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        (warning,) = build(out, "new")
    assert f"{tmp_path / '.site.left-1'}: " in warning
    assert "by hand" in warning
    assert standing(out) == "new"
    assert build(out, "newer") == []
    assert standing(out) == "newer"


@pytest.mark.parametrize(
    ("number", "hint"),
    [(errno.ENOSPC, "room"), (errno.ENAMETOOLONG, "shorten"), (errno.EACCES, "is yours")],
)
def test_what_to_do_depends_on_what_is_wrong(tmp_path: Path, number: int, hint: str) -> None:
    def fail() -> None:
        with staged(tmp_path / "site"):
            raise OSError(number, os.strerror(number))

    with pytest.raises(OutputError, match=os.strerror(number)) as caught:
        fail()
    assert hint in caught.value.hint
    assert names(tmp_path) == []


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

"""A build with nothing to do does nothing; with anything to do, it never leaves a stale page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publish import build
from generator.publish.outputs import OUTPUTS, Output
from generator.publish.press import survey
from generator.publish.site import Site
from tests.publish.samples import TEMPLATES, write_content


@pytest.fixture(autouse=True)
def pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "OUTPUTS", tuple(one for one in OUTPUTS if one.name != "search"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with content, templates, a built site and a cache."""
    write_content(tmp_path / "content")
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    run(tmp_path)
    return tmp_path


def run(place: Path, site: str = "site") -> str:
    """Build, and return what is said on stdout."""
    given = {name: place / name for name in ("templates", "cache")} | {"root": place / "content"}
    options = [str(part) for name, path in given.items() for part in (f"--{name}", path)]
    arguments = ["build", *options, "--site", str(place / site), "--processes", "1"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


def stands(place: Path) -> bool:
    """Whether a build leaves the site alone; either way it is then the one of a first build."""
    before = (place / "site").stat().st_ino
    run(place)
    left = (place / "site").stat().st_ino == before
    run(place, "cold")
    assert files(place / "site") == files(place / "cold")
    return left


def test_with_nothing_to_do_nothing_is_done_and_the_same_is_said(place: Path) -> None:
    said = run(place)
    assert said.startswith("3 issues, 5 items, 42 pages, 1 table, ")
    assert "nothing to change" in said
    assert stands(place)


def test_the_time_of_a_file_says_nothing(place: Path) -> None:
    for path in (place / "content").rglob("*"):
        os.utime(path, (0, 2**31))
    assert stands(place)


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(place: Path) -> None:
        path = place / name
        known = path.stat()
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))  # a clock that jumps

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": edit("content/issues/2018-05/yzf-31.md", "锅炉改造", "锅炉更新"),
    "facts": edit("content/issues/2018-05/yzf-31.md", "清洁取暖", "集中取暖"),
    "settings": edit("content/gazette.yaml", "办公室", "办公厅"),
    "template": edit("templates/about.html", "<h2>", "<h2 class='a'>"),
    "words": edit("templates/catalogue/zh-Hans.yaml", "home.title: ", "home.title:  "),
    "style": edit("templates/assets/theme.css", ":root", "html:root"),
    "corrections": lambda place: (
        (place / "content" / "corrections").mkdir()
        or (place / "content" / "corrections" / "2018-05.yaml").write_text(
            '- line: 7\n  find: "第"\n  replace: "弟"\n  reason: "印刷版"\n  by: "编辑"\n', "utf-8"
        )
    ),
    "removed issue": lambda place: shutil.rmtree(place / "content" / "issues" / "2020-yzb-56"),
    "page edited": edit("site/2018/index.html", "</html>", "<!-- mine --></html>"),
    "page removed": lambda place: (place / "site" / "2018" / "index.html").unlink(),
    "page added": lambda place: (place / "site" / "2018" / "mine.html").write_text(""),
    "site removed": lambda place: shutil.rmtree(place / "site"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_the_site_is_built(place: Path, change: Callable[[Path], object]) -> None:
    change(place)
    assert "nothing to change" not in run(place)


def test_another_program_builds_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = place / "program"
    program.mkdir()
    (program / "rule.py").write_text("NEWER = True\n")
    monkeypatch.setattr(survey, "_PROGRAM", program)
    assert not stands(place)
    assert stands(place)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b"\xff" + path.read_bytes()),
        lambda path: path.write_text("{}"),
        lambda path: path.write_text(path.read_text().replace("3", "4")),
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_a_damaged_record_costs_time_alone(place: Path, damage: Callable[[Path], object]) -> None:
    (path,) = (place / "cache" / "build").glob("*/record.json")
    damage(path)
    assert not stands(place)


def test_a_cache_that_cannot_be_written_costs_time_alone(place: Path) -> None:
    shutil.rmtree(place / "cache")
    (place / "cache").mkdir()
    (place / "cache" / "build").write_text("a file in its place")
    assert not stands(place)
    assert not stands(place)


def test_the_record_of_another_site_is_not_its_own(place: Path) -> None:
    run(place, "other")
    names = sorted((place / "cache" / "build").glob("*/record.json"))
    assert len(names) == 2
    assert json.loads(names[0].read_text().partition("\n")[2])["told"]["pages"] == 42


def test_what_changes_while_it_is_read_is_not_recorded(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(place / "cache")
    change = edit("content/issues/2018-05/yzf-31.md", "锅炉改造", "锅炉更新")
    last = build.OUTPUTS[-1]

    def write_and_change(site: Site, folder: Path) -> None:
        last.write(site, folder)
        change(place)

    with monkeypatch.context() as patch:
        patch.setattr(build, "OUTPUTS", (*build.OUTPUTS[:-1], Output(last.name, write_and_change)))
        run(place)
    assert not stands(place)


def test_to_find_that_nothing_changed_takes_neither_templates_nor_markdown() -> None:
    """They take longer to load than a small archive to survey."""
    code = "import sys, generator.publish.press.memory; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert not {b"jinja2", b"markdown_it", b"yaml"} & set(loaded.split())

"""Whatever changes between two builds, the second leaves what a first build would have made."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import check_issue
from generator.errors import GazetteError
from generator.publish import build
from generator.publish.outputs import OUTPUTS
from generator.publish.press import keys, run, survey
from generator.publish.press.templates import reached
from generator.publish.site import Site
from tests.publish.samples import TEMPLATES, write_content

FAST = tuple(output for output in OUTPUTS if output.name not in ("search", "icons"))
"""Pagefind and the pictures take most of the time, and have tests of their own."""

Edit = Callable[[Path, Random], object]


def replaced(pattern: str, pairs: tuple[tuple[str, str], ...]) -> Edit:
    """In one of these files the one or the other text is written in the place of its fellow."""

    def edit(place: Path, draw: Random) -> None:
        old, new = draw.choice(pairs)
        path = draw.choice(sorted(place.glob(pattern)) or [place / "absent"])
        if path.exists():
            text = path.read_text("utf-8")
            old, new = (old, new) if old in text else (new, old)
            path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def appended(pattern: str, text: str) -> Edit:
    def edit(place: Path, draw: Random) -> None:
        path = draw.choice(sorted(place.glob(pattern)))
        path.write_bytes(path.read_bytes() + text.format(draw.randrange(100)).encode())

    return edit


def removed(pattern: str) -> Edit:
    """One of these files or folders is away, or comes back."""

    def edit(place: Path, draw: Random) -> None:
        away = place / "away"
        away.mkdir(exist_ok=True)
        for path in away.iterdir():
            path.rename(place / path.name.replace("\t", "/"))
            return
        for path in draw.sample(sorted(place.glob(pattern)), 1):
            path.rename(away / str(path.relative_to(place)).replace("/", "\t"))

    return edit


def renamed(place: Path, draw: Random) -> None:
    """An item gets another slug."""
    path = draw.choice([*place.glob("content/issues/*/*[0-9].md")])
    path.rename(path.with_name(f"yzf-{draw.randrange(200, 300)}.md"))


def moved(place: Path, draw: Random) -> None:
    """An old address leads to a page, which may go, or to another."""
    new = draw.choice(["/2018/05/", "/2018/02/", "/2018/05/yzf-31/"])
    (place / "content" / "moved.yaml").write_text(f'"/2018/05/yzf-1/": "{new}"\n', "utf-8")


def damaged(place: Path, draw: Random) -> None:
    """A file of the cache is cut, changed, or gone."""
    kept = sorted(path for path in place.glob("cache/**/*") if path.is_file())
    for path in kept and draw.sample(kept, 1):
        data = bytearray(path.read_bytes())
        data[draw.randrange(len(data))] ^= 1
        path.write_bytes(draw.choice([data, data[: len(data) // 2], b""]))


def corrected(place: Path, draw: Random) -> None:
    folder = place / "content" / "corrections"
    folder.mkdir(exist_ok=True)
    entry = f'- line: {draw.randrange(1, 9)}\n  find: "第"\n  replace: "弟"\n  reason: "印刷版"\n'
    name = draw.choice(["2018-05", "2018-02", "2020-yzb-56", "2031-01"])
    (folder / f"{name}.yaml").write_text(f'{entry}  by: "编辑"\n', "utf-8")


TEXTS = "content/issues/*/*[0-9].md"
EDITS: dict[str, Edit] = {
    "text": replaced(TEXTS, (("锅炉改造", "锅炉更新"), ("如下。", "如下：甲。"))),
    "facts": replaced(TEXTS, (("云州市人民政府关于", "云州市关于"), ("5号", "6号"))),
    "number": replaced(TEXTS, (("〔2018〕12号", "〔2018〕13号"),)),
    "day": replaced(TEXTS, (("2018-09-04", "2018-09-05"),)),
    "issue": replaced("content/issues/2018-05/issue.md", (("251", "252"), ("钱", "孙"))),
    "settings": replaced("content/gazette.yaml", (("办公室", "办公厅"), ("yunzhou/", "yz/"))),
    "words": replaced("templates/catalogue/zh-Hans.yaml", (("首页", "主页"), ("目录", "目次"))),
    "template": appended("templates/[!b]*.html", "<!-- {} -->"),
    "frame": replaced("templates/base.html", (("</body>", "<!-- --></body>"),)),
    "style": appended("templates/assets/*.css", "\n.a{}{{color:#000}}"),
    "source": appended("content/sources/*.txt", "row {}\n"),
    "correction": corrected,
    "removed item": removed("content/issues/2018-05/*[0-9].md"),
    "removed issue": removed("content/issues/20*"),
    "removed source": removed("content/sources/*"),
    "slug": renamed,
    "moved": moved,
    "program": appended("program/rule.py", "# {}\n"),
    "site": appended("site/**/*.html", "{}"),
    "page gone": lambda place, draw: draw.choice(sorted(place.glob("site/**/*.html"))).unlink(),
    "clock": lambda place, draw: [
        os.utime(path, (0, draw.randrange(2**31))) for path in place.glob("content/**/*")
    ],
    "cache": damaged,
}  # fmt: skip


@contextmanager
def workplace() -> Iterator[tuple[Path, pytest.MonkeyPatch]]:
    """Content, templates, and a program of one file, which a build knows by its bytes alone."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        place = Path(name)
        write_content(place / "content")
        shutil.copytree(TEMPLATES, place / "templates")
        (place / "program").mkdir()
        (place / "program" / "rule.py").touch()
        patch.setattr(survey, "_PROGRAM", place / "program")
        patch.setattr(build, "OUTPUTS", FAST)
        yield place, patch


def built(place: Path, name: str, cache: Path | None = None) -> dict[str, bytes] | str:
    """The files of the site `name` after a build, or why it was refused."""
    try:
        build.build_site(
            place / "content", place / name, place / "templates", examine=check_issue, cache=cache
        )
    except GazetteError as error:
        return str(error)
    return files(place / name)


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


def same(place: Path) -> bool:
    """Whether a build with what is kept makes what one without makes."""
    return built(place, "site", place / "cache") == built(place, "cold")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3), min_size=1, max_size=4
    ),
    st.integers(0, 2**32),
)
def test_after_any_edits_the_site_is_that_of_a_first_build(
    rounds: list[list[str]], seed: int
) -> None:
    draw = Random(seed)
    with workplace() as (place, _):
        built(place, "site", place / "cache")
        for edits in rounds:
            for edit in edits:
                EDITS[edit](place, draw)
            assert same(place)


def test_after_each_edit_the_site_is_that_of_a_first_build() -> None:
    draw = Random(1)
    with workplace() as (place, _):
        built(place, "site", place / "cache")
        for name, edit in EDITS.items():
            edit(place, draw)
            assert same(place), name


ALL = {"2018-02", "2018-05", "2020-yzb-56"}
MADE: dict[str, set[str]] = {
    "clock": set(),
    "cache": set(),
    "program": ALL,
    "settings": ALL,
    "words": ALL,
    "frame": ALL,
    "style": ALL,
}
"""Edits of all issues or of none."""


@pytest.mark.parametrize("edit", ["settings", "words", "frame", "style", "program", "clock"])
def test_what_all_pages_are_made_of_makes_all_anew(edit: str) -> None:
    with workplace() as (place, patch):
        made = watched(patch)
        built(place, "site", place / "cache")
        assert made == ALL
        made.clear()
        EDITS[edit](place, Random(1))
        built(place, "site", place / "cache")
        assert made == MADE[edit]


ONE: dict[str, tuple[Edit, set[str]]] = {
    "a text": (replaced("content/issues/2018-05/yzf-31.md", (("锅炉", "窑炉"),)), {"2018-05"}),
    "a source": (appended("content/sources/2018-02.txt", "row\n"), {"2018-02"}),
    # 2018-05 repeals that document, and its pages link to the address.
    "a slug that is referred to": (
        lambda place, _: (place / "content/issues/2018-02/yzf-12.md").rename(
            place / "content/issues/2018-02/yzf-120.md"
        ),
        {"2018-02", "2018-05"},
    ),
    # The neighbours of the page of an issue name it.
    "an issue": (removed("content/issues/2018-02"), {"2018-05"}),
    "a template of lists": (appended("templates/about.html", "<!-- -->"), set()),
    "a template of items": (appended("templates/item.html", "<!-- -->"), ALL),
    "a page": (lambda place, _: (place / "site/2018/05/yzf-31/index.html").unlink(), {"2018-05"}),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE.values(), ids=ONE)
def test_nothing_is_made_anew_but_what_must(case: tuple[Edit, set[str]]) -> None:
    edit, expected = case
    with workplace() as (place, patch):
        made = watched(patch)
        built(place, "site", place / "cache")
        made.clear()
        edit(place, Random(1))
        built(place, "site", place / "cache")
        assert made == expected


def watched(patch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the issues that builds make, as they make them."""
    made: set[str] = set()
    pressed = run.pressed

    def watch(job, parts, processes):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
        made.update(part.id for part in parts)
        return pressed(job, parts, processes)

    patch.setattr(run, "pressed", watch)
    return made


def test_a_part_of_the_site_holds_nothing_that_its_key_does_not_know() -> None:
    of_all = {"publication", "templates", "say", "emblem", "moved"}  # the same files for all
    own = {"issues", "anchors", "sources", "repairs", "findings", "downloads"}  # of its own files
    of_build = {"told", "records", "cache"}  # on no page of an issue
    assert {one.name for one in fields(Site)} == {*of_all, *own, *of_build, *keys.SHOWN}


def test_a_template_names_those_it_needs_as_plain_text() -> None:
    texts = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.html")}
    needed = reached(texts, ["item.html"])
    assert {"item.html", "base.html", "blocks.html", "table.html"} <= needed
    assert "home.html" not in needed
    for text in texts.values():
        for word in ("extends", "include", "import", "from"):
            for rest in text.split(f"{{% {word} ")[1:]:
                assert rest.startswith('"'), rest[:40]


def test_unchanged_pages_are_linked_and_not_written() -> None:
    with workplace() as (place, _):
        built(place, "site", place / "cache")
        page, other = (
            place / "site" / name for name in ("2018/02/index.html", "2018/05/index.html")
        )
        before = page.stat().st_ino, other.stat().st_ino
        ONE["a text"][0](place, Random(1))
        built(place, "site", place / "cache")
        assert page.stat().st_ino == before[0]
        assert other.stat().st_ino != before[1]


def test_a_disk_without_links_is_served_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    with workplace() as (place, _):
        built(place, "site", place / "cache")
        ONE["a text"][0](place, Random(1))
        assert same(place)

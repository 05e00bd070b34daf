"""The command `gazette` as a person or a machine meets it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from generator import __version__, errors
from generator.cli import main
from generator.errors import GazetteError
from generator.model import Finding

SEPARATE = "2020-jszb-56"
"""The smallest source: one document."""

ERRORS = GazetteError.__subclasses__()


@pytest.fixture
def content(tmp_path: Path, repository: Path) -> Path:
    """A content folder with one source that is not imported yet."""
    root = tmp_path / "content"
    (root / "sources").mkdir(parents=True)
    shutil.copy(repository / "content/gazette.yaml", root)
    shutil.copy(repository / f"content/sources/{SEPARATE}.txt", root / "sources")
    return root


def gazette(*arguments: str | Path) -> Result:
    """Run the command and make sure that nothing but its exit leaves it."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def imported(root: Path) -> Path:
    assert gazette("import", "--root", root).exit_code == 0
    return root / "issues" / SEPARATE


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_import_takes_in_what_is_new_and_only_that(content: Path) -> None:
    assert gazette("import", "--pending", "--root", content).stdout.split() == [SEPARATE]
    first = gazette("import", "--root", content)
    assert f"{SEPARATE}: 1 item," in first.stdout
    assert (content / "issues" / SEPARATE / "issue.md").exists()
    assert gazette("import", "--pending", "--root", content).stdout == ""
    assert "Nothing new" in gazette("import", "--root", content).stdout


def test_import_again_changes_nothing(content: Path) -> None:
    before = snapshot(imported(content))
    again = gazette("import", SEPARATE, "--root", content, "--json")
    assert json.loads(again.stdout)[0]["changed"] is False
    assert snapshot(content / "issues" / SEPARATE) == before


def test_import_refuses_to_lose_an_edit_and_says_how_to_keep_it(content: Path) -> None:
    folder = imported(content)
    item = next(path for path in folder.glob("*.md") if path.name != "issue.md")
    item.write_text(item.read_text("utf-8") + "\n一句补充。\n", encoding="utf-8")
    before = snapshot(folder)
    refused = gazette("import", SEPARATE, "--root", content)
    assert refused.exit_code == errors.EditedError.exit_code
    assert "corrections" in refused.stderr
    assert snapshot(folder) == before


def edited(root: Path, old: str, new: str) -> Path:
    """An imported issue and what an editor changed in it."""
    (page,) = (path for path in imported(root).glob("*.md") if path.name != "issue.md")
    text = page.read_text("utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), "utf-8")
    return page


ADOPT = ("adopt", SEPARATE, "--reason", "据印刷版", "--root")


def test_an_edit_is_adopted_and_survives_every_import(content: Path) -> None:
    page = edited(content, "已经市人民政府同意，现印发", "业经市人民政府同意，现印发")
    wanted = page.read_text("utf-8")
    failed = gazette("check", "--root", content, "--site", content / "none")
    assert failed.exit_code == 1
    assert f"gazette adopt {SEPARATE}" in failed.stdout
    shown = gazette(*ADOPT, content, "--dry-run")
    assert (shown.exit_code, shown.stdout.count("- line: 16\n")) == (0, 1)
    assert not (content / "corrections").exists()
    done = gazette(*ADOPT, content)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "1 entry added" in done.stdout
    assert (content / "corrections" / f"{SEPARATE}.yaml").read_text("utf-8") == shown.stdout
    assert page.read_text("utf-8") == wanted
    assert "nothing changed" in gazette("import", SEPARATE, "--root", content).stdout
    assert gazette("check", "--root", content, "--site", content / "none").exit_code == 0
    assert "nothing to adopt" in gazette(*ADOPT, content).stdout


def test_an_edit_that_cannot_be_adopted_is_named_with_its_line(content: Path) -> None:
    page = edited(content, "已经市人民政府同意，现印发", "已经市人民政府同意，\n\n现印发")
    line = 1 + page.read_text("utf-8").split("《晋城市2020-2021年")[0].count("\n")
    refused = gazette(*ADOPT, content, "--quiet")
    assert refused.exit_code == errors.EditedError.exit_code
    assert refused.stdout == ""
    assert f"{page}:{line}: cannot be adopted: a block was split" in refused.stderr
    assert "1 edit of" in refused.stderr
    machine = gazette(*ADOPT, content, "--json")
    assert machine.exit_code == errors.EditedError.exit_code
    told = json.loads(machine.stdout)
    assert (told["entries"], told["written"]) == ([], False)
    assert told["refused"][0] | {"why": "", "hint": ""} == {
        "path": str(page), "line": line, "why": "", "hint": "",
    }  # fmt: skip


def test_what_is_adopted_is_told_to_a_machine(content: Path) -> None:
    edited(content, "已经市人民政府同意，现印发", "业经市人民政府同意，现印发")
    told = json.loads(gazette(*ADOPT, content, "--json", "--by", "校对").stdout)
    (entry,) = told["entries"]
    assert (entry["line"], entry["by"], entry["reason"]) == (16, "校对", "据印刷版")
    assert (told["id"], told["written"], told["refused"]) == (SEPARATE, True, [])


@pytest.mark.parametrize(
    "arguments",
    [[], ["--reason", " "], ["--reason", "甲\n乙"], ["--reason", "甲", "--by", "structure"]],
)
def test_adopting_takes_a_reason_and_a_role(content: Path, arguments: list[str]) -> None:
    wrong = gazette("adopt", SEPARATE, "--root", content, *arguments)
    assert wrong.exit_code == errors.UsageError.exit_code


@pytest.mark.parametrize(
    ("id_", "kind"), [("2099-01", errors.UsageError), (SEPARATE, errors.ContentError)]
)
def test_adopting_what_is_not_there(content: Path, id_: str, kind: type[GazetteError]) -> None:
    wrong = gazette("adopt", id_, "--reason", "甲", "--root", content)
    assert wrong.exit_code == kind.exit_code
    assert wrong.stderr.startswith("gazette: ")


def test_import_of_an_unknown_source_names_the_way_out(content: Path) -> None:
    unknown = gazette("import", "1999-01", "--root", content)
    assert unknown.exit_code == errors.UsageError.exit_code
    assert "1999-01" in unknown.stderr


def twins(content: Path) -> None:
    """Two more sources beside the one."""
    source = content / "sources" / f"{SEPARATE}.txt"
    for name in ("2020-jszb-57", "2020-jszb-58"):
        shutil.copy(source, source.with_name(f"{name}.txt"))


def test_import_in_processes_makes_what_one_does(content: Path, tmp_path: Path) -> None:
    twins(content)
    shutil.copytree(content, tmp_path / "other")
    alone = gazette("import", "--root", content, "--processes", "1")
    together = gazette("import", "--root", tmp_path / "other", "--processes", "3")
    assert together.stdout == alone.stdout
    assert len(alone.stdout.splitlines()) == 3
    for issue in (content / "issues").iterdir():
        assert snapshot(issue) == snapshot(tmp_path / "other" / "issues" / issue.name)


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_source_that_is_refused_does_not_keep_the_others_waiting(
    content: Path, processes: str
) -> None:
    (content / "sources/2019-01.txt").write_bytes(b"")
    refused = gazette("import", "--root", content, "--processes", processes)
    assert refused.exit_code == errors.SourceError.exit_code
    assert "2019-01.txt" in refused.stderr
    assert (content / "issues" / SEPARATE).exists()


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff\xfe" * 40], ids=["empty", "binary"])
def test_source_that_holds_no_text_is_refused_by_name(content: Path, data: bytes) -> None:
    (content / "sources/2024-01.txt").write_bytes(data)
    refused = gazette("import", "2024-01", "--root", content)
    assert refused.exit_code == errors.SourceError.exit_code
    assert "2024-01.txt" in refused.stderr
    assert not (content / "issues/2024-01").exists()


def test_show_prints_the_text_after_each_step(content: Path) -> None:
    source = (content / "sources" / f"{SEPARATE}.txt").read_text("utf-8")
    shown = gazette("show", SEPARATE, "--after", "source", "--root", content).stdout
    assert shown.split() == source.split()
    last = gazette("show", SEPARATE, "--after", "corrections", "--root", content).stdout
    assert last != shown


def test_show_lists_the_steps_when_one_is_misspelt(content: Path) -> None:
    wrong = gazette("show", SEPARATE, "--after", "spaceing", "--root", content)
    assert wrong.exit_code == errors.UsageError.exit_code
    assert "spacing" in wrong.stderr


def test_show_prints_issue_ledger_and_blocks(content: Path) -> None:
    imported(content)
    slug = json.loads(gazette("show", SEPARATE, "--json", "--root", content).stdout)["items"][0][
        "slug"
    ]
    assert slug in gazette("show", SEPARATE, "--root", content).stdout
    ledger = (content / "issues" / SEPARATE / "repairs.jsonl").read_text("utf-8").splitlines()
    shown = gazette("show", SEPARATE, "--repairs", "--root", content).stdout.splitlines()
    assert len(shown) == len(ledger) > 0
    blocks = gazette("show", SEPARATE, "--blocks", "--item", slug, "--root", content).stdout
    assert re.search(r"^ *\d+-\d+  Paragraph ", blocks, re.MULTILINE)


def test_show_takes_one_view_at_a_time(content: Path) -> None:
    both = gazette("show", SEPARATE, "--repairs", "--blocks", "--root", content)
    assert both.exit_code == errors.UsageError.exit_code


def test_build_and_check_report_in_words_and_in_json(content: Path, tmp_path: Path) -> None:
    imported(content)
    site = tmp_path / "site"
    words = gazette("build", "--root", content, "--site", site)
    assert words.exit_code == 0, words.stderr
    assert re.search(
        r"1 issue, 1 item, \d+ pages, \d+ tables?, \d+ findings?, [\d.]+ seconds", words.stdout
    )
    assert str(site) in words.stdout
    assert (site / "index.html").exists()
    machine = json.loads(gazette("build", "--root", content, "--site", site, "--json").stdout)
    assert machine["items"] == 1
    assert gazette("build", "--root", content, "--site", site, "--quiet").output == ""
    findings = json.loads(
        gazette("check", "--root", content, "--site", site, "--json", "--strict").stdout
    )
    assert all({"code", "path", "line", "message", "severity"} <= set(one) for one in findings)


def test_commands_need_no_option_in_the_folder_that_holds_content(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.parent)
    for command in ("import", "build", "check"):
        result = gazette(command)
        assert result.exit_code == 0, result.output
    assert (content.parent / "site/index.html").exists()
    assert (content.parent / "site/pagefind").is_dir()


@pytest.mark.parametrize(
    ("severity", "strict", "code"),
    [("error", False, 1), ("warning", False, 0), ("warning", True, 1)],
)
def test_check_exits_with_1_on_errors_and_if_strict_on_warnings(
    content: Path, monkeypatch: pytest.MonkeyPatch, severity: str, strict: bool, code: int
) -> None:
    finding = Finding("X1", "issues/2024-01/a.md", 7, "日期有误", severity=severity)  # type: ignore[arg-type]
    monkeypatch.setattr("generator.check.check_content", lambda root: [finding])
    arguments = ["check", "--root", content, "--site", content / "none"]
    result = gazette(*arguments, *(["--strict"] if strict else []))
    assert result.exit_code == code
    assert f"issues/2024-01/a.md:7: {severity} X1 日期有误" in result.stdout


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_error_ends_with_its_code_and_message(
    content: Path, monkeypatch: pytest.MonkeyPatch, kind: type[GazetteError]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise kind("does not hold", path="content/a.md", line=3, hint="mend it")

    monkeypatch.setattr("generator.publish.build.build_site", fail)
    result = gazette("build", "--root", content)
    assert result.exit_code == kind.exit_code
    assert result.stderr.endswith("gazette: content/a.md:3: does not hold\n  mend it\n")
    assert result.stdout == ""


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.exit_code for kind in ERRORS]
    assert len(set(codes)) == len(codes)
    assert not {0, 1} & set(codes)


def test_interrupted_work_ends_with_130(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.publish.build.build_site", interrupt)
    result = gazette("build", "--root", content)
    assert result.exit_code == 130
    assert result.stderr.endswith("gazette: interrupted\n")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("content/issues/2018-05/issue.md", 3),
        ("content/sources", 4),
        ("content/sources/2018-05.txt", 4),
        ("templates/item.html", 6),
        ("site/2018/index.html", 7),
        (None, 3),
    ],
)
def test_a_file_that_is_forbidden_is_named_with_the_code_of_its_room(
    content: Path, monkeypatch: pytest.MonkeyPatch, place: str | None, code: int
) -> None:
    path = None if place is None else str(content.parent / place)

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("generator.publish.build.build_site", forbid)
    folders = {name: content.parent / name for name in ("site", "templates")}
    options = [part for name, folder in folders.items() for part in (f"--{name}", folder)]
    result = gazette("build", "--root", content, *options)
    assert result.exit_code == code
    assert f"{path or 'gazette'}: cannot be read or written: Permission denied" in result.stderr


def test_check_reports_a_site_without_home_page(content: Path, tmp_path: Path) -> None:
    imported(content)
    site = tmp_path / "site"
    (site / "pagefind").mkdir(parents=True)
    result = gazette("check", "--root", content, "--site", site)
    assert result.exit_code == 1
    assert "site/index.html: error S101 the site has no home page" in result.stdout
    shutil.rmtree(site / "pagefind")
    (site / ".gitkeep").touch()
    assert gazette("check", "--root", content, "--site", site).exit_code == 0


def test_build_replaces_nothing_but_what_it_built(content: Path, tmp_path: Path) -> None:
    imported(content)
    site = tmp_path / "site"
    arguments = ("build", "--quiet", "--root", content, "--site")
    assert gazette(*arguments, site).exit_code == 0
    (site / "CNAME").write_text("gazette.example")
    for folder in (site, "/"):
        refused = gazette(*arguments, folder)
        assert refused.exit_code == errors.OutputError.exit_code
        assert "another output folder" in refused.stderr
    assert (site / "CNAME").exists()


def test_build_says_where_the_time_went(content: Path, tmp_path: Path) -> None:
    imported(content)
    arguments = ("build", "--root", content, "--site", tmp_path / "site", "--profile")
    steps = [line.partition(" s  ")[2] for line in gazette(*arguments).stdout.splitlines()]
    assert steps[0] == "survey of the files"
    (issues,) = [step for step in steps if step.startswith("issues: ")]
    assert re.fullmatch(r"issues: \d+ documents? made, [\d,]+ a second", issues)
    assert steps.index("html") < steps.index("search") < steps.index("to end")
    again = gazette(*arguments, "--json").stdout
    assert next(iter(json.loads(again)["profile"])) == "survey of the files"


def test_build_warns_and_succeeds_where_an_old_site_cannot_be_deleted(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(content)
    arguments = ("build", "--json", "--root", content, "--site", tmp_path / "site")
    assert json.loads(gazette(*arguments).stdout)["warnings"] == []
    with (content / "gazette.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# changed\n")
    monkeypatch.setattr("generator.publish.staging.shutil.rmtree", lambda *_, **__: None)
    result = gazette(*arguments)
    assert result.exit_code == 0
    (warning,) = json.loads(result.stdout)["warnings"]
    assert f"gazette: warning: {warning}" in result.stderr


def process(
    *arguments: str | Path, out: int | IO[bytes] = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    done = subprocess.run(
        command, env=os.environ | variables, stdout=out, stderr=subprocess.PIPE, check=False
    )
    assert b"Traceback" not in done.stderr
    return done


def test_no_locale_is_needed(content: Path, tmp_path: Path) -> None:
    imported(content)
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    site = tmp_path / "城市"
    done = process("build", "--root", content, "--site", site, **plain)
    assert done.returncode == 0, done.stderr
    assert (site / "index.html").exists()


@pytest.mark.parametrize("encoding", ["gbk", "latin-1"])
def test_any_encoding_of_the_terminal_will_do(content: Path, encoding: str) -> None:
    imported(content)
    done = process("show", SEPARATE, "--root", content, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert SEPARATE in done.stdout.decode(encoding)
    machine = process("show", SEPARATE, "--json", "--root", content, PYTHONIOENCODING=encoding)
    title = json.loads(machine.stdout.decode(encoding))["items"][0]["title"]
    assert title.startswith("晋城市")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["show", SEPARATE, "--after", "source"], ["--help"]])
def test_an_output_that_cannot_be_written_is_an_error(
    content: Path, arguments: list[str], unbuffered: str
) -> None:
    root = ["--root", content] if len(arguments) > 1 else []
    with Path("/dev/full").open("wb") as full:
        done = process(*arguments, *root, out=full, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == errors.OutputError.exit_code
    assert b"the output cannot be written: No space left on device" in done.stderr


def test_a_reader_who_goes_away_ends_the_command_in_silence(content: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = process("show", SEPARATE, "--after", "source", "--root", content, out=gone)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_is_heard_before_anything_is_loaded(tmp_path: Path) -> None:
    """A stand-in for click is interrupted while it is imported."""
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    repository = str(Path(errors.__file__).parents[1])
    done = process("build", PYTHONPATH=os.pathsep.join((str(tmp_path), repository)))
    assert (done.returncode, done.stderr) == (130, b"gazette: interrupted\n")


def test_unknown_command_and_option_end_with_2() -> None:
    assert gazette("publish").exit_code == 2
    assert gazette("build", "--fast").exit_code == 2


def test_version() -> None:
    assert gazette("--version").stdout == f"gazette, version {__version__}\n"


def test_progress_is_plain_lines_when_no_terminal_watches(content: Path) -> None:
    result = gazette("import", "--root", content)
    assert result.stderr == f"[1/1] {SEPARATE}\n"


@pytest.fixture
def served(tmp_path: Path, content: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`gazette serve` over a small site, and its address."""
    publication = content / "gazette.yaml"
    text = re.sub(
        r"base_url:.*", 'base_url: "https://example.org/g/"', publication.read_text("utf-8")
    )
    publication.write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<title>首页</title>", encoding="utf-8")
    (site / "404.html").write_text("<title>没有这一页</title>", encoding="utf-8")
    (site / "all.atom").write_text("<feed/>", encoding="utf-8")
    # Whoever runs the tests in the background of a shell has handed down that SIGINT is ignored.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heed}; from generator.cli import main; main()"
    options = ["--port", "0", "--quiet", "--root", content, "--site", site]
    command = [sys.executable, "-u", "-c", code, "serve", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process, process.stdout.readline().split()[0]
    process.kill()
    process.communicate()


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_serve_shows_the_site_as_it_is_published_and_on_this_machine_only(
    served: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = served
    host = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)g/", address)
    assert host
    assert fetch(address) == fetch(host[1]) == (200, "<title>首页</title>")
    for missing in (
        *(address + "nowhere/", host[1] + "outside/"),
        *(address + "%00", address + "a%00/", address + "x" * 300),
    ):
        assert fetch(missing) == (404, "<title>没有这一页</title>")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0


def test_serve_says_that_a_feed_is_one(served: tuple[subprocess.Popen[str], str]) -> None:
    with urllib.request.urlopen(served[1] + "all.atom") as answer:
        assert answer.headers["Content-Type"] == "application/atom+xml"


def test_serve_without_a_site_says_what_to_do(tmp_path: Path) -> None:
    result = gazette("serve", "--site", tmp_path)
    assert result.exit_code == errors.OutputError.exit_code
    assert "gazette build" in result.stderr

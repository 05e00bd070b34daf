"""Issues are worked on one by one, in any number of processes, and the site is the same."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator.check import check_content, check_issue, check_strays
from generator.document import read_issues
from generator.errors import GazetteError, OutputError
from generator.model import Finding, Issue
from generator.publish import build
from generator.publish.build import gather
from generator.publish.outputs import OUTPUTS
from generator.publish.press import workers
from tests.publish.samples import TEMPLATES, write_content

KEPT = tuple(output for output in OUTPUTS if output.name != "search")


@pytest.fixture(autouse=True)
def pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No search index, and an issue is enough for a worker."""
    monkeypatch.setattr(build, "OUTPUTS", KEPT)
    monkeypatch.setattr(workers, "_BATCH", 1)


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_content(tmp_path / "content")
    return tmp_path / "content"


def test_a_site_made_issue_by_issue_is_the_one_made_of_the_whole(
    repository: Path, site: Path, tmp_path: Path
) -> None:
    """The lists of the site say of the texts what they say if they have all of them."""
    content = repository / "content"
    whole = gather(content, TEMPLATES, check_content(content))
    for output in KEPT:
        output.write(whole, tmp_path)
    made, built = files(tmp_path), files(site)
    assert made.keys() < built.keys()
    assert made == {name: built[name] for name in made}


def test_two_processes_build_what_one_does(content: Path, tmp_path: Path) -> None:
    for count in (1, 2):
        out = tmp_path / str(count)
        build.build_site(content, out, TEMPLATES, examine=check_issue, processes=count)
    assert files(tmp_path / "1") == files(tmp_path / "2")


def killed_once(root: Path, issue: Issue) -> list[Finding]:
    """Dies, as a process does that has no memory left, where it has not died before."""
    mark = root.parent / f"died-{issue.id}"
    if issue.id == "2018-05" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return []


def killed(_root: Path, _issue: Issue) -> list[Finding]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_a_worker_that_dies_is_survived(content: Path, tmp_path: Path) -> None:
    build.build_site(content, tmp_path / "one", TEMPLATES)
    build.build_site(content, tmp_path / "two", TEMPLATES, examine=killed_once, processes=2)
    assert (tmp_path / "died-2018-05").exists()
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_workers_that_always_die_end_the_build_and_leave_the_old_site(
    content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    build.build_site(content, out, TEMPLATES)
    before = files(out)
    with pytest.raises(OutputError, match="again and again"):
        build.build_site(content, out, TEMPLATES, examine=killed, processes=2)
    assert files(out) == before


def refused(root: Path, issue: Issue) -> list[Finding]:
    raise GazetteError("does not hold", path=root / issue.id, line=3, hint="mend it")


def test_an_error_of_a_worker_says_where_and_what_to_do(content: Path, tmp_path: Path) -> None:
    with pytest.raises(GazetteError) as caught:
        build.build_site(content, tmp_path / "site", TEMPLATES, examine=refused, processes=2)
    assert (caught.value.line, caught.value.hint) == (3, "mend it")
    assert not (tmp_path / "site").exists()


def test_what_is_found_in_all_is_found_issue_by_issue(repository: Path) -> None:
    content = repository / "content"
    issues = read_issues(content)
    each = [one for issue in issues for one in check_issue(content, issue)]
    strays = check_strays(content, {issue.id for issue in issues})
    assert sorted([*each, *strays], key=repr) == sorted(check_content(content), key=repr)

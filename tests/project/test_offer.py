"""`.ci/offer`: new sources become pull requests, each on a branch of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools.shell import executable, run

OFFER = Path(__file__).parent.parent.parent / ".ci/offer"

GAZETTE = """
case "$1 $2" in
"import --pending")
    for source in content/sources/*; do
        id=$(basename "${source%.*}")
        [[ -e content/issues/$id ]] || echo "$id"
    done ;;
"import broken") echo "gazette: content/sources/broken.txt: is empty" >&2; exit 4 ;;
import*)
    mkdir -p "content/issues/$2"
    cp "content/sources/$2.txt" "content/issues/$2/issue.md"
    echo "1 source imported" ;;
check*)
    for issue in content/issues/*; do
        echo "issues/${issue##*/}/issue.md:3: warning G1 look"
    done ;;
esac
"""

GH = 'printf "%s\\n" "$*" >>"$GH_LOG"'


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with two new sources, a remote, and stand-ins for `make`, `gazette` and `gh`."""
    (tmp_path / "remote.git").mkdir()
    git(tmp_path / "remote.git", "init", "--quiet", "--bare", "--initial-branch=main")
    git(tmp_path, "clone", "--quiet", "remote.git", "clone")
    clone = tmp_path / "clone"
    for id_ in ("2024-01", "2024-02"):
        source = clone / "content/sources" / f"{id_}.txt"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(f"第{id_}期\n", encoding="utf-8")
    (clone / ".ci").mkdir()
    shutil.copy(OFFER, clone / ".ci/offer")
    (clone / ".gitignore").write_text("/.venv/\n")
    git(clone, "checkout", "--quiet", "-B", "main")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "two sources")
    git(clone, "push", "--quiet", "origin", "main")
    executable(clone / ".venv/bin/gazette", GAZETTE)
    executable(tmp_path / "bin/make", "true")
    executable(tmp_path / "bin/gh", GH)
    return clone


def offer(clone: Path, step: str) -> subprocess.CompletedProcess[str]:
    log = clone.parent / "gh.log"
    env = {"GH_LOG": str(log), "GITHUB_REF_NAME": "main", "HOME": os.environ.get("HOME", "/")}
    return run(clone / ".ci/offer", step, first_in_path=clone.parent / "bin", env=env)


def remote_branches(clone: Path) -> list[str]:
    listed = git(clone, "ls-remote", "--heads", "origin", "import/*")
    return [line.split("refs/heads/")[1] for line in listed.splitlines()]


def requests(clone: Path) -> str:
    log = clone.parent / "gh.log"
    return log.read_text("utf-8") if log.exists() else ""


def test_each_new_source_becomes_a_pull_request_with_its_findings(clone: Path) -> None:
    assert offer(clone, "prepare").returncode == 0
    assert remote_branches(clone) == []  # nothing leaves before the step that may write
    assert offer(clone, "open").returncode == 0
    branches = remote_branches(clone)
    assert [branch.rpartition("-")[0] for branch in branches] == [
        "import/2024-01",
        "import/2024-02",
    ]
    for branch, id_ in zip(branches, ("2024-01", "2024-02"), strict=True):
        changed = git(clone, "diff", "--name-only", "main", f"origin/{branch}").split()
        assert changed == [f"content/issues/{id_}/issue.md"]
        assert f"--head {branch} --title Import {id_}" in requests(clone)
        assert f"issues/{id_}/issue.md:3: warning G1 look" in requests(clone)


def test_what_is_offered_already_is_left_alone(clone: Path) -> None:
    """A reviewer may be correcting the Markdown on that branch."""
    for step in ("prepare", "open"):
        offer(clone, step)
    before, opened = git(clone, "ls-remote", "origin"), requests(clone).count("pr create")
    for step in ("prepare", "open"):
        assert offer(clone, step).returncode == 0
    assert git(clone, "ls-remote", "origin") == before
    assert requests(clone).count("pr create") == opened == 2


def test_a_source_that_cannot_be_taken_in_does_not_hold_up_the_others(clone: Path) -> None:
    (clone / "content/sources/broken.txt").write_text("")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "an empty source")
    done = offer(clone, "prepare")
    assert done.returncode != 0
    assert "broken.txt: is empty" in done.stderr
    branches = git(clone, "branch", "--format=%(refname:short)", "--list", "import/*").split()
    assert [branch.rpartition("-")[0] for branch in branches] == [
        "import/2024-01",
        "import/2024-02",
    ]


def test_nothing_new_opens_nothing(clone: Path) -> None:
    for id_ in ("2024-01", "2024-02"):
        (clone / "content/issues" / id_).mkdir(parents=True)
    for step in ("prepare", "open"):
        assert offer(clone, step).returncode == 0
    assert "pr create" not in requests(clone)

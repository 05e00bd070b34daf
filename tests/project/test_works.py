"""The scripts around the program: they fail loudly and say what to do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.tools.shell import executable, run

ROOT = Path(__file__).parent.parent.parent


def ci_run(tmp_path: Path, closing: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    executable(tmp_path / "make", f'[[ $1 == test ]] && echo "{closing}"; exit {status}')
    return run(ROOT / ".ci/run", first_in_path=tmp_path)


def test_ci_passes_and_prints_the_closing_line(tmp_path: Path) -> None:
    closing = "======= 812 passed, 2 xfailed in 200.01s (0:03:20) ======="
    done = ci_run(tmp_path, closing)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == closing


def test_ci_fails_on_a_skipped_test(tmp_path: Path) -> None:
    done = ci_run(tmp_path, "======= 811 passed, 1 skipped in 9.00s =======")
    assert done.returncode == 1
    assert "skipped" in done.stderr


def test_ci_fails_when_a_command_fails(tmp_path: Path) -> None:
    assert ci_run(tmp_path, "======= 1 failed, 2 passed in 9.00s =======", status=2).returncode != 0


def test_ci_fails_when_no_test_ran(tmp_path: Path) -> None:
    assert ci_run(tmp_path, "nothing to see").returncode != 0


def test_an_old_python_is_named_with_the_way_out(tmp_path: Path) -> None:
    executable(
        tmp_path / "python3",
        '[[ $1 == -V ]] && { echo "Python 3.9.2"; exit 0; }; [[ $2 == *version_info* ]] && exit 1',
    )
    done = run(ROOT / ".ci/install", "site", first_in_path=tmp_path, env={"PYTHON": "python3"})
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed, but python3 is Python 3.9.2." in done.stderr
    assert "make PYTHON=" in done.stderr


def test_a_python_without_venv_is_named_with_the_package(tmp_path: Path) -> None:
    executable(tmp_path / "python3", "[[ $2 != *ensurepip* ]]")
    done = run(ROOT / ".ci/install", "site", first_in_path=tmp_path, env={"PYTHON": "python3"})
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def targets() -> list[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)


def test_make_alone_lists_every_target() -> None:
    listed = subprocess.run(["make", "-C", ROOT], capture_output=True, text=True, check=True).stdout
    assert {"site", "test", "serve", "clean"} <= set(targets())
    for target in targets():
        assert f"make {target}" in listed


@pytest.mark.parametrize("target", targets())
def test_every_target_is_documented(target: str) -> None:
    assert f"make {target}" in (ROOT / "README.md").read_text("utf-8")

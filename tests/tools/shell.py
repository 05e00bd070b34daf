"""Runs the project's shell scripts with stand-ins for the commands they call."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

BASH = ("bash", "--noprofile", "--norc")


def executable(path: Path, script: str) -> None:
    """Write a stand-in: a bash script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run(
    script: Path, *arguments: str, first_in_path: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a script with the stand-ins of a folder before the real commands."""
    path = f"{first_in_path}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*BASH, str(script), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path, **(env or {})},
        check=False,
    )

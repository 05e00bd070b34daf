"""What lies in the repository: nothing that does not belong, the sources byte for byte."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

TOP_LEVEL = {
    *("pyproject.toml", "content", "templates", "generator", "site", "tests", "benchmarks"),
    *("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"),
    *("LICENSE", "Makefile", ".ci", ".github", ".gitignore", ".editorconfig"),
    *("requirements.lock", "requirements-test.lock"),
}

LOCKS = ("requirements.lock", "requirements-test.lock")
BENCHMARK_LOCK = "benchmarks/requirements.lock"
"""Of packages that search is compared with: neither site nor tests need them."""
NODE_LOCKS = (
    "tests/package-lock.json",
    "tests/tools/chromium109/package-lock.json",
    "benchmarks/package-lock.json",
)

REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "npmmirror", "com"),
        ("deb", "debian", "org"),
        ("pypi", "tuna", "tsinghua"),
        ("mirrors", "aliyun"),
    )
)

MACHINE_PATH = re.compile(r"(?<![\w.~})/])/(?:root|home|work|Users)/\w")


def files() -> list[Path]:
    """What is in the repository, or would be after `git add --all`."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / path for path in listed.decode("utf-8").split("\0") if path]
    return [path for path in paths if path.is_file()]


def written_by_us() -> list[Path]:
    """Every text but the raw sources and what is made of them."""
    ours = [path for path in files() if not path.is_relative_to(ROOT / "content")]
    return [path for path in ours if path.suffix not in {".png", ".ico", ".woff2"}]


def test_the_top_level_holds_what_is_agreed_and_nothing_else() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in files()} == TOP_LEVEL


def test_the_built_site_is_not_committed() -> None:
    assert [path.name for path in files() if path.parent == ROOT / "site"] == [".gitkeep"]


def test_no_registry_and_no_machine_is_named() -> None:
    for path in written_by_us():
        text = path.read_text("utf-8")
        assert not [host for host in REGISTRIES if host in text], path
        assert not MACHINE_PATH.search(text), path


def test_sources_are_kept_byte_for_byte() -> None:
    listed = (ROOT / "tests/project/sources.sha256").read_text("utf-8")
    for line in listed.splitlines():
        digest, name = line.split("  ")
        content = (ROOT / "content/sources" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest, name


def test_every_locked_python_package_has_hashes() -> None:
    for name in (*LOCKS, BENCHMARK_LOCK):
        entries = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
        for entry in entries:
            assert re.match(r"[a-z0-9-]+==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("name", NODE_LOCKS)
def test_every_locked_node_package_has_a_hash_and_no_address(name: str) -> None:
    lock = json.loads((ROOT / name).read_text("utf-8"))
    for path, package in lock["packages"].items():
        if path:
            assert "integrity" in package, path
            assert "resolved" not in package, path


def test_the_tests_run_on_the_very_versions_that_publish() -> None:
    site, test = (
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in LOCKS
    )
    assert site <= test


def test_pagefind_is_the_version_the_search_was_measured_with() -> None:
    assert "pagefind-bin==1.5.2 " in (ROOT / "requirements.lock").read_text("utf-8")


def normal(name: str) -> str:
    return re.split(r"[<>=!~;\[ ]", name)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", [*LOCKS, BENCHMARK_LOCK])
def test_lock_is_not_older_than_the_list_of_packages(lock: str) -> None:
    """A package added to pyproject.toml and not locked would be missing from a fresh clone."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"]]
    if lock == "requirements-test.lock":
        wanted += groups["test"]
    if lock == BENCHMARK_LOCK:
        wanted = groups["benchmark"]
    locked = re.findall(r"^(\S+)==", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
    assert {normal(package) for package in wanted} <= set(locked)

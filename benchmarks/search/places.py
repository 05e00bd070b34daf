"""Where the benchmark works, below `.benchmark/`, and how its parts hand on what they found."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import writing
from benchmarks.search import truth
from tests.tools import chromium

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / ".benchmark"
DOCUMENTS = 4000


@dataclass(frozen=True, slots=True)
class Archive:
    """A content folder and the site that is built of it."""

    content: Path
    site: Path

    @property
    def folder(self) -> Path:
        """Where both stand, and the cache of shards."""
        return self.content.parent

    def build(self, *, pages: bool) -> dict[str, float]:
        """Build the site, or its index alone, and return what the index cost."""
        if pages:
            shutil.rmtree(self.site, ignore_errors=True)
        arguments = [str(self.content), str(self.site), *(["--pages"] if pages else [])]
        command = [sys.executable, "-m", "benchmarks.search.building", *arguments]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        cost: dict[str, float] = json.loads(done.stdout)
        return cost

    def publish(self) -> dict[str, Any]:
        """Build the whole site beside the other as `gazette build` does, with what it kept of the
        last time, and return what it says of itself."""
        site, cache = self.folder / "published", self.folder / "kept"
        command = [sys.executable, "-m", "generator", "build", "--profile", "--json"]
        command += ["--root", str(self.content), "--site", str(site), "--cache", str(cache)]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def texts(self) -> truth.Texts:
        """What a reader sees on its pages, read once for each build of them."""
        return truth.read(self.content, self.site, self.folder / "texts.json")


def real() -> Archive:
    """The real content; a copy, so that its cache of shards is not that of the project."""
    folder = WORK / "real"
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    return Archive(folder / "content", folder / "site")


def large() -> Archive:
    """The made archive, written if it is not there."""
    folder = WORK / str(DOCUMENTS)
    if not (folder / "content").exists():
        unfinished = folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        writing.write(unfinished, DOCUMENTS)
        unfinished.rename(folder / "content")
    return Archive(folder / "content", folder / "site")


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium of the tests."""
    with sync_playwright() as driver:
        found = chromium.find(driver)
        if found is None:
            raise SystemExit(chromium.MISSING)
        started = driver.chromium.launch(executable_path=found, args=list(chromium.FLAGS))
        yield started
        started.close()


def keep(name: str, value: object) -> None:
    """Write down what a part found, and how busy the machine was."""
    found = {"load": os.getloadavg()[1], "found": value}
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (WORK / f"{name}.json").write_text(text, encoding="utf-8")


def kept(name: str) -> Any:
    """What a part found, and the load of the machine behind it."""
    return json.loads((WORK / f"{name}.json").read_text(encoding="utf-8"))

"""Pagefind as it comes, plain and extended, on the pages of issues and documents."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.search.engines import Find

PROGRAMS = {"plain Pagefind": "pagefind_bin", "extended Pagefind": "pagefind_bin_extended"}
_BLANK = '<!doctype html><html lang="zh-Hans-CN"><title>-</title></html>'
_ASK = """async ([script, queries]) => {
    const index = await import(script);
    await index.init();
    const found = [];
    for (const query of queries) {
        const { results } = await index.search(query);
        const pages = await Promise.all(results.map((result) => result.data()));
        found.push(pages.map((page) => page.url));
    }
    return found;
}"""


def index(program: str, site: Path, addresses: Iterable[str], folder: Path) -> None:
    """Copy these pages of the site to `folder` and index what is in their `<main>`.

    The top page is blank, without a policy, for the questions to be asked from.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for url in addresses:
        to = folder / url.strip("/") / "index.html"
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / url.strip("/") / "index.html", to)
    command = [sys.executable, "-m", program, "--site", str(folder), "--root-selector", "main"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (folder / "index.html").write_text(_BLANK, encoding="utf-8")


def finder(page: Page, base: str, *, quoted: bool) -> Find:
    """Asks the index that is served at `base`, as typed or in quotation marks."""
    page.goto(base)
    return partial(_ask, page, base, quoted)


def _ask(page: Page, base: str, quoted: bool, queries: Sequence[str]) -> list[frozenset[str]]:
    typed = [f'"{query}"' if quoted else query for query in queries]
    found: list[list[str]] = page.evaluate(_ASK, [f"{base}pagefind/pagefind.js", typed])
    home = urlsplit(base).path
    return [frozenset("/" + url.removeprefix(home) for url in urls) for urls in found]

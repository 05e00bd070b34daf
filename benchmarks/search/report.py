"""The figures as tables beside their bars: `benchmarks/RESULTS.md`."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from statistics import fmean, median, quantiles
from typing import Any

import psutil

from benchmarks.search import places

RESULTS = places.ROOT / "benchmarks" / "RESULTS.md"
_EXACT = 99.5
"""Per cent: recall and precision of every kind."""
_HEAD = """# Results

Written by `make benchmark`; [README.md](README.md) says what is measured and how.
"""


def write() -> None:
    """Write the results of all parts, and print them."""
    text = "\n".join([_HEAD, *_machine(), *_quality(), *_compared(), *_costs()])
    RESULTS.write_text(f"{text}\n", encoding="utf-8")
    print(text)


def _machine() -> Iterator[str]:
    memory = psutil.virtual_memory().total / 2**30
    parts = ("build", "compare", "ask", "weigh", "wait", "add")
    loads = [f"{part} {places.kept(part)['load']:.1f}" for part in parts]
    node = places.ROOT / "benchmarks" / "node_modules" / "minisearch" / "package.json"
    yield (
        f"Machine: {os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, "
        f"{platform.system()}; Python {platform.python_version()}, "
        f"Chromium {_found('wait')['chromium']}, Pagefind {version('pagefind-bin')} and "
        f"{version('pagefind-bin-extended')} (extended), "
        f"MiniSearch {json.loads(node.read_text(encoding='utf-8'))['version']}."
    )
    yield f"\nLoad of the machine (mean of 5 minutes) at the end of each part: {', '.join(loads)}."


def _quality() -> Iterator[str]:
    """Ours, on the real site and on the large one, against the bar."""
    real, build, large = _found("compare"), _found("build"), _found("ask")
    mean = build["characters"] / build["pages"]
    yield "\n## Recall and precision\n"
    yield (
        f"Real site: {real['pages']} pages. Large site: {build['pages']} pages, "
        f"{places.DOCUMENTS} of them documents, {mean:.0f} characters a page. Per cent, bar "
        f"{_EXACT} each.\n"
    )
    yield "| kind | queries | real R | real P | reached | large R | large P | reached |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind, one in real["engines"]["ours"].items():
        cells = [kind, str(one["queries"])]
        for found in (one, large[kind]):
            cells += [*_cells(found), _yes(min(_percent(found)) >= _EXACT)]
        yield _row(cells)


def _compared() -> Iterator[str]:
    """All engines on the real site."""
    engines = _found("compare")["engines"]
    yield "\n## Beside others, on the real site\n"
    yield "Recall / precision in per cent. A query that finds nothing has no precision.\n"
    yield _row(["kind", *engines])
    yield "|---" * (len(engines) + 1) + "|"
    for kind in engines["ours"]:
        yield _row([kind, *(" / ".join(_cells(found[kind])) for found in engines.values())])
    size = _found("compare")["minisearch bytes"]
    yield f"\nMiniSearch loads its whole index before the first answer: {size / 1000:.0f} KB here."


def _costs() -> Iterator[str]:
    yield "\n## Weight, time and cost, on the large site\n"
    yield "| measure | figure | bar | reached |"
    yield "|---|---|---|---|"
    yield from _weight()
    yield from _time()
    yield from _indexing()


def _weight() -> Iterator[str]:
    loads = _found("weigh")["loads"]
    others = _found("weigh")["shards"] - 1
    of_query, first, further, shown = (
        [load[part] / 1000 for load in loads] for part in ("query", "first", "others", "shown")
    )
    yield _bar("index per query, mean", fmean(of_query), 120, "KB")
    yield _bar("index per query, 95th percentile", _p95(of_query), 400, "KB")
    yield _bar("first load, with the newest shard", fmean(first), 300, "KB")
    if others:
        name = f"each further shard ({others}), after the first results"
        yield _bar(name, fmean(further) / others, 110, "KB")
    yield _bar("first ten results, mean", fmean(shown), 90, "KB")
    yield _bar("first ten results, 95th percentile", _p95(shown), None, "KB")


def _time() -> Iterator[str]:
    waits = _found("wait")
    names = {
        "first": "key to first result, first question of a visit",
        "later": "key to first result, later question",
        "entered": "Enter to first result, later question",
    }
    for part, name in names.items():
        yield _bar(f"{name}, median", median(waits[part]), 150, "ms")
        yield _bar(f"{name}, 95th percentile", _p95(waits[part]), 500, "ms")


def _indexing() -> Iterator[str]:
    build, more = _found("build"), _found("add")
    yield _bar("indexing, CPU per 1,000 pages", build["cpu"] / build["pages"] * 1000, 30, "s")
    yield _bar("indexing, time in all", build["wall"], None, "s")
    memory = (build["children"] + build["own"]) / 1e9
    yield _bar("indexing, memory (Pagefind, and what the build adds)", memory, 2, "GB")
    name = f"one issue more ({more['documents']} documents, the last of a year)"
    yield _bar(f"{name}, search step", more["search"], 15, "s")
    yield _bar(f"{name}, whole build", more["all"], None, "s")


def _found(part: str) -> Any:
    return places.kept(part)["found"]


def _cells(found: dict[str, Any]) -> list[str]:
    precision = found["precision"]
    return [f"{found['recall'] * 100:.2f}", "–" if precision is None else f"{precision * 100:.2f}"]


def _percent(found: dict[str, Any]) -> tuple[float, float]:
    return found["recall"] * 100, (found["precision"] or 0) * 100


def _bar(name: str, figure: float, bar: float | None, unit: str) -> str:
    shown = f"{figure:.1f} {unit}" if figure < 100 else f"{figure:.0f} {unit}"
    if bar is None:
        return _row([name, shown, "", ""])
    return _row([name, shown, f"≤ {bar:g} {unit}", _yes(figure <= bar)])


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def _yes(reached: bool) -> str:
    return "yes" if reached else "**no**"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

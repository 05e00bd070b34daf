"""The papers say what the program does, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from generator import errors
from generator.cli import main
from generator.cli.group import INTERRUPTED

ROOT = Path(__file__).parent.parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
COMMANDS = sorted(main.commands)

CODES = {
    0,
    1,
    INTERRUPTED,
    *(kind.exit_code for kind in errors.GazetteError.__subclasses__()),
}


def headings(text: str) -> list[int]:
    """The levels of the headings, in order, code blocks left out."""
    return [len(mark) for mark in re.findall(r"^(#+) ", without_code(text), re.MULTILINE)]


def without_code(text: str) -> str:
    return re.sub(r"^(````?).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)


def code_blocks(text: str) -> list[str]:
    return re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)


def first_columns(text: str) -> list[str]:
    """The first cell of every table row that holds code or a number."""
    return re.findall(r"^\| (`[^|]+`|\d+) \|", text, re.MULTILINE)


def test_both_readmes_have_the_same_sections_code_and_tables() -> None:
    english, chinese = (path.read_text("utf-8") for path in READMES)
    assert headings(english) == headings(chinese)
    assert code_blocks(english) == code_blocks(chinese)
    assert first_columns(english) == first_columns(chinese)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(readme: Path, command: str) -> None:
    assert re.search(rf"^\| `gazette {command}\b", readme.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_exit_code_is_documented(readme: Path) -> None:
    assert {
        int(cell) for cell in first_columns(readme.read_text("utf-8")) if cell[0] != "`"
    } == CODES


def test_help_lists_every_exit_code() -> None:
    assert {
        int(code) for code in re.findall(r"^  (\d+) ", main.epilog or "", re.MULTILINE)
    } == CODES


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(command: str) -> None:
    described = main.commands[command]
    assert described.help
    assert f"gazette {command}" in (described.epilog or "")
    for option in described.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_use_options_that_exist(command: str) -> None:
    described = main.commands[command]
    known = {name for option in described.params for name in option.opts}
    for line in (described.epilog or "").splitlines():
        if line.strip().startswith("gazette "):
            assert set(re.findall(r"--[a-z-]+", line.split("|")[0])) <= known, line


def links(text: str) -> list[str]:
    """Targets inside the repository, examples in code left out."""
    prose = re.sub(r"`+[^`\n]+`+", "", without_code(text))
    return re.findall(r"\]\((?!https?:|#)([^)#]+)", prose)


@pytest.mark.parametrize("paper", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_papers_link_only_to_files_that_exist(paper: Path) -> None:
    for target in links(paper.read_text("utf-8")):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_documents_of_the_gazette_are_kept_apart_from_the_licence(readme: Path) -> None:
    assert re.search(r"\*\*(not|不)\*\*", readme.read_text("utf-8"))


def test_architecture_is_one_page_and_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert len(text.splitlines()) <= 100
    for path in (ROOT / "generator").iterdir():
        if path.name not in {"__init__.py", "__pycache__", "py.typed"}:
            assert path.stem in text, path.name

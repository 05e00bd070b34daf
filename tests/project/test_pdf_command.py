"""`gazette pdf` as a person meets it; `tests/browser/test_paper.py` looks at what it prints."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfWriter

from generator.cli import main
from tests.tools.shell import executable

ITEM = "2020-jszb-56"


@pytest.fixture
def printing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Chromium that prints two blank pages, and a working folder."""
    blank = PdfWriter()
    for _ in range(2):
        blank.add_blank_page(100, 100)
    data = BytesIO()
    blank.write(data)
    (tmp_path / "blank.pdf").write_bytes(data.getvalue())
    copy = f'cp "{tmp_path}/blank.pdf" "${{flag#*=}}"'
    script = f"for flag; do case $flag in --print-to-pdf=*) {copy} ;; esac; done"
    executable(tmp_path / "bin/chromium", script)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    monkeypatch.chdir(tmp_path)


def pdf(repository: Path, *arguments: str | Path) -> Result:
    command = ["pdf", "--root", str(repository / "content"), *map(str, arguments)]
    result = CliRunner().invoke(main, command)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.usefixtures("printing")
def test_a_pdf_is_named_after_the_id(repository: Path) -> None:
    done = pdf(repository, "2018-05/jszf-31")
    assert (done.exit_code, done.stdout) == (0, "2018-05-jszf-31.pdf: 2 pages\n")
    assert Path("2018-05-jszf-31.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("printing")
def test_a_pdf_goes_where_it_is_told(repository: Path) -> None:
    done = pdf(repository, ITEM, "--output", "papers/one.pdf", "--json")
    assert json.loads(done.stdout)["pages"] == 2
    assert Path("papers/one.pdf").is_file()
    assert pdf(repository, ITEM, "--output", "papers/one.pdf", "--quiet").stdout == ""


@pytest.mark.usefixtures("printing")
def test_a_file_that_cannot_be_written_is_named(repository: Path) -> None:
    Path("taken").write_text("a file")
    refused = pdf(repository, ITEM, "--output", "taken/one.pdf")
    assert refused.exit_code == 7
    assert "taken/one.pdf" in refused.stderr


def test_an_unknown_id_offers_those_near_it(repository: Path) -> None:
    refused = pdf(repository, "2018-05/jszf-13")
    assert refused.exit_code == 2
    assert "2018-05/jszf-31" in refused.stderr


def test_without_chromium_it_says_what_to_install(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    refused = pdf(repository, ITEM)
    assert refused.exit_code == 9
    assert "apt-get install chromium" in refused.stderr

"""A missing or broken template is named, with its line."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.publish.outputs import html
from tests.publish.samples import SAMPLE, TEMPLATES, site


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the templates, to be damaged."""
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def refused(templates: Path) -> TemplateError:
    """The error that writing the sample with these templates ends with."""
    with pytest.raises(TemplateError) as caught:
        html.write(replace(site(*SAMPLE), templates=templates), templates.parent / "site")
    return caught.value


@pytest.mark.parametrize(
    ("template", "text", "message"),
    [
        ("item.html", None, r"item\.html: the template is missing"),
        ("lists.html", None, r"lists\.html: the template is missing"),
        ("about.html", "x\n{% if %}", r"about\.html:2: Expected an expression"),
        ("missing.html", "\n\n{{ nothing }}", r"missing\.html:3: 'nothing' is undefined"),
        ("year.html", "{{ say('no.key') }}", r"zh-Hans\.yaml: string 'no\.key'"),
        ("about.html", "x\n{{ 1 // 0 }}", r"about\.html:2: ZeroDivisionError"),
        ("about.html", "\n{{ 1 + 'a' }}", r"about\.html:2: TypeError"),
        ("about.html", "{% macro m(a) %}{% endmacro %}\n{{ m(1, 2) }}", r"about\.html:2: .*macro"),
        (
            "about.html",
            "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}",
            r"about\.html:2: Recur",
        ),
        ("about.html", "{% extends 'about.html' %}", r"about\.html:1: Recursion"),
        ("about.html", "{{ link(3) }}", r"about\.html:1: AttributeError"),
        ("about.html", "{{ '\\ud800' }}", r"about\.html: UnicodeEncodeError"),
        ("about.html", "{{ asset('logo.png') }}", r"assets/logo\.png: the file is missing"),
    ],
)
def test_a_broken_template_is_named(
    templates: Path, template: str, text: str | None, message: str
) -> None:
    if text is None:
        (templates / template).unlink()
    else:
        (templates / template).write_text(text, encoding="utf-8")
    assert re.search(message, str(refused(templates)))


def test_a_template_in_another_encoding_is_named_with_its_line(templates: Path) -> None:
    (templates / "lists.html").write_bytes("<p>\n公报".encode("gb18030"))
    error = refused(templates)
    assert (error.path, error.line) == (templates / "lists.html", 2)


def test_a_template_that_cannot_be_opened_is_named(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(templates / "item.html"))

    monkeypatch.setattr("jinja2.FileSystemLoader.get_source", forbid)
    assert re.search(r"item\.html: cannot be read: Permission denied", str(refused(templates)))


@pytest.mark.parametrize("name", sorted(path.name for path in (TEMPLATES / "assets").iterdir()))
def test_a_site_is_not_published_without_one_of_its_assets(templates: Path, name: str) -> None:
    (templates / "assets" / name).unlink()
    error = refused(templates)
    assert error.path == templates / "assets" / name
    assert "missing" in error.message


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("nowhere.svg", "a file that does not exist"),
        ("/etc/hostname", "out of the folder of templates"),
        ("/etc", "out of the folder of templates"),
        ("../catalogue", "is not a file"),
    ],
)
def test_a_link_among_the_assets_publishes_nothing_from_elsewhere(
    templates: Path, target: str, message: str
) -> None:
    (templates / "assets" / "extra.svg").symlink_to(target)
    error = refused(templates)
    assert error.path == templates / "assets" / "extra.svg"
    assert message in error.message


def test_a_link_to_another_file_of_the_templates_is_followed(templates: Path) -> None:
    (templates / "assets" / "favicon.svg").symlink_to("../seal.svg")
    html.write(replace(site(*SAMPLE), templates=templates), templates.parent / "site")
    (icon,) = (templates.parent / "site").glob("assets/*/favicon.svg")
    assert icon.read_bytes() == (TEMPLATES / "seal.svg").read_bytes()
    assert not icon.is_symlink()

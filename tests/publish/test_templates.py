"""A missing or broken template is named, with its line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.publish.outputs import html
from tests.publish.samples import SAMPLE, site


@pytest.mark.parametrize(
    ("template", "text", "message"),
    [
        ("item.html", None, r"item\.html: the template is missing"),
        ("lists.html", None, r"lists\.html: the template is missing"),
        ("about.html", "x\n{% if %}", r"about\.html:2: Expected an expression"),
        ("missing.html", "\n\n{{ nothing }}", r"missing\.html:3: 'nothing' is undefined"),
        ("year.html", "{{ say('no.key') }}", r"zh-Hans\.yaml: string 'no\.key'"),
    ],
)
def test_a_broken_template_is_named(
    tmp_path: Path, template: str, text: str | None, message: str
) -> None:

    whole = site(*SAMPLE)
    templates = tmp_path / "templates"
    shutil.copytree(whole.templates, templates)
    if text is None:
        (templates / template).unlink()
    else:
        (templates / template).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=message):
        html.write(replace(whole, templates=templates), tmp_path)

"""The catalogue: every string exists, every string is used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from generator import check
from generator.document import BY_PERSONS, read_repairs
from generator.errors import TemplateError
from generator.intake.doubts import DOUBTS as DOUBT_RULES
from generator.intake.repairs import REPAIRS
from generator.publish.remarks import Kind
from generator.publish.wording import read_wording
from tests.publish.samples import SAY, TEMPLATES

ROOT = TEMPLATES.parent
USERS = [*TEMPLATES.glob("*.html"), *(ROOT / "generator" / "publish").rglob("*.py")]

FAMILIES = (
    "rule.",
    "finding.",
    "month.",
    "changes.no_line.",
    "way.",
    *(f"changes.{kind}" for kind in get_args(Kind)),
)
"""Keys that are put together from the name of what they speak of."""


def catalogue(templates: Path, text: str) -> Path:
    path = templates / "catalogue" / "zh.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_every_string_that_is_used_exists() -> None:
    used = {
        key
        for path in USERS
        for key in re.findall(r"""\bsay\(\s*["']([a-z._0-9]+)["']""", path.read_text("utf-8"))
    }
    assert len(used) > 50
    begun = {key for key in used if key.endswith(".")}
    assert used - begun <= set(SAY.strings)
    assert {key for key in begun if not any(name.startswith(key) for name in FAMILIES)} == set()


def test_every_string_that_exists_is_used() -> None:
    text = "".join(path.read_text("utf-8") for path in USERS)
    unused = [
        key
        for key in SAY.strings
        if f'"{key}"' not in text
        and f"'{key}'" not in text
        and f'"{key.removeprefix("fact.")}"' not in text
        and not key.startswith(FAMILIES)
    ]
    assert unused == []


def rules() -> set[str]:
    """Every name that can stand in a ledger: rules of the tables, what structure lifts or moves,
    what a person does."""
    structure = ROOT / "generator" / "intake" / "structure"
    lifted = {
        name
        for path in structure.glob("*.py")
        for name in re.findall(r'\b(?:lifted|Repair)\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    tables = {name for name, *_ in REPAIRS} | {name for name, *_ in DOUBT_RULES}
    return tables | lifted | BY_PERSONS


def test_every_rule_has_a_name_and_a_reason_for_readers() -> None:
    assert {"punctuation", "addressee", "title", "floating_title", "doubts"} <= rules()
    missing = [
        key
        for rule in sorted(rules())
        for key in (f"rule.{rule}", f"rule.{rule}.why")
        if not SAY.strings.get(key)
    ]
    assert missing == []


def test_every_rule_that_changed_the_text_is_one_of_them() -> None:
    ledgers = (ROOT / "content" / "issues").glob("*/repairs.jsonl")
    used = {repair.rule for ledger in ledgers for repair in read_repairs(ledger.parent)}
    assert used
    assert sorted(used - rules()) == []


def test_every_finding_on_the_content_has_words_for_readers() -> None:
    codes = re.findall(r"^    (C\d{3}) ", check.__doc__ or "", re.MULTILINE)
    assert "C201" in codes
    assert [code for code in codes if not SAY.strings.get(f"finding.{code}")] == []


def test_no_words_stand_for_rules_and_findings_that_are_no_more() -> None:
    codes = set(re.findall(r"^    (C\d{3}) ", check.__doc__ or "", re.MULTILINE))
    named = {key.split(".")[1] for key in SAY.strings if key.startswith("rule.")}
    told = {key.split(".")[1] for key in SAY.strings if key.startswith("finding.")}
    assert named - rules() == set()
    assert told - codes == set()


def test_a_missing_string_names_the_catalogue() -> None:
    with pytest.raises(TemplateError, match=r"zh-Hans\.yaml.*'no\.such\.key'"):
        SAY("no.such.key")


def test_a_value_that_is_not_given_is_named() -> None:
    with pytest.raises(TemplateError, match="'day'"):
        SAY("date.long", year=2018, month=9)


def test_a_language_is_served_by_the_next_wider_catalogue() -> None:
    assert read_wording(TEMPLATES, "zh-Hans-CN").path.name == "zh-Hans.yaml"


def test_a_language_without_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no catalogue for the language 'bo-CN'"):
        read_wording(tmp_path, "bo-CN")


@pytest.mark.parametrize(
    "braces",
    ["{", "}", "{}", "{0}", "{year[0]}", "{year:zzz}", "{year!z}", "{year.__class__}", "{{year}}"],
)
def test_a_brace_that_is_not_part_of_a_name_is_refused(tmp_path: Path, braces: str) -> None:
    path = catalogue(tmp_path, f'home.title: "首页"\nyear.title: "{braces}年"\n')
    with pytest.raises(TemplateError, match=r"string 'year\.title'") as caught:
        read_wording(tmp_path, "zh")
    assert (caught.value.path, caught.value.line) == (path, 2)


def test_a_misspelt_name_in_braces_leads_to_its_line(tmp_path: Path) -> None:
    catalogue(tmp_path, 'home.title: "首页"\nyear.title: "{yaer}年"\n')
    say = read_wording(tmp_path, "zh")
    assert say("home.title") == "首页"
    with pytest.raises(TemplateError, match=r"zh\.yaml:2: .*'yaer' is missing"):
        say("year.title", year=2018)


@pytest.mark.parametrize("data", [b"][", b"a: \xff", b"a: [1]", b"\0"])
def test_a_broken_catalogue_is_a_fault_of_the_templates(tmp_path: Path, data: bytes) -> None:
    path = catalogue(tmp_path, "")
    path.write_bytes(data)
    with pytest.raises(TemplateError, match=r"zh\.yaml:1: "):
        read_wording(tmp_path, "zh")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2018-09-04", "2018年9月4日"),
        ("自发布之日起", "自发布之日起"),
        ("1978-13-01", "1978-13-01"),
    ],
)
def test_days_in_words(iso: str, words: str) -> None:
    assert SAY.day(iso) == words

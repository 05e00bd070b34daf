"""Documents of other authorities, each with nothing but a gazette.yaml of its own, against what a
person reads in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.document import read_issue, read_publication
from generator.intake import import_source
from generator.model import Gap, Item, ListItem, Paragraph, Table, plain
from tests.intake import lines
from tests.intake.conftest import HERE, MADE
from tests.intake.test_items import fields_of

OTHERS = HERE / "others"
READINGS: dict[str, dict[str, Any]] = yaml.safe_load((OTHERS / "singles.yaml").read_text("utf-8"))
TEN = yaml.safe_load((OTHERS / "2019-01.reading.yaml").read_text("utf-8"))["docs"]
_FIGURES = "three phrases in a row whose figures the source lacks look like the items of a list"
FAILING: dict[tuple[str, ...], str] = {
    ("outline", "2018-gbf-114"): _FIGURES,
    ("paragraphs", "2018-gbf-114"): _FIGURES,
}
"""Test and document that the rules cannot read yet, and why."""


@dataclass(frozen=True)
class Single:
    """A document outside an issue, imported."""

    reading: dict[str, Any]
    kind: str
    item: Item


def taken(root: Path, source: Path, id_: str, publisher: str, place: str) -> Path:
    """Imports a source as a newcomer does: one file and a gazette.yaml."""
    (root / "sources").mkdir(parents=True)
    (root / "gazette.yaml").write_text(
        f'name: "{publisher}公报"\npublisher: "{publisher}"\nplace: "{place}"\n'
        'language: "zh-Hans-CN"\nbase_url: "https://example.org/g/"\n'
        'series: {"国办发": "gbf", "国发": "gf", "国函": "gh"}\n',
        encoding="utf-8",
    )
    (root / "sources" / f"{id_}.txt").write_bytes(source.read_bytes())
    import_source(root, id_, publication=read_publication(root))
    return root / "issues" / id_


@pytest.fixture(params=list(READINGS))
def single(request: pytest.FixtureRequest, tmp_path: Path) -> Single:
    """Each document; what is known to fail must fail."""
    id_ = str(request.param)
    test = getattr(request.function, "__name__", "").removeprefix("test_")
    if why := FAILING.get((test, id_)):
        request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    reading = READINGS[id_]
    publisher = reading["issuer"][0] if reading["issuer"] else "衢州市人民代表大会常务委员会"
    place = "衢州市" if id_ == "2017-lvhua" else "北京市"
    issue = read_issue(taken(tmp_path, OTHERS / f"{id_}.txt", id_, publisher, place))
    assert len(issue.items) == 1
    return Single(reading, issue.source.kind, issue.items[0])


def text_of(single: Single) -> list[str]:
    """Paragraphs and list items up to the line that the reading names."""
    until = single.reading.get("until", 10**6)
    return [
        plain(block.text)
        for block in single.item.body
        if isinstance(block, Paragraph | ListItem) and block.origin and block.origin.last <= until
    ]


def test_kind(single: Single) -> None:
    assert single.kind == single.reading["kind_of_source"]


def test_fields(single: Single) -> None:
    found = fields_of(single.item)
    keys = ("title", "number", "kind", "issuer", "signed", "addressee", "date", "effective",
            "repeals", "public", "annexes")  # fmt: skip
    assert {key: found[key] for key in keys} == {key: single.reading[key] for key in keys}


def test_outline(single: Single) -> None:
    found = [line for line in lines.of(single.item) if line.startswith("#")]
    assert list(map(lines.same, found)) == list(map(lines.same, single.reading["outline"]))


def test_run_ins(single: Single) -> None:
    want = [f"**{one}**…" for one in single.reading["run_ins"]]
    assert lines.run_ins(lines.of(single.item)) == lines.run_ins(want)


def test_articles(single: Single) -> None:
    found = [one.replace("**", "") for one in lines.articles(lines.of(single.item))]
    assert len(found) == single.reading["articles"]
    if found:
        assert found[0].startswith(single.reading["first"])
        assert found[-1] == single.reading["last"]


def test_paragraphs(single: Single) -> None:
    """Not where torn tables make the count worth nothing; there `joined` tells."""
    found = text_of(single)
    assert len(found) == single.reading.get("paragraphs", len(found))


def test_joined(single: Single) -> None:
    found = list(map(lines.same, text_of(single)))
    for start, end in single.reading.get("joined", ()):
        (paragraph,) = (one for one in found if one.startswith(lines.same(start)))
        assert paragraph.endswith(lines.same(end))


def test_persons(single: Single) -> None:
    """A list of persons is one table with a row for each."""
    tables = [block for block in single.item.body if isinstance(block, Table)]
    named = [len(table.rows) for table in tables if table.kind == "persons"]
    if "persons" in single.reading:
        assert named == single.reading["persons"]


def test_nothing_is_made_up(single: Single) -> None:
    missing = [annex for annex in single.item.annexes if not annex.present]
    assert sum(isinstance(block, Gap) for block in single.item.body) == len(missing)


def test_a_law_has_the_chapters_and_articles_of_its_markdown(tmp_path: Path) -> None:
    folder = taken(tmp_path, OTHERS / "2017-lvhua.txt", "2017-lvhua", "衢州市人大", "衢州市")
    gold = (OTHERS / "2017-lvhua.gold.md").read_text(encoding="utf-8").split("\n")
    want = [line for line in gold if line.strip() and not line.startswith(("# ", "<!--"))]
    law = read_issue(folder).items[0]
    got = [re.sub(r"^- |\*\*", "", line) for line in lines.of(law)]
    assert list(map(lines.same, got)) == list(map(lines.same, want))
    assert gold[0] == f"# {law.title}"
    articles = [lines.same(line) for line in want if re.match("第.{1,4}条 ", line)]
    found = [one.replace("**", "") for one in lines.articles(lines.of(law))]
    assert found == articles


@pytest.fixture
def made(tmp_path: Path) -> tuple[list[Item], tuple[str, ...], str | None]:
    """The items, the back and the publication of the issue made of ten real documents."""
    issue = read_issue(taken(tmp_path, MADE, "2019-01", "国务院", "北京市"))
    return list(issue.items), issue.back, issue.publication


def test_the_made_issue_is_split_into_its_ten_documents(
    made: tuple[list[Item], tuple[str, ...], str | None],
) -> None:
    items, _, _ = made
    assert [one.title for one in items] == [one["title"] for one in TEN]
    assert [one.lines.first for one in items] == [one["start_line"] for one in TEN]
    assert [one.lines.last for one in items][:-1] == [one["end_line"] for one in TEN][:-1]


CLASSES = {
    "zhang": "第.{1,3}章",
    "tiao": "第.{1,4}条",
    "h1": "[一二三四五六七八九十]{1,3}、",
    "h2": r"\([一二三四五六七八九十]{1,3}\)",
    "h3": r"\d{1,2}\.\D",
}


def test_every_number_that_a_person_counts_begins_a_block(
    made: tuple[list[Item], tuple[str, ...], str | None],
) -> None:
    for one, doc in zip(made[0], TEN, strict=True):
        starts = [re.sub(r"^[#-]+|\*\*", "", lines.same(line)) for line in lines.of(one)]
        for name, number in CLASSES.items():
            found = sum(bool(re.match(number, text)) for text in starts)
            assert found == doc["headings"].get(name, 0), (one.title, name)


def test_a_phrase_on_a_line_of_its_own_is_a_heading(
    made: tuple[list[Item], tuple[str, ...], str | None],
) -> None:
    (plan,) = (one for one in made[0] if "集约化" in one.title)
    found = [line for line in lines.of(plan) if line.startswith("### ")]
    assert found == ["### （一）指导思想。", "### （二）基本原则。", "### （三）工作目标。"]


def test_the_imprint_at_the_end_belongs_to_no_document(
    made: tuple[list[Item], tuple[str, ...], str | None],
) -> None:
    items, back, _ = made
    assert back == ("主管主办：国务院办公厅", "编辑出版：国务院公报编辑室")
    assert items[-1].lines.last == 398


def test_the_name_of_the_gazette_may_stand_on_two_lines(
    made: tuple[list[Item], tuple[str, ...], str | None],
) -> None:
    assert made[2] == "中华人民共和国国务院公报"

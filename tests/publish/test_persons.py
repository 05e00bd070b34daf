"""A list of persons on its page: by role, each person to be found and to be checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from bs4 import BeautifulSoup, Tag

from generator.model import Cell, Run, Table
from generator.publish.outputs import html
from generator.publish.search.records import records
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import site

LIST = Table(
    (
        make.row("组长：", "赵平", "市长", at=3),
        make.row("成员：", "钱江", "", at=4, flag="源文缺职务"),
        make.row("", Cell(make.text(Run("孙壢", flag="人名用字可疑"))), "市财政局局长", at=3),
        make.row("顾问：", "", "有关单位负责人", at=6),
    ),
    head=0,
    kind="persons",
    origin=make.paragraph("", at=(3, 6)).origin,
)


def gazette(table: Table) -> Site:
    """A site with one document that has the list."""
    return site(make.issue("2018-05", (make.item("yzf-1", (table,)),)))


def page(table: Table, folder: Path) -> BeautifulSoup:
    """The page of that document."""
    html.write(gazette(table), folder)
    text = (folder / "2018/05/yzf-1/index.html").read_text("utf-8")
    return BeautifulSoup(text, "html.parser")


@pytest.fixture
def shown(tmp_path: Path) -> BeautifulSoup:
    return page(LIST, tmp_path)


def words(tag: Tag) -> str:
    """What a reader sees of it."""
    for aside in tag.select(".origin, .ref"):
        aside.decompose()
    return " ".join(tag.get_text().split())


def one(tag: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = tag.select(selector)
    return found


def test_a_list_of_persons_can_be_taken_away(shown: BeautifulSoup) -> None:
    files = [
        PurePosixPath(str(link["href"])).name for link in shown.select(".persons .downloads a")
    ]
    assert files == ["tbl1.xlsx", "tbl1.csv", "tbl1.plain.csv", "tbl1.json"]


def test_the_persons_of_a_role_are_a_list_that_has_its_name(shown: BeautifulSoup) -> None:
    found = {
        words(one(shown, f"#{listed['aria-labelledby']}")): [words(li) for li in listed("li")]
        for listed in shown.select(".persons ul")
    }
    assert found == {
        "组长：": ["赵平 市长"],
        "成员：": ["钱江 （职务缺）", "孙壢 市财政局局长"],
        "顾问：": ["有关单位负责人"],
    }
    assert shown.select(".text table, .text [tabindex]") == []


def test_every_person_has_an_address_and_leads_to_the_source(shown: BeautifulSoup) -> None:
    lines = {li["id"]: str(one(li, ".origin")["href"]) for li in shown.select(".persons li")}
    assert {key: line.partition("#")[2] for key, line in lines.items()} == {
        "tbl1-r1": "L3",
        "tbl1-r2": "L4",
        "tbl1-r3": "L3",
        "tbl1-r4": "L6",
    }


def test_a_doubt_is_told_beside_the_person(shown: BeautifulSoup) -> None:
    for name, note in (("钱江", "源文缺职务"), ("孙壢", "人名用字可疑")):
        (person,) = [li for li in shown.select(".persons li") if name in li.get_text()]
        told = one(shown, str(one(person, ".ref")["href"]))
        assert f"“{name}”：{note}" in told.get_text()


def test_a_list_without_roles_is_one_list_without_a_name(tmp_path: Path) -> None:
    rows = (make.row("", "赵平", "市长"), make.row("", "钱江", "副市长"))
    listed = one(page(replace(LIST, rows=rows), tmp_path), ".persons ul")
    assert "aria-labelledby" not in listed.attrs
    assert [words(li) for li in listed("li")] == ["赵平 市长", "钱江 副市长"]


def test_a_title_and_a_note_of_a_list_are_shown(tmp_path: Path) -> None:
    named = replace(LIST, caption="领导小组名单", note="注：按姓氏笔画为序。")
    text = one(page(named, tmp_path), ".persons").get_text()
    assert "领导小组名单" in text
    assert "注：按姓氏笔画为序。" in text


def test_name_and_post_are_found_as_one_phrase() -> None:
    (record,) = [one for one in records(gazette(LIST)) if one.url.endswith("/yzf-1/")]
    texts = [
        " ".join(passage.text.split()) for passage in record.passages if passage.anchor == "tbl1"
    ]
    assert texts == [
        "组长： 赵平 市长",
        "成员： 钱江",
        "孙壢 市财政局局长",
        "顾问： 有关单位负责人",
    ]

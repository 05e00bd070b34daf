"""The items of all five issues and of a foreign one, field by field, against human readings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Gap, Heading, Item, Paragraph, Span, plain
from tests.accuracy.measures import same
from tests.intake.conftest import HERE, ISSUES, MADE, source_of, take
from tests.intake.laws import broken, read


def load(name: str) -> Any:
    """A reading, a YAML file beside this one."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


FIELDS = load("readings/fields.yaml")


@pytest.mark.parametrize("id_", ISSUES)
def test_every_item_is_found_with_the_fields_a_person_reads(id_: str) -> None:
    found = [fields_of(item) for item in take(source_of(id_)).issue.items]
    wanted = FIELDS[id_]["items"]
    assert [item["slug"] for item in found] == [item["slug"] for item in wanted]
    for got, want in zip(found, wanted, strict=True):
        assert {key: got[key] for key in want} == want


@pytest.mark.parametrize("id_", ISSUES)
def test_the_issue_states_what_its_front_says_and_marks_the_rest(id_: str) -> None:
    issue = take(source_of(id_)).issue
    wanted = dict(FIELDS[id_]["issue"])
    board = {role.role: list(role.names) for role in issue.masthead.board}
    assert board == wanted.pop("board", {})
    got = {key: getattr(issue, key) for key in wanted}
    got["inferred"] = list(issue.inferred)
    assert got == wanted


@pytest.mark.parametrize("id_", ["2018-05", "2023-02"])
def test_the_printed_contents_name_every_item(id_: str) -> None:
    issue = take(source_of(id_)).issue
    assert [entry.item for entry in issue.contents] == [item.slug for item in issue.items]
    assert all(entry.page for entry in issue.contents)


@pytest.mark.parametrize(("id_", "key"), [("2018-05", "documents"), ("2021-02", "documents")])
def test_the_fields_agree_with_the_complete_readings(id_: str, key: str) -> None:
    for item, want in zip(
        take(source_of(id_)).issue.items, load(f"readings/{id_}.yaml")[key], strict=True
    ):
        assert same(item.title) == same(want["title"])
        assert same(item.number) == same(want["doc_number"])
        assert same(item.addressee) == same((want["addressee"] or "").rstrip("："))
        assert same("".join(item.signed)) == same(want["signed_by"])
        assert item.date == want["date_written"]
        assert item.public == bool(want["public_note"])
        assert item.lines.first == want["first_line"]


def test_a_gazette_of_another_publisher_is_read_by_the_same_rules() -> None:
    wanted = load("others/2019-01.reading.yaml")["docs"]
    items = take(MADE).issue.items
    assert [item.title for item in items] == [doc["title"] for doc in wanted]
    for item, doc in zip(items, wanted, strict=True):
        assert item.lines.first == doc["start_line"]
        assert item.issuer[0].endswith(doc["issuer"])
        year, month, day = re.findall(r"\d+", doc["date"])
        assert item.date == f"{year}-{int(month):02}-{int(day):02}"
        assert item.number is not None
        assert same(doc["number"]).endswith(same(item.number))


@pytest.mark.parametrize("id_", ISSUES)
def test_annexes_the_source_lacks_leave_a_visible_gap(id_: str) -> None:
    for item in take(source_of(id_)).issue.items:
        gaps = [b.text for b in item.body if isinstance(b, Gap) and b.origin is None]
        missing = [annex.title for annex in item.annexes if not annex.present]
        assert len(gaps) == len(missing)
        assert all(title in gap for title, gap in zip(missing, gaps, strict=True))


def test_a_title_of_an_annex_with_nothing_under_it_has_a_gap_for_the_lost_figure() -> None:
    body = take(source_of("2018-05")).issue.items[5].body
    places = [i for i, block in enumerate(body) if isinstance(block, Gap)]
    above = [body[i - 1] for i in places]
    titles = [plain(block.text) for block in above if isinstance(block, Heading)]
    assert titles == ["晋城市辐射事故应急响应组织机构", "晋城市辐射事故应急处置流程图"]


def fields_of(item: Item) -> dict[str, Any]:
    """The fields a reading lists."""
    return {
        "slug": item.slug,
        "title": item.title,
        "number": item.number,
        "kind": item.kind,
        "issuer": list(item.issuer),
        "signed": list(item.signed),
        "addressee": item.addressee,
        "date": item.date,
        "section": item.section,
        "section_inferred": item.section_inferred,
        "page": item.page,
        "public": item.public,
        "effective": item.effective,
        "valid_for": item.valid_for,
        "repeals": [r.number for r in item.repeals],
        "annexes": [[a.label, a.title, a.present] for a in item.annexes],
        "lines": [item.lines.first, item.lines.last],
    }


LETTER = "\n\n县人民政府：\n\n现将有关情况通知如下。"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("临政办〔2019〕7号" + LETTER, "临政办〔2019〕7号"),
        ("临江市人民政府令\n\n第6号\n\n现予公布。\n", "临江市人民政府令（第6号）"),
        ("临江市人民政府令\n\n第6号\n\n《供水办法》已经会议通过，现予公布。\n", "供水办法"),
    ],
)
def test_an_item_without_a_title_is_called_by_words_of_its_own(
    text: str, title: str, tmp_path: Path
) -> None:
    assert [item.title for item in read(text.encode(), "2019-01").issue.items] == [title]
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_letterhead_is_the_cover_of_a_document_without_a_number(tmp_path: Path) -> None:
    text = "临江市人民政府办公室文件\n\n关于防汛的通知" + LETTER
    issue = read(text.encode(), "2019-01").issue
    assert [item.title for item in issue.items] == ["关于防汛的通知"]
    assert issue.front == ("临江市人民政府办公室文件",)
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_fact_that_the_imprint_states_twice_is_not_lost(tmp_path: Path) -> None:
    front = "编辑出版：甲\n\n编辑出版：乙\n\n联系电话：1\n\n"
    text = front + "临江市人民政府\n关于防汛的通知\n\n临政办〔2019〕7号" + LETTER
    issue = read(text.encode(), "2019-01").issue
    assert issue.masthead.editor == "甲"
    assert "编辑出版：乙" in str(issue.front)
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_name_in_the_contents_that_no_entry_follows_is_not_lost(tmp_path: Path) -> None:
    front = "目录\n\n# 卷首语\n\n# 市政府文件\n\n关于防汛的通知……3\n\n"
    text = front + "临江市人民政府\n关于防汛的通知\n\n临政办〔2019〕7号" + LETTER
    issue = read(text.encode(), "2019-01").issue
    assert [entry.section for entry in issue.contents] == ["市政府文件"]
    assert "卷首语" in issue.front
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_section_printed_again_over_the_rest_of_its_entries_is_in_the_ledger(
    tmp_path: Path,
) -> None:
    entries = "关于防汛的通知……3\n\n# 市政府文件\n\n关于抗旱的通知……4\n\n"
    front = "目录\n\n# 市政府文件\n\n" + entries
    text = front + "临江市人民政府\n关于防汛的通知\n\n临政办〔2019〕7号" + LETTER
    made = read(text.encode(), "2019-01")
    assert [entry.section for entry in made.issue.contents] == ["市政府文件"] * 2
    dropped = [entry.before for entry in made.record if not entry.after]
    assert dropped == ["市政府文件"]
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_phrase_before_bold_words_is_no_head_of_them(tmp_path: Path) -> None:
    items = "（一）煤矿。实施治理。\n\n（二）铁矿。**必须停产**整改。\n\n（三）石矿。加强管理。"
    text = "临江市人民政府\n关于防汛的通知\n\n临政办〔2019〕7号\n\n" + items
    body = read(text.encode(), "2019-01").issue.items[0].body
    strong = [[run.text for run in p.text if run.strong] for p in body if isinstance(p, Paragraph)]
    assert strong == [["（一）煤矿。"], ["必须停产"], ["（三）石矿。"]]
    assert broken(text.encode(), "2019-01", tmp_path) == []


def test_a_label_that_stood_behind_its_title_has_both_their_lines(tmp_path: Path) -> None:
    lines = [
        *("排。吸引工商社会资本投", "扶持方式，撬动社会、工", "成多元投入格局，保障资"),
        *(" 展改革委、市财政局", "各县（市、区）人民政府］"),
        *("公路环线产业布局，以县（市、区）为单", "内一流标准，精准对接培育需求，开展专项培育行"),
        *("动，分级分类培育一批农业产业生产加工、流通营", "附件："),
    ]
    item = read("\n".join(lines).encode(), "2019-01").issue.items[0]
    title = next(block for block in item.body if isinstance(block, Heading))
    assert title.origin == Span(5, 9)
    assert broken("\n".join(lines).encode(), "2019-01", tmp_path) == []

"""Adopting edits as an editor does it: edit the Markdown, adopt, import again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.check import check_content
from generator.document import body, read_issue, read_publication
from generator.errors import ContentError, EditedError, GazetteError
from generator.intake import import_source, pending
from generator.intake.adoption import Adopted, Author, adopt
from generator.intake.adoption.changes import compare
from generator.model import Correction
from tests.intake.conftest import CONTENT, HERE, publication

ID = "2022-03"
NOTICE, DECREE, CHRONICLE = "dtzf-7", "ling-12", "dashiji-05"
SOURCE = (HERE / "others" / f"{ID}.txt").read_text(encoding="utf-8")
EDITOR = Author("据印刷版", "责任编辑")
HASHES = re.compile(r'^  (written|ledgers): "[0-9a-f]*"$', re.MULTILINE)


class Office:
    """A content folder with one imported issue, and what an editor does in it."""

    def __init__(self, root: Path, source: str = SOURCE) -> None:
        self.root = root
        for name in ("sources", "corrections", "issues"):
            (root / name).mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTENT / "gazette.yaml", root)
        (root / "sources" / f"{ID}.txt").write_text(source, "utf-8")
        self.again()

    @property
    def entries(self) -> Path:
        return self.root / "corrections" / f"{ID}.yaml"

    def page(self, slug: str) -> Path:
        return self.root / "issues" / ID / f"{slug}.md"

    def edit(self, slug: str, *edits: tuple[str, str]) -> None:
        """Replace words that stand in the Markdown once."""
        text = self.page(slug).read_text("utf-8")
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        self.page(slug).write_text(text, "utf-8")

    def again(self) -> bool:
        return import_source(self.root, ID, publication=read_publication(self.root)).changed

    def adopt(self, *, write: bool = True) -> Adopted:
        return adopt(
            self.root, ID, publication=read_publication(self.root), author=EDITOR, write=write
        )

    def markdown(self) -> dict[str, str]:
        """All Markdown, but for the two hashes that an import writes."""
        folder = self.root / "issues" / ID
        return {path.name: HASHES.sub("", path.read_text("utf-8")) for path in folder.glob("*.md")}

    def listed(self) -> list[dict[str, Any]]:
        """The entries of the corrections file, without reason and role."""
        loaded = yaml.safe_load(self.entries.read_text("utf-8")) if self.entries.exists() else []
        assert all(entry["by"] == "责任编辑" for entry in loaded)
        return [{k: v for k, v in e.items() if k not in ("by", "reason")} for e in loaded]

    def errors(self) -> list[str]:
        return [f.code for f in check_content(self.root) if f.severity == "error"]

    def line(self, words: str) -> int:
        """The source line on which words stand."""
        lines = (self.root / "sources" / f"{ID}.txt").read_text("utf-8").split("\n")
        (number,) = [number for number, text in enumerate(lines, 1) if words in text]
        return number

    def adopted(self) -> list[dict[str, Any]]:
        """Adopt everything; the Markdown stays as it was edited, now and after an import."""
        edited = self.markdown()
        assert "C601" in self.errors()
        assert self.adopt().refused == ()
        assert self.markdown() == edited
        assert self.errors() == []
        assert pending(self.root) == []
        assert not self.again()
        shutil.rmtree(self.root / "issues" / ID)
        self.again()
        assert self.markdown() == edited
        return self.listed()

    def refused(self) -> list[str]:
        """Adopt nothing; the Markdown stays as it was edited. What is said."""
        before = {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file()}
        done = self.adopt()
        assert done.entries == ()
        assert {path: path.read_bytes() for path in before} == before
        assert not self.entries.exists()
        for one in done.refused:
            assert one.place.path.is_file()
            assert one.hint
        return [one.why for one in done.refused]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "content")


def fix(line: int, find: str, replace: str) -> dict[str, Any]:
    return {"line": line, "find": find, "replace": replace}


# --- what is adopted ---------------------------------------------------------------------------


def test_a_word_becomes_an_entry_on_its_line_and_survives_a_new_import(office: Office) -> None:
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    (entry,) = office.adopted()
    assert entry == fix(office.line("扎实推进"), "扎实", "稳步")
    assert "据印刷版" in office.entries.read_text("utf-8")
    (repair,) = [
        line
        for line in (office.page(NOTICE).parent / "repairs.jsonl").read_text("utf-8").split("\n")
        if '"corrections"' in line
    ]
    assert "据印刷版" in repair


def test_a_character_that_stands_twice_is_found_by_what_stands_beside_it(office: Office) -> None:
    office.edit(NOTICE, ("印发给你们", "引发给你们"))
    line = office.line("现印发给你们")
    (entry,) = office.adopted()
    assert entry["line"] == line
    text = SOURCE.split("\n")[line - 1].replace(",", "，")
    assert text.count(entry["find"]) == 1
    assert text.replace(entry["find"], entry["replace"]).count("引发给你们") == 1


def test_two_edits_in_a_paragraph_are_two_entries(office: Office) -> None:
    office.edit(NOTICE, ("已经市政府同意", "业经市政府同意"), ("结合实际", "结合本地实际"))
    assert len(office.adopted()) == 2


def test_words_over_a_line_end_are_an_entry_on_each_line(office: Office) -> None:
    office.edit(NOTICE, ("推进各项工作", "开展每项工作"))
    assert office.adopted() == [
        fix(office.line("扎实推进"), "推进", "开展"),
        fix(office.line("扎实推进") + 2, "各项", "每项"),
    ]


def test_an_insertion_at_a_line_end_goes_on_one_line(office: Office) -> None:
    office.edit(NOTICE, ("推进各项", "推进好各项"))
    assert len(office.adopted()) == 1


def test_a_paragraph_that_is_taken_out_is_taken_from_its_line(office: Office) -> None:
    office.edit(NOTICE, ("坚持以人为本，逐步改善居住条件。\n\n", ""))
    (entry,) = office.adopted()
    assert (entry["find"], entry["replace"]) == ("坚持以人为本，逐步改善居住条件。", "")


@pytest.mark.parametrize(
    ("slug", "old", "new"),
    [
        (NOTICE, "| 4 | 8.2 |", "| 4 | 8.3 |"),
        (NOTICE, "| 12 | 30.5 |", "| 12 | 130.5 |"),
        (NOTICE, "平城区", "平城新区"),
        (NOTICE, "## 二、改造任务", "## 二、改造的任务"),
        (DECREE, "（一）保证水质", "（一）保障水质"),
        (DECREE, "为了加强城市供水管理", "为加强城市供水管理"),
        (CHRONICLE, "召开专题会议", "召开专项会议"),
        (CHRONICLE, "※市长到灵丘县", "※副市长到灵丘县"),
        (NOTICE, "以人为本，逐步", "以人为本,逐步"),
        (NOTICE, "坚持以人为本", "坚持 **以人**为本"),
        (NOTICE, "水、电、气", "水、电、CO<sub>2</sub>"),
        (NOTICE, "30.5", "30.5\\*"),
    ],
)
def test_every_kind_of_text_can_be_corrected(office: Office, slug: str, old: str, new: str) -> None:
    office.edit(slug, (old, new))
    assert len(office.adopted()) == 1


def test_caption_and_unit_of_a_table(tmp_path: Path) -> None:
    office = Office(
        tmp_path / "content", SOURCE.replace("附件\n\n改造任务", "附件\n\n任务\n\n改造任务")
    )
    office.edit(
        NOTICE, ("caption: 改造任务分解表", "caption: 改造分解表"), ("万平方米", "平方公里")
    )
    assert len(office.adopted()) == 2


PERSONS = (
    "附件\n\n组长：白云\t市长\t石川\t市财政局局长\n副组长：江帆\t副市长\t林海\t市教育局局长\n\n"
    "改造任务"
)


@pytest.mark.parametrize(
    ("old", "new", "find", "put"),
    [
        ("| 白云 |", "| 白芸 |", "云", "芸"),
        ("| 石川 | 市财政局局长 |", "| 石川 | 市审计局局长 |", "财政", "审计"),
        ("| 副组长： |", "| 副召集人： |", "组长", "召集人"),
    ],
)
def test_a_person_who_is_a_part_of_a_line(
    tmp_path: Path, old: str, new: str, find: str, put: str
) -> None:
    office = Office(tmp_path / "content", SOURCE.replace("附件\n\n改造任务", PERSONS))
    office.edit(NOTICE, (old, new))
    (entry,) = office.adopted()
    assert (find in entry["find"], put in entry["replace"]) == (True, True)


def test_what_would_make_another_block_of_a_list_is_no_edit_to_go_on_with(tmp_path: Path) -> None:
    persons = "附件\n\n组长：白云\t市长\n成员：江帆\t副市长\n石川\t市财政局局长\n\n改造任务"
    office = Office(tmp_path / "content", SOURCE.replace("附件\n\n改造任务", persons))
    office.edit(NOTICE, ("| 石川 |", "|  |"))
    (refused,) = office.adopt().refused
    assert "read a block otherwise" in refused.why
    assert "Edit that too" not in refused.hint


TITLE = "关于印发大同市老旧小区改造实施方案的通知"


def test_the_title_is_corrected_with_the_printed_contents_that_name_it(office: Office) -> None:
    office.edit(NOTICE, (TITLE, TITLE.replace("改造", "改建")))
    (why,) = office.refused()
    assert "`item` of" in why or "`title`" in why
    office.edit("issue", (TITLE, TITLE.replace("改造", "改建")))
    lines = [office.line("改造实施方案的通知"), office.line("改造实施方案的通 知")]
    assert [entry["line"] for entry in office.adopted()] == lines


def test_the_number_is_corrected_with_the_name_of_the_file(office: Office) -> None:
    office.edit(NOTICE, ("〔2022〕7号", "〔2022〕8号"))
    (why,) = office.refused()
    assert "dtzf-8.md" in why
    office.page(NOTICE).rename(office.page("dtzf-8"))
    office.edit("issue", (NOTICE, "dtzf-8"))
    (entry,) = office.adopted()
    assert entry["line"] == office.line("大同政发")


def test_the_addressee_and_a_section_of_the_printed_contents(office: Office) -> None:
    office.edit(NOTICE, ("市直各有关单位", "市直有关单位"))
    office.edit("issue", ('section: "市政府令"', 'section: "市人民政府令"'))
    office.edit(DECREE, ('section: "市政府令"', 'section: "市人民政府令"'))
    lines = [office.line("## 市政府令"), office.line("市直各有关单位")]
    assert [entry["line"] for entry in office.adopted()] == lines


def test_a_name_of_the_editorial_board(tmp_path: Path) -> None:
    board = "## 编辑委员会\n\n主任：王某某\n\n委员：李某某 赵某某\n\n# 目 录"
    office = Office(tmp_path / "content", SOURCE.replace("# 目 录", board, 1))
    office.edit("issue", ('"赵某某"', '"赵小某"'))
    assert office.adopted() == [fix(office.line("赵某某"), "赵某某", "赵小某")]


def test_what_cannot_be_adopted_stays_and_the_rest_is_written(office: Office) -> None:
    office.edit(NOTICE, ("坚持以人为本", "坚持人民至上"), ("扎实推进", "稳步推进"))
    office.edit(DECREE, ("为了加强", "为了加强\n\n"))
    edited = office.markdown()
    (refused,) = office.adopt().refused
    assert refused.place.path == office.page(DECREE)
    assert refused.place.line == 1 + edited[f"{DECREE}.md"].split("**第一条**")[0].count("\n")
    assert office.markdown() == edited
    assert [entry["replace"] for entry in office.listed()] == ["稳步", "人民至上"]
    assert office.errors() == ["C601"]
    assert pending(office.root) == []
    with pytest.raises(EditedError):
        office.again()
    assert (office.adopt().entries, len(office.listed())) == ((), 2)
    office.edit(DECREE, ("为了加强\n\n", "为了加强"))
    assert office.adopt() == Adopted((), ())
    assert office.errors() == []


def test_the_date_of_a_signature_takes_its_fact_with_it(office: Office) -> None:
    office.edit(NOTICE, ("2022年5月9日\n:::", "2022年5月8日\n:::"))
    (why,) = office.refused()
    assert "`date`" in why
    office.edit(NOTICE, ("2022-05-09", "2022-05-08"))
    assert len(office.adopted()) == 1


def test_a_flag_becomes_a_doubt(office: Office) -> None:
    office.edit(NOTICE, ("逐步改善", "[逐步]{?疑为“稳步”}改善"))
    line = office.line("逐步改善")
    assert office.adopted() == [{"line": line, "find": "逐步", "doubt": "疑为“稳步”"}]


def test_a_flag_beside_an_edit_and_in_a_cell(office: Office) -> None:
    office.edit(NOTICE, ("坚持以人为本，逐步", "坚持人民至上，[逐步]{?疑为“稳步”}"))
    office.edit(NOTICE, ("| 8.2 |", "| [8.2]{?与合计不符} |"), ("| 3 | 6.1 |", "| 3 | 6.2 |"))
    assert sorted(str(entry.get("doubt")) for entry in office.adopted()) == [
        "None", "None", "与合计不符", "疑为“稳步”",
    ]  # fmt: skip


def test_a_row_that_is_flagged(office: Office) -> None:
    office.edit(NOTICE, ("| 8.2 |", "| 8.2 | {?数字有误}"))
    (entry,) = office.adopted()
    assert entry["doubt"] == "数字有误"


def test_a_gap_becomes_a_doubt_behind_the_block_above_it(office: Office) -> None:
    gap = "::: gap\n此处缺一页。\n:::\n\n::: gap\n另缺附图。\n:::\n\n"
    office.edit(NOTICE, ("### （一）基础类", f"{gap}### （一）基础类"))
    line = office.line("二、改造任务")
    assert office.adopted() == [
        {"line": line, "doubt": "此处缺一页。"},
        {"line": line, "doubt": "另缺附图。"},
    ]


def test_a_gap_above_all_text(office: Office) -> None:
    text = office.page(NOTICE).read_text("utf-8")
    office.page(NOTICE).write_text(
        text.replace("\n---\n\n", "\n---\n\n::: gap\n缺首页。\n:::\n\n"), "utf-8"
    )
    assert [entry["doubt"] for entry in office.adopted()] == ["缺首页。"]


def test_what_stands_in_the_file_stays_byte_for_byte(office: Office) -> None:
    line = office.line("加强城市供水")
    there = (
        f"# 说明：第{line}行\r\n-   line: {line}\r\n    find: '管理'\r\n"
        "    replace: 监管 # 待核\r\n"
        "    reason: 甲\r\n    by: 责任编辑"
    ).encode()
    office.entries.write_bytes(there)
    office.again()
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    assert len(office.adopted()) == 2
    data = office.entries.read_bytes()
    assert data.startswith(there + b"\r\n- line: ")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_an_indented_list_goes_on_indented(office: Office) -> None:
    words = "find: 管理, replace: 监管, reason: 甲, by: 责任编辑"
    office.entries.write_text(f"  - {{line: {office.line('加强城市供水')}, {words}}}\n", "utf-8")
    office.again()
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    assert len(office.adopted()) == 2


def test_a_list_in_brackets_cannot_be_added_to_and_nothing_is_lost(office: Office) -> None:
    words = "find: 管理, replace: 监管, reason: 甲, by: 责任编辑"
    office.entries.write_text(f"[{{line: {office.line('加强城市供水')}, {words}}}]\n", "utf-8")
    office.again()
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    before = office.entries.read_bytes(), office.markdown()
    with pytest.raises(GazetteError, match="cannot be added"):
        office.adopt()
    assert (office.entries.read_bytes(), office.markdown()) == before


def test_windows_line_ends_and_a_byte_order_mark_are_no_edit(office: Office) -> None:
    page = office.page(NOTICE)
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert office.adopt() == Adopted((), ())
    assert not office.entries.exists()
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    office.adopt()
    assert len(office.listed()) == 1


def test_a_line_end_in_a_paragraph_is_no_edit_of_the_text(office: Office) -> None:
    office.edit(NOTICE, ("请结合实际，扎实", "请结合实际，\n扎实"))
    assert office.errors() == ["C601"]
    assert office.adopt() == Adopted((), ())
    assert office.errors() == []


def test_adopting_again_adds_to_what_was_adopted(office: Office) -> None:
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    office.adopted()
    office.edit(NOTICE, ("稳步推进", "大力推进"))
    assert [entry["replace"] for entry in office.adopted()] == ["稳步", "大力"]


def test_a_dry_run_writes_nothing(office: Office) -> None:
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    before = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file()}
    (entry,) = office.adopt(write=False).entries
    assert isinstance(entry, Correction)
    assert {path: path.read_bytes() for path in before} == before
    assert not office.entries.exists()


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "old", "new", "why"),
    [
        (NOTICE, "请结合实际，扎实", "请结合实际，\n\n扎实", "split"),
        (NOTICE, "## 二、改造任务\n\n### （一）基础类。\n\n", "## 二、改造任务（一）基础类。\n\n",
         "joined"),
        (NOTICE, "## 二、改造任务", "二、改造任务", "a heading was made a paragraph"),
        (NOTICE, "坚持以人为本", "- 坚持以人为本", "a paragraph was made a listitem"),
        (NOTICE, "## 二、", "### 二、", "level"),
        (NOTICE, "| 云冈区 | 4 | 8.2 |\n", "", "form of a table"),
        (NOTICE, "| 云冈区 | 4 | 8.2 |", "| 云冈区 | 4 | << |", "form of a table"),
        (NOTICE, "head=1", "head=0", "form of a table"),
        (NOTICE, "head=1", "head=1 kind=form", "form of a table"),
        (NOTICE, "head=1", "head=1 abreast=3", "form of a table"),
        (NOTICE, "## 二、改造任务", "另起一段。\n\n## 二、改造任务", "no line of the source"),
        (NOTICE, "坚持以人为本，逐步", "坚持以人为本，\\\n逐步", "line break"),
        (NOTICE, "坚持以人为本，", "坚持<br>以人为本，", "line break"),
        (NOTICE, '"通知"', '"意见"', "`kind`"),
        (NOTICE, "page: 1", "page: 2", "`page`"),
        (NOTICE, "2022-05-09", "2022-05-08", "`date`"),
        (DECREE, "**第一条**", "第一条", "read here"),
        (CHRONICLE, "@2022-05-06 6日", "@2022-05-07 6日", "form"),
        (CHRONICLE, "6日 市政府", "7日 市政府", "read here"),
        ("issue", "number: 3", "number: 4", ""),
        ("issue", 'kind: "markdown"', 'kind: "plain"', "`source`"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_a_line_is_refused(
    office: Office, slug: str, old: str, new: str, why: str
) -> None:
    office.edit(slug, (old, new))
    said = office.refused()
    assert said
    assert why in said[0]


def test_a_block_that_was_moved_is_refused_in_both_places(office: Office) -> None:
    words = "坚持以人为本，逐步改善居住条件。\n\n"
    office.edit(NOTICE, (words, ""), ("附件：改造", "@@附件：改造"))
    office.edit(NOTICE, ("- @@", f"{words}- "))
    assert ["moved" in why for why in office.refused()].count(True) == 1


def test_a_flag_over_a_line_end_is_refused(office: Office) -> None:
    office.edit(NOTICE, ("推进各项", "[推进各项]{?有误}"))
    (why,) = office.refused()
    assert "several lines" in why


def test_a_flag_on_words_that_stand_twice_on_the_line_is_refused(office: Office) -> None:
    office.edit(
        CHRONICLE, ("@2022-05-09/2022-05-10 9日、10日", "@2022-05-09/2022-05-10 9[日]{?有误}、10日")
    )
    (why,) = office.refused()
    assert "more than once" in why


def test_a_gap_and_a_flag_of_a_person_are_taken_back_in_their_file(office: Office) -> None:
    office.edit(NOTICE, ("逐步改善", "[逐步]{?疑为“稳步”}改善"))
    office.edit(NOTICE, ("## 二、", "::: gap\n此处缺一页。\n:::\n\n## 二、"))
    office.adopted()
    kept = office.entries.read_bytes()
    office.edit(NOTICE, ("[逐步]{?疑为“稳步”}", "逐步"), ("此处缺一页。", "此处缺两页。"))
    done = office.adopt()
    assert ["corrections/" in one.hint for one in done.refused] == [True, True]
    assert office.entries.read_bytes() == kept


def test_without_the_last_import_nothing_is_adopted(office: Office) -> None:
    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    words = 'find: "管理", replace: "监管", reason: "甲", by: "责任编辑"'
    office.entries.write_text(f"- {{line: {office.line('加强城市供水')}, {words}}}\n", "utf-8")
    with pytest.raises(EditedError, match="last import") as caught:
        office.adopt()
    assert "no import has made" in caught.value.hint


def test_an_import_that_fails_takes_the_entries_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    office.edit(NOTICE, ("扎实推进", "稳步推进"))
    edited = office.markdown()
    monkeypatch.setattr("generator.intake.adoption.import_source", fail)
    with pytest.raises(OSError, match="space"):
        office.adopt()
    assert not office.entries.exists()
    assert office.markdown() == edited


# --- any edit ----------------------------------------------------------------------------------


COMMITTED = ("2019-05", "2020-jszb-56")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of some committed issues, to be edited."""
    root = tmp_path_factory.mktemp("archive")
    shutil.copy(CONTENT / "gazette.yaml", root)
    for id_ in COMMITTED:
        restore(root, id_)
    return root


def restore(root: Path, id_: str) -> None:
    """The issue as it is committed."""
    for path in (f"sources/{id_}.txt", f"corrections/{id_}.yaml"):
        (root / path).parent.mkdir(exist_ok=True)
        shutil.copy(CONTENT / path, root / path)
    shutil.rmtree(root / "issues" / id_, ignore_errors=True)
    shutil.copytree(CONTENT / "issues" / id_, root / "issues" / id_)


def small_edit(text: str, data: Any) -> str:
    """A character put in, taken out or replaced, somewhere in a line of the body."""
    first = text.index("\n---\n\n") + len("\n---\n\n")
    at = data.draw(st.integers(first, len(text) - 1))
    at = next(i for i in range(at, first - 1, -1) if text[i] != "\n")
    letter = data.draw(st.sampled_from("的市新，。、 （1a"))
    kind = data.draw(st.sampled_from(("put in", "take out", "replace")))
    return text[:at] + ("" if kind == "take out" else letter) + text[at + (kind != "put in") :]


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_small_edits_are_adopted_to_the_letter_or_refused_with_a_reason(
    archive: Path, data: Any
) -> None:
    id_ = data.draw(st.sampled_from(COMMITTED))
    restore(archive, id_)
    folder = archive / "issues" / id_
    page = data.draw(st.sampled_from(sorted(set(folder.glob("*.md")) - {folder / "issue.md"})))
    for _ in range(data.draw(st.integers(1, 3))):
        page.write_text(small_edit(page.read_text("utf-8"), data), "utf-8")
    edited = page.read_bytes()
    try:
        issue = read_issue(folder)
    except ContentError:
        return  # half a mark: nothing is taken from such a file
    done = adopt(archive, id_, publication=publication(), author=EDITOR)
    if done.refused:
        assert page.read_bytes() == edited
        assert all(one.why and one.hint and one.place.line for one in done.refused)
        return
    assert compare(read_issue(folder), issue) == []
    written = body.render(next(item for item in issue.items if item.slug == page.stem).body)
    if edited.decode().endswith(f"\n---\n\n{written}"):  # else there is white space of no meaning
        assert page.read_bytes() == edited
    assert not import_source(archive, id_, publication=publication()).changed

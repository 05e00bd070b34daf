"""Importing as an editor does it: the committed content, a sixth source, edits by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.check import check_content
from generator.document import read_issue, read_publication
from generator.errors import EditedError, SourceError, UsageError
from generator.intake import import_source, pending, steps
from generator.model import Heading, ListItem, Paragraph, Signature, Table, plain
from tests.intake.conftest import CONTENT, HERE, ISSUES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder with settings and no source."""
    root = tmp_path / "content"
    for name in ("sources", "corrections", "issues"):
        (root / name).mkdir(parents=True)
    shutil.copy(CONTENT / "gazette.yaml", root)
    return root


def add(root: Path, id_: str, text: str) -> None:
    """Puts a source into the folder."""
    (root / "sources" / f"{id_}.txt").write_text(text, encoding="utf-8")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("id_", ISSUES)
def test_the_committed_content_is_what_an_import_writes(id_: str, root: Path) -> None:
    shutil.copy(CONTENT / "sources" / f"{id_}.txt", root / "sources")
    correction = CONTENT / "corrections" / f"{id_}.yaml"
    if correction.is_file():
        shutil.copy(correction, root / "corrections")
    import_source(root, id_, publication=read_publication(root))
    assert snapshot(root / "issues" / id_) == snapshot(CONTENT / "issues" / id_)


def test_nothing_is_pending_in_the_committed_content() -> None:
    assert pending(CONTENT) == []


SIXTH = (HERE / "others" / "2022-03.txt").read_text(encoding="utf-8")
"""A source in another city's name, written for this test in the Markdown-like form."""


def test_a_sixth_source_takes_only_the_file_and_one_import(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    assert pending(root) == ["2022-03"]
    issue = import_source(root, "2022-03", publication=read_publication(root)).issue
    assert pending(root) == []
    assert [item.slug for item in issue.items] == ["dtzf-7", "ling-12", "dashiji-05"]
    first, decree, chronicle = issue.items
    assert first.title == "大同市人民政府关于印发大同市老旧小区改造实施方案的通知"
    assert (first.number, first.date, first.public) == ("大同政发〔2022〕7号", "2022-05-09", True)
    assert first.addressee == "各县（区）人民政府，市直各有关单位"
    kinds = [type(block) for block in first.body]
    assert {Heading, Paragraph, Signature, Table, ListItem} <= set(kinds)
    assert [plain(b.text) for b in first.body if isinstance(b, Heading)] == [
        "大同市老旧小区改造实施方案", "一、总体要求", "二、改造任务", "（一）基础类。",
        "改造任务分解表",
    ]  # fmt: skip
    assert decree.title == "大同市城市供水办法"
    assert decree.effective == "2022-07-01"
    assert chronicle.body[0].origin is not None
    assert (issue.number, issue.total, issue.published) == (3, 88, "2022-06-20")


def test_importing_twice_changes_nothing(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    publication = read_publication(root)
    assert import_source(root, "2022-03", publication=publication).changed
    before = snapshot(root)
    assert not import_source(root, "2022-03", publication=publication).changed
    assert snapshot(root) == before


def test_importing_over_an_edit_by_hand_refuses_and_says_how_to_keep_it(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    publication = read_publication(root)
    import_source(root, "2022-03", publication=publication)
    page = root / "issues" / "2022-03" / "dtzf-7.md"
    page.write_text(page.read_text(encoding="utf-8").replace("改造", "改建"), encoding="utf-8")
    before = snapshot(root)
    with pytest.raises(EditedError) as caught:
        import_source(root, "2022-03", publication=publication)
    assert "corrections" in caught.value.hint
    assert snapshot(root) == before


def test_an_edit_that_an_import_comes_to_by_itself_is_no_edit_any_more(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    publication = read_publication(root)
    import_source(root, "2022-03", publication=publication)
    page = root / "issues" / "2022-03" / "dtzf-7.md"
    page.write_text(page.read_text(encoding="utf-8").replace("扎实推进", "稳步推进"), "utf-8")
    line = next(n for n, text in enumerate(SIXTH.split("\n"), 1) if "扎实推进" in text)
    fix = 'find: "扎实推进", replace: "稳步推进", reason: "据纸质版", by: "编辑"'
    corrections = root / "corrections" / "2022-03.yaml"
    corrections.write_text(f"- {{line: {line}, {fix}}}\n", encoding="utf-8")
    assert import_source(root, "2022-03", publication=publication).changed
    assert pending(root) == []


def test_the_gazette_is_the_one_its_cover_names(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    issue = import_source(root, "2022-03", publication=read_publication(root)).issue
    assert issue.publication == "大同市人民政府公报"
    assert issue.inferred == ()
    codes = [finding.code for finding in check_content(root)]
    assert codes.count("C504") == 1
    assert not [f for f in check_content(CONTENT) if f.code == "C504"]


def test_a_title_above_its_unit_is_the_caption_of_the_table(root: Path) -> None:
    add(root, "2022-03", SIXTH.replace("附件\n\n改造任务分解表", "附件\n\n任务\n\n改造任务分解表"))
    issue = import_source(root, "2022-03", publication=read_publication(root)).issue
    (table,) = [b for b in issue.items[0].body if isinstance(b, Table)]
    assert (table.caption, table.unit) == ("改造任务分解表", "万平方米")


def test_a_new_correction_makes_the_source_pending_again(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    publication = read_publication(root)
    import_source(root, "2022-03", publication=publication)
    line = next(n for n, text in enumerate(SIXTH.split("\n"), 1) if "扎实推进" in text)
    fix = 'find: "扎实推进", replace: "稳步推进", reason: "据纸质版", by: "编辑"'
    (root / "corrections" / "2022-03.yaml").write_text(
        f"- {{line: {line}, {fix}}}\n", encoding="utf-8"
    )
    assert pending(root) == ["2022-03"]
    import_source(root, "2022-03", publication=publication)
    assert pending(root) == []
    assert "稳步推进" in (root / "issues" / "2022-03" / "dtzf-7.md").read_text(encoding="utf-8")


def test_two_items_with_one_number_are_refused_with_both_lines(root: Path) -> None:
    add(root, "2022-03", SIXTH + SIXTH[SIXTH.index("# 大同市人民政府\n") :])
    with pytest.raises(SourceError, match="dtzf-7") as caught:
        import_source(root, "2022-03", publication=read_publication(root))
    assert caught.value.line is not None
    assert not (root / "issues" / "2022-03").exists()


@pytest.mark.parametrize(
    "name",
    ["第三期.txt", "2022.txt", "2022-03 copy.txt", "2022-3.txt", "２０２２-03.txt", "2022-a--b.txt",
     "2022-03.txt~", "README.md"],
)  # fmt: skip
def test_a_source_with_a_name_that_is_no_id_is_refused(root: Path, name: str) -> None:
    (root / "sources" / name).write_text(SIXTH, encoding="utf-8")
    with pytest.raises(SourceError, match="YYYY-NN") as caught:
        pending(root)
    assert caught.value.hint


@pytest.mark.parametrize("id_", ["2099-01", "../../etc", "9" * 300])
def test_an_unknown_id_is_a_wrong_call(root: Path, id_: str) -> None:
    with pytest.raises(UsageError, match=id_[:20]):
        import_source(root, id_, publication=read_publication(root))


def test_a_stray_file_does_not_block_the_import_of_a_source(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    (root / "sources" / "README.md").write_text("说明", encoding="utf-8")
    assert import_source(root, "2022-03", publication=read_publication(root)).changed


def test_a_link_is_no_source_since_it_may_lead_out_of_the_repository(
    root: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SIXTH, encoding="utf-8")
    (root / "sources" / "2022-03.txt").symlink_to(secret)
    with pytest.raises(SourceError, match="link"):
        import_source(root, "2022-03", publication=read_publication(root))
    with pytest.raises(SourceError, match="link"):
        pending(root)


def test_two_files_of_one_id_are_refused(root: Path) -> None:
    add(root, "2022-03", SIXTH)
    (root / "sources" / "2022-03.md").write_text(SIXTH, encoding="utf-8")
    with pytest.raises(SourceError, match="two sources"):
        import_source(root, "2022-03", publication=read_publication(root))


def test_a_source_under_the_name_of_another_issue_is_refused_and_nothing_is_written(
    root: Path,
) -> None:
    add(root, "2024-01", SIXTH)
    with pytest.raises(SourceError, match="2022年第3期") as caught:
        import_source(root, "2024-01", publication=read_publication(root))
    assert "Rename" in caught.value.hint
    assert not (root / "issues" / "2024-01").exists()


@pytest.mark.parametrize("text", ["\u3000\u200b\u00a0", "- 1 -", "#\n|\n#\n"])
def test_a_source_without_a_document_is_refused(root: Path, text: str) -> None:
    add(root, "2022-03", text)
    with pytest.raises(SourceError):
        import_source(root, "2022-03", publication=read_publication(root))
    assert not (root / "issues" / "2022-03").exists()


def test_endless_numbers_are_text(root: Path) -> None:
    add(root, "2022-03", SIXTH.replace("以人为本", f"第{'九' * 5000}条 {'8' * 5000}"))
    assert import_source(root, "2022-03", publication=read_publication(root)).changed


def test_html_in_a_source_stays_text(root: Path) -> None:
    add(root, "2022-03", SIXTH.replace("扎实推进", "<script>alert(1)</script>U-235<S>"))
    import_source(root, "2022-03", publication=read_publication(root))
    issue = read_issue(root / "issues" / "2022-03")
    texts = [plain(b.text) for b in issue.items[0].body if isinstance(b, Paragraph)]
    assert any("<script>alert(1)</script>U-235<S>" in text for text in texts)


def test_the_steps_show_the_text_after_every_repair() -> None:
    shown = steps(CONTENT, "2019-05")
    assert [name for name, _ in shown][:2] == ["source", "controls"]
    assert shown[-1][0] == "corrections"
    assert shown[0][1][8].text.endswith("彻执行。")
    assert shown[-1][1][8].text.endswith("市人民政府")

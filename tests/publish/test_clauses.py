"""How clauses are cited: by printed numbers alone, so that a reader of the print finds them too."""

from __future__ import annotations

from generator.model import Block
from generator.publish.clauses import clauses
from generator.publish.facts import citation_forms
from tests.publish.samples import DECREE, FIFTH, NOTICE, PUBLICATION, SAY, SEPARATE
from tests.samples import heading, list_item, paragraph


def cited(*body: Block) -> list[str]:
    return list(clauses(body, SAY))


def test_an_article_is_cited_by_its_number_without_its_chapter() -> None:
    assert cited(
        heading(2, "第一章　总则"),
        paragraph("　为了规范供热。", strong="第一条"),
        list_item("（一）按时供热；"),
        paragraph("本条另款。"),
        paragraph("　保证质量。", strong="第二条"),
    ) == ["第一章", "第一条", "第一条（一）", "第一条（一）", "第二条"]


def test_numbers_stand_one_in_the_other() -> None:
    assert cited(
        paragraph("现印发给你们。"),
        heading(2, "二、任务"),
        paragraph("各县实施。", strong="（一）煤矿。"),
        paragraph("2.检查设备。"),
        heading(2, "三、保障"),
    ) == ["", "二", "二、（一）", "二、（一）2", "三"]


def test_a_decimal_names_its_parents_itself() -> None:
    assert cited(heading(2, "3 组织"), heading(3, "3.1 指挥部"))[1] == "3.1"


def test_what_is_attached_is_named() -> None:
    article = paragraph("　略。", strong="第一条")
    assert cited(heading(1, "供热办法"), article, heading(1, "分工表", "附件1"), article) == [
        "所附《供热办法》",
        "所附《供热办法》第一条",
        "附件1",
        "附件1第一条",
    ]


def test_a_document_is_cited_in_three_forms() -> None:
    forms = citation_forms(NOTICE, FIFTH, PUBLICATION, SAY)
    title = "云州市人民政府关于印发云州市清洁取暖实施方案的通知"
    assert forms.plain == f"《{title}》（云政发〔2018〕31号）"
    assert forms.standard == (
        f"云州市人民政府. {title}: 云政发〔2018〕31号[J/OL]. 云州市人民政府公报, 2018(5): 10"
        "[{today}]. {address}."
    )
    assert forms.markdown == f"[《{title}》（云政发〔2018〕31号）]({{address}})"


def test_a_clause_stands_behind_the_number() -> None:
    forms = citation_forms(DECREE, FIFTH, PUBLICATION, SAY, "第二条")
    assert forms.plain == "《云州市供热管理办法》（云州市人民政府令第5号）第二条"
    assert "云州市人民政府令第5号, 第二条[J/OL]. " in forms.standard


def test_a_separate_document_stands_in_no_periodical() -> None:
    (item,) = SEPARATE.items
    standard = citation_forms(item, SEPARATE, PUBLICATION, SAY).standard
    assert "[EB/OL]. [{today}]. {address}." in standard
    assert "公报," not in standard

"""A small issue that holds one block of every type, and a folder with it."""

from __future__ import annotations

from generator.model import Annex, Gap, Masthead, Repair, Role, Span, Table, Verbatim
from tests import samples as make

NOTICE = make.item(
    "jszf-31",
    (
        make.paragraph("现予印发。", at=(12, 13)),
        make.signature("临江市人民政府", "2018年9月4日", at=(15, 16)),
        make.heading(1, "辐射事故应急预案", "附件", at=(18, 19)),
        make.heading(2, "一、总则", at=20),
        make.paragraph("　为防范事故，制定本预案。", strong="第一条", at=(21, 22)),
        make.list_item("（一）早期预警；", at=23),
        make.list_item("（二）应急处置。", at=24),
        Table(
            (
                make.row("序号", "核素", at=31),
                make.row("1", "U-235<S>", at=32),
                make.row("2", "I-131", at=33),
            ),
            caption="表1 核素",
            unit="贝可",
            origin=Span(30, 33),
        ),
        Verbatim(("┌──┐", "│  │"), "原文为流程图", Span(40, 41)),
        Gap("附图未收入原文。", Span(42, 42)),
    ),
    title="临江市人民政府关于印发辐射事故应急预案的通知",
    number="临政发〔2018〕31号",
    lines=Span(10, 60),
    issuer=("临江市人民政府",),
    date="2018-09-04",
    effective="自印发之日起",
    annexes=(Annex("附件", "辐射事故应急预案", present=True),),
)

CHRONICLE = make.chronicle(
    "dashiji-09",
    make.entry("4日　全市防汛会议召开。", "2018-09-04", at=(62, 63)),
    order=2,
    title="2018年9月大事记",
    lines=Span(61, 70),
)

ISSUE = make.issue(
    "2018-05",
    (NOTICE, CHRONICLE),
    publication="临江市人民政府公报",
    total=251,
    period="双月刊",
    masthead=Masthead(sponsor="临江市人民政府", board=(Role("主编", ("王某",)),)),
)

REPAIRS = [
    Repair("page_furniture", Span(17, 17), "- 3 -", ""),
    Repair("corrections", Span(21, 21), "防泛", "防范", "责任编辑", "与标题一致"),
]

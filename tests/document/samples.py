"""A small issue that holds one block of every type, and a folder with it."""

from __future__ import annotations

from generator.model import (
    Annex,
    Cell,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    ListItem,
    Masthead,
    Paragraph,
    Repair,
    Role,
    Row,
    Run,
    Signature,
    Source,
    Span,
    Table,
    Text,
    Verbatim,
)


def text(words: str) -> Text:
    """Plain text."""
    return (Run(words),)


def _row(first_line: int, *words: str) -> Row:
    return Row(tuple(Cell(text(word)) for word in words), Span(first_line, first_line))


NOTICE = Item(
    slug="jszf-31",
    type="document",
    issue="2018-05",
    order=1,
    title="临江市人民政府关于印发辐射事故应急预案的通知",
    number="临政发〔2018〕31号",
    kind="通知",
    lines=Span(10, 60),
    issuer=("临江市人民政府",),
    date="2018-09-04",
    effective="自印发之日起",
    annexes=(Annex("附件", "辐射事故应急预案", present=True),),
    body=(
        Paragraph(text("现予印发。"), Span(12, 13)),
        Signature(("临江市人民政府", "2018年9月4日"), Span(15, 16)),
        Heading(1, text("辐射事故应急预案"), "附件", Span(18, 19)),
        Heading(2, text("一、总则"), "", Span(20, 20)),
        Paragraph((Run("第一条", strong=True), Run("　为防范事故，制定本预案。")), Span(21, 22)),
        ListItem(text("（一）早期预警；"), Span(23, 23)),
        ListItem(text("（二）应急处置。"), Span(24, 24)),
        Table(
            (_row(31, "序号", "核素"), _row(32, "1", "U-235<S>"), _row(33, "2", "I-131")),
            caption="表1 核素",
            unit="贝可",
            origin=Span(30, 33),
        ),
        Verbatim(("┌──┐", "│  │"), "原文为流程图", Span(40, 41)),
        Gap("附图未收入原文。", Span(42, 42)),
    ),
)

CHRONICLE = Item(
    slug="dashiji-09",
    type="chronicle",
    issue="2018-05",
    order=2,
    title="2018年9月大事记",
    number=None,
    kind="大事记",
    lines=Span(61, 70),
    body=(Entry(text("4日　全市防汛会议召开。"), "2018-09-04", "", Span(62, 63)),),
)

ISSUE = Issue(
    id="2018-05",
    type="issue",
    publication="临江市人民政府公报",
    year=2018,
    number=5,
    total=251,
    period="双月刊",
    published=None,
    source=Source("sources/2018-05.txt", "0" * 64, "markdown"),
    masthead=Masthead(sponsor="临江市人民政府", board=(Role("主编", ("王某",)),)),
    items=(NOTICE, CHRONICLE),
)

REPAIRS = [
    Repair("page_furniture", Span(17, 17), "- 3 -", ""),
    Repair("corrections", Span(21, 21), "防泛", "防范", "责任编辑", "与标题一致"),
]

"""A small gazette of an invented city, made of model values: every kind of block once at least."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.document import read_catalogue, write_issue
from generator.model import (
    Annex,
    Cell,
    Gap,
    Issue,
    Masthead,
    Publication,
    Repair,
    Repeal,
    Role,
    Run,
    Span,
    Table,
    Verbatim,
)
from generator.publish.anchors import anchors
from generator.publish.downloads import downloads
from generator.publish.emblem import read_emblem
from generator.publish.feeds import feeds
from generator.publish.pages import numbers, pages
from generator.publish.shelves.standing import standing
from generator.publish.site import Site
from generator.publish.wording import Wording
from tests import samples as make

TEMPLATES = Path(__file__).parents[2] / "templates"
CATALOGUE = TEMPLATES / "catalogue" / "zh-Hans.yaml"
SAY = Wording(CATALOGUE, read_catalogue(CATALOGUE))

PUBLICATION = make.publication(
    "云州市",
    publisher="云州市人民政府办公室",
    base_url="https://gazette.example/yunzhou/",
    series={"云政发": "yzf"},
)


def site(*issues: Issue, publication: Publication = PUBLICATION) -> Site:
    """A site of these issues, with twenty source lines and one repair each."""
    made = pages(issues, SAY, {**publication.slugs, **publication.series})
    bare = Site(
        publication=publication,
        issues=issues,
        pages=made,
        anchors={page.url: anchors(page.item) for page in made if page.item is not None},
        numbers=numbers(made),
        shelves=standing(page.catalogue for page in made if page.catalogue is not None),
        templates=TEMPLATES,
        say=SAY,
        emblem=read_emblem(TEMPLATES, TEMPLATES, publication),
        sources={one.id: tuple(f"第{n}行 <b>&amp;" for n in range(1, 21)) for one in issues},
        repairs={one.id: (Repair("page_number", Span(7, 7), "- 12 -", ""),) for one in issues},
    )
    return replace(bare, downloads=downloads(bare), feeds=feeds(bare))


EMISSIONS = Table(
    rows=(
        make.row("序号", "企业", Cell(make.text("减排量"), colspan=2)),
        make.row("", "", "2017年", "2018年"),
        make.row("1", Cell(make.text("云州热电厂"), rowspan=2), "1,200", "900.5"),
        make.row("2", "30", "−4", flag="序号不连续"),
        make.row("合计", "", "1,230", "896.5"),
    ),
    head=2,
    caption="表2　主要污染物减排",
    unit="吨",
    note="注：2018年为计划数。",
    origin=Span(11, 14),
)

NOTICE = make.item(
    "yzf-31",
    (
        make.paragraph("现将《云州市清洁取暖实施方案》印发给你们，请认真贯彻执行。", at=(3, 4)),
        make.list_item("附件：1.任务分工表", at=5),
        make.list_item("2.检查流程图", at=5),
        make.signature("云州市人民政府", "2018年9月4日", at=(6, 8)),
        make.heading(1, "云州市清洁取暖实施方案", at=9),
        make.paragraph("为改善空气质量，降低PM浓度，制定本方案。", at=10),
        make.heading(2, "一、总体要求", at=11),
        make.paragraph(
            "PM",
            Run("2.5", script="sub"),
            "平均浓度下降5~10%，新建管网30万m",
            Run("2", script="sup"),
            "，",
            Run("巳经", flag="疑为“已经”"),
            "完成 U-235<S> 源登记。",
            strong="（一）目标。",
            at=12,
        ),
        make.heading(2, "二、主要任务"),
        make.heading(4, "1.改造锅炉"),
        make.paragraph("锅炉改造按年度计划进行。"),
        EMISSIONS,
        make.heading(1, "任务分工表", "附件1"),
        Verbatim(("县区    户数", "城区    <12>"), "分栏错乱，照源文排印。", Span(17, 18)),
        Gap("附件2 检查流程图，源文缺。", Span(19, 19)),
    ),
    title="云州市人民政府关于印发云州市清洁取暖实施方案的通知",
    number="云政发〔2018〕31号",
    issuer=("云州市人民政府",),
    signed=("云州市人民政府",),
    section="市政府文件",
    addressee="各县（市、区）人民政府，市人民政府各委、办、局",
    date="2018-09-04",
    public=True,
    page=10,
    annexes=(Annex("附件1", "任务分工表", True), Annex("附件2", "检查流程图", False)),
    repeals=(
        Repeal("云州市供热管理规定", "云政发〔2018〕12号"),
        Repeal("云州市燃煤管理规定", "云政发〔1998〕3号"),
    ),
)

DECREE = make.item(
    "ling-5",
    (
        make.heading(2, "第一章　总则"),
        make.paragraph("　为了规范供热，制定本办法。", strong="第一条"),
        make.paragraph("　供热单位应当履行下列义务：", strong="第二条"),
        make.list_item("（一）按时供热；"),
        make.list_item("（二）保证质量。"),
        make.heading(2, "第二章　附则"),
        make.paragraph("　本办法自2018年12月1日起施行。", strong="第三条"),
    ),
    order=2,
    type="decree",
    title="云州市供热管理办法",
    number="第5号",
    kind="令",
    issuer=("云州市人民政府",),
    signed=("市长　赵平",),
    section="市政府令",
    date="2018-10-08",
    effective="2018-12-01",
    valid_for="有效期五年",
)

CHRONICLE = make.chronicle(
    "dashiji-09",
    make.entry("4日 全市供热工作会议召开。", "2018-09-04", at=15),
    make.entry("※市长调研清洁取暖。", "2018-09-04"),
    make.entry("9月8日、9日 供热企业座谈。", "2018-09-08", "2018-09-09"),
    order=3,
    title="云州市人民政府9月大事记",
    section="大事记",
)

FIFTH = make.issue(
    "2018-05",
    (NOTICE, DECREE, CHRONICLE),
    total=251,
    period="双月刊",
    published="2018-10-31",
    inferred=("period", "masthead.printer"),
    masthead=Masthead(
        sponsor="云州市人民政府办公室",
        printer="云州印刷厂",
        board=(Role("主编", ("钱和",)), Role("委员", ("孙正", "李清"))),
    ),
    contents=(make.printed("关于印发清洁取暖方案的通知", "yzf-31", page=10),),
    front=("传达政令",),
    back=("服务社会",),
)

SECOND = make.issue(
    "2018-02",
    (
        make.item(
            "yzf-12",
            (make.paragraph("供热管理规定如下。"),),
            issue="2018-02",
            title="云州市人民政府关于印发云州市供热管理规定的通知",
            number="云政发〔2018〕12号",
            section="市政府文件",
            section_inferred=True,
        ),
    ),
    inferred=("number",),
)

SEPARATE = make.separate(
    make.item(
        "yzb-56",
        (make.paragraph("秋冬季攻坚行动方案如下。"),),
        issue="2020-yzb-56",
        title="云州市人民政府办公室关于印发秋冬季攻坚行动方案的通知",
        number="云政办〔2020〕56号",
    )
)

SAMPLE = (SECOND, FIFTH, SEPARATE)
"""Two issues and a separate document, in order."""

GAZETTE = """\
name: "云州市人民政府公报"
publisher: "云州市人民政府办公室"
place: "云州市"
language: "zh-Hans-CN"
base_url: "https://gazette.example/yunzhou/"
series:
  "云政发": "yzf"
"""


def write_content(content: Path) -> None:
    """Make `content` the folder of SAMPLE, with twenty source lines and one repair each."""
    (content / "sources").mkdir(parents=True)
    (content / "gazette.yaml").write_text(GAZETTE, encoding="utf-8")
    for issue in SAMPLE:
        folder = content / "issues" / issue.id
        folder.mkdir(parents=True)
        lines = "".join(f"第{n}行\n" for n in range(1, 21))
        (content / issue.source.file).write_text(lines, encoding="gb18030")
        write_issue(issue, folder, [Repair("page_number", Span(7, 7), "- 12 -", "")])

"""A small site, made in Python: two issues and a separate document with every kind of block."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import (
    Annex,
    Block,
    Cell,
    ContentsEntry,
    Entry,
    Gap,
    Heading,
    Issue,
    Item,
    ListItem,
    Masthead,
    Paragraph,
    Publication,
    Repeal,
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
from generator.publish.anchors import anchors
from generator.publish.build import read_wording
from generator.publish.outputs import html, search
from generator.publish.pages import pages
from generator.publish.site import Site
from tests.conftest import Serve


def text(words: str) -> Text:
    """Plain text."""
    return (Run(words),)


def row(*cells: str) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text(cell) if cell else ()) for cell in cells))


TABLE = Table(
    (row("序号", "企业名称", "产能"), row("1", "沁城煤矿", "45.6"), row("2", "海天煤业", "90")),
    caption="表2 保留矿井",
    unit="万吨/年",
    note="产能为核定能力",
)

PLAN: tuple[Block, ...] = (
    Heading(2, text("一、总体要求")),
    Paragraph((Run("（一）煤矿。", strong=True), Run("实施“一优三减”，提升安全水平。"))),
    Paragraph((Run("细颗粒物（PM"), Run("2.5", script="sub"), Run("）浓度下降"), Run("10%"))),
    Paragraph((Run("各县（市、区）人民政府"), Run("复责", flag="疑为“负责”"), Run("。"))),
    ListItem(text("（二）依照《矿产资源法》第１８条处理；")),
    Heading(1, text("保留矿井名单"), label="附件1"),
    TABLE,
    Gap("附件2（流程图）源文未载。"),
    Verbatim(("采区甲 采区", "乙 回风巷"), "原表无法还原，照录。"),
    Signature(("晋城市人民政府办公厅", "2018年9月4日")),
)

ITEMS = (
    Item(
        slug="jszb-41",
        type="document",
        issue="2018-05",
        order=1,
        title="晋城市人民政府办公厅关于印发煤矿减量重组方案的通知",
        number="晋市政办〔2018〕41号",
        kind="通知",
        lines=Span(1, 20),
        issuer=("晋城市人民政府办公厅",),
        section="市政府办公厅文件",
        addressee="各县（市、区）人民政府，市直各有关单位",
        date="2018-09-04",
        valid_for="有效期两年",
        repeals=(Repeal("晋城市矿井管理暂行办法", "晋市政发〔2009〕7号"),),
        public=True,
        annexes=(Annex("附件1", "保留矿井名单", present=True),),
        body=PLAN,
    ),
    Item(
        slug="jszf-31",
        type="document",
        issue="2018-05",
        order=2,
        title="晋城市人民政府关于加强地下水管理的意见",
        number="晋市政发〔2018〕31号",
        kind="意见",
        lines=Span(21, 30),
        date="2018-08-01",
        body=(
            Paragraph(
                text("贯彻《煤矿减量重组方案》（晋市政办〔2018〕41号、晋市政办[2018]41号），")
            ),
            Paragraph(text("晋市政办〔2018〕41号文件另有规定的除外。")),
            Paragraph(text("水位埋深12.3米。")),
        ),
    ),
    Item(
        slug="dashiji-09",
        type="chronicle",
        issue="2018-05",
        order=3,
        title="2018年9月大事记",
        number=None,
        kind="大事记",
        lines=Span(31, 40),
        body=(
            Entry(text("3日 市长调研城市供水。"), "2018-09-03"),
            Entry(text("※ 召开防汛会商会。水位1.23米。"), "2018-09-03"),
        ),
    ),
)

ISSUE = Issue(
    id="2018-05",
    type="issue",
    publication="晋城市人民政府公报",
    year=2018,
    number=5,
    total=95,
    period="双月刊",
    published="2018-10-31",
    source=Source("sources/2018-05.txt", "0" * 64, "markdown"),
    masthead=Masthead(
        sponsor="晋城市人民政府",
        address="晋城市凤台西街三二九号",
        board=(Role("主任", ("张某", "李某某")),),
    ),
    contents=(ContentsEntry("市政府文件", "加强地下水管理", None, 3, "jszf-31"),),
    front=("传达政令 宣传政策",),
    back=("内部资料 免费交流",),
    items=ITEMS,
)

SEPARATE = Issue(
    id="2020-jszb-56",
    type="separate",
    publication=None,
    year=2020,
    number=None,
    total=None,
    period=None,
    published=None,
    source=Source("sources/2020-jszb-56.txt", "0" * 64, "ocr"),
    items=(
        Item(
            slug="jszb-56",
            type="document",
            issue="2020-jszb-56",
            order=1,
            title="晋城市人民政府办公室关于供水工作的通知",
            number="晋市政办〔2020〕56号",
            kind="通知",
            lines=Span(1, 9),
            date="2020-11-02",
            body=(
                Paragraph(
                    text(
                        "煤矿企业应当按照核定的生产能力组织生产，不得超能力、超强度、超定员生产。"
                        "各单位要做好城市供水和煤矿安全工作。"
                    )
                ),
            ),
        ),
    ),
)


@pytest.fixture(scope="session")
def small(repository: Path) -> Site:
    """The small site as a value."""
    issues = (ISSUE, SEPARATE)
    templates = repository / "templates"
    say = read_wording(templates, "zh-Hans")
    made = pages(issues, say)
    return Site(
        publication=Publication(
            "晋城市人民政府公报", "晋城市人民政府", "晋城市", "zh-Hans-CN", "https://example.org/"
        ),
        issues=issues,
        pages=made,
        anchors={page.url: anchors(page.item) for page in made if page.item},
        numbers={item.number: f"/2018/05/{item.slug}/" for item in ITEMS if item.number},
        templates=templates,
        say=say,
        sources={issue.id: ("源文",) for issue in issues},
        repairs={issue.id: () for issue in issues},
    )


@pytest.fixture(scope="session")
def small_folder(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built: pages and index."""
    folder = tmp_path_factory.mktemp("small")
    html.write(small, folder)
    search.write(small, folder)
    return folder


@pytest.fixture(scope="session")
def small_url(small_folder: Path, serve: Serve) -> str:
    """The address of the small site, served under a path prefix as a project page is."""
    return serve(small_folder, "/some/gazette/")

"""A small site, made in Python: two issues and a separate document with every kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.model import Annex, Gap, Masthead, Repeal, Role, Run, Source, Span, Table, Verbatim
from generator.publish.outputs import html, icons, lookup, search
from generator.publish.site import Site
from tests import samples as make
from tests.conftest import Serve
from tests.publish.samples import site

TABLE = Table(
    (
        make.row("序号", "企业名称", "产能"),
        make.row("1", "沁城煤矿", "45.6"),
        make.row("2", "海天煤业", "90"),
    ),
    caption="表2 保留矿井",
    unit="万吨/年",
    note="产能为核定能力",
)

PLAN = make.item(
    "jszb-41",
    (
        make.heading(2, "一、总体要求"),
        make.paragraph("实施“一优三减”，提升安全水平。", strong="（一）煤矿。"),
        make.paragraph("细颗粒物（PM", Run("2.5", script="sub"), "）浓度下降", "10%"),
        make.paragraph("各县（市、区）人民政府", Run("复责", flag="疑为“负责”"), "。"),
        make.list_item("（二）依照《矿产资源法》第１８条处理；"),
        make.heading(1, "保留矿井名单", "附件1"),
        TABLE,
        Gap("附件2（流程图）源文未载。"),
        Verbatim(("采区甲 采区", "乙 回风巷"), "原表无法还原，照录。"),
        make.signature("晋城市人民政府办公厅", "2018年9月4日"),
    ),
    title="晋城市人民政府办公厅关于印发煤矿减量重组方案的通知",
    number="晋市政办〔2018〕41号",
    issuer=("晋城市人民政府办公厅",),
    section="市政府办公厅文件",
    addressee="各县（市、区）人民政府，市直各有关单位",
    date="2018-09-04",
    valid_for="有效期两年",
    repeals=(Repeal("晋城市矿井管理暂行办法", "晋市政发〔2009〕7号"),),
    public=True,
    annexes=(Annex("附件1", "保留矿井名单", present=True),),
)

CITING = make.item(
    "jszf-31",
    (
        make.paragraph("贯彻《煤矿减量重组方案》（晋市政办〔2018〕41号、晋市政办[2018]41号），"),
        make.paragraph("晋市政办〔2018〕41号文件另有规定的除外。"),
        make.paragraph("水位埋深12.3米。"),
    ),
    order=2,
    title="晋城市人民政府关于加强地下水管理的意见",
    number="晋市政发〔2018〕31号",
    kind="意见",
    lines=Span(21, 30),
    date="2018-08-01",
)

CHRONICLE = make.chronicle(
    "dashiji-09",
    make.entry("3日 市长调研城市供水。", "2018-09-03"),
    make.entry("※ 召开防汛会商会。水位1.23米。", "2018-09-03"),
    order=3,
    title="2018年9月大事记",
    lines=Span(31, 40),
)

ISSUE = make.issue(
    "2018-05",
    (PLAN, CITING, CHRONICLE),
    publication="晋城市人民政府公报",
    total=95,
    published="2018-10-31",
    period="双月刊",
    masthead=Masthead(
        sponsor="晋城市人民政府",
        address="晋城市凤台西街三二九号",
        board=(Role("主任", ("张某", "李某某")),),
    ),
    contents=(make.printed("加强地下水管理", "jszf-31", page=3),),
    front=("传达政令 宣传政策",),
    back=("内部资料 免费交流",),
)

SEPARATE = make.separate(
    make.item(
        "jszb-56",
        (
            make.paragraph(
                "煤矿企业应当按照核定的生产能力组织生产，不得超能力、超强度、超定员生产。"
                "各单位要做好城市供水和煤矿安全工作。"
            ),
        ),
        issue="2020-jszb-56",
        title="晋城市人民政府办公室关于供水工作的通知",
        number="晋市政办〔2020〕56号",
        lines=Span(1, 9),
        date="2020-11-02",
    ),
    source=Source("sources/2020-jszb-56.txt", "0" * 64, "ocr"),
)


@pytest.fixture(scope="session")
def small() -> Site:
    """The small site as a value."""
    return site(ISSUE, SEPARATE, publication=make.publication("晋城市"))


@pytest.fixture(scope="session")
def small_folder(small: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built: pages and index."""
    folder = tmp_path_factory.mktemp("small")
    html.write(small, folder)
    icons.write(small, folder)  # a browser asks for them, and complains
    lookup.write(small, folder)  # for help where nothing is found
    search.write(small, folder)
    return folder


@pytest.fixture(scope="session")
def small_url(small_folder: Path, serve: Serve) -> str:
    """The address of the small site, served under a path prefix as a project page is."""
    return serve(small_folder, "/some/gazette/")


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One page for all tests, for opening a new one takes long."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def search_page(tab: Page, small_url: str) -> Iterator[Page]:
    """The search page, which says nothing in its console, whatever the test does."""
    complaints: list[str] = []

    def note(message: object) -> None:
        complaints.append(str(message))

    tab.on("console", note)
    tab.on("pageerror", note)
    tab.goto(f"{small_url}search/")
    yield tab
    tab.remove_listener("console", note)
    tab.remove_listener("pageerror", note)
    assert complaints == []

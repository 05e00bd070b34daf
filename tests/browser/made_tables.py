"""Tables of an invented city, each with what makes tables hard: several head rows, merged cells,
groups, many rows; and the site that shows them."""

from __future__ import annotations

from pathlib import Path

from generator.model import Cell, Table
from generator.publish.outputs import downloads, html, icons
from tests import samples as make
from tests.publish.samples import site
from tests.samples import row, text

COUNTIES = ("城区", "泽州县", "高平市", "阳城县", "陵川县", "沁水县")
WORKS = ("热电厂", "安全玻璃厂", "制药厂", "保温材料厂")


def cell(words: str, across: int = 1, down: int = 1) -> Cell:
    """A cell that spans."""
    return Cell(text(words), across, down)


def _day(number: int) -> str:
    """A day as tables write it, in one way or another."""
    month = number * 5 % 12 + 1
    return f"2018年{month}月底" if number % 2 else f"2018-{month:02}-15"


def _tasks() -> Table:
    """Two head rows, a cell for every three rows, sixty works and their total."""
    rows = [
        row(
            cell("县区", 1, 2), cell("序号", 1, 2), cell("企业名称", 1, 2), cell("减排量", 2),
            cell("完成时间", 1, 2), cell("主要任务及其完成情况的说明", 1, 2),
        ),
        row("2017年", "2018年"),
    ]  # fmt: skip
    for n in range(60):
        county = (cell(COUNTIES[n // 3 % 6], 1, 3),) if n % 3 == 0 else ()
        works = f"{COUNTIES[n % 6][0]}{WORKS[n % 4]}{n + 1}号"
        rows.append(
            row(
                *county, str(n + 1), works, f"{n * 7919 % 10_000:,}", f"{n * 31 % 100 / 10}",
                _day(n), "完成锅炉的超低排放改造，安装在线监测设施并联网",
                flag="序号不连续" if n == 3 else "",
            )
        )  # fmt: skip
    rows.append(row(cell("合计", 3), "123,456", "99.5", "", ""))
    return Table(tuple(rows), head=2, caption="表1　任务", unit="吨")


def _groups() -> Table:
    """Groups under a row that spans the table, each with its total."""
    rows = [row("序号", "项目名称", "投资")]
    for group in ("一、城区", "二、泽州县"):
        rows.append(row(cell(group, 3)))
        rows += [row(str(n), f"{group[2:]}第{n}号项目", str(n * 37 % 50)) for n in range(1, 21)]
        rows.append(row("小计", "", "500"))
    return Table(tuple(rows), caption="表2　项目")


def _four() -> Table:
    """Four head rows."""
    rows = [
        row(
            cell("序号", 1, 4), cell("县（市、区）", 1, 4), cell("减煤措施", 6), cell("备注", 1, 4)
        ),
        row(cell("煤改电替代", 2), cell("煤改气替代", 2), cell("集中供热替代", 2)),
        row(*("户数", "消减燃煤量") * 3),
        row(*("户", "万吨") * 3),
    ]
    for n in range(30):
        numbers = (str(n * k * 137 % 9000) for k in range(1, 7))
        rows.append(row(str(n + 1), COUNTIES[n % 6], *numbers, ""))
    return Table(tuple(rows), head=4, caption="表3　散煤")


FORM = Table(
    (
        row("单位名称", cell("（公章）", 3)),
        row("法定代表人", "", "地址", ""),
        row(cell("事故类型", 1, 2), "☐ 人员意外受照", "受照人数", ""),
        row("☐ 放射源丢失、被盗、失控", "事故源数量", ""),
        row("序号", "核素名称", "出厂活度", "出厂日期"),
        row("", "", "", ""),
    ),
    head=0,
    kind="form",
    caption="表4　报告表",
)
PAIRS = Table(
    (
        row("同位素", "D值", "同位素", "D值"),
        row("Am-241", "0.06", "Ni-63", "60"),
        row("Au-198", "0.2", "Pd-103", "90"),
    ),
    abreast=2,
    caption="表5　同位素",
)
MIXED = ("10", "待定", "", "1,200", "约30", "", "2", "待定", "", "-3", "约30")
BAD = (
    Table((row("独"),), head=0, caption="一格"),
    Table((row("独"),), caption="只有表头"),
    Table((row(*(f"列{n}" for n in range(200))), row(*map(str, range(200)))), caption="二百列"),
    Table((row("甲", "乙", "丙"), row("1"), row("1", "2", "3"), row()), caption="长短不一"),
    Table((row("اسم", "القيمة"), row("مرحبا بالعالم", "12")), caption="从右到左"),
    Table((row("a|b", "<b>&amp;"), row("**|**", "^^")), caption="记号"),
    Table((row("", "数"), row("甲", "1"), row("乙", "2")), caption="空表头"),
    Table((row(cell("头", 1, 2), "数"), row("1"), row("乙", "2")), caption="表头伸入正文"),
    Table(
        (row("名", "数$&"), *(row(f"第{n}", MIXED[n % len(MIXED)]) for n in range(33))),
        caption="数与字",
    ),
)


def write(folder: Path) -> None:
    """Write the site: `2018/05/tables/` and `2018/05/bad/`."""
    good = (_tasks(), _groups(), _four(), FORM, PAIRS)
    items = (
        make.item("tables", good, title="云州市人民政府关于下达任务的通知"),
        make.item("bad", BAD, order=2, title="云州市人民政府关于坏表格的通知"),
    )
    for output in (html, downloads, icons):
        output.write(site(make.issue("2018-05", items)), folder)

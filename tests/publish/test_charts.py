"""Which tables are drawn, and what is in the picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from generator.model import Cell, Run, Table
from generator.publish.charts import Chart, charts
from generator.publish.outputs import html
from tests import samples as make
from tests.publish.samples import site
from tests.samples import row, text

PLACES = ("城区", "泽州县", "高平市", "阳城县")
HOUSEHOLDS = ("120", "340.5", "98", "77")


def wide(words: str, columns: int) -> Cell:
    return Cell(text(words), colspan=columns)


def table(*figures: str, head: str = "户数", unit: str = "户") -> Table:
    """Four places with these figures."""
    pairs = zip(PLACES, figures, strict=True)
    return Table((row("县（市、区）", head), *(row(*pair) for pair in pairs)), unit=unit)


def figures(chart: Chart) -> dict[str, list[str]]:
    return {series.name: [bar.printed for bar in series.bars] for series in chart.series}


GOOD = table(*HOUSEHOLDS)


def test_figures_of_places_become_bars() -> None:
    (chart,) = charts(GOOD)
    assert (chart.title, chart.unit, chart.labels) == ("户数", "户", PLACES)
    assert figures(chart) == {"": list(HOUSEHOLDS)}
    assert [bar.share for bar in chart.series[0].bars] == [0.3524, 1.0, 0.2878, 0.2261]


def test_figures_of_years_become_bars() -> None:
    years = [row(f"{year}年", str(year % 100 * 7)) for year in range(2015, 2021)]
    (chart,) = charts(Table((row("年度", "产量（万吨）"), *years)))
    assert (chart.title, chart.unit) == ("产量", "万吨")
    assert chart.labels[0] == "2015年"


@pytest.mark.parametrize(
    ("words", "last"), [("合计", "636"), ("全市", "1"), ("云州市", "635.5"), ("合 计", "")]
)
def test_a_total_has_no_bar(words: str, last: str) -> None:
    (chart,) = charts(replace(GOOD, rows=(*GOOD.rows, row(words, last))))
    assert chart.labels == PLACES
    assert chart.left_out == (words,)


def test_a_total_may_stand_first_and_before_the_column_of_names() -> None:
    pairs = zip(PLACES, HOUSEHOLDS, strict=True)
    numbered = [row(str(n), "云州市", *pair) for n, pair in enumerate(pairs, 1)]
    head, total = row("序号", "地市", "县", "户数"), row("合计", "", "", "635.5")
    (chart,) = charts(Table((head, total, *numbered)))
    assert (chart.title, chart.labels, chart.left_out) == ("户数", PLACES, ("合计",))


def test_what_may_be_a_total_and_does_not_add_up_leaves_all_undrawn() -> None:
    assert charts(replace(GOOD, rows=(*GOOD.rows, row("云州市", "600")))) == ()


def test_a_place_that_is_nearly_a_sum_by_chance_leaves_all_undrawn() -> None:
    assert charts(Table((row("县", "户"), *map(row, (*PLACES, "沁水县"), "11213")))) != ()
    assert charts(Table((row("县", "户"), *map(row, (*PLACES, "沁水县"), "11214")))) == ()


def test_one_measure_of_two_things_shares_a_chart() -> None:
    head = (
        row("", wide("二氧化硫", 3), wide("氮氧化物", 3)),
        row("", *("排放量", "下降", "减排量") * 2),
    )
    body = [
        row(place, *(f"{n}.5", f"{n}.1%", f"0.0{n}", f"{9 - n}.25", f"2{n}%", f"0.1{n}"))
        for n, place in enumerate(PLACES, start=2)
    ]
    made = charts(Table((*head, *body), head=2, unit="万吨"))
    assert [(chart.title, chart.unit) for chart in made] == [
        ("排放量", "万吨"),
        ("减排量", "万吨"),
        ("下降", "%"),
    ]
    assert figures(made[0]) == {
        "二氧化硫": ["2.5", "3.5", "4.5", "5.5"],
        "氮氧化物": ["7.25", "6.25", "5.25", "4.25"],
    }


def test_years_across_are_series_of_one_measure() -> None:
    head = (row("县", wide("产量", 2)), row("", "2017年", "2018年"))
    body = [row(place, str(n * 3), str(n * 40)) for n, place in enumerate(PLACES, 2)]
    (chart,) = charts(Table((*head, *body), head=2))
    assert chart.title == "产量"
    assert list(figures(chart)) == ["2017年", "2018年"]


def test_a_name_too_long_for_its_line_leaves_the_chart_out() -> None:
    for long, drawn in (("气", True), ("气" * 30, False)):
        head = (row("县", wide("电", 1), wide(long, 1)), row("", "户数", "户数"))
        body = [row(place, str(n * 3), str(n * 40)) for n, place in enumerate(PLACES, 2)]
        assert bool(charts(Table((*head, *body), head=2))) == drawn


def test_columns_of_unknown_units_are_drawn_apart() -> None:
    body = [row(place, str(n * 3), str(n * 4)) for n, place in enumerate(PLACES, 2)]
    made = charts(Table((row("县", "户数", "补贴"), *body)))
    assert [chart.title for chart in made] == ["户数", "补贴"]


def test_a_row_of_units_gives_each_column_its_own() -> None:
    head = (row("县", "户数", "用煤"), row("", "户", "万吨"))
    body = [row(place, str(n * 3), f"0.{n}") for n, place in enumerate(PLACES, 2)]
    made = charts(Table((*head, *body), head=2))
    assert [(chart.title, chart.unit) for chart in made] == [("户数", "户"), ("用煤", "万吨")]


@pytest.mark.parametrize(
    "bad",
    [
        replace(GOOD, rows=GOOD.rows[:4]),
        replace(GOOD, kind="form"),
        replace(GOOD, abreast=2),
        replace(GOOD, rows=(*GOOD.rows[:-1], replace(GOOD.rows[-1], flag="疑有缺行"))),
        table("120", "340.5", "98", "-77"),
        table("120", "340.5", "98", "77户"),
        table("120", "340.5", "98", ""),
        table("120", "340.5", "98", "77%"),
        table("1", "2", "3", "4"),
        table("1998", "2004", "2018", "2016"),
        table("50", "50", "50", "50"),
        table("120", "9" * 40, "98", "77"),
        table(*HOUSEHOLDS, head="序号"),
        table(*HOUSEHOLDS, head="联系电话"),
        Table((row("企业", "产能"), *(row(f"{n}公司", str(n * 7)) for n in range(5)))),
        Table((row("同位素", "乘数"), *(row(f"Cs-{n}", str(n * 7)) for n in range(5)))),
        Table((row("县", "量"), *(row(f"第{n}县", str(n * 7)) for n in range(25)))),
        Table((row("县", "量"), *(row("城区", str(n * 7)) for n in range(5)))),
        replace(GOOD, rows=(*GOOD.rows[:3], row("小计", "460.5"), *GOOD.rows[3:])),
        Table((row("县", "数量", "计量单位"), *map(row, PLACES, HOUSEHOLDS, ("吨", "户") * 2))),
        Table((), head=0),
    ],
)
def test_what_a_picture_would_not_tell_or_would_tell_wrongly_has_none(bad: Table) -> None:
    assert charts(bad) == ()


def test_nothing_is_drawn_from_a_doubtful_figure() -> None:
    doubtful = Cell((Run("77", flag="疑为“7.7”"),))
    assert charts(replace(GOOD, rows=(*GOOD.rows[:-1], row("阳城县", doubtful)))) == ()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    """The page of an item with a table of two series and a total."""
    total = row("合计", "635.5", "7")
    body = [row(place, one, "1.75") for place, one in zip(PLACES, HOUSEHOLDS, strict=True)]
    body[0] = row("城区", "120", "1.5")
    drawn = Table((row("县", "户数<b>", "人数"), *body, total), unit="万户", caption="表1 户数")
    folder = tmp_path_factory.mktemp("site")
    html.write(site(make.issue("2018-05", (make.item("yzf-9", (drawn, GOOD)),))), folder)
    return BeautifulSoup((folder / "2018/05/yzf-9/index.html").read_text("utf-8"), "html.parser")


def test_a_chart_can_be_read_without_seeing_it(page: BeautifulSoup) -> None:
    (*_, drawing) = page.select(".charts svg")
    assert drawing["role"] == "img"
    said = [page.find(id=name) for name in str(drawing["aria-labelledby"]).split()]
    assert [one.get_text() for one in said if one] == [
        "条形图：户数（户）（云州市人民政府关于某事的通知（第2张表））",
        "最大：泽州县；最小：阳城县。各条的数字即表中的数字。",
    ]


def test_every_bar_stands_beside_its_figure_as_printed(page: BeautifulSoup) -> None:
    (*_, drawing) = page.select(".charts svg")
    assert [one.get_text() for one in drawing.select("text")] == [
        one for pair in zip(PLACES, HOUSEHOLDS, strict=True) for one in pair
    ]
    widths = [float(str(bar["width"])) for bar in drawing.select("rect")]
    assert [round(width / max(widths), 2) for width in widths] == [0.35, 1, 0.29, 0.23]
    assert max(widths) < 320


def test_the_caption_says_what_is_left_out(page: BeautifulSoup) -> None:
    captions = [one.get_text() for one in page.select(".chart figcaption")]
    assert captions == [
        "户数<b>（万户）　依表中数字绘成；总数（合计）不入图",
        "人数（万户）　依表中数字绘成；总数（合计）不入图",
        "户数（户）　依表中数字绘成",
    ]


def test_a_chart_keeps_to_the_policy_of_the_pages(page: BeautifulSoup) -> None:
    for tag in page.select(".charts, .charts *"):
        assert "style" not in tag.attrs

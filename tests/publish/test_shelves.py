"""Documents on their shelves, gaps, holdings, the calendar and the timeline of a year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import ContentError
from generator.model import Issue, Item
from generator.publish.pages import pages
from generator.publish.shelves.calendar import calendar
from generator.publish.shelves.catalogues import catalogues
from generator.publish.shelves.chronicle import timeline
from generator.publish.shelves.holdings import Gap, holdings
from generator.publish.shelves.model import LARGE, Catalogue, Line, Missing, Shelf
from tests.publish.samples import FIFTH, SAMPLE, SAY, site
from tests.samples import chronicle, entry, issue, item, paragraph, separate


def catalogue(name: str, *issues: Issue, **slugs: str) -> Catalogue:
    return next(one for one in catalogues(issues, SAY, slugs) if one.name == name)


def shelf(name: str, title: str, *issues: Issue) -> Shelf:
    return next(one for one in catalogue(name, *issues).shelves if one.title == title)


def shown(one: Shelf) -> list[tuple[str, list[str]]]:
    """The groups with the numbers of their documents and the gaps."""
    return [
        (
            group.title,
            [
                row.number if isinstance(row, Line) else f"{row.first}–{row.last}"
                for row in group.rows
            ],
        )
        for group in one.groups
    ]


def numbered(*numbers: str, id_: str = "2018-01", **facts: object) -> Issue:
    items = (
        item(f"d-{order}", number=number, order=order, issue=id_, **facts)
        for order, number in enumerate(numbers, start=1)
    )
    return issue(id_, tuple(items))


# --- shelves --------------------------------------------------------------------------------


def test_shelves_have_counts_and_the_fullest_comes_first() -> None:
    found = [(one.title, one.count) for one in catalogue("kind", *SAMPLE).shelves]
    assert found == [("通知", 3), ("令", 1), ("大事记", 1)]


@pytest.mark.parametrize("name", ["kind", "issuer", "section", "series", "date"])
def test_no_document_is_left_out_of_any_catalogue(name: str) -> None:
    bare = replace(FIFTH.items[0], slug="bare", number=None, kind=None, date=None, order=9)
    bare = replace(bare, issuer=(), section=None)
    whole = (*SAMPLE[:1], replace(FIFTH, items=(*FIFTH.items, bare)), SAMPLE[2])
    lines = {
        line.url
        for one in catalogue(name, *whole).shelves
        for group in one.groups
        for line in group.lines
    }
    assert len(lines) == 6
    last = catalogue(name, *whole).shelves[-1]
    assert "未标注" in last.title
    assert last.url.endswith("/unstated/")
    assert "/2018/05/bare/" in {line.url for group in last.groups for line in group.lines}


def test_a_document_of_several_bodies_stands_with_each_of_them_once() -> None:
    joint = item("a", issuer=("云州市公安局", "云州市司法局", "云州市公安局"))
    found = catalogue("issuer", issue("2018-05", (joint,))).shelves
    assert [(one.title, one.count) for one in found] == [("云州市公安局", 1), ("云州市司法局", 1)]


def test_the_newest_stands_first_and_what_has_no_date_last() -> None:
    items = [item("a", order=1), item("b", order=2, date="2018-03-01")]
    items.append(item("c", order=3, date="2018-04-01"))
    (group,) = shelf("kind", "通知", issue("2018-05", tuple(items))).groups
    assert [line.item.slug for line in group.lines] == ["c", "b", "a"]


# --- addresses ------------------------------------------------------------------------------


def test_a_slug_given_in_gazette_yaml_wins() -> None:
    one, other = catalogue("issuer", FIFTH, 云州市人民政府="szf").shelves
    assert (one.url, other.url) == ("/issuers/szf/", "/issuers/unstated/")


def test_an_address_does_not_depend_on_what_else_is_here() -> None:
    alone = shelf("section", "大事记", FIFTH)
    assert alone.url == shelf("section", "大事记", *SAMPLE).url == "/sections/dashiji/"


@pytest.mark.parametrize(
    ("section", "slug"),
    [
        ("※", "u203b"),
        ("A类文件", "aleiwenjian"),
        ("市" * 300, "s" * 80),
        ("/../", "u2f-u2e-u2e-u2f"),
    ],
)
def test_an_address_is_ascii_and_of_bearable_length_whatever_the_name(
    section: str, slug: str
) -> None:
    one = catalogue("section", issue("2018-05", (item("a", section=section),))).shelves[0]
    assert one.url == f"/sections/{slug}/"


def test_two_names_that_sound_alike_are_refused_with_what_to_do() -> None:
    alike = issue("2018-05", (item("a", section="公示"), item("b", section="公式", order=2)))
    with pytest.raises(ContentError, match=r"公式.*公示.*/sections/gongshi/") as caught:
        catalogue("section", alike)
    assert "slugs" in caught.value.hint
    assert catalogue("section", alike, 公式="gs").shelves


# --- numbers --------------------------------------------------------------------------------


def test_numbers_stand_in_order_by_year_with_their_gaps() -> None:
    one = shelf(
        "series",
        "云政发",
        numbered(
            "云政发〔2018〕34号", "云政发〔2018〕31号", "云政发〔2017〕9号", "云政发〔2018〕30号"
        ),
    )
    assert shown(one) == [
        ("2018年", ["云政发〔2018〕30号", "云政发〔2018〕31号", "32–33", "云政发〔2018〕34号"]),
        ("2017年", ["云政发〔2017〕9号"]),
    ]


def test_a_decree_is_numbered_by_its_authority_without_years() -> None:
    facts = {"type": "decree", "issuer": ("云州市人民政府",), "kind": "令"}
    one = shelf("series", "云州市人民政府令", numbered("第5号", "第7号", **facts))
    (group,) = one.groups
    assert (group.title, group.missing) == ("不分年度", (Missing(6, 6),))


def test_one_number_twice_shows_both() -> None:
    (group,) = shelf("series", "云政发", numbered(*["云政发〔2018〕3号"] * 2)).groups
    assert len(group.lines) == 2
    assert group.missing == ()


def test_a_number_of_another_form_is_shown_and_no_gap_made_of_it() -> None:
    odd = catalogue("series", numbered("云政发2018-31", "第9号", "第2号")).shelves
    assert [(one.slug, one.count) for one in odd] == [("unstated", 3)]
    assert all(group.missing == () for group in odd[0].groups)


# --- large shelves --------------------------------------------------------------------------


def thousands() -> list[Issue]:
    def documents(year: int) -> tuple[Item, ...]:
        return tuple(
            item(f"d-{n}", order=n, issue=f"{year}-01", date=f"{year}-{n % 12 + 1:02d}-01")
            for n in range(1, LARGE + 1)
        )

    return [issue(f"{year}-01", documents(year)) for year in (2018, 2019)]


def test_a_large_shelf_gets_a_page_for_each_year_and_a_small_one_does_not() -> None:
    found = {page.url: page for page in pages(thousands(), SAY)}
    year = found["/kinds/tongzhi/2019/"].shelf
    assert year is not None
    assert year.count == LARGE
    assert [link.url for link in found["/kinds/tongzhi/2019/"].trail] == [
        "/", "/kinds/", "/kinds/tongzhi/",
    ]  # fmt: skip
    assert "/dates/2019/01/" not in found
    following = found["/kinds/tongzhi/2018/"].next
    assert following is not None
    assert following.url == "/kinds/tongzhi/2019/"
    whole = found["/kinds/tongzhi/"].shelf
    assert whole is not None
    assert [whole.group_url(group) for group in whole.groups] == [
        "/kinds/tongzhi/2019/",
        "/kinds/tongzhi/2018/",
    ]
    small = shelf("kind", "通知", *SAMPLE)
    assert small.group_url(small.groups[0]) == "/kinds/tongzhi/#in-2020"


def test_no_two_pages_of_large_shelves_share_a_title() -> None:
    both = [
        replace(one, items=tuple(replace(i, kind="大事记", section="大事记") for i in one.items))
        for one in thousands()
    ]
    titles = [(page.title, page.trail[-1:]) for page in pages(both, SAY) if page.shelf]
    assert len({(title, above[-1].title) for title, above in titles}) == len(titles)


# --- calendar -------------------------------------------------------------------------------


def test_the_calendar_counts_every_month_and_leads_to_those_with_documents() -> None:
    (year,) = calendar(catalogue("date", FIFTH))
    assert [month.count for month in year.months] == [0] * 8 + [1, 1, 0, 0]
    assert year.months[8].url == "/dates/2018/#in-09"
    assert year.months[0].url == ""


# --- holdings -------------------------------------------------------------------------------


def totals(*pairs: tuple[str, int | None]) -> list[Issue]:
    return [issue(id_, total=total) for id_, total in pairs]


def test_issues_between_two_that_state_their_number_are_counted() -> None:
    held = holdings(
        totals(("2023-02", 278), ("2018-05", 251), ("2019-05", None), ("2021-02", None))
    )
    assert (held.first, held.last, held.within, held.missing) == (251, 278, 4, 24)
    assert [row if isinstance(row, Gap) else row.id for row in held.rows] == [
        "2018-05",
        Gap(252, 277, unnumbered=2),
        "2019-05",
        "2021-02",
        "2023-02",
    ]


def test_an_issue_beyond_the_stated_numbers_is_not_counted_among_them() -> None:
    held = holdings(totals(("2018-05", 251), ("2018-06", 252), ("2019-01", None)))
    assert (held.first, held.last, held.within, held.missing) == (251, 252, 2, 0)


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("2018-05", 251)],
        [("2018-05", 251), ("2019-05", 251)],
        [("2018-05", 251), ("2019-05", 240)],
        [("2018-05", 251), ("2018-06", None), ("2019-05", 252)],
    ],
    ids=["no issue", "one number", "one number twice", "falling", "no room between"],
)
def test_nothing_is_claimed_where_the_numbers_prove_nothing(
    pairs: list[tuple[str, int | None]],
) -> None:
    held = holdings(totals(*pairs))
    assert held.first is None
    assert held.missing == 0
    assert len(held.rows) == len(pairs)


def test_a_separate_document_is_no_issue() -> None:
    assert holdings([separate(item("a", issue="2018-a"))]).rows == ()


# --- the timeline of a year -----------------------------------------------------------------


def test_the_entries_of_a_year_come_from_all_issues_in_order_of_days() -> None:
    april = chronicle(
        "dashiji-04",
        entry("2日　检查防汛。", "2021-04-02"),
        entry("※　座谈。", "2021-04-02"),
        issue="2021-03",
    )
    march = chronicle(
        "dashiji-03",
        paragraph("（按日排列）"),
        entry("31日　会议。", "2021-03-31", "2021-04-01"),
        entry("1日　总结。", "2020-12-31"),
        issue="2021-02",
    )
    gazette = site(issue("2021-03", (april,)), issue("2021-02", (march,)))
    months = timeline(gazette, 2021)
    assert [month.number for month in months] == [3, 4]
    told = [(event.anchor, event.url) for month in months for event in month.events]
    assert told == [
        ("d-2021-03-31", "/2021/02/dashiji-03/#d-2021-03-31"),
        ("d-2021-04-02", "/2021/03/dashiji-04/#d-2021-04-02"),
        ("", "/2021/03/dashiji-04/#d-2021-04-02_2"),
    ]
    assert [len(month.events) for month in timeline(gazette, 2020)] == [1]

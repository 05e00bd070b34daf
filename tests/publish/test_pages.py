"""The pages of the site and how they hang together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import ContentError
from generator.publish.pages import numbers, pages
from generator.publish.site import relative
from tests.publish.samples import FIFTH, SAMPLE, SAY, SECOND, SEPARATE
from tests.samples import chronicle, entry, issue, item

PAGES = {page.url: page for page in pages(SAMPLE, SAY, {"云政发": "yzf"})}


def test_addresses_are_those_of_the_contract() -> None:
    assert set(PAGES) == {
        "/",
        "/2018/",
        "/2018/02/",
        "/2018/02/yzf-12/",
        "/2018/02/source/",
        "/2018/02/changes/",
        "/2018/05/",
        "/2018/05/yzf-31/",
        "/2018/05/ling-5/",
        "/2018/05/dashiji-09/",
        "/2018/05/source/",
        "/2018/05/changes/",
        "/2020/",
        "/2020/yzb-56/",
        "/2020/yzb-56/source/",
        "/2020/yzb-56/changes/",
        "/2018/chronicle/",
        "/issues/",
        "/kinds/",
        "/kinds/tongzhi/",
        "/kinds/ling/",
        "/kinds/dashiji/",
        "/issuers/",
        "/issuers/yunzhoushirenminzhengfu/",
        "/issuers/unstated/",
        "/sections/",
        "/sections/shizhengfuwenjian/",
        "/sections/shizhengfuling/",
        "/sections/dashiji/",
        "/sections/unstated/",
        "/numbers/",
        "/numbers/yzf/",
        "/numbers/yzb/",
        "/numbers/yzsrmzfl/",
        "/numbers/unstated/",
        "/dates/",
        "/dates/2018/",
        "/dates/unstated/",
        "/tables/",
        "/search/",
        "/about/",
        "/404.html",
    }


def test_a_separate_document_is_its_own_page_under_the_year() -> None:
    page = PAGES["/2020/yzb-56/"]
    assert page.kind == "item"
    assert [link.url for link in page.trail] == ["/", "/2020/"]


def test_items_follow_each_other_within_their_issue() -> None:
    page = PAGES["/2018/05/ling-5/"]
    assert page.previous is not None
    assert page.next is not None
    assert (page.previous.url, page.next.url) == ("/2018/05/yzf-31/", "/2018/05/dashiji-09/")
    assert PAGES["/2018/05/yzf-31/"].previous is None


def test_issues_follow_each_other_across_years() -> None:
    later = issue("2019-01", (item("yzf-1", issue="2019-01"),))
    found = {page.url: page for page in pages((*SAMPLE[:2], later, SEPARATE), SAY)}
    following = found["/2018/05/"].next
    assert following is not None
    assert following.url == "/2019/01/"
    assert found["/2019/01/"].next is None, "a separate document is no issue"


def test_files_stand_where_a_plain_file_server_looks() -> None:
    files = {url: str(page.file) for url, page in PAGES.items()}
    assert files["/"] == "index.html"
    assert files["/2018/05/yzf-31/"] == "2018/05/yzf-31/index.html"
    assert files["/404.html"] == "404.html"


def test_document_numbers_lead_to_their_documents() -> None:
    assert numbers(list(PAGES.values())) == {
        "云政发〔2018〕12号": "/2018/02/yzf-12/",
        "云政发〔2018〕31号": "/2018/05/yzf-31/",
        "云政办〔2020〕56号": "/2020/yzb-56/",
    }


def test_an_issue_without_a_number_is_named_by_its_id() -> None:
    page = pages((issue("2018-zengkan"),), SAY)[2]
    assert (page.url, page.title) == ("/2018/zengkan/", "2018年第zengkan期")


def test_two_items_at_one_address_are_refused() -> None:
    twice = replace(FIFTH, items=(*FIFTH.items, item("yzf-31", order=9)))
    with pytest.raises(ContentError, match="/2018/05/yzf-31/"):
        pages((twice,), SAY)


def test_an_item_may_not_take_the_address_of_the_source_page() -> None:
    with pytest.raises(ContentError, match="/2018/05/source/"):
        pages((replace(FIFTH, items=(item("source"),)),), SAY)


def test_two_issues_of_a_year_with_one_number_are_refused() -> None:
    again = replace(FIFTH, id="2018-zengkan", items=())
    with pytest.raises(ContentError, match="issue 5 of 2018 is here already, as 2018-05"):
        pages((FIFTH, again), SAY)


def test_the_years_of_the_calendar_and_of_the_chronicles_follow_each_other() -> None:
    later = chronicle("dashiji-01", entry("5日 会议。", "2019-01-05"), date="2019-02-01")
    found = {page.url: page for page in pages((FIFTH, issue("2019-01", (later,))), SAY)}
    assert "/dates/unstated/" in found
    for before, after in (
        ("/dates/2018/", "/dates/2019/"),
        ("/2018/chronicle/", "/2019/chronicle/"),
    ):
        following, preceding = found[before].next, found[after].previous
        assert found[before].previous is None, "what has no date is not before all years"
        assert following is not None
        assert preceding is not None
        assert (preceding.url, following.url) == (before, after)
    assert found["/kinds/tongzhi/"].next is None, "kinds have no order to follow"


def test_a_chronicle_of_a_year_without_issues_is_reached_from_home() -> None:
    december = chronicle("dashiji-12", entry("30日 会议。", "2017-12-30"), issue="2018-01")
    found = {page.url: page for page in pages((issue("2018-01", (december,)),), SAY)}
    assert [link.url for link in found["/2017/chronicle/"].trail] == ["/"]


def test_a_separate_with_two_items_is_refused() -> None:
    with pytest.raises(ContentError, match="holds one item, this one 2"):
        pages((replace(SEPARATE, items=SECOND.items + FIFTH.items[:1]),), SAY)


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("/", "/", "./"),
        ("/", "/2018/", "2018/"),
        ("/2018/05/", "/", "../../"),
        ("/2018/05/yzf-31/", "/2018/05/source/", "../source/"),
        ("/2018/05/yzf-31/", "/assets/1a/style.css", "../../../assets/1a/style.css"),
        ("/2018/05/", "/2018/05/#art-12", "#art-12"),
        ("/2018/05/yzf-31/", "/2018/05/ling-5/#art-1", "../ling-5/#art-1"),
    ],
)
def test_links_are_relative(source: str, target: str, way: str) -> None:
    assert relative(source, target) == way

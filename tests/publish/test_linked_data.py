"""JSON-LD: only terms that schema.org has, and only what the content states."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.model import Item, Repeal
from generator.publish.build import gather
from generator.publish.linked_data import is_normative, linked_data
from generator.publish.outputs import html
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import DECREE, FIFTH, NOTICE, SAMPLE, SECOND, TEMPLATES, site

BASE = "https://gazette.example/yunzhou/"
CREATIVE_WORK = {
    "name", "url", "identifier", "genre", "author", "publisher", "dateCreated", "datePublished",
    "expires", "inLanguage", "isAccessibleForFree", "isPartOf", "hasPart",
}  # fmt: skip
"""Properties of schema.org/CreativeWork, with those of Thing, that the pages use."""
LEGISLATION = {
    "legislationIdentifier", "legislationDate", "legislationDateOfApplicability",
    "legislationPassedBy", "legislationRepeals",
}  # fmt: skip
TERMS = {
    "CreativeWork": CREATIVE_WORK,
    "Legislation": CREATIVE_WORK | LEGISLATION,
    "Periodical": CREATIVE_WORK | {"issn"},
    "PublicationIssue": CREATIVE_WORK | {"issueNumber"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
"""Type → the properties it has in schema.org, as far as the pages use them."""
REQUIRED = {
    "CreativeWork": {"name"},
    "Legislation": {"name"},
    "Periodical": {"name", "url"},
    "PublicationIssue": {"name", "url"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}
DAYS = {"dateCreated", "datePublished", "expires", "legislationDate"}


@pytest.fixture(scope="module")
def real(repository: Path) -> Site:
    return gather(repository / "content", TEMPLATES)


def check(thing: object) -> None:
    """One thing and all within it: known type, its required properties, known ones only."""
    if isinstance(thing, list):
        assert thing
        for part in thing:
            check(part)
    if not isinstance(thing, dict):
        assert thing not in ("", None)
        return
    type_ = thing["@type"]
    assert REQUIRED[type_] <= set(thing)
    assert set(thing) - {"@type", "@id"} <= TERMS[type_]
    for key, value in thing.items():
        if key in DAYS:
            date.fromisoformat(value)
        check(value)


def graph(of: Site, url: str) -> list[dict[str, Any]]:
    page = next(page for page in of.pages if page.url == url)
    made: Any = linked_data(of, page)
    assert made is None or (set(made), made["@context"]) == (
        {"@context", "@graph"},
        "https://schema.org",
    )
    return made["@graph"] if made else []


def subject(of: Site, url: str) -> dict[str, Any]:
    return next(thing for thing in graph(of, url) if thing["@type"] != "BreadcrumbList")


@pytest.mark.parametrize("name", ["sample", "real"])
def test_every_page_speaks_words_of_schema_org_alone(name: str, real: Site) -> None:
    of = {"sample": site(*SAMPLE), "real": real}[name]
    for page in of.pages:
        things = graph(of, page.url)
        check(things or ["nothing to say"])
        assert bool(things) == (page.kind != "missing"), page.url


def test_the_types_of_the_pages() -> None:
    of = site(*SAMPLE)
    types = {
        page.url: graph(of, page.url)[0]["@type"]
        for page in of.pages
        if page.kind in ("home", "issue", "item")
    }
    assert types == {
        "/": "Periodical",
        "/2018/02/": "PublicationIssue",
        "/2018/02/yzf-12/": "CreativeWork",
        "/2018/05/": "PublicationIssue",
        "/2018/05/yzf-31/": "CreativeWork",
        "/2018/05/ling-5/": "Legislation",
        "/2018/05/dashiji-09/": "CreativeWork",
        "/2020/yzb-56/": "CreativeWork",
    }


def test_an_issue_says_what_it_states_and_what_it_holds() -> None:
    issue = subject(site(*SAMPLE), "/2018/05/")
    assert issue["issueNumber"] == "5"
    assert issue["datePublished"] == "2018-10-31"
    assert issue["isPartOf"]["@id"] == BASE
    assert [part["name"] for part in issue["hasPart"]] == [item.title for item in FIFTH.items]


def test_what_was_concluded_is_not_said() -> None:
    assert "issueNumber" not in subject(site(SECOND), "/2018/02/")
    guessed = site(replace(FIFTH, inferred=("published",)))
    for url in ("/2018/05/", "/2018/05/yzf-31/"):
        assert "datePublished" not in subject(guessed, url)


def test_a_decree_is_legislation_by_its_own_facts() -> None:
    repealing = replace(DECREE, repeals=(Repeal("云州市供热规定", "第2号"),))
    law = subject(site(replace(FIFTH, items=(repealing,))), "/2018/05/ling-5/")
    assert law["legislationIdentifier"] == "云州市人民政府令第5号"
    assert law["legislationDate"] == "2018-10-08"
    assert law["legislationDateOfApplicability"] == "2018-12-01"
    assert law["legislationPassedBy"] == [{"@type": "Organization", "name": "云州市人民政府"}]
    assert law["legislationRepeals"] == [
        {"@type": "Legislation", "name": "云州市供热规定", "legislationIdentifier": "第2号"}
    ]
    assert not {"legislationLegalForce", "legislationJurisdiction"} & set(law)


def test_a_day_that_is_stated_in_words_is_no_day() -> None:
    worded = replace(DECREE, effective="自公布之日起")
    law = subject(site(replace(FIFTH, items=(worded,))), "/2018/05/ling-5/")
    assert "legislationDateOfApplicability" not in law


@pytest.mark.parametrize(
    ("item", "normative"),
    [
        (DECREE, True),
        (replace(DECREE, title="云州市供热管理办法（试行）"), True),
        (replace(DECREE, title="云州市人民政府关于森林防火的命令"), False),
        (NOTICE, False),
        (replace(NOTICE, number="云政规〔2024〕1号"), True),
        (replace(NOTICE, number="云政办规〔2024〕1号"), True),
        (replace(NOTICE, number="云府规字〔2024〕1号"), True),
        (replace(NOTICE, number="云市规〔2018〕3号"), False),
        (replace(NOTICE, title="云州市人民政府关于印发云州市供热管理办法的通知"), False),
        (replace(NOTICE, title="云州市供热管理办法"), False),
    ],
    ids=lambda value: f"{value.number} {value.title}" if isinstance(value, Item) else "",
)
def test_normative_is_what_says_so(item: Item, normative: bool) -> None:
    assert is_normative(item) is normative


def test_a_document_that_states_nothing_says_its_name_alone() -> None:
    bare = make.issue("2019-01", (make.item("x-1", issue="2019-01", kind=None),))
    assert set(subject(site(bare), "/2019/01/x-1/")) == {
        *("@type", "@id", "url", "name", "publisher", "inLanguage", "isAccessibleForFree"),
        "isPartOf",
    }


def test_an_issue_without_documents_lists_none() -> None:
    assert "hasPart" not in subject(site(make.issue("2019-01")), "/2019/01/")


def test_the_trail_leads_from_the_home_page_to_the_page() -> None:
    (trail,) = (
        thing
        for thing in graph(site(*SAMPLE), "/2018/05/yzf-31/")
        if thing["@type"] == "BreadcrumbList"
    )
    assert [(step["position"], step["item"]) for step in trail["itemListElement"]] == [
        (1, BASE),
        (2, BASE + "2018/"),
        (3, BASE + "2018/05/"),
        (4, BASE + "2018/05/yzf-31/"),
    ]


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--", "长" * 300, "甲\x0b\u2028&amp;\\乙"]
)
def test_no_title_ends_the_block_of_data(title: str, tmp_path: Path) -> None:
    odd = replace(FIFTH, items=(replace(NOTICE, title=title),))
    html.write(site(odd), tmp_path)
    text = (tmp_path / "2018/05/yzf-31/index.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    (block,) = page.find_all("script", type="application/ld+json")
    assert "<" not in block.get_text()
    assert json.loads(block.get_text())["@graph"][0]["name"] == title
    assert not [tag for tag in page.find_all("script") if tag is not block and not tag.get("src")]

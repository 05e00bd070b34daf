"""Facts and page tags: what the text states, marked where it was concluded, and nothing more."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Item
from generator.publish.anchors import anchors
from generator.publish.facts import Fact, Value, citation, issue_facts, item_facts
from generator.publish.meta import tags
from generator.publish.site import Site
from tests.publish.samples import (
    CHRONICLE,
    DECREE,
    FIFTH,
    NOTICE,
    PUBLICATION,
    SAMPLE,
    SAY,
    SECOND,
    SEPARATE,
    site,
)

SITE = site(*SAMPLE)


def facts(item: Item) -> dict[str, tuple[Value, ...]]:
    found = item_facts(item, FIFTH, anchors(item), SITE.numbers, SAY)
    return by_term(found)


def by_term(found: tuple[Fact, ...]) -> dict[str, tuple[Value, ...]]:
    return {fact.term: fact.values for fact in found}


def test_whether_a_document_holds_is_never_inferred() -> None:
    for item in (NOTICE, DECREE):
        assert [value.text for value in facts(item)["fact.validity"]] == ["未标注"]
    assert facts(DECREE)["fact.valid_for"] == (Value("有效期五年"),)
    assert "fact.validity" not in facts(CHRONICLE)


def test_what_the_text_does_not_state_is_not_listed() -> None:
    assert {"fact.effective", "fact.expires", "fact.signed"}.isdisjoint(facts(NOTICE))


def test_dates_are_given_in_words_and_for_machines() -> None:
    assert facts(DECREE)["fact.effective"] == (Value("2018年12月1日", date="2018-12-01"),)
    words = replace(DECREE, effective="自发布之日起")
    assert facts(words)["fact.effective"] == (Value("自发布之日起"),)


def test_a_repealed_document_links_to_its_page_where_the_site_has_it() -> None:
    here, elsewhere = facts(NOTICE)["fact.repeals"]
    assert here.url == "/2018/02/yzf-12/"
    assert elsewhere.url == ""


def test_an_annex_links_to_its_place_or_is_said_to_be_missing() -> None:
    present, missing = facts(NOTICE)["fact.annexes"]
    assert (present.url, present.notes) == ("#a1", ())
    assert (missing.url, missing.notes) == ("", ("源文未见此题",))


def test_inferred_facts_of_an_issue_say_so() -> None:
    found = by_term(issue_facts(FIFTH, SAY))
    assert found["fact.period"][0].notes
    assert found["fact.masthead.printer"][0].notes
    assert not found["fact.issue_number"][0].notes
    assert by_term(issue_facts(SECOND, SAY))["fact.issue_number"][0].notes


def test_a_citation_holds_what_is_known() -> None:
    assert citation(NOTICE, FIFTH, PUBLICATION, SAY) == (
        "《云州市人民政府关于印发云州市清洁取暖实施方案的通知》（云政发〔2018〕31号），"
        "《云州市人民政府公报》2018年第5期，第10页。"
    )
    assert citation(SEPARATE.items[0], SEPARATE, PUBLICATION, SAY) == (
        "《云州市人民政府办公室关于印发秋冬季攻坚行动方案的通知》（云政办〔2020〕56号）。"
    )


def test_page_tags_carry_known_values_only() -> None:
    found = page_tags(SITE, "/2018/05/yzf-31/")
    assert found["ArticleTitle"] == NOTICE.title
    assert found["PubDate"] == "2018-10-31"
    assert found["SiteDomain"] == "gazette.example"
    assert "SiteIDCode" not in found
    assert "PubDate" not in page_tags(SITE, "/2018/02/yzf-12/")
    coded = site(*SAMPLE, publication=replace(PUBLICATION, site_code="1405000001"))
    assert page_tags(coded, "/")["SiteIDCode"] == "1405000001"


def test_an_inferred_date_of_publication_is_no_page_tag() -> None:
    guessed = site(replace(FIFTH, inferred=("published",)))
    assert "PubDate" not in page_tags(guessed, "/2018/05/yzf-31/")


def page_tags(of: Site, url: str) -> dict[str, str]:
    page = next(page for page in of.pages if page.url == url)
    return dict(tags(of, page))

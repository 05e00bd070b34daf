"""What the head of a page says: tags of government sites, Dublin Core, Open Graph, feeds, icons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from generator.publish.meta import properties, tags
from generator.publish.outputs import OUTPUTS
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import FIFTH, NOTICE, PUBLICATION, SAMPLE, site

BASE = "https://gazette.example/yunzhou/"
SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
CODED = site(*SAMPLE, publication=replace(PUBLICATION, site_code="1405000001"))


def named(of: Site, url: str, prefix: str = "") -> dict[str, list[str]]:
    """Name → contents of the tags of a page, Open Graph among them."""
    page = next(page for page in of.pages if page.url == url)
    found: dict[str, list[str]] = {}
    for name, content in (*tags(of, page), *properties(of, page)):
        assert content
        if name.startswith(prefix):
            found.setdefault(name, []).append(content)
    return found


@pytest.mark.parametrize(
    ("url", "wanted", "unwanted"),
    [
        ("/", SITE, COLUMN + ARTICLE),
        ("/2018/", SITE + COLUMN, ARTICLE),
        ("/2018/05/", SITE + COLUMN, ARTICLE),
        ("/tables/", SITE + COLUMN, ARTICLE),
        ("/2018/05/yzf-31/", SITE + COLUMN + ARTICLE, ()),
        ("/404.html", SITE, COLUMN + ARTICLE),
    ],
)
def test_a_page_has_the_tags_that_the_guide_asks_of_its_kind(
    url: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    found = named(CODED, url)
    assert set(wanted) <= set(found)
    assert not set(unwanted) & set(found)
    assert all(len(found[name]) == 1 for name in wanted)
    assert found["Url"] == [BASE + url.removeprefix("/")]
    assert found["Image"] == [BASE + "card.png"]


def test_dublin_core_describes_a_document_and_nothing_else() -> None:
    joint = replace(NOTICE, issuer=("云州市人民政府", "云州军分区"))
    of = site(replace(FIFTH, items=(joint,)))
    assert named(of, "/2018/05/yzf-31/", "DCTERMS.") == {
        "DCTERMS.title": [NOTICE.title],
        "DCTERMS.creator": ["云州市人民政府", "云州军分区"],
        "DCTERMS.publisher": ["云州市人民政府办公室"],
        "DCTERMS.created": ["2018-09-04"],
        "DCTERMS.issued": ["2018-10-31"],
        "DCTERMS.type": ["通知"],
        "DCTERMS.language": ["zh-Hans-CN"],
        "DCTERMS.identifier": [BASE + "2018/05/yzf-31/"],
        "DCTERMS.bibliographicCitation": [
            f"《{NOTICE.title}》（云政发〔2018〕31号），《云州市人民政府公报》2018年第5期，第10页。"
        ],
    }
    assert named(of, "/2018/05/", "DCTERMS.") == {}


def test_open_graph_tells_the_four_things_it_requires_and_the_card() -> None:
    for page in CODED.pages:
        found = named(CODED, page.url, "og:")
        assert {"og:title", "og:type", "og:image", "og:url"} <= set(found)
        assert found["og:image"] == [BASE + "card.png"]
        assert found["og:locale"] == ["zh_CN"]
        assert found["og:type"] == ["article" if page.item else "website"]
    assert named(CODED, "/", "og:title") == {"og:title": ["云州市人民政府公报"]}


@pytest.mark.parametrize(
    ("language", "locale"), [("zh-Hant-TW", ["zh_TW"]), ("zh-Hans", None), ("en", None)]
)
def test_a_country_that_is_not_told_makes_no_locale(
    language: str, locale: list[str] | None
) -> None:
    of = site(*SAMPLE, publication=replace(PUBLICATION, language=language))
    assert named(of, "/", "og:").get("og:locale") == locale


def test_a_document_that_states_nothing_has_no_empty_tag() -> None:
    bare = site(make.issue("2019-01", (make.item("x-1", issue="2019-01", kind=None),)))
    found = named(bare, "/2019/01/x-1/")
    assert not {"PubDate", "Author", "Keywords", "DCTERMS.created", "DCTERMS.issued"} & set(found)
    assert "article:published_time" not in found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    for output in OUTPUTS:
        if output.name != "search":
            output.write(CODED, made)
    return made


def head(folder: Path, file: str) -> BeautifulSoup:
    return BeautifulSoup((folder / file).read_text("utf-8"), "html.parser")


@pytest.mark.parametrize(
    ("file", "feeds"),
    [
        ("index.html", ["all"]),
        ("2018/05/index.html", ["all"]),
        ("2018/05/yzf-31/index.html", ["all", "series/yzf", "kind/tongzhi"]),
        ("2018/05/ling-5/index.html", ["all", "series/yzsrmzfl", "kind/ling"]),
        ("404.html", ["all"]),
    ],
)
def test_a_page_names_the_feeds_that_tell_of_it(folder: Path, file: str, feeds: list[str]) -> None:
    here = BASE + file.removesuffix("index.html")
    links = head(folder, file).select("head link[rel=alternate]")
    found = {(link["type"], urljoin(here, str(link["href"]))) for link in links}
    assert found == {
        (kind, f"{BASE}feeds/{feed}.{ending}")
        for feed in feeds
        for kind, ending in (("application/atom+xml", "atom"), ("application/feed+json", "json"))
    }
    titles = [link["title"] for link in links]
    assert len(set(titles)) == len(feeds)


def test_a_page_names_its_icons_and_the_manifest(folder: Path) -> None:
    page = head(folder, "2018/05/yzf-31/index.html")
    for rel in ("icon", "apple-touch-icon", "manifest"):
        (link,) = page.select(f"head link[rel={rel}]")
        assert (folder / "2018/05/yzf-31" / str(link["href"])).resolve().is_file()


def test_the_page_about_the_site_lists_every_feed(folder: Path) -> None:
    links = {str(link["href"]) for link in head(folder, "about/index.html").select("main a")}
    for feed in CODED.feeds:
        assert {f"..{feed.atom}", f"..{feed.json}"} <= links

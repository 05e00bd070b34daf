"""The feeds: sound by the rules of their formats, and complete."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator.model import Issue
from generator.publish.build import gather
from generator.publish.feeds import feeds_of
from generator.publish.outputs import feeds as output
from generator.publish.site import Feed, Site
from tests import samples as make
from tests.publish.samples import PUBLICATION, SAMPLE, TEMPLATES, site

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}
"""Elements that RFC 4287 wants exactly once (4.1.1, 4.1.2)."""
AT_MOST_ONCE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
KNOWN = {
    "feed": {*ONCE["feed"], *AT_MOST_ONCE["feed"], "author", "category", "link", "entry"},
    "entry": {*ONCE["entry"], *AT_MOST_ONCE["entry"], "author", "category", "link"},
}

JSON_FEED = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "icon": str,
    "favicon": str,
    "authors": list,
    "language": str,
    "items": list,
}
JSON_ITEM = {
    "id": str,
    "url": str,
    "title": str,
    "content_text": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
}
"""Keys of JSON Feed 1.1 that the feeds use, with their types."""

BARE = make.issue(
    "2019-01",
    (
        make.item("wenjian-a", issue="2019-01", title="无文号无日期", kind=None),
        make.item("yzf-9", issue="2019-01", order=2, title="长" * 300, number="云政发〔2019〕9号"),
        make.item("yzf-10", issue="2019-01", order=3, title='<b>甲 & "乙"</b>\x0b\x00\ufffe丙'),
    ),
)
"""An issue that states next to nothing, in titles that no print has."""


@pytest.fixture(scope="module")
def real(repository: Path) -> Site:
    return gather(repository / "content", TEMPLATES)


def written(of: Site, folder: Path) -> dict[str, bytes]:
    output.write(of, folder)
    return {f"/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*.*")}


def atom(data: bytes) -> ElementTree.Element:
    """The feed, after every rule of RFC 4287 that a generator can break."""
    root = ElementTree.fromstring(data)
    assert root.tag == ATOM + "feed"
    for element in (root, *root.findall(ATOM + "entry")):
        name = element.tag.removeprefix(ATOM)
        children = [child.tag.removeprefix(ATOM) for child in element]
        assert set(children) <= KNOWN[name]
        assert [children.count(once) for once in ONCE[name]] == [1] * len(ONCE[name])
        assert all(children.count(once) <= 1 for once in AT_MOST_ONCE[name])
        for child in element.iter():
            check_atom_child(child)
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(ATOM + "link")
            if link.get("rel", "alternate") == "alternate"
        ]
        assert alternates, "4.1.2: an entry without content has an alternate"
        assert len(alternates) == len(set(alternates)), "4.1.1: no two of one type and language"
    assert root.find(ATOM + "author") is not None, "4.1.1: an author here or in every entry"
    ids = [found.text for found in root.iterfind(f"{ATOM}entry/{ATOM}id")]
    assert len(ids) == len(set(ids))
    return root


def check_atom_child(child: ElementTree.Element) -> None:
    name = child.tag.removeprefix(ATOM)
    text = child.text or ""
    if name in {"updated", "published"}:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", text)
        datetime.fromisoformat(text)
    elif name in {"id", "icon"}:
        assert urlsplit(text).scheme == "https"
    elif name in {"title", "summary", "name"}:
        assert text.strip()
    elif name == "link":
        assert urlsplit(child.attrib["href"]).scheme == "https"
        assert re.fullmatch(r".+/.+", child.attrib["type"])
    elif name == "category":
        assert child.attrib["term"]


def json_feed(data: bytes) -> dict[str, Any]:
    """The feed, after every rule of JSON Feed 1.1 that a generator can break."""
    feed: dict[str, Any] = json.loads(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"version", "title", "items"} <= set(feed)
    for thing, keys in ((feed, JSON_FEED), *((item, JSON_ITEM) for item in feed["items"])):
        assert set(thing) <= set(keys)
        for key, value in thing.items():
            assert isinstance(value, keys[key])
            assert value or key == "items"
        for author in thing.get("authors", []):
            assert set(author) == {"name"}
            assert author["name"]
    for item in feed["items"]:
        assert {"id", "content_text"} <= set(item)
        for key in ("date_published", "date_modified"):
            assert key not in item or datetime.fromisoformat(item[key]).tzinfo
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


def entries(root: ElementTree.Element) -> list[str | None]:
    return [found.text for found in root.iterfind(f"{ATOM}entry/{ATOM}id")]


@pytest.mark.parametrize("name", ["sample", "real", "bare"])
def test_every_feed_is_sound_and_both_formats_tell_of_the_same_documents(
    name: str, real: Site, tmp_path: Path
) -> None:
    of = {"sample": site(*SAMPLE), "real": real, "bare": site(BARE)}[name]
    files = written(of, tmp_path)
    assert set(files) == {address for feed in of.feeds for address in (feed.atom, feed.json)}
    for feed in of.feeds:
        root, other = atom(files[feed.atom]), json_feed(files[feed.json])
        expected = [of.absolute(entry.page.url) for entry in feed.entries]
        assert entries(root) == [item["id"] for item in other["items"]] == expected
        links = {link.get("rel", ""): link.get("href") for link in root.findall(ATOM + "link")}
        assert links["self"] == root.findtext(ATOM + "id") == of.absolute(feed.atom)
        assert other["feed_url"] == of.absolute(feed.json)


def documents(of: Site, issues: tuple[Issue, ...], series: str = "", kind: str = "") -> set[str]:
    """Addresses of the documents held, found by another way than the feeds."""
    found = set()
    for issue in issues:
        for item in issue.items:
            if (item.number or "").startswith(series) and (not kind or item.kind == kind):
                place = "" if issue.type == "separate" else f"{item.slug}/"
                found.add(of.absolute(f"/{issue.id.replace('-', '/', 1)}/{place}"))
    return found


def test_each_feed_tells_of_exactly_the_documents_held(real: Site) -> None:
    by_title = {(feed.address.split("/")[2], feed.title): feed for feed in real.feeds}
    expected = {("all", "全部文件"): documents(real, real.issues)}
    for series in ("晋市政发", "晋市政办"):
        expected["series", series] = documents(real, real.issues, series=series)
    expected["series", "晋城市人民政府令"] = documents(real, real.issues, series="第")
    for kind in ("通知", "意见", "令", "大事记"):
        expected["kind", kind] = documents(real, real.issues, kind=kind)
    told = {
        key: {real.absolute(entry.page.url) for entry in feed.entries}
        for key, feed in by_title.items()
    }
    assert told == expected
    assert len(told["all", "全部文件"]) == sum(len(issue.items) for issue in real.issues)


@pytest.mark.parametrize("issues", [SAMPLE, (BARE,)], ids=["sample", "bare"])
def test_a_document_that_states_next_to_nothing_is_followed_too(issues: tuple[Issue, ...]) -> None:
    of = site(*issues)
    assert {of.absolute(url) for url in of.feeds[0].urls} == documents(of, issues)


def feed_at(of: Site, address: str) -> Feed:
    return next(feed for feed in of.feeds if feed.address == address)


def test_the_latest_document_comes_first_by_what_the_content_states() -> None:
    known = [(entry.item.slug, entry.known) for entry in site(*SAMPLE).feeds[0].entries]
    assert known == [
        ("yzb-56", None),
        ("ling-5", "2018-10-08"),
        ("dashiji-09", "2018-09-09"),
        ("yzf-31", "2018-09-04"),
        ("yzf-12", None),
    ]


def test_a_document_without_any_day_is_not_given_one(tmp_path: Path) -> None:
    files = written(site(BARE), tmp_path)
    entry = atom(files["/feeds/all.atom"]).findall(ATOM + "entry")[-1]
    assert entry.find(ATOM + "published") is None
    assert entry.findtext(ATOM + "updated") == "2019-01-01T00:00:00+08:00"
    for item in json_feed(files["/feeds/all.json"])["items"]:
        assert not {"date_published", "date_modified"} & set(item)


def test_an_inferred_day_of_publication_dates_nothing() -> None:
    said = replace(BARE, published="2019-02-03")
    assert {entry.known for entry in site(said).feeds[0].entries} == {"2019-02-03"}
    guessed = replace(said, inferred=("published",))
    assert {entry.known for entry in site(guessed).feeds[0].entries} == {None}


def test_what_xml_cannot_hold_is_replaced_in_sight(tmp_path: Path) -> None:
    files = written(site(BARE), tmp_path)
    titles = [found.text for found in atom(files["/feeds/all.atom"]).iter(ATOM + "title")]
    assert '<b>甲 & "乙"</b>���丙' in titles
    assert "长" * 300 in titles


def test_an_issue_without_documents_has_no_feed(tmp_path: Path) -> None:
    empty = site(make.issue("2019-01"))
    assert empty.feeds == ()
    assert written(empty, tmp_path) == {}


def test_a_document_without_number_or_kind_is_in_the_feed_of_all_alone() -> None:
    of = site(BARE)
    page = next(page for page in of.pages if page.item and page.item.slug == "wenjian-a")
    assert [feed.address for feed in feeds_of(of, page)] == ["/feeds/all"]


def test_a_number_of_another_year_is_in_its_series() -> None:
    late = make.item("yzf-2017-3", number="云政发〔2017〕3号")
    of = site(make.issue("2018-05", (late,)))
    assert [entry.item.slug for entry in feed_at(of, "/feeds/series/yzf").entries] == ["yzf-2017-3"]
    assert feed_at(of, "/feeds/series/yzf").title == "云政发"


def test_the_address_of_the_home_page_may_have_no_path(tmp_path: Path) -> None:
    bare = replace(PUBLICATION, base_url="https://gazette.example/")
    files = written(site(*SAMPLE, publication=bare), tmp_path)
    first = entries(atom(files["/feeds/kind/ling.atom"]))
    assert first == ["https://gazette.example/2018/05/ling-5/"]

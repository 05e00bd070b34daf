"""`sitemap.xml` and `robots.txt`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.publish.outputs import sitemap
from generator.publish.site import Site
from tests.publish.samples import FIFTH, SAMPLE, site

BASE = "https://gazette.example/yunzhou/"
TAG = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages_of(path: Path) -> dict[str, str | None]:
    """Address of each page → the day of its last change."""
    root = ElementTree.parse(path).getroot()
    assert root.tag == TAG + "urlset"
    return {url.findtext(TAG + "loc", ""): url.findtext(TAG + "lastmod") for url in root}


def written(of: Site, folder: Path) -> dict[str, str | None]:
    sitemap.write(of, folder)
    return pages_of(folder / "sitemap.xml")


def test_every_page_is_listed_but_the_one_for_what_is_missing(tmp_path: Path) -> None:
    of = site(*SAMPLE)
    listed = written(of, tmp_path)
    assert set(listed) == {of.absolute(page.url) for page in of.pages} - {BASE + "404.html"}


def test_a_last_change_is_the_day_the_issue_states_or_none(tmp_path: Path) -> None:
    listed = written(site(*SAMPLE), tmp_path)
    dated = {address.removeprefix(BASE) for address, day in listed.items() if day}
    assert dated == {
        "2018/05/",
        "2018/05/yzf-31/",
        "2018/05/ling-5/",
        "2018/05/dashiji-09/",
        "2018/05/source/",
        "2018/05/changes/",
    }
    assert set(listed.values()) == {"2018-10-31", None}


def test_an_inferred_day_is_no_last_change(tmp_path: Path) -> None:
    guessed = site(replace(FIFTH, inferred=("published",)))
    assert set(written(guessed, tmp_path).values()) == {None}


def test_more_pages_than_a_file_may_hold_go_into_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sitemap.MOST == 50_000
    monkeypatch.setattr(sitemap, "MOST", 15)
    of = site(*SAMPLE)
    sitemap.write(of, tmp_path)
    index = ElementTree.parse(tmp_path / "sitemap.xml").getroot()
    assert index.tag == TAG + "sitemapindex"
    names = [found.text for found in index.iter(TAG + "loc")]
    assert names == [f"{BASE}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [pages_of(tmp_path / str(name).removeprefix(BASE)) for name in names]
    assert [len(part) for part in parts[:2]] == [15, 15]
    listed = {address for part in parts for address in part}
    assert listed == {of.absolute(page.url) for page in of.pages if page.kind != "missing"}


def test_robots_may_read_everything_and_are_told_of_the_sitemap(tmp_path: Path) -> None:
    sitemap.write(site(*SAMPLE), tmp_path)
    lines = (tmp_path / "robots.txt").read_text("utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}sitemap.xml"]

"""Findings on a built site: each fault is found, and a sound site has none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.check import check_site

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/gazette/"
HOME = """<!doctype html>
<html lang="zh-Hans-CN">
<head><title>首页</title><link rel="stylesheet" href="assets/site.css">
<link rel="canonical" href="https://example.org/gazette/">
<script src="assets/site.js" defer></script>
<script type="application/ld+json">{"@type": "Periodical", "url": "https://example.org/gazette/2024/"}</script>
<meta property="og:image" content="https://example.org/gazette/assets/site.css"></head>
<body><h1>公报</h1><h2>最新一期</h2>
<p><a href="2024/">2024年</a> <a href="2024/#p1">一、总则</a> <a href="#top">返回</a>
<a href="https://www.gov.cn/">外部链接</a> <a href="mailto:a@example.org">邮箱</a></p>
<p id="top"><img src="data:image/gif;base64,R0" alt=""></p>
</body></html>
"""
YEAR = """<!doctype html>
<html lang="zh-Hans-CN"><head><title>2024年</title></head>
<body><h1>2024年</h1><h2 id="p1">一、总则</h2><a href="../">首页</a>
<table><caption>表1</caption>
<thead><tr><th scope="col" id="c1">名称</th></tr></thead><tr><td headers="c1">甲</td></tr></table>
</body></html>
"""


SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://example.org/gazette/2024/</loc></url></urlset>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/gazette/feeds/all.atom</id>
<link rel="alternate" href="https://example.org/gazette/2024/#p1"/></feed>
"""
FEED = '{"feed_url": "https://example.org/gazette/feeds/all.json", "items": [{"tags": ["通知"]}]}'
MANIFEST = '{"start_url": "./", "icons": [{"src": "assets/site.css", "sizes": "any"}]}'

LISTS = {
    "sitemap.xml": SITEMAP,
    "feeds/all.atom": ATOM,
    "feeds/all.json": FEED,
    "manifest.webmanifest": MANIFEST,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound site of two pages under a path prefix."""
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "2024").mkdir()
    (site / "assets" / "site.css").touch()
    (site / "assets" / "site.js").touch()
    (site / "index.html").write_text(HOME, "utf-8")
    (site / "2024" / "index.html").write_text(YEAR, "utf-8")
    (site / "feeds").mkdir()
    for name, text in LISTS.items():
        (site / name).write_text(text, "utf-8")
    return site


def test_a_sound_site_has_no_findings(site: Path) -> None:
    assert check_site(site, BASE) == []


FAULTS = {
    "no language": (' lang="zh-Hans-CN"', "", "S001", "language"),
    "page that is not there": ('href="2024/"', 'href="2023/"', "S101", "2023/index.html"),
    "file that is not there": ("assets/site.css", "assets/old.css", "S101", "assets/old.css"),
    "address outside the prefix": ('href="2024/"', 'href="/2024/"', "S101", "outside"),
    "absolute address that is not there": (
        'rel="canonical" href="https://example.org/gazette/"',
        'rel="canonical" href="https://example.org/gazette/x/"', "S101", "x/index.html"),
    "folder in place of a page": ('href="2024/"', 'href="2024"', "S101", "2024"),
    "address that is none": ('href="2024/"', 'href="http://["', "S101", "is no address"),
    "address longer than a name": ('href="2024/"', f'href="{"a" * 5000}"', "S101", "exist"),
    "address with a null": ('href="2024/"', 'href="%00"', "S101", "does not exist"),
    "fragment of another page": ("2024/#p1", "2024/#p2", "S102", "no id `p2`"),
    "fragment of the page itself": ('href="#top"', 'href="#end"', "S102", "no id `end`"),
    "id twice": ("<h2>", '<h2 id="top">', "S103", "`top` stands 2 times"),
    "script from elsewhere": (
        "assets/site.js", "https://cdn.example.com/a.js", "S104", "cdn.example.com"),
    "script from elsewhere by its scheme": (
        "assets/site.js", "//cdn.example.com/a.js", "S104", "cdn.example.com"),
    "style sheet from elsewhere": (
        "assets/site.css", "https://fonts.example.com/css", "S104", "fonts.example.com"),
    "image from elsewhere": (
        "data:image/gif;base64,R0", "http://img.example.com/a.gif", "S104", "img.example.com"),
    "image set from elsewhere": (
        'alt=""', 'alt="" srcset="http://img.example.com/a.gif 2x"', "S104", "img.example.com"),
    "connection made beforehand": (
        'rel="canonical" href="https://example.org/gazette/"',
        'rel="preconnect" href="https://cdn.example.com"', "S104", "cdn.example.com"),
    "style attribute": ("<h2>", '<h2 style="color:red">', "S105", "<h2>"),
    "style element": ("</head>", "<style>a{}</style></head>", "S105", "<style>"),
    "inline script": ("</body>", "<script>go()</script></body>", "S106", "inline script"),
    "event attribute": ("<h2>", '<h2 onclick="go()">', "S106", "onclick"),
    "script in an address": ('href="#top"', 'href="javascript:go()"', "S106", "href"),
    "data that is no JSON": ('"Periodical"', "Periodical", "S112", "no JSON"),
    "data of a page that is not there": (
        '"url": "https://example.org/gazette/2024/"',
        '"url": "https://example.org/gazette/2023/"', "S101", "2023/index.html"),
    "card that is not there": (
        'content="https://example.org/gazette/assets/site.css"',
        'content="https://example.org/gazette/card.png"', "S101", "card.png"),
    "no title": ("首页</title>", "</title>", "S107", "no title"),
    "title of another page": ("首页</title>", "2024年</title>", "S107", "2 pages"),
    "no h1": ("<h1>公报</h1>", "", "S108", "0 h1"),
    "two h1": ("<h2>最新一期</h2>", "<h1>最新一期</h1>", "S108", "2 h1"),
    "level skipped": ("<h2>最新一期</h2>", "<h3>最新一期</h3>", "S109", "h3 after h1"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_of_a_page_is_found(site: Path, case: tuple[str, str, str, str]) -> None:
    old, new, code, words = case
    assert old in HOME
    (site / "index.html").write_text(HOME.replace(old, new), "utf-8")
    found = [finding for finding in check_site(site, BASE) if finding.path == "site/index.html"]
    assert code in {finding.code for finding in found}
    assert {finding.severity for finding in found} == {"error"}
    assert any(words in finding.message for finding in found if finding.code == code)


def test_what_is_no_page_is_a_finding_and_the_other_pages_are_examined(site: Path) -> None:
    (site / "folder.html").mkdir()
    (site / "broken.html").write_text("<![x", "utf-8")
    os.mkfifo(site / "pipe.html")
    (site / "folder.css").mkdir()
    found = {(finding.path, finding.code) for finding in check_site(site, BASE)}
    assert {("site/folder.html", "S001"), ("site/pipe.html", "S001")} <= found
    assert {path for path, _ in found} <= {f"site/{n}.html" for n in ("folder", "broken", "pipe")}


LIST_FAULTS = {
    "page of the sitemap": ("sitemap.xml", "2024/", "2023/", "S101"),
    "sitemap that is no XML": ("sitemap.xml", "</urlset>", "", "S112"),
    "page of a feed": ("feeds/all.atom", "2024/#p1", "2023/", "S101"),
    "place in a page of a feed": ("feeds/all.atom", "#p1", "#p2", "S102"),
    "feed that is no XML": ("feeds/all.atom", "</feed>", "\x0b</feed>", "S112"),
    "address of a feed": ("feeds/all.json", "feeds/all.json", "feeds/old.json", "S101"),
    "feed that is no JSON": ("feeds/all.json", "]}", "", "S112"),
    "icon of the manifest": ("manifest.webmanifest", "site.css", "icon.png", "S101"),
}


@pytest.mark.parametrize("case", LIST_FAULTS.values(), ids=LIST_FAULTS.keys())
def test_a_fault_of_a_list_is_found(site: Path, case: tuple[str, str, str, str]) -> None:
    name, old, new, code = case
    assert old in LISTS[name]
    (site / name).write_text(LISTS[name].replace(old, new), "utf-8")
    (finding,) = check_site(site, BASE)
    assert (finding.code, finding.path) == (code, f"site/{name}")


TABLE_FAULTS = {
    "no caption": ("<caption>表1</caption>", "", "S110"),
    "empty caption": ("表1", " ", "S110"),
    "no header cells": ('<th scope="col" id="c1">名称</th>', '<td id="c1">名称</td>', "S110"),
    "no scope": (' scope="col"', "", "S110"),
    "headers of no cell": ('headers="c1"', 'headers="c1 c2"', "S111"),
    "headers of what is no cell": ('headers="c1"', 'headers="p1"', "S111"),
    "headers of another table": (
        "</table>",
        '</table><table><caption>表2</caption><tr><th scope="row" headers="c1">1</th></tr></table>',
        "S111",
    ),
}


def test_figures_alone_need_no_header_cells(site: Path) -> None:
    head = '<thead><tr><th scope="col" id="c1">名称</th></tr></thead><tr><td headers="c1">甲</td>'
    assert head in YEAR
    for empty in ("", '<thead><tr><td>—<a href="#p1">源文第7行</a></td></tr></thead>'):
        page = YEAR.replace(head, f"{empty}<tr><td>12</td>")
        (site / "2024" / "index.html").write_text(page, "utf-8")
        assert check_site(site, BASE) == []


@pytest.mark.parametrize("case", TABLE_FAULTS.values(), ids=TABLE_FAULTS.keys())
def test_a_fault_of_a_table_is_found(site: Path, case: tuple[str, str, str]) -> None:
    old, new, code = case
    assert old in YEAR
    (site / "2024" / "index.html").write_text(YEAR.replace(old, new), "utf-8")
    (finding,) = check_site(site, BASE)
    assert (finding.code, finding.path) == (code, "site/2024/index.html")


@pytest.mark.parametrize(
    "style", ["@import '//fonts.example.com/a.css';", "a { background: url(https://x.cn/a.png) }"]
)
def test_a_style_sheet_loads_nothing_from_elsewhere(site: Path, style: str) -> None:
    path = site / "assets" / "site.css"
    path.write_text(f"a {{ background: url(a.png) }}\n{style}\n", "utf-8")
    (finding,) = check_site(site, BASE)
    assert (finding.code, finding.path, finding.line) == ("S104", "site/assets/site.css", 2)


def test_a_finding_names_its_line(site: Path) -> None:
    (site / "index.html").write_text(HOME.replace("2024/#p1", "2024/#p2"), "utf-8")
    (finding,) = check_site(site, BASE)
    assert finding.line == 9


def test_a_page_that_leads_on_shares_a_title_and_needs_no_heading(site: Path) -> None:
    (site / "old.html").write_text(
        '<html lang="zh"><head><title>首页</title>'
        '<meta http-equiv="refresh" content="0; url=2024/"></head>'
        '<body><a href="2024/">2024年</a></body></html>',
        "utf-8",
    )
    assert check_site(site, BASE) == []


def test_the_address_of_the_site_may_have_no_prefix(site: Path) -> None:
    home = HOME.replace("/gazette/", "/").replace('href="2024/"', 'href="/2024/?q=1"')
    (site / "index.html").write_text(home, "utf-8")
    for name, text in LISTS.items():
        (site / name).write_text(text.replace("/gazette/", "/"), "utf-8")
    assert check_site(site, "https://example.org/") == []

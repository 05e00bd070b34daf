"""An address that once stood goes on leading somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.check import check_site
from generator.errors import ContentError
from generator.publish import build
from generator.publish.build import build_site
from generator.publish.outputs import OUTPUTS
from tests.publish.samples import PUBLICATION, TEMPLATES, write_content
from tests.publish.test_rebuilding import built, same, watched, workplace

MOVED = """\
"/2018/05/yzf-13/": "/2018/05/yzf-31/"
"/2018/05/tongzhi/": "/2018/05/#main"
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kept = tuple(one for one in OUTPUTS if one.name != "search")
    monkeypatch.setattr(build, "OUTPUTS", kept)
    write_content(tmp_path / "content")
    return tmp_path / "content"


def site_with(content: Path, table: str) -> Path:
    """The site of `content` and this table."""
    (content / "moved.yaml").write_text(table, "utf-8")
    build_site(content, content.parent / "site", TEMPLATES)
    return content.parent / "site"


def test_an_old_address_leads_to_the_new_one(content: Path) -> None:
    site = site_with(content, MOVED)
    page = BeautifulSoup((site / "2018/05/yzf-13/index.html").read_bytes(), "html.parser")
    (refresh,) = page.select("meta[http-equiv=refresh]")
    assert refresh["content"] == "0; url=../yzf-31/"
    (canonical,) = page.select("link[rel=canonical]")
    assert canonical["href"] == PUBLICATION.base_url + "2018/05/yzf-31/"
    link = page.select_one("main a")
    assert link is not None
    assert link["href"] == "../yzf-31/"
    assert link.text == "云州市人民政府关于印发云州市清洁取暖实施方案的通知"
    assert check_site(site, PUBLICATION.base_url) == []


def test_no_list_names_an_old_address(content: Path) -> None:
    site = site_with(content, MOVED)
    for path in site.rglob("*"):
        if path.is_file() and "yzf-13/" not in str(path):
            assert b"yzf-13/" not in path.read_bytes(), path


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ('"/2018/05/yzf-31/": "/2018/05/"', "is the address of a page"),
        ('"/2018/05/yzf-13/": "/2018/05/yzf-14/"', "no such page"),
        ('"/2018/05/yzf-13/": "/2018/05/yzf-12/"\n"/2018/05/yzf-12/": "/2018/"', "no such page"),
        ('"/2018/05/../../../x/": "/2018/05/"', "no address of a page"),
        ('"/2018/05/yzf-13/": "https://example.org/"', "no address of a page"),
        ('"/2018/05/yzf-13/": "/2018/"\n"/2018/05/yzf-13/": "/2018/05/"', "twice"),
        ("- 1", "key: value"),
    ],
)
def test_an_entry_that_leads_nowhere_is_refused(content: Path, table: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault) as caught:
        site_with(content, table)
    assert str(caught.value.path).endswith("moved.yaml")


def test_an_empty_table_is_none(content: Path) -> None:
    assert not (site_with(content, "") / "2018/05/yzf-13").exists()


def test_an_entry_makes_no_issue_anew() -> None:
    with workplace() as (place, patch):
        built(place, "site", place / "cache")
        made = watched(patch)
        (place / "content" / "moved.yaml").write_text(MOVED, "utf-8")
        assert same(place)
        built(place, "cold")
        made.clear()
        (place / "content" / "moved.yaml").write_text(MOVED.partition("\n")[0], "utf-8")
        built(place, "site", place / "cache")
        assert made == set()

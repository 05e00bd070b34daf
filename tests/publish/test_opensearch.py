"""`opensearch.xml`, and the link to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from generator.publish.outputs import html, opensearch
from tests.publish.samples import PUBLICATION, SAMPLE, site

TAG = "{http://a9.com/-/spec/opensearch/1.1/}"
KIND = "application/opensearchdescription+xml"


def written(folder: Path, name: str = PUBLICATION.name) -> ElementTree.Element:
    made = site(*SAMPLE, publication=replace(PUBLICATION, name=name))
    opensearch.write(made, folder)
    return ElementTree.parse(folder / "opensearch.xml").getroot()


def test_the_description_leads_to_the_search_page(tmp_path: Path) -> None:
    root = written(tmp_path)
    assert root.tag == TAG + "OpenSearchDescription"
    (url,) = root.findall(f"{TAG}Url[@type='text/html']")
    assert url.get("template") == "https://gazette.example/yunzhou/search/?q={searchTerms}"
    (own,) = root.findall(f"{TAG}Url[@rel='self']")
    assert own.get("template") == "https://gazette.example/yunzhou/opensearch.xml"
    assert own.get("type") == KIND
    assert root.findtext(TAG + "ShortName") == PUBLICATION.name
    assert root.findtext(TAG + "Description")
    assert root.findtext(TAG + "InputEncoding") == "UTF-8"
    assert (root.findtext(TAG + "Image") or "").startswith("https://gazette.example/yunzhou/")


def test_names_are_no_longer_than_the_format_allows(tmp_path: Path) -> None:
    root = written(tmp_path, "公报" * 40)
    assert len(root.findtext(TAG + "ShortName", "")) == 16
    assert len(root.findtext(TAG + "LongName", "")) == 48


def test_every_page_names_it(tmp_path: Path) -> None:
    made = site(*SAMPLE)
    html.write(made, tmp_path)
    for page in made.pages:
        soup = BeautifulSoup((tmp_path / page.file).read_bytes(), "html.parser")
        (link,) = soup.select("link[rel=search]")
        assert link["type"] == KIND, page.url
        assert str(link["href"]).endswith("opensearch.xml"), page.url

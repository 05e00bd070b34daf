"""Emblem, icons, card and manifest: one picture and one colour make them all."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from generator.document import contrast, read_publication
from generator.errors import ContentError, TemplateError
from generator.publish.emblem import read_emblem
from generator.publish.outputs import html, icons
from generator.publish.palette import on_dark
from generator.publish.site import Site
from generator.publish.wording import Wording
from tests.publish.samples import CATALOGUE, PUBLICATION, SAMPLE, TEMPLATES, site

SETTINGS = """\
name: "云州市人民政府公报"
publisher: "云州市人民政府办公室"
place: "云州市"
language: "zh-Hans-CN"
base_url: "https://gazette.example/yunzhou/"
"""
ROUND = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" fill="{}"/></svg>'

KNOWN = {
    "icons/180.png": "ac340ba2e3e6b890",
    "icons/192.png": "5acff71deb3c6511",
    "icons/512.png": "c0bf822c25c0a730",
    "card.png": "b18bedbd1714fc49",
}
"""The beginning of the SHA-256 of pictures, whatever machine draws them. They change with the
versions of `resvg-py` and of the font in the lock file, and with the templates."""


def written(of: Site, folder: Path) -> dict[str, bytes]:
    icons.write(of, folder)
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_pictures_have_the_sizes_that_are_told(tmp_path: Path) -> None:
    made = written(site(*SAMPLE), tmp_path)
    assert size(made["icons/180.png"]) == (180, 180)
    assert size(made["card.png"]) == (1200, 630)
    manifest = json.loads(made["manifest.webmanifest"])
    drawn = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    for icon in drawn:
        assert "{}x{}".format(*size(made[icon["src"]])) == icon["sizes"]
    assert {"192x192", "512x512"} == {icon["sizes"] for icon in drawn}


def test_the_manifest_works_under_any_path(tmp_path: Path) -> None:
    manifest = json.loads(written(site(*SAMPLE), tmp_path)["manifest.webmanifest"])
    addresses = [manifest["start_url"], manifest["scope"], *(i["src"] for i in manifest["icons"])]
    assert not [one for one in addresses if one.startswith("/") or ":" in one]
    assert manifest["name"] == "云州市人民政府公报"
    assert manifest["lang"] == "zh-Hans-CN"


def test_every_machine_draws_the_same_bytes(tmp_path: Path) -> None:
    words = Wording(CATALOGUE, {"site.description": "{place}的公报，Vol. 251"})
    made = written(replace(site(*SAMPLE), say=words), tmp_path)
    assert {name: hashlib.sha256(made[name]).hexdigest()[:16] for name in KNOWN} == KNOWN


def test_the_card_shows_the_name_and_not_boxes_in_its_place(tmp_path: Path) -> None:
    """Two names of one length differ, so their characters are drawn; without a font they would
    not be."""
    cards = {
        written(site(publication=replace(PUBLICATION, name=name)), tmp_path)["card.png"]
        for name in ("云州市公报", "临江市公报", "　　　　　")
    }
    assert len(cards) == 3


@pytest.mark.parametrize("name", ["报", "长" * 300, '<b>&"甲"</b>'])
def test_any_name_makes_a_card(tmp_path: Path, name: str) -> None:
    odd = site(*SAMPLE, publication=replace(PUBLICATION, name=name))
    assert size(written(odd, tmp_path)["card.png"]) == (1200, 630)


def content(folder: Path, more: str, **files: str) -> Path:
    (folder / "gazette.yaml").write_text(SETTINGS + more, "utf-8")
    for name, text in files.items():
        (folder / f"{name}.svg").write_text(text, "utf-8")
    return folder


def test_one_line_of_gazette_yaml_changes_the_colour_everywhere(tmp_path: Path) -> None:
    root = content(tmp_path, 'colour: "#0b3d91"\n')
    publication = read_publication(root)
    emblem = read_emblem(root, TEMPLATES, publication)
    blue = replace(site(*SAMPLE, publication=publication), emblem=emblem)
    made = written(blue, tmp_path / "site")
    red = written(site(*SAMPLE), tmp_path / "red")
    assert b"#0b3d91" in made["icons/emblem.svg"]
    assert json.loads(made["manifest.webmanifest"])["theme_color"] == "#0b3d91"
    for name in KNOWN:
        assert made[name] != red[name]
    html.write(blue, tmp_path / "site")
    (sheet,) = (tmp_path / "site").glob("assets/*/theme.css")
    assert "--city: #0b3d91;" in sheet.read_text("utf-8")
    other = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert not [path for path in other if PUBLICATION.colour.encode() in path.read_bytes()]


def test_one_line_of_gazette_yaml_names_another_emblem(tmp_path: Path) -> None:
    root = content(tmp_path, 'emblem: "round.svg"\n', round=ROUND.format("currentColor"))
    assert read_emblem(root, TEMPLATES, read_publication(root)) == ROUND.format("#a3160f")


@pytest.mark.parametrize(
    ("emblem", "text", "message"),
    [
        ("none.svg", ROUND, "cannot be read"),
        ("../round.svg", ROUND, "lies elsewhere"),
        ("/etc/hostname", ROUND, "lies elsewhere"),
        ("round.svg", "<svg", "is no SVG picture"),
        ("round.svg", "<html/>", "is no SVG picture"),
        ("round.svg", "\ud800", "is no SVG picture"),
    ],
)
def test_an_emblem_that_cannot_be_shown_is_named_with_its_line(
    tmp_path: Path, emblem: str, text: str, message: str
) -> None:
    root = content(tmp_path, f'emblem: "{emblem}"\n')
    (root / "round.svg").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ContentError, match=message) as caught:
        read_emblem(root, TEMPLATES, read_publication(root))
    assert (caught.value.path, caught.value.line) == (root / "gazette.yaml", 6)


@pytest.mark.parametrize("colour", ["red", "#A3160F", "#f00", "#ffcc00", "#767676x", "#777777"])
def test_a_colour_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path, colour: str) -> None:
    with pytest.raises(ContentError, match="colour") as caught:
        read_publication(content(tmp_path, f'colour: "{colour}"\n'))
    assert caught.value.line == 6


@pytest.mark.parametrize("colour", ["#a3160f", "#0b3d91", "#000000", "#004d25", "#767676"])
def test_on_dark_ground_a_colour_is_light_enough_to_be_read(colour: str) -> None:
    assert contrast(on_dark(colour), "#171613") >= 7


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (None, r"card\.svg: cannot be read"),
        ("$nothing", r"card\.svg: nothing is called \$nothing"),
        ("5 $ 6", r"card\.svg: Invalid placeholder"),
        ("<p>", r"card\.svg: "),
    ],
)
def test_a_broken_template_of_the_card_is_named(
    tmp_path: Path, damage: str | None, message: str
) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    if damage is None:
        (templates / "card.svg").unlink()
    else:
        (templates / "card.svg").write_text(damage, "utf-8")
    with pytest.raises(TemplateError, match=message):
        icons.write(replace(site(*SAMPLE), templates=templates), tmp_path / "site")

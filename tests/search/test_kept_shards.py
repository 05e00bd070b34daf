"""What a build takes over of the index that the last one made."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator.publish.build import build_site
from tests.publish.samples import TEMPLATES, write_content


def built(place: Path, name: str, cache: Path | None = None) -> Path:
    """The index of the site `name`."""
    build_site(place / "content", place / name, TEMPLATES, cache=cache)
    return place / name / "pagefind"


def addresses(index: Path) -> list[str]:
    listed = json.loads((index / "shards.json").read_text("utf-8"))["shards"]
    return [shard["path"].rstrip("/") for shard in listed]


def edit(place: Path) -> None:
    """A text of the last year changes."""
    (text,) = (place / "content" / "issues").glob("2020*/yz*.md")
    text.write_text(text.read_text("utf-8").replace("。", "，特此通知。", 1), "utf-8")


def test_a_shard_that_stands_is_linked_and_one_that_does_not_goes(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    index = built(tmp_path, "site", tmp_path / "cache")
    changes, stays = addresses(index)
    before = (index / stays / "facets.json").stat().st_ino
    shutil.rmtree(tmp_path / "cache" / "search")
    edit(tmp_path)
    built(tmp_path, "site", tmp_path / "cache")
    assert (index / stays / "facets.json").stat().st_ino == before
    assert changes not in addresses(index)
    assert {path.name for path in index.iterdir() if path.is_dir()} == set(addresses(index))
    assert addresses(built(tmp_path, "cold")) == addresses(index)


def test_a_shard_that_somebody_touched_is_made_anew(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    index = built(tmp_path, "site", tmp_path / "cache")
    facets = index / addresses(index)[1] / "facets.json"
    whole = facets.read_bytes()
    facets.unlink()
    facets.write_bytes(whole[:-2])
    edit(tmp_path)
    built(tmp_path, "site", tmp_path / "cache")
    assert facets.read_bytes() == whole

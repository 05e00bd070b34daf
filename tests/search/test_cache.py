"""The cache of shards saves time and never changes the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.outputs import search
from generator.publish.search import engine
from generator.publish.site import Site
from tests.search.test_index import files, listed


@pytest.fixture
def cached(small: Site, tmp_path: Path) -> Site:
    """The small site with a cache that one build has filled."""
    found = replace(small, cache=tmp_path / "cache")
    search.write(found, tmp_path / "first")
    return found


def kept(site: Site) -> list[Path]:
    assert site.cache is not None
    return sorted((site.cache / "search").iterdir())


def never(tree: Path, output: Path) -> None:
    raise AssertionError(f"{tree} was indexed for {output}")


def test_a_shard_is_not_built_twice(
    cached: Site, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "build", never)
    search.write(cached, tmp_path / "second")
    assert files(tmp_path / "second" / "pagefind") == files(small_folder / "pagefind")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:40],
        lambda data: data[:500] + bytes([data[500] ^ 1]) + data[501:],
        lambda data: b"something else",
    ],
    ids=["empty", "cut", "beginning", "a bit", "foreign"],
)
def test_a_damaged_cache_is_built_anew(
    cached: Site, small_folder: Path, tmp_path: Path, damage: object
) -> None:
    assert callable(damage)
    whole = [file.read_bytes() for file in kept(cached)]
    for file in kept(cached):
        file.write_bytes(damage(file.read_bytes()))
    search.write(cached, tmp_path / "second")
    assert files(tmp_path / "second" / "pagefind") == files(small_folder / "pagefind")
    assert [file.read_bytes() for file in kept(cached)] == whole


def test_the_file_of_another_shard_is_not_taken(
    cached: Site, small_folder: Path, tmp_path: Path
) -> None:
    one, other = kept(cached)
    one.write_bytes(other.read_bytes())
    search.write(cached, tmp_path / "second")
    assert files(tmp_path / "second" / "pagefind") == files(small_folder / "pagefind")


@pytest.mark.parametrize("place", ["a file", "a folder"])
def test_a_cache_that_cannot_be_used_is_no_error(
    small: Site, small_folder: Path, tmp_path: Path, place: str
) -> None:
    cache = tmp_path / "cache"
    if place == "a file":
        cache.write_text("not a folder", encoding="utf-8")
    else:
        for shard in listed(small_folder)["shards"]:
            (cache / "search" / shard["path"]).mkdir(parents=True)
    search.write(replace(small, cache=cache), tmp_path / "site")
    assert files(tmp_path / "site" / "pagefind") == files(small_folder / "pagefind")


def test_only_what_the_site_uses_is_kept(cached: Site, tmp_path: Path) -> None:
    assert cached.cache is not None
    (cached.cache / "search" / "0123456789abcdef").write_bytes(b"a shard of another day")
    (cached.cache / "search" / "notes.txt").write_bytes(b"not ours")
    search.write(cached, tmp_path / "second")
    names = [shard["path"].strip("/") for shard in listed(tmp_path / "second")["shards"]]
    assert sorted(file.name for file in kept(cached)) == sorted([*names, "notes.txt"])

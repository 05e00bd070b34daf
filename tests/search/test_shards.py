"""Which pages make up a shard, and that a shard which does not change keeps its address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.publish.outputs import search
from generator.publish.search.records import Passage, Record, records
from generator.publish.search.shard import key
from generator.publish.search.shards import Shard, shards
from generator.publish.search.stacks import Stack, stack
from generator.publish.site import Site
from tests import samples as make
from tests.publish.samples import site
from tests.search.conftest import ISSUE, SEPARATE
from tests.search.test_index import files, listed


def page(year: int, issue: int, length: int) -> Record:
    """A page with a text of that length."""
    url = f"/{year}/{issue:02}/jszf-1/"
    return Record(url, "意见", year, f"{year}年第{issue}期", (Passage("煤" * length),))


def volume(year: int, issue: int, length: int = 100, pages: int = 1) -> Stack:
    """An issue with so many such pages."""
    return stack(f"{year}-{issue:02}", [page(year, issue, length)] * pages)


def years(made: Sequence[Shard]) -> list[list[int]]:
    return [sorted({stack.year for stack in shard.stacks}) for shard in made]


def test_a_shard_holds_whole_years_up_to_the_limit() -> None:
    archive = [volume(year, issue) for year in range(2010, 2016) for issue in (1, 2)]
    assert years(shards(archive, 450)) == [[2010, 2011], [2012, 2013], [2014], [2015]]


def test_the_year_that_grows_stands_alone() -> None:
    archive = [volume(2010, 1), volume(2011, 1)]
    assert years(shards(archive, 10_000)) == [[2010], [2011]]


def test_a_year_that_is_too_long_is_cut_between_issues() -> None:
    archive = [volume(2018, issue, pages=2) for issue in (1, 2, 3)]
    found = shards(archive, 500)
    assert [[stack.id for stack in shard.stacks] for shard in found] == [
        ["2018-01", "2018-02"],
        ["2018-03"],
    ]
    assert [shard.pages for shard in found] == [4, 2]


def test_an_issue_that_alone_is_too_long_is_a_shard_of_its_own() -> None:
    found = shards([volume(2018, 1), volume(2018, 2, 900), volume(2018, 3)], 500)
    assert [shard.pages for shard in found] == [1, 1, 1]


def test_nothing_is_lost_between_shards() -> None:
    archive = [volume(year, issue) for year in (2019, 2018) for issue in range(1, 8)]
    found = [one for shard in shards(archive, 250) for one in shard.stacks]
    assert sorted(one.id for one in found) == sorted(one.id for one in archive)


@pytest.mark.parametrize("limit", [250, 450, 10_000])
def test_another_issue_changes_only_the_last_shard(limit: int) -> None:
    archive = [volume(year, issue) for year in range(2010, 2014) for issue in (1, 2, 3)]
    before = [key(shard) for shard in shards(archive, limit)]
    after = [key(shard) for shard in shards([*archive, volume(2013, 4)], limit)]
    assert after[: len(before) - 1] == before[:-1]
    assert len(after) <= len(before) + 1
    assert after[-1] not in before


def test_another_text_is_another_shard() -> None:
    record = page(2018, 1, 100)
    one, same, other = (
        Shard((stack("2018-01", [each]),))
        for each in (record, replace(record), replace(record, passages=(Passage("煤。"),)))
    )
    assert key(one) == key(same) != key(other)


def test_the_newest_shard_is_listed_first(small_folder: Path) -> None:
    found = [
        (shard["first"], shard["last"], shard["pages"]) for shard in listed(small_folder)["shards"]
    ]
    assert found == [(2020, 2020, 1), (2018, 2018, 4)]
    assert (
        listed(small_folder)["script"] == listed(small_folder)["shards"][0]["path"] + "pagefind.js"
    )


def test_another_issue_leaves_the_files_of_closed_years_as_they_are(
    small_folder: Path, tmp_path: Path
) -> None:
    later = make.issue("2020-07", (make.item("jszf-1", order=1, issue="2020-07"),))
    search.write(site(ISSUE, later, SEPARATE, publication=make.publication("晋城市")), tmp_path)
    new, old = (shard["path"] for shard in listed(tmp_path)["shards"])
    was_new, was_old = (shard["path"] for shard in listed(small_folder)["shards"])
    assert (new == was_new, old == was_old) == (False, True)
    assert files(tmp_path / "pagefind" / old) == files(small_folder / "pagefind" / was_old)


def pages(folder: Path) -> dict[str, dict[str, Any]]:
    """What the columns of all shards say of each page, by the id of its fragment."""
    found = {}
    for shard in listed(folder)["shards"]:
        columns = json.loads(
            (folder / "pagefind" / shard["path"] / "facets.json").read_text("utf-8")
        )
        values = columns.pop("values")
        for row, name in enumerate(columns["id"]):
            page = {column: columns[column][row] for column in columns}
            page["bodies"] = [values["bodies"][place] for place in page["bodies"]]
            for column in ("issue", "kind", "section"):
                page[column] = values[column][page[column]] if page[column] >= 0 else None
            found[name] = page
    return found


def test_the_columns_say_what_the_model_says(small: Site, small_folder: Path) -> None:
    found = pages(small_folder)
    told = {
        (page["date"], page["year"], page["number"], page["kind"], page["section"], *page["bodies"])
        for page in found.values()
    }
    assert told == {
        (r.date, r.year, r.number, r.kind or None, r.section or None, *r.bodies)
        for r in records(small)
    }
    assert [page["issue"] for page in found.values()].count(["2018-05", "2018年第5期"]) == 4
    assert len(found) == 5


def test_the_words_of_tables_and_title_end_where_they_end(small_folder: Path) -> None:
    """序 号 企 …, the single units of its table, stand before the rows."""
    by_number = {page["number"]: page for page in pages(small_folder).values()}
    assert by_number["晋市政发〔2018〕31号"]["tables"] == 0
    plan = by_number["晋市政办〔2018〕41号"]
    assert 0 < plan["tables"] < plan["head"]


def test_every_traditional_character_leads_to_those_that_are_written(small_folder: Path) -> None:
    found = json.loads((small_folder / "pagefind" / "traditional.json").read_text("utf-8"))
    assert found["礦"] == "矿"
    assert found["發"] == "发"
    assert "矿" not in found
    assert "龍" not in found, "龙 stands nowhere in these texts"

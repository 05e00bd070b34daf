"""The index as it is written: complete, the same every time, and from the pinned Pagefind alone."""

from __future__ import annotations

import errno
import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.errors import SearchError
from generator.publish.outputs import search
from generator.publish.search import engine
from generator.publish.search.fragments import rewrite
from generator.publish.site import Site


def fragments(folder: Path) -> dict[str, dict[str, Any]]:
    """What a search result loads, by the address of its page."""
    files = sorted((folder / "pagefind").glob("*/fragment/*"))
    texts = [gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd") for file in files]
    return {fragment["url"]: fragment for fragment in map(json.loads, texts)}


def listed(folder: Path) -> Any:
    """The list of shards of a site."""
    return json.loads((folder / "pagefind" / "shards.json").read_text(encoding="utf-8"))


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with what it holds."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_each_issue_and_item_has_one_fragment(small_folder: Path) -> None:
    assert sorted(fragments(small_folder)) == [
        "/2018/05/",
        "/2018/05/dashiji-09/",
        "/2018/05/jszb-41/",
        "/2018/05/jszf-31/",
        "/2020/jszb-56/",
    ]


def test_a_fragment_says_what_a_result_shows(small_folder: Path) -> None:
    assert fragments(small_folder)["/2018/05/jszb-41/"]["meta"] == {
        "title": "晋城市人民政府办公厅关于印发煤矿减量重组方案的通知",
        "number": "晋市政办〔2018〕41号",
        "day": "2018年9月4日",
        "issue": "2018年第5期",
        "section": "市政府办公厅文件",
    }


@pytest.mark.parametrize(
    ("url", "anchor", "words"),
    [
        ("/2018/05/jszb-41/", "", "有效期两年"),
        ("/2018/05/jszb-41/", "", "各县（市、区）人民政府，市直各有关单位："),
        ("/2018/05/jszb-41/", "", "晋城市矿井管理暂行办法（晋市政发〔2009〕7号）"),
        ("/2018/05/jszb-41/", "p1", "一、总体要求"),
        ("/2018/05/jszb-41/", "p1-1", "（一）煤矿。实施“一优三减”，提升安全水平。"),
        ("/2018/05/jszb-41/", "p1-1-t1", "细颗粒物（PM2.5）浓度下降10%"),
        ("/2018/05/jszb-41/", "a1", "附件1 保留矿井名单"),
        ("/2018/05/jszb-41/", "a1-tbl-2", "表2 保留矿井"),
        ("/2018/05/jszb-41/", "a1-tbl-2", "单位：万吨/年"),
        ("/2018/05/jszb-41/", "a1-tbl-2", "1\t沁城煤矿\t45.6"),
        ("/2018/05/jszb-41/", "a1-tbl-2", "产能为核定能力"),
        ("/2018/05/jszb-41/", "a1-gap1", "附件2（流程图）源文未载。"),
        ("/2018/05/jszb-41/", "a1-v1", "采区甲 采区\n乙 回风巷"),
        ("/2018/05/jszb-41/", "a1-v1", "原表无法还原，照录。"),
        ("/2018/05/jszb-41/", "a1-sign", "晋城市人民政府办公厅\n2018年9月4日"),
        ("/2018/05/jszb-41/", "", "（此件公开发布）"),
        ("/2018/05/jszb-41/", "note-1", "“复责”：疑为“负责”"),
        ("/2018/05/dashiji-09/", "d-2018-09-03", "3日 市长调研城市供水。"),
        ("/2018/05/", "", "晋城市凤台西街三二九号"),
        ("/2018/05/", "", "主任\t张某　李某某"),
        ("/2018/05/", "", "总第95期"),
        ("/2018/05/", "", "市政府办公厅文件"),
        ("/2018/05/", "", "传达政令 宣传政策"),
        ("/2018/05/", "", "内部资料 免费交流"),
    ],
)
def test_what_stands_on_a_page_is_indexed_at_its_anchor(
    small_folder: Path, url: str, anchor: str, words: str
) -> None:
    passages = fragments(small_folder)[url]["passages"]
    assert [anchor, words] in [passage[:2] for passage in passages]


def test_every_anchor_is_an_id_of_its_page(small_folder: Path) -> None:
    for url, fragment in fragments(small_folder).items():
        html = (small_folder / url.strip("/") / "index.html").read_text(encoding="utf-8")
        anchors = {anchor for anchor, *_ in fragment["passages"] if anchor}
        assert {anchor for anchor in anchors if f'id="{anchor}"' not in html} == set()


def test_two_builds_are_byte_identical(small: Site, small_folder: Path, tmp_path: Path) -> None:
    search.write(small, tmp_path)
    assert files(tmp_path / "pagefind") == files(small_folder / "pagefind")


def test_a_change_of_punctuation_gives_the_shard_a_new_address(small: Site, tmp_path: Path) -> None:
    """Else a reader's cache would go on showing the old text."""
    paths = []
    for addressee in ("各县（市、区）", "各县（市，区）"):
        pages = tuple(
            replace(page, item=replace(page.item, addressee=addressee)) if page.item else page
            for page in small.pages
        )
        search.write(replace(small, pages=pages), tmp_path / addressee)
        paths.append([shard["path"] for shard in listed(tmp_path / addressee)["shards"]])
    (new, old), (other_new, other_old) = paths
    assert new != other_new, "the last year, in which it stands"
    assert old != other_old, "2018, in which it stands"


def test_only_what_this_site_uses_is_published(small_folder: Path) -> None:
    top = {path.name for path in (small_folder / "pagefind").iterdir() if path.is_file()}
    assert top == {"shards.json", "traditional.json"}
    newest = small_folder / "pagefind" / listed(small_folder)["shards"][0]["path"]
    names = sorted(path.name for path in newest.iterdir())
    meta = [name for name in names if name.endswith(".pf_meta")]
    assert names == sorted(
        [
            "facets.json",
            "fragment",
            "index",
            "pagefind-entry.json",
            "pagefind.js",
            "wasm.unknown.pagefind",
            *meta,
        ]
    )


def test_the_index_is_cut_into_small_chunks(
    small_folder: Path, small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable is called unstable: a Pagefind that no longer knows it must not go unseen."""
    monkeypatch.setattr(engine, "CHUNK_SIZE", "100")
    search.write(small, tmp_path)
    chunks = [
        len(list((folder / "pagefind").glob("*/index/*"))) for folder in (small_folder, tmp_path)
    ]
    assert chunks[0] < chunks[1]


def test_another_version_of_pagefind_is_refused(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "VERSION", "1.4.9")
    with pytest.raises(SearchError) as caught:
        search.write(small, tmp_path)
    assert "1.4.9" in caught.value.message
    assert "1.5.2 is installed" in caught.value.message
    assert "pip install pagefind-bin==" in caught.value.hint
    assert caught.value.exit_code == 8


def test_a_missing_pagefind_says_how_to_install_it(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_MODULE", "pagefind_that_is_not_there")
    with pytest.raises(SearchError) as caught:
        search.write(small, tmp_path)
    assert "pip install pagefind-bin==1.5.2" in caught.value.hint


def test_settings_of_the_surroundings_do_not_change_the_index(
    small: Site, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("force_language: zh\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    search.write(small, tmp_path)
    assert files(tmp_path / "pagefind") == files(small_folder / "pagefind")


def test_a_gazette_without_issues_has_no_index(small: Site, tmp_path: Path) -> None:
    search.write(replace(small, pages=()), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_pagefind_reads_is_not_published(small_folder: Path) -> None:
    assert not [path for path in small_folder.rglob("*") if path.name.startswith(".")]


def test_a_build_that_is_killed_leaves_nothing_outside_its_own_folder(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(
        "generator.publish.search.tree.write", lambda _, folder: seen.append(folder)
    )
    monkeypatch.setattr(
        engine, "build", lambda tree, output: (output / "fragment").mkdir(parents=True)
    )
    with pytest.raises(SearchError, match="no fragment"):
        search.write(small, tmp_path)
    assert [folder.parent for folder in seen] == [tmp_path / "pagefind"]
    assert not seen[0].exists()


def test_a_full_disk_is_called_a_full_disk(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind may end well, or complain of something else, when it could not write."""
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.is_relative_to(tmp_path / "pagefind"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        search.write(small, tmp_path)


@pytest.mark.parametrize(
    "data", [b"", b"pagefind", gzip.compress(b"other{}"), gzip.compress(b"pagefind_dcd{")]
)
def test_a_fragment_that_is_not_whole_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "fragment").mkdir()
    (tmp_path / "fragment" / "one.pf_fragment").write_bytes(data)
    with pytest.raises(SearchError, match=r"one\.pf_fragment: .*not in the format") as caught:
        rewrite((), tmp_path)
    assert caught.value.exit_code == 8

"""What a reader sees of a change: which characters, also where they leave no trace."""

from __future__ import annotations

import re

import pytest

from generator.publish.difference import difference
from generator.publish.outputs.html_text import stretches
from generator.publish.outputs.html_words import resolve
from tests.publish.samples import SAY

UNSEEN = '<span class="unseen">{}</span>'


def plain(html: str) -> str:
    """As on a page, without the names of its labels."""
    return re.sub(r""" data-say=("[^"]*"|'[^']*')""", "", resolve(html))


def marked(before: str, after: str) -> tuple[str, str]:
    """Both texts with [ ] around what changed."""
    gone, come = difference(before, after)
    return tuple(
        "".join(f"[{part.text}]" if part.changed else part.text for part in parts)
        for parts in (gone, come)
    )  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("市(县),区:", "市（县），区：", "市[(]县[),]区[:]", "市[（]县[），]区[：]"),
        ("度固有地", "度国有地", "度[固]有地", "度[国]有地"),
        ("## 总则", "总则", "[## ]总则", "总则"),
        ("- 12 -", "", "[- 12 -]", ""),
        ("（（三三））规规", "（三）规", "（[（三]三[））规]规", None),
        ("一\n二", "一\n二", "一\n二", "一\n二"),
        ("", "", "", ""),
    ],
)
def test_the_changed_characters_are_marked(
    before: str, after: str, gone: str, come: str | None
) -> None:
    found = marked(before, after)
    assert [re.sub(r"[\[\]]", "", text) for text in found] == [before, after]
    if come is not None:
        assert found == (gone, come)


@pytest.mark.parametrize(
    ("before", "after", "html"),
    [
        ("第 条", "第条", '第<del><span class="unseen">␣</span></del>条'),
        ("第 条、", "第 条，", "第 条<del>、</del>"),
        (
            "　　款",
            "款",
            f"<del>{2 * UNSEEN.format('〔全角空格〕')}</del>款",
        ),
        ("- 1 -", "", "<del>- 1 -</del>"),
        ("  ", "", '<del><span class="unseen">␣</span><span class="unseen">␣</span></del>'),
        ("前\f", "前", '前<del><span class="unseen">〔换页〕</span></del>'),
        ("甲\n乙", "甲乙", '甲<del><span class="unseen">〔换行〕</span>\n</del>乙'),
        ("甲\u200b", "甲", '甲<del><span class="unseen">〔U+200B〕</span></del>'),
        ("<b>&", "<b>", "&lt;b&gt;<del>&amp;</del>"),
    ],
)
def test_what_cannot_be_seen_is_named(before: str, after: str, html: str) -> None:
    assert plain(stretches(difference(before, after)[0], "del", SAY)) == html


@pytest.mark.parametrize("turned", [False, True])
def test_in_a_long_text_what_went_or_came_is_marked_alone(turned: bool) -> None:
    words = "市政府办公厅关于印发" * 300
    pair = (words + "通 知" + words, words + "通知" + words)
    gone, come = marked(*(reversed(pair) if turned else pair))
    assert "通[ ]知" in (come if turned else gone)
    assert (gone + come).count("[") == 1


def test_in_a_long_text_with_other_changes_all_between_them_is_marked() -> None:
    words = "市政府办公厅关于印发" * 300
    gone, come = marked(f"{words}固有地，余{words}", f"{words}国有地{words}")
    assert (gone, come) == (f"{words}[固有地，余]{words}", f"{words}[国有地]{words}")


def test_spaced_out_thousands_are_told_at_once() -> None:
    """What the matcher would need minutes for is done before this test is noticed."""
    gone, come = difference(" ".join("甲" * 20_000), "甲" * 20_000)
    assert sum(part.text.count(" ") for part in gone if part.changed) == 19_999
    assert all(not part.changed for part in come)


def test_of_a_long_row_only_what_is_near_a_change_is_shown() -> None:
    cells = "城区" * 50
    before, after = difference(f"{cells},{cells}", f"{cells}，{cells}")
    near, left = "城区" * 10, UNSEEN.format("〔略〕")
    gone, come = (
        plain(stretches(parts, tag, SAY, short=True))
        for parts, tag in ((before, "del"), (after, "ins"))
    )
    assert gone == f"{left}{near}<del>,</del>{near}{left}"
    assert come == f"{left}{near}<ins>，</ins>{near}{left}"
    assert stretches(before, "del", SAY) == f"{cells}<del>,</del>{cells}"


@pytest.mark.parametrize(("words", "after"), [("城区,12", "城区，12"), ("城区" * 50, "城区" * 50)])
def test_a_short_row_and_one_without_a_change_are_whole(words: str, after: str) -> None:
    shown = stretches(difference(words, after)[0], "del", SAY, short=True)
    assert "略" not in shown

"""How text is cut, in Python and in the browser: one list of cases, then every source."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from playwright.sync_api import Page

from generator.publish.search.units import BARRIER, pairs, tokens, units
from tests.conftest import Serve

CASES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("cases.json").read_text(encoding="utf-8")
)


@pytest.fixture
def twin(page: Page, serve: Serve, repository: Path) -> Page:
    """A page on which the browser's half can be called."""
    page.goto(serve(repository / "templates" / "assets"))
    return page


def cut_by(twin: Page, texts: Sequence[str]) -> Any:
    """Units and pairs of each text as the browser cuts them; as JSON, for there are many."""
    found = twin.evaluate(
        """async (texts) => {
            const { units } = await import("./search-tokens.js");
            const { pairs } = await import("./search-shard.js");
            const cuts = JSON.parse(texts).map(units);
            return JSON.stringify(cuts.map((cut) => [cut.map((unit) => unit.text), pairs(cut)]));
        }""",
        json.dumps(texts),
    )
    return json.loads(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["title"]))
def test_python_cuts_as_the_case_says(case: dict[str, Any]) -> None:
    cut = units(case["text"])
    assert (cut, pairs(cut)) == (case["units"], case["pairs"])


def test_the_browser_cuts_as_the_cases_say(twin: Page) -> None:
    found = cut_by(twin, [case["text"] for case in CASES])
    assert found == [[case["units"], case["pairs"]] for case in CASES]


def test_both_cut_every_source_alike(twin: Page, repository: Path) -> None:
    sources = sorted((repository / "content" / "sources").glob("*.txt"))
    texts = [source.read_bytes().decode(errors="replace") for source in sources]
    cuts = [units(text) for text in texts]
    assert len(cuts) == 5
    assert cut_by(twin, texts) == [[cut, pairs(cut)] for cut in cuts]


def test_both_cut_every_character_alike(twin: Page) -> None:
    """Each between two Han characters, so that a character that is dropped shows as well."""
    characters = map(chr, range(sys.maxunicode + 1))
    assigned = [char for char in characters if category(char) not in ("Cn", "Co", "Cs")]
    texts = [f"一{char}二" for char in assigned]
    found = [cut for cut, _ in cut_by(twin, texts)]
    differ = [text for text, cut in zip(texts, found, strict=True) if cut != units(text)]
    assert differ == []


def test_the_browser_finds_a_phrase_where_it_stands(twin: Page) -> None:
    """Offsets count in the text as it is, across punctuation, never across cells."""
    found = twin.evaluate(
        """async ([text, phrases]) => {
            const { find, units } = await import("./search-tokens.js");
            return phrases.map((phrase) =>
                find(text, units(phrase)).map(([start, end]) => text.slice(start, end)));
        }""",
        ["𠮷县ＰＭ₂.₅：煤矿“安全”，煤矿安全\t矿井", ["pm2.5", "煤矿安全", "全矿", "矿"]],
    )
    assert found == [["ＰＭ₂.₅"], ["煤矿“安全", "煤矿安全"], [], ["矿", "矿", "矿"]]


def test_a_sentence_of_a_row_begins_and_ends_with_words(twin: Page) -> None:
    """Cells that are empty are not shown at its ends."""
    found = twin.evaluate(
        """async (text) => {
            const { units } = await import("./search-tokens.js");
            const { excerpts } = await import("./search-excerpt.js");
            const passages = [["", "标题"], ["row-1", text, 0, true]];
            const [best] = excerpts(passages, [units("煤矿")]);
            return best.parts().map(({ text }) => text);
        }""",
        "\t\t沁城煤矿\t45.6\t",
    )
    assert found == ["沁城", "煤矿", "　45.6"]


def test_no_phrase_reaches_into_the_next_block_or_cell() -> None:
    """The last unit stands between the pairs of two blocks, so 矿安+安全 are no neighbours."""
    assert tokens("煤矿安") + tokens("安全") == ["煤矿", "矿安", "安", "安全", "全"]
    assert tokens(f"煤矿安{BARRIER}安全") == ["煤矿", "矿安", "安", "安全", "全"]

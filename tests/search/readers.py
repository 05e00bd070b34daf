"""What a reader of the built pages sees, taken from the HTML: the truth that search is held to.

Knows nothing of how the index is made, nor of its units.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from generator.publish.site import Site

FRAME = (
    "nav",
    ".aside",
    ".cover p",
    ".spread > h2",
    ".proof",
    ".facts:not(.board) dt",
    ".check",
    ".notes h2",
    ".notes p",
    ".notes a",
    ".origin",
    ".self",
    ".ref",
    ".size",
    ".downloads",
    ".chart",
    ".unprinted",
    ".lost",
    ".gap > strong",
    "figcaption > strong",
    ".bar",
    ".player",
    "dialog",
    ".up",
)
"""Parts of a page that belong to the site and not to the document."""
BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figcaption, pre"
"""A phrase stands in one of these, the innermost."""
ENTRY = ".items a, .items .number, .items .page"
"""The parts of a line in the contents of an issue."""

Blocks = Mapping[str, Sequence[str]]
"""Address of a page → the texts of its blocks."""


def read(site: Site, folder: Path) -> Blocks:
    """The texts of every issue and item page below `folder`."""
    pages = [page for page in site.pages if page.kind in ("issue", "item")]
    return {
        page.url: list(texts((folder / page.file).read_text(encoding="utf-8"))) for page in pages
    }


def texts(html: str) -> Iterator[str]:
    main = BeautifulSoup(html, "html.parser").main
    assert main is not None
    for part in main.select(", ".join(FRAME)):
        part.decompose()
    for block in main.select(f"{BLOCKS}, {ENTRY}"):
        if not block.select(f"{BLOCKS}, {ENTRY}"):
            yield _text(block)


def _text(block: Tag) -> str:
    for end in block.select("br"):
        end.replace_with("\n")
    return block.get_text()


def phrases(blocks: Blocks, lengths: Sequence[int], count: int, seed: int) -> list[str]:
    """Phrases of these lengths drawn at random, from all pages alike, in one piece each."""
    draw = random.Random(seed)
    found: list[str] = []
    addresses = sorted(blocks)
    while len(found) < count:
        text = draw.choice(blocks[draw.choice(addresses)])
        length = draw.choice(lengths)
        start = draw.randrange(max(1, len(text) - length + 1))
        phrase = text[start : start + length]
        whole = not _cuts_a_run(text, start) and not _cuts_a_run(text, start + len(phrase))
        if whole and len(phrase) == length and re.fullmatch(r"\S*\w\S*", phrase):
            found.append(phrase)
    return found


def _cuts_a_run(text: str, at: int) -> bool:
    """A number or a word of letters is looked for whole."""
    return re.fullmatch(r"[0-9]{2}|[A-Za-z]{2}", text[max(at - 1, 0) : at + 1]) is not None


def holding(blocks: Blocks, phrase: str) -> set[str]:
    """The pages on which a block holds the phrase, whatever its punctuation, width and case."""
    pattern = _pattern(phrase)
    return {
        address
        for address, texts in blocks.items()
        if any(pattern.search(_folded(text)) for text in texts)
    }


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase with any punctuation between its parts; 1.2 does not stand in 12 or 1.23."""
    parts = re.findall(r"[0-9]+|[a-z]+|[^\W_]", _folded(phrase))
    return re.compile(r"[\W_]*".join(map(_bordered, parts)))


def _bordered(part: str) -> str:
    """A number or word of letters, where it stands whole."""
    for kind in ("[0-9]", "[a-z]"):
        if re.match(kind, part):
            return f"(?<!{kind}){part}(?!{kind})"
    return re.escape(part)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()

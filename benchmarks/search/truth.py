"""Which pages hold a query: the truth, from the built HTML alone. Knows nothing of the index.

A run of digits or of letters is one unit: `18年` does not stand in `2018年`. Everything but
letters, digits and Han characters is dropped, and no phrase crosses the border of a block.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.search.readers import texts

Texts = Mapping[str, tuple[str, ...]]
"""Address of a page inside the site → the texts of its blocks, as a reader sees them."""
Folded = Mapping[str, str]
"""Address of a page → its blocks, folded, a line each."""

_HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_PART = re.compile(rf"[{_HAN}]|\d+|[^\W\d_{_HAN}]+")


def read(content: Path, site: Path, store: Path) -> Texts:
    """The texts of the page of every issue and document; kept in `store`, for it takes minutes."""
    if not store.exists():
        addresses = sorted(_addresses(content))
        with ProcessPoolExecutor() as pool:
            found = pool.map(_read, [site / url.strip("/") for url in addresses], chunksize=32)
            kept = dict(zip(addresses, found, strict=True))
        store.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    read: dict[str, list[str]] = json.loads(store.read_text(encoding="utf-8"))
    return {url: tuple(blocks) for url, blocks in read.items()}


def _addresses(content: Path) -> Iterator[str]:
    """The addresses, from the names of the content files alone."""
    for folder in (content / "issues").iterdir():
        year, _, number = folder.name.partition("-")
        yield f"/{year}/{number}/"
        if number.isdigit():
            names = {path.stem for path in folder.glob("*.md")} - {"issue"}
            yield from (f"/{year}/{number}/{name}/" for name in names)


def _read(folder: Path) -> tuple[str, ...]:
    return tuple(texts((folder / "index.html").read_text(encoding="utf-8")))


def fold(texts: Texts) -> Folded:
    """The texts as they are compared."""
    return {url: "\n".join(map(folded, blocks)) for url, blocks in texts.items()}


def folded(text: str) -> str:
    """A text as it is compared: runs are fenced, so that a part of one is not found.

    >>> folded("晋市政发〔2018〕31号，PM2.5")
    '晋市政发|2018||31|号|pm||2||5|'
    """
    parts = _PART.findall(unicodedata.normalize("NFKC", text).lower())
    return "".join(part if re.match(f"[{_HAN}]", part) else f"|{part}|" for part in parts)


def holding(pages: Folded, query: str) -> frozenset[str]:
    """The pages with a block that holds the query in one piece."""
    wanted = folded(query)
    return frozenset(url for url, text in pages.items() if wanted in text)

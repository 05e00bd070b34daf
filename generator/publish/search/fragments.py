"""Rewrites the fragments, the files that a search result loads: one for each page.

Pagefind fills them with the words it indexed, here pairs of characters that nobody can read. The
rewritten fragment holds the passages as they are printed, with their anchors, from which the
browser cuts its excerpts and verifies long phrases.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from generator.errors import SearchError
from generator.publish.search.records import HEADING, Record

_SIGNATURE = b"pagefind_dcd"
"""Stands before the JSON in every compressed file of Pagefind 1.5."""


def content(record: Record) -> bytes:
    """The fragment of a page. `content`, `anchors` and `meta` are what Pagefind's own script
    expects to find. Of `passages` each is its anchor, its text, the index of the passage that is
    the heading above it or -1, and 1 for a row of a table."""
    headings = {
        passage.anchor: place
        for place, passage in enumerate(record.passages)
        if passage.weight == HEADING
    }
    fields = {
        "url": record.url,
        "content": "",
        "word_count": 0,
        "filters": {},
        "anchors": [],
        "meta": {
            "title": record.title,
            "number": record.number,
            "day": record.day,
            "issue": record.issue,
            "section": record.section,
        },
        "passages": [
            [passage.anchor, passage.text, headings.get(passage.section, -1), int(passage.table)]
            for passage in record.passages
        ],
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def rewrite(records: Iterable[Record], output: Path) -> dict[str, str]:
    """Replace every fragment in the index at `output`. Returns the id of each by its address.

    Raises SearchError where a record has no fragment or a fragment no record.
    """
    waiting = {record.url: record for record in records}
    ids = {}
    for file in sorted((output / "fragment").glob("*")):
        record = waiting.pop(_url(file), None)
        if record is None:
            raise SearchError("Pagefind wrote a fragment of an unknown page", path=file)
        ids[record.url] = file.stem
        file.write_bytes(gzip.compress(_SIGNATURE + content(record), mtime=0))
    if waiting:
        raise SearchError(f"Pagefind wrote no fragment for {min(waiting)}")
    return ids


def _url(file: Path) -> str:
    try:
        signature, _, text = gzip.decompress(file.read_bytes()).partition(b"{")
        fields = json.loads(b"{" + text) if signature == _SIGNATURE else {}
        return str(fields["url"])
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise SearchError("a fragment is not in the format of Pagefind 1.5", path=file) from error

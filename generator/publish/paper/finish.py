"""What Chromium leaves to do in a PDF: the clock out, the right characters in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

from generator.publish.paper.letters import corrected

_CLOCK = ("/CreationDate", "/ModDate")
_MAKER = "gazette-press"


def finish(data: bytes, text: str) -> bytes:
    """The PDF without the hour of its making, so that it is the same every time, and with the
    characters of `text`, which holds all that it shows, behind its glyphs."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    known = frozenset(text)
    for stream in _character_maps(writer):
        stream.set_data(corrected(stream.get_data(), known))
    facts = {key: value for key, value in (writer.metadata or {}).items() if key not in _CLOCK}
    writer.metadata = facts | {"/Creator": _MAKER}
    done = BytesIO()
    writer.write(done)
    return done.getvalue()


def places(data: bytes) -> Mapping[str, int]:
    """On which page, from 1, each target of a link within the PDF stands."""
    reader = PdfReader(BytesIO(data))
    pages = {
        name.removeprefix("/"): reader.get_destination_page_number(place)
        for name, place in reader.named_destinations.items()
    }
    return {name: page + 1 for name, page in pages.items() if page is not None}


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(data)).pages)


def _character_maps(writer: PdfWriter) -> Iterator[StreamObject]:
    """The ToUnicode stream of every font, each once."""
    fonts = [
        font.get_object()
        for page in writer.pages
        for font in _below(_below(page, "/Resources"), "/Font").values()
    ]
    references = {font.raw_get("/ToUnicode") for font in fonts if "/ToUnicode" in font}
    for reference in sorted(references, key=lambda reference: reference.idnum):
        stream = reference.get_object()
        assert isinstance(stream, StreamObject), "a map of characters is no stream"
        yield stream


def _below(holder: DictionaryObject, name: str) -> DictionaryObject:
    found = holder.get(name, DictionaryObject()).get_object()
    assert isinstance(found, DictionaryObject), f"{name} is no dictionary"
    return found

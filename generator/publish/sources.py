"""Raw source lines, to be shown beside the text that was made of them."""

from __future__ import annotations

from pathlib import Path

from generator.document import decode
from generator.errors import ContentError, SourceError


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines of a raw source, split at "\\n" only, as `model.Span` counts them.

    Raises ContentError if the file is missing, SourceError if it cannot be read or decoded.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ContentError(
            "the raw source is missing",
            path=path,
            hint="put it back: the pages link to its lines, and it is the proof of the text",
        ) from None
    except OSError as error:
        raise SourceError(
            f"the raw source cannot be read: {error.strerror}",
            path=path,
            hint="check that it is a file and that you may read it",
        ) from error
    return tuple(line.rstrip("\r") for line in decode(data, path).split("\n"))

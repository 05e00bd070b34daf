"""XML that every reader of XML takes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write, not even as a reference (2.2)."""


def legal(text: str) -> str:
    """`text` with � for each character that may not stand in XML, so that its loss is seen.

    >>> legal("关于\\x0b印发")
    '关于�印发'
    """
    return _ILLEGAL.sub("\ufffd", text)


def written(root: ElementTree.Element) -> bytes:
    """The document of `root`, indented, in UTF-8."""
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()

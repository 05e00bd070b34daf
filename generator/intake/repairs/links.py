"""Links that an extraction made of addresses in the imprint."""

from __future__ import annotations

import re

from generator.intake.ledger import each

_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:mailto:|https?://)[^()\s]+\)")


def _fix(text: str) -> str:
    """
    >>> _fix("网址：<http://www.example.cn/>"), _fix("[a@b.cn](mailto:a@b.cn)")
    ('网址：http://www.example.cn/', 'a@b.cn')
    """
    return _LINK.sub(r"\1", _AUTOLINK.sub(r"\1", text))


links = each(_fix)
"""Keeps the printed text of a link, not the address the extraction added."""

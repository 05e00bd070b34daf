"""The word `and` that an extraction by a language model wrote for 和."""

from __future__ import annotations

import re

from generator.intake.forms import HAN
from generator.intake.ledger import each

_AND = re.compile(rf"(?<=[{HAN}”）》])[ \u3000]*and[ \u3000]*(?=[{HAN}“（《])")


def _fix(text: str) -> str:
    """
    >>> _fix("社会组织 and 社工机构"), _fix("R and D 平台")
    ('社会组织和社工机构', 'R and D 平台')
    """
    return _AND.sub("和", text)


foreign_words = each(_fix)
"""Writes 和 where `and` joins two Chinese words (2018-05, line 297): no official text has it."""

"""Full-width digits and letters; official documents set them half-width (GB/T 9704-2012, 7.3.3;
GB/T 15835-2011, 6.1)."""

from __future__ import annotations

import string

from generator.intake.ledger import each

_NARROW = {0xFEE0 + ord(char): char for char in string.ascii_letters + string.digits}


def _fix(text: str) -> str:
    """
    >>> _fix("附件７"), _fix("ＰＭ１０浓度"), _fix("５％")
    ('附件7', 'PM10浓度', '5％')
    """
    return text.translate(_NARROW)


full_width_letters = each(_fix)
"""Writes them half-width (2021-02, line 4577: 附件７). Marks stay as they are."""

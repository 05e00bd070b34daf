"""Which printed cells a workbook may hold as numbers: those that it shows exactly as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_SHOWN = re.compile(r"(-?)(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?(%?)")
_CODE = re.compile(r"0[0-9]+")
_PRECISION = 15
"""Digits that a spreadsheet keeps of a number. As many decimals: a format must not be too long."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the format in which a spreadsheet shows it."""

    value: float
    form: str
    """In the notation of Excel: `#,##0.00`, `0.0%`."""


def number(text: str) -> Number | None:
    """The number that is shown as `text`; None where no format shows it to the letter.

    >>> number("1,200.50"), number("13.7%")
    (Number(value=1200.5, form='#,##0.00'), Number(value=0.137, form='0.0%'))
    >>> [number(text) for text in ("030001", "+3", "2018年", "60万吨/年", "-0", "1234567890123456")]
    [None, None, None, None, None, None]
    """
    found = _SHOWN.fullmatch(text)
    if found is None:
        return None
    minus, whole, decimals, percent = found.groups()
    exact = Decimal(text.rstrip("%").replace(",", ""))
    if max(len(exact.as_tuple().digits), len(decimals or "")) > _PRECISION:
        return None
    if minus and not exact:
        return None
    form = "#,##0" if "," in whole else "0"
    form += f".{'0' * len(decimals)}" if decimals else ""
    return Number(float(exact / 100 if percent else exact), form + percent)


def are_codes(texts: Iterable[str]) -> bool:
    """Whether the digits of a column are names and no numbers: one of them begins with 0, or is
    longer than a number can be.

    >>> are_codes(["130001", "030001"]), are_codes(["12", "0.5"])
    (True, False)
    """
    return any(
        _CODE.fullmatch(text) or (text.isdecimal() and len(text) > _PRECISION) for text in texts
    )

"""Half-width marks in Chinese text, written full-width (GB/T 15834-2011, 5.1.10)."""

from __future__ import annotations

import re

from generator.intake.forms import CJK_PUNCTUATION, HAN
from generator.intake.ledger import each

_WIDE = f"{HAN}{CJK_PUNCTUATION}"
_MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_BESIDE_HAN = re.compile(
    rf"(?<=[{_WIDE}>\w%‰)])\**\s?([,;:?!])(?=\**\s*[{_WIDE}])|(?<=[{_WIDE}])(\**)\s?([,;:?!])"
)
_AT_END = re.compile(r"(?<=[>\w%‰)])[,;](?=\s*$)")
_AFTER_PERCENT = re.compile(r"(?<=[%‰％])[,;](?!\d{3}(?!\d))")
_ENUMERATOR = re.compile(r"^(\s*(?:\*\*)?)\((\d{1,2})\)(?=.*[\u4e00-\u9fff])")
"""The fourth class of the numbering, （1） (GB/T 9704-2012, 7.3.3)."""
_NEAR = 100
"""How far from a bracket its neighbour may stand, white space between them."""
_MOST_PASSES = 20
"""A chain of marks longer than this is no sentence, and is left as it is."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w.:/?&=#%~+-]+|[\w.+-]{1,64}@[\w.-]{1,99}\w", re.ASCII)
_STAND_IN = "Ǝ"
"""A letter in the place of an address, in which no mark is of the text."""
_PAIR = re.compile(r"\(([^()]*)\)")


def _mark(found: re.Match[str]) -> str:
    return "".join(_MARKS.get(character, character) for character in found[0])


def _widen_pairs(text: str) -> str:
    """Brackets in pairs, so that none is left without its fellow."""

    def widen(found: re.Match[str]) -> str:
        start, end = found.span()
        before = text[max(start - _NEAR, 0) : start].rstrip().removesuffix("**")
        after = text[end : end + _NEAR].lstrip().removeprefix("**")
        chinese = (
            re.search(rf"[{_WIDE}]", found[1])
            or re.match(rf"[{_WIDE}]", before[-1:])
            or re.match(rf"[{_WIDE}]", after)
        )
        return f"（{found[1]}）" if chinese else found[0]

    return _PAIR.sub(widen, text)


def _widen_split_pairs(text: str) -> str:
    """A bracket whose fellow stands on another line: by the character it touches."""
    text = re.sub(rf"\((?=[{_WIDE}])|(?<=[{_WIDE}])\((?=[^()]*$)", "（", text)
    text = re.sub(rf"(?<=[{_WIDE}])\)(?:\s?\))*", lambda found: found[0].replace(")", "）"), text)
    return re.sub(rf"^([^()]*)\)(?=[{_WIDE}])", lambda found: found[0][:-1] + "）", text)


def _fix(text: str) -> str:
    """
    >>> _fix("各县(市、区)人民政府,市(试行):"), _fix("每日8:30,共3,000元"), _fix("f(x)=1, 2")
    ('各县（市、区）人民政府，市（试行）：', '每日8:30，共3,000元', 'f(x)=1, 2')
    """
    addresses = _ADDRESS.findall(text)
    if addresses and _STAND_IN not in text:
        return _restored(_widened(_ADDRESS.sub(_STAND_IN, text)), addresses)
    return _widened(text)


def _restored(text: str, addresses: list[str]) -> str:
    """The text with the addresses back in their places."""
    rest = iter(addresses)
    return "".join(next(rest) if char == _STAND_IN else char for char in text)


def _widened(text: str) -> str:
    if "\t" not in text and re.search(rf"[{HAN}]", text):
        text = _AT_END.sub(_mark, text)
    if re.search(rf"[{HAN}]", text):
        text = _AFTER_PERCENT.sub(_mark, text)
    text = before = _ENUMERATOR.sub(r"\1（\2）", text)
    for _ in range(_MOST_PASSES):
        previous = text
        text = _widen_split_pairs(_widen_pairs(_BESIDE_HAN.sub(_mark, text)))
        if text == previous:
            return text
    return before


punctuation = each(_fix)
"""Marks that touch Chinese text become full-width; those of numbers, times, addresses and Latin
text stay. Repeated until nothing changes, since a widened mark makes its neighbour Chinese text."""

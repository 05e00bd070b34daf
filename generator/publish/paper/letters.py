"""The characters behind the glyphs of a PDF: what a reader finds, copies, hears. Pure.

A font draws 人 (U+4EBA) and the radical ⼈ (U+2F08) with one glyph, and Chromium puts down the
lower of the two: nobody who searches the PDF for 人民 would find it. What stands on the page is
known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

_RADICALS = dict(
    zip(
        "⼾⺐⺓⻑⻝⻤⺅⺉⺏⺒⺔⺕⺖⺘⺙⺛⺞⺠⺡⺣⺤⺨⺭⺰⺹⺺⺾⻀⻁⻂⻃⻅⻆⻈⻉⻋⻌"
        "⻐⻒⻓⻔⻖⻘⻙⻚⻛⻜⻟⻠⻢⻣⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱",
        "户尢幺長食鬼亻刂尣巳彑彐忄扌攵旡歺民氵灬爫犭礻纟耂肀艹艹虎衤覀见角讠贝车辶"
        "钅镸长门阝青韦页风飞飠饣马骨鱼鸟卤麦黄黾齐齿龙龜",
        strict=True,
    )
)
"""Those that Unicode knows to be another character, but not as its compatible form."""
_MARKS = ("‒–", "—―", "·•‧・", "…⋯", "〜～", "∕／", "‵｀")
"""Marks that fonts draw with one glyph."""
_SECTION = re.compile(rb"(\d+) beginbf(char|range)\n(.*?)endbf\2\n", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f]+)>")


def corrected(character_map: bytes, text: frozenset[str]) -> bytes:
    """A map of glyphs to characters (ToUnicode) in which a character that is not in `text` gives
    way to the one there that looks the same.

    >>> corrected(b"1 beginbfchar\\n<0A> <2F08>\\nendbfchar\\n", frozenset("人民"))
    b'1 beginbfchar\\n<0A> <4EBA>\\nendbfchar\\n'
    """
    return _SECTION.sub(lambda section: _rewritten(section, text), character_map)


def _rewritten(section: re.Match[bytes], text: frozenset[str]) -> bytes:
    """The section with an entry for each glyph: a range would not stay one."""
    lines = [
        b"<%s> <%s>\n" % (glyph, _known(character, text).encode("utf-16-be").hex().upper().encode())
        for glyph, character in _glyphs(section[2] == b"range", section[3])
    ]
    return b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(part))
        for part in (lines[start : start + 100] for start in range(0, len(lines), 100))
    )


def _glyphs(ranges: bool, body: bytes) -> Iterator[tuple[bytes, str]]:
    """(glyph, its characters); a section holds at most a hundred entries, says the format."""
    for line in body.splitlines():
        codes = _ENTRY.findall(line)
        first = int(codes[0], 16)
        last = int(codes[1], 16) if ranges else first
        characters = bytes.fromhex(codes[-1].decode()).decode("utf-16-be")
        for step in range(last - first + 1):
            glyph = b"%0*X" % (len(codes[0]), first + step)
            yield glyph, characters[:-1] + chr(ord(characters[-1]) + step)


def _known(characters: str, text: frozenset[str]) -> str:
    if characters in text:
        return characters
    marks = "".join(group for group in _MARKS if characters in group)
    alike = (normalize("NFKC", characters), _RADICALS.get(characters, ""), *marks)
    return next((one for one in alike if one in text), characters)

"""Damages a source by chance: its lines, its characters, its bytes."""

from __future__ import annotations

import random
from collections.abc import Callable

PIECES = (
    *(
        "**",
        "****",
        "*",
        "<sub>",
        "</sub>",
        "<sup>",
        "[x]{?y}",
        "[",
        "]{?",
        "{?}",
        ":::",
        "::: gap",
    ),
    *(
        "# ",
        "## ",
        "###### ",
        "- ",
        "- [x] ",
        "---",
        "```",
        "~~~",
        "@2018-01-01 ",
        "\\",
        "\\\\",
        "|",
    ),
    *(
        "\t",
        "\t\t",
        " ",
        "\u3000",
        "\u3000\u3000",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\ufffd",
        "&nbsp;",
    ),
    *(
        "\x00",
        "\x01",
        "\x08",
        "\x0b",
        "\f",
        "\r",
        "\x1b",
        "\x1c",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
    ),
    *(
        "\ud7ff",
        "\ue000",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\U0001f600",
        "𠮷",
        "é",
        "a\u0301",
        "\u202e",
    ),
    *(
        "\\ud800",
        "\\x00",
        "&#0;",
        "&amp;",
        "<br>",
        "<!--",
        "<input type='checkbox'/>",
        "$x^2$",
        "$",
    ),
    *(
        "^^",
        "<<",
        "..",
        "<S>",
        "(",
        ")",
        "（",
        "）",
        "《",
        "》",
        "〔",
        "〕",
        "“",
        "”",
        ",",
        ";",
        ":",
        "。",
    ),
    *(
        "一、",
        "（一）",
        "1.",
        "（1）",
        "1.1 ",
        "1.1.1.1 ",
        "①",
        "第一条",
        "第一章 ",
        "一是",
        "第一条　",
    ),
    *(
        "附件",
        "附件1",
        "附件：",
        "附件：1.",
        "附录9.1",
        "表1 ",
        "单位：万元",
        "注：",
        "目 录",
        "公报",
        "令",
    ),
    *(
        "晋市政发〔2018〕31号",
        "第5号",
        "2018年9月4日",
        "二〇一八年九月四日",
        "9月大事记",
        "4日",
        "※",
    ),
    *(
        "晋城市人民政府",
        "关于印发",
        "的通知",
        "（此件公开发布）",
        "……………5",
        "·· 16",
        "- 14 -",
        "······",
    ),
    *(
        "\u0660",
        "\u0967",
        "²",
        "１２",
        "ⅷ",
        "㈠",
        "〇",
        "○",
        "百百",
        "十十",
        "99999999999999999999",
        "0",
    ),
)
"""What a rule may take for a mark, and what no text should hold."""

_Lines = list[str]


def _delete(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 2, 10))]


def _double(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.choice((1, 1, 3, 12))]


def _swap(lines: _Lines, chance: random.Random) -> None:
    one, two = (chance.randrange(len(lines)) for _ in range(2))
    lines[one], lines[two] = lines[two], lines[one]


def _join(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    end = at + chance.choice((2, 2, 5, 100))
    lines[at:end] = ["".join(lines[at:end])]


def _split(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    where = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:where], *[""] * chance.randrange(3), lines[at][where:]]


def _insert(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    where = chance.choice((0, len(lines[at]), chance.randint(0, len(lines[at]))))
    piece = "".join(chance.choices(PIECES, k=chance.choice((1, 1, 2, 4))))
    lines[at] = lines[at][:where] + piece + lines[at][where:]


def _replace(lines: _Lines, chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    text = lines[at]
    where = chance.randint(0, len(text))
    other = chr(chance.choice((chance.randrange(0x80), chance.randrange(0x3000), 0x4E00, 0x2500)))
    lines[at] = text[:where] + other + text[where + chance.choice((0, 1, 1, 4)) :]


def _repeat(lines: _Lines, chance: random.Random) -> None:
    """A piece so often that a pattern which goes back would never end."""
    at = chance.randrange(len(lines))
    where = chance.randint(0, len(lines[at]))
    piece = "".join(chance.choices(PIECES, k=chance.choice((1, 1, 2))))
    many = piece * chance.choice((3, 30, 300, 3000))
    lines[at] = lines[at][:where] + many + lines[at][where:]


def _lone(lines: _Lines, chance: random.Random) -> None:
    """A line of pieces alone."""
    pieces = chance.choices(PIECES, k=chance.choice((1, 2, 3)))
    lines.insert(chance.randrange(len(lines)), "".join(pieces))


_CHANGES: tuple[Callable[[_Lines, random.Random], None], ...] = (
    *(_delete, _double, _swap, _join, _split, _insert, _insert, _insert),
    *(_replace, _replace, _repeat, _lone, _lone),
)


def lines(text: str, chance: random.Random, changes: int) -> str:
    """The text with so many changes to its lines and characters."""
    made = text.split("\n")
    for _ in range(changes):
        chance.choice(_CHANGES)(made, chance)
        made = made or [""]
    return "\n".join(made)


def part(text: str, chance: random.Random) -> str:
    """Some lines in a row: a short case says more than a long one."""
    made = text.split("\n")
    at = chance.randrange(len(made))
    return "\n".join(made[at : at + chance.choice((5, 20, 80, 300))])


def encoded(text: str, chance: random.Random) -> bytes:
    """The bytes of the text, seldom in another encoding or damaged as bytes."""
    how = chance.choices(("utf-8", "utf-8-sig", "gb18030", "utf-16", "cr", "crlf", "bytes"),
                         (80, 2, 4, 4, 3, 3, 4))[0]  # fmt: skip
    if how == "cr":
        return text.replace("\n", "\r").encode()
    if how == "crlf":
        return text.replace("\n", "\r\n").encode()
    if how != "bytes":
        return text.encode(how)
    data = bytearray(text.encode())
    for _ in range(chance.choice((1, 1, 8))):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
    return bytes(data)

"""What extraction does to a print: functions from clean documents to the text of a source."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.intake.forms import width as em
from tests.intake.clean import Document, Part

_NO_START = "，。；：、？！）》”〕"
_NO_END = "（《“〔"


def lines_of(documents: Iterable[Document]) -> list[str]:
    """A paragraph a line."""
    return [part.text for document in documents for part in document]


def text_of(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


# --- print: lines of one width ---------------------------------------------------------------


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph as lines of print: the first indented by two characters, which the text layer
    loses. A mark that may not begin a line is squeezed in, one that may not end it goes below."""
    result: list[str] = []
    while text:
        full = width if result else width - 2
        size = next((n for n in range(len(text)) if em(text[: n + 1]) > full), len(text))
        while size < len(text) and text[size] in _NO_START:
            size += 1
        while size < len(text) and text[size - 1] in _NO_END:
            size -= 1
        result.append(text[:size])
        text = text[size:]
    return result


def fitted(documents: Iterable[Document], width: int) -> tuple[Document, ...]:
    """The documents with every paragraph ending before the right edge, and none ending a sentence
    with its first line: there no one can tell whether it goes on."""

    def fit(part: Part) -> Part:
        text = part.text
        while part.role in _RUNNING:
            lines = wrapped(text, width)
            if lines[0][-1] in "。；：" and lines[1:]:
                at = len(lines[0]) - 1
            elif em(lines[-1]) > width - 4:
                at = len(text) - 1
            else:
                break
            text = f"{text[:at]}，抓好落实{text[at:]}"
        return replace(part, text=text)

    return tuple(tuple(fit(part) for part in document) for document in documents)


_RUNNING = frozenset({"paragraph", "article", "clause"})


def as_print(documents: Iterable[Document], width: int) -> list[list[str]]:
    """The lines of print of every paragraph."""
    return [wrapped(p.text, width) for document in documents for p in document]


def broken_pages(paragraphs: list[list[str]], every: int, form: int) -> list[str]:
    """Pages of so many lines or a few more, each cutting a paragraph, with what stands between."""
    result: list[str] = []
    page, count = 0, 0
    for inside, line in ((n > 0, line) for lines in paragraphs for n, line in enumerate(lines)):
        count += 1
        if inside and count > every:
            page, count = page + 1, 0
            result += [
                [f"- {page} -", f"\f{line}"],
                ["", f"·· {page}", "", line],
                [f"— {page} —", "", "临江市人民政府公报（2018. 5） 市政府文件", "", line],
                ["", f"第 {page} 页 共 90 页", f"\f{line}"],
            ][form]
        else:
            result.append(line)
    return result


def doubled(documents: Iterable[Document], width: int, *, by_glyph: bool) -> list[str]:
    """Lines of print whose headings and run-ins stand twice in the text layer (fake bold), run by
    run or glyph by glyph."""

    def twice(text: str) -> str:
        runs = list(text) if by_glyph else re.findall(r"[\d一-鿿]+|[^\d一-鿿]", text)
        return "".join(run * 2 for run in runs)

    result: list[str] = []
    for part in (part for document in documents for part in document):
        bold = len(part.text if part.role == "heading" else part.run_in)
        for line in wrapped(part.text, width):
            result.append(twice(line[:bold]) + line[bold:])
            bold = max(bold - len(line), 0)
    return result


# --- setting ---------------------------------------------------------------------------------


def letter_spaced(document: Document, gap: str) -> Document:
    """通 知, 总 则: short headings and the end of the title set wide."""

    def wide(part: Part) -> list[Part]:
        head, _, title = part.text.rpartition(" ")
        if part.role == "heading" and part.text.startswith("第"):
            return [replace(part, text=f"{head} {gap.join(title)}")]
        if part.role == "title":
            above = replace(part, text=part.text.removesuffix("通知"))
            return [above, replace(part, text=f"通{gap}知")]
        return [replace(part, text=gap.join(part.text))] if part.text == "附件" else [part]

    return tuple(each for part in document for each in wide(part))


_HALF = str.maketrans("，：；（）", ",:;()")


def half_width(text: str) -> str:
    """Full-width marks typed half-width."""
    return text.translate(_HALF)


RECODED: dict[str, Callable[[str], bytes]] = {
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be without mark": lambda text: text.encode("utf-16-be"),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "no-break spaces": lambda text: re.sub("^", "\u00a0\u00a0\u00a0", text, flags=re.M).encode(),
    "blank lines": lambda text: text.replace("\n", "\n\n").encode(),
}


# --- Markdown-like text, OCR -----------------------------------------------------------------


def as_markdown(document: Document, chance: random.Random, *, torn: bool) -> str:
    """What a converter to Markdown writes: headings of any level, or bold; paragraphs torn in
    mid-sentence."""
    result: list[str] = []
    for part in document:
        if part.role in ("heading", "title", "annex"):
            mark = chance.choice(("#", "##", "###", "####"))
            text = f"{mark} {part.text}"
            text = f"**{part.text}**" if part.role == "heading" and chance.random() < 0.3 else text
        elif part.run_in and chance.random() < 0.7:
            text = f"**{part.run_in}**{part.text.removeprefix(part.run_in)}"
        else:
            text = part.text
        commas = [found.end() for found in re.finditer("，", text)]
        if torn and part.role == "paragraph" and len(text) > 60 and commas:
            at = chance.choice(commas)
            result += [text[:at], text[at:]]
        else:
            result.append(text)
    return "\n\n".join(result) + "\n"


def as_ocr(paragraphs: list[list[str]], chance: random.Random) -> str:
    """A space behind most marks; some quotation marks on a line of their own."""
    result: list[str] = []
    for lines in paragraphs:
        for line in lines:
            spaced = re.sub(
                "[，。；、：](?=.)", lambda m: m[0] + " " * (chance.random() < 0.8), line
            )
            if "“" in spaced and chance.random() < 0.5:
                before, _, after = spaced.partition("“")
                result += [piece for piece in (before, "“", after) if piece]
            else:
                result.append(spaced)
    return "\n\n".join(result) + "\n"

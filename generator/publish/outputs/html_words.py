"""Labels that a reader may have in another language: each says on the page which string it is.

`say` in the templates puts invisible marks around what it says; when a page is written, the marks
become `data-` attributes, which `languages.js` reads:

    <h2>⟦item.proof⟧</h2>          <h2 data-say="item.proof">核对</h2>
    <p>⟦a⟧ 3</p>                   <p><span data-say="a">…</span> 3</p>
    <nav aria-label="⟦trail⟧">     <nav data-say="" data-say-aria-label="trail" aria-label="…">

So no template has to do anything for it. Labels inside a table, of which there are thousands, stay
as they are, and so do those that are only a part of an attribute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape

from markupsafe import Markup

from generator.publish.wording import Wording

# Noncharacters of Unicode, which no text for interchange holds.
_OPEN, _VALUES, _TEXT, _CLOSE = "\ufdd0\ufdd1\ufdd2\ufdd3"
_MARK = re.compile(f"{_OPEN}([^{_VALUES}]*){_VALUES}([^{_TEXT}]*){_TEXT}([^{_CLOSE}]*){_CLOSE}")
_TAG = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(rf'([a-z-]+)="{_MARK.pattern}"')
_CLOSED = re.compile(r"</|<(?:br|hr|img|input|link|meta|wbr)\b")
"""Tags behind which the element around them goes on."""
_TEXT_ALONE = re.compile(r"<(title|option|textarea)\b")
"""Elements that hold no other element."""


def marking(say: Wording) -> Callable[..., str]:
    """`say` for templates, with marks around what it says."""

    def speak(key: str, **values: object) -> str:
        bare = {name: bare_of(value) for name, value in values.items()}
        shown = json.dumps(bare, ensure_ascii=False, sort_keys=True) if bare else ""
        return f"{_OPEN}{key}{_VALUES}{shown}{_TEXT}{say(key, **bare)}{_CLOSE}"

    return speak


def bare_of(value: object) -> object:
    """A value without the marks that it may have from being said itself."""
    if not isinstance(value, str):
        return value if isinstance(value, int) else str(value)
    return _MARK.sub(r"\3", str(value))


def resolve(page: str, language: str = "") -> str:
    """A page with its marks as attributes. `language` is that of the labels, if the page has
    another."""
    parts = _TAG.split(page)
    in_table = 0
    for at in range(1, len(parts), 2):
        in_table += parts[at].startswith("<table") - parts[at].startswith("</table")
        if _OPEN in parts[at]:
            parts[at] = _MARK.sub(r"\3", parts[at]) if in_table else _tag(parts[at])
        if at + 1 < len(parts) and _OPEN in parts[at + 1]:
            if in_table:
                parts[at + 1] = _MARK.sub(r"\3", parts[at + 1])
            else:
                parts[at], parts[at + 1] = _text(parts[at], parts[at + 1], parts[at + 2], language)
    return "".join(parts)


def _tag(tag: str) -> str:
    """A start tag with attributes that are labels."""
    found = _ATTRIBUTE.findall(tag)
    said = {f"data-say-{name}": key for name, key, _, _ in found}
    values = [shown for _, _, shown, _ in found]
    return (
        _with(_MARK.sub(r"\3", tag), {"data-say": "", **said}, values)
        if said
        else (_MARK.sub(r"\3", tag))
    )


def _text(tag: str, text: str, after: str, language: str) -> tuple[str, str]:
    """What stands between a tag and the next one."""
    whole = _MARK.fullmatch(text.strip())
    if whole and not _CLOSED.match(tag) and after.startswith("</"):
        added = {"data-say": whole[1]} | ({"lang": language} if language else {})
        return _with(tag, added, [whole[2]]), _MARK.sub(r"\3", text)
    if _TEXT_ALONE.match(tag):
        return tag, _MARK.sub(r"\3", text)

    def span(found: re.Match[str]) -> str:
        added = {"data-say": found[1]} | ({"lang": language} if language else {})
        return _with("<span>", added, [found[2]]) + found[3] + "</span>"

    return tag, _MARK.sub(span, text)


def _with(tag: str, attributes: dict[str, str], shown: list[str]) -> str:
    """A start tag with more attributes; `shown` are values in escaped JSON."""
    before = re.search(r' data-values="([^"]*)"', tag)
    if before:
        tag = tag.replace(before[0], "")
        shown = [before[1], *shown]
    values: dict[str, object] = {}
    for one in shown:
        values |= json.loads(unescape(one)) if one else {}
    if "data-say" in attributes and ' data-say=""' in tag:
        tag = tag.replace(' data-say=""', "")
    if values:
        attributes = {**attributes, "data-values": json.dumps(values, ensure_ascii=False)}
    added = Markup("").join(Markup(' {}="{}"').format(*one) for one in attributes.items())
    name = re.match(r"<[a-zA-Z0-9]+", tag)
    end = name.end() if name else 0
    return f"{tag[:end]}{added}{tag[end:]}"


def words(say: Wording) -> bytes:
    """The strings of a catalogue that pages show, as JSON: `languages.js` loads them."""
    kept = {
        key: text
        for key, text in say.strings.items()
        if not key.startswith(("rule.", "finding.", "workbook.", "meta."))
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()

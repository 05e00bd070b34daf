"""Labels that a reader may have in another language: each says on the page which string it is.

What the catalogue says (`Said`) gets invisible marks around it where a template shows it; when a
page is written, the marks become `data-` attributes, which `languages.js` reads:

    <h2>⟦item.proof⟧</h2>          <h2 data-say="item.proof">核对</h2>
    <p>⟦a⟧ 3</p>                   <p><span data-say="a">…</span> 3</p>
    <nav aria-label="⟦trail⟧">     <nav data-say-aria-label="trail" aria-label="…">
    <h1>⟦issue.title⟧</h1>         <h1 data-say='issue.title {"year":2018,"number":"5"}'>…</h1>

So no template has to do anything for it. Labels that are only a part of an attribute stay as they
are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape, unescape

from generator.publish.wording import Said, Wording

# Noncharacters of Unicode, which no text for interchange holds.
_OPEN, _TEXT, _CLOSE = "\ufdd0\ufdd1\ufdd2"
_MARK = re.compile(f"{_OPEN}([^{_TEXT}]*){_TEXT}([^{_CLOSE}]*){_CLOSE}")
_TAG = re.compile(r"(<[^>]*>)")
_ATTRIBUTE = re.compile(rf'([a-z-]+)="{_MARK.pattern}"')
_NAME = re.compile(r"<[a-zA-Z0-9]+")
_CLOSED = re.compile(r"</|<(?:br|hr|img|input|link|meta|wbr)\b")
"""Tags behind which the element around them goes on."""
_TEXT_ALONE = re.compile(r"<(title|option|textarea)\b")
"""Elements that hold no other element."""
_UNREAD = re.compile(r"<(?:html|link|meta|title)\b")
"""Elements that no reader sees on the page."""


def marked(value: object) -> object:
    """What a template shows, with marks around it if the catalogue says it."""
    if not isinstance(value, Said):
        return value
    return f"{_OPEN}{_reference(value)}{_TEXT}{value}{_CLOSE}"


def _reference(said: Said) -> str:
    """The key and, behind a space, the values: `issue.title {"year":2018,"number":"5"}`."""
    if not said.values:
        return said.key
    values = {name: _plain(value) for name, value in said.values.items()}
    return f"{said.key} {json.dumps(values, ensure_ascii=False, separators=(',', ':'))}"


def _plain(value: object) -> object:
    """A value as JSON; one that is itself said keeps its key: `["month.9"]`."""
    if isinstance(value, Said):
        return [_reference(value)]
    return value if isinstance(value, int) else _bare(str(value))


def _bare(text: str) -> str:
    """A text without marks."""
    return _MARK.sub(r"\2", text)


def resolve(page: str, language: str = "") -> str:
    """A page with its marks as attributes. `language` is that of the labels, if the page has
    another. Raises ValueError if a mark stands within another."""
    parts = _TAG.split(page)
    for at in range(1, len(parts), 2):
        if _OPEN in parts[at]:
            parts[at] = _tag(parts[at])
        if at + 1 < len(parts) and _OPEN in parts[at + 1]:
            parts[at], parts[at + 1] = _text(parts[at], parts[at + 1], parts[at + 2], language)
    whole = "".join(parts)
    if _OPEN in whole:
        raise ValueError("a label within a label: give `say` the words themselves, not a macro")
    return whole


def _tag(tag: str) -> str:
    """A start tag with attributes that are labels."""
    found = [] if _UNREAD.match(tag) else _ATTRIBUTE.findall(tag)
    return _with(_bare(tag), {f"data-say-{name}": said for name, said, _ in found})


def _text(tag: str, text: str, after: str, language: str) -> tuple[str, str]:
    """What stands between a tag and the next one."""
    whole = _MARK.fullmatch(text.strip())
    if _UNREAD.match(tag):
        return tag, _bare(text)
    if whole and not _CLOSED.match(tag) and after.startswith("</"):
        return _with(tag, _label(whole[1], language)), _bare(text)
    if _TEXT_ALONE.match(tag):
        return tag, _bare(text)

    def span(found: re.Match[str]) -> str:
        return _with("<span>", _label(found[1], language)) + found[2] + "</span>"

    return tag, _MARK.sub(span, text)


def _label(said: str, language: str) -> dict[str, str]:
    return {"data-say": said} | ({"lang": language} if language else {})


def _with(tag: str, attributes: Mapping[str, str]) -> str:
    """A start tag with more attributes, whose values are escaped but for the quotes of JSON."""
    name = _NAME.match(tag)
    end = name.end() if name else 0
    added = "".join(f" {name}={_quoted(value)}" for name, value in attributes.items())
    return f"{tag[:end]}{added}{tag[end:]}"


def _quoted(value: str) -> str:
    """An attribute in the quotes that keep it short; `value` is escaped as Jinja does."""
    if "&#34;" not in value:
        return f'"{value}"'
    plain = escape(unescape(value), quote=False).replace("'", "&#39;")
    return f"'{plain}'"


def words(say: Wording) -> bytes:
    """The strings of a catalogue that pages show, as JSON: `languages.js` loads them."""
    kept = {
        key: text for key, text in say.strings.items() if not key.startswith(("workbook.", "meta."))
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()

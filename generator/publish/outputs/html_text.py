"""Inline text as HTML. The only place where markup is put together outside the templates."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from generator.document import body
from generator.model import Run, Text
from generator.publish.difference import Stretches, unseen, woven
from generator.publish.inline import Pieces
from generator.publish.wording import Wording

JOINED = re.compile(r"(?<![A-Za-z\d-])\d{1,8}(?:-\d{1,8}){1,2}(?![A-Za-z\d-])")
"""In a cell, where lines are short: browsers break a telephone number (0351-2203344) behind its
hyphen. A longer chain may need to be broken."""

DATED = re.compile(r"(?<!\d)\d{1,4}[年月日号期]")
"""A year with its 年: a heading is set so that its lines are of one length, and may part them."""

_NEAR = 20
"""Characters on either side of a change that tell where in a long row it is."""


def inline(pieces: Pieces, say: Wording, *, unbroken: re.Pattern[str] | None = None) -> Markup:
    """Escape the text and dress it: bold, sub- and superscript, line breaks, doubts.

    A doubtful passage is marked and links to the note that says why. What `unbroken` finds stays on
    one line.
    """
    found = []
    for note, group in groupby(pieces, key=lambda piece: piece.note):
        html = Markup("").join(_styled(piece.run, unbroken) for piece in group)
        found.append(_doubt(html, note, say) if note else html)
    return Markup("").join(found)


def matter(line: str) -> Markup:
    """A line that belongs to no item."""
    return told(body.parse_matter(line))


def told(text: Text) -> Markup:
    """Text on a page without notes: a doubt on it is told behind the words, in brackets."""
    return Markup("").join(
        Markup("<mark>{}</mark>（{}）").format(_styled(run), run.flag) if run.flag else _styled(run)
        for run in text
    )


def data_block(thing: object) -> Markup:
    """JSON that may stand in a `<script>` of data: no `<` in it can end or open anything."""
    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def reference(note: int, say: Wording) -> Markup:
    """The link from a doubtful place to its note."""
    name = say("note.reference", number=note)
    return Markup('<a class="ref" href="#note-{}">[{}]</a>').format(note, name)


def stretches(parts: Stretches, tag: str, say: Wording, *, short: bool = False) -> Markup:
    """A text with its changed stretches in `tag`, `del` or `ins`, and what cannot be seen named.

    In a line that goes or comes as a whole the white space still parts the words. If `short`, of
    what stayed only what is near a change is there, and a mark for the rest.
    """
    return _tagged([(tag if part.changed else "", part.text) for part in parts], say, short)


def interwoven(before: Stretches, after: Stretches, say: Wording, *, short: bool = False) -> Markup:
    """The text before and after a change as one, what went and what came each in its tag."""
    return _tagged(list(woven(before, after)), say, short)


def _tagged(parts: Sequence[tuple[str, str]], say: Wording, short: bool) -> Markup:
    whole = len(parts) == 1 and bool(parts[0][1].strip())
    found = []
    for at, (tag, text) in enumerate(parts):
        after, before = _NEAR * (at > 0), _NEAR * (at < len(parts) - 1)
        if tag:
            found.append(Markup("<{0}>{1}</{0}>").format(tag, _named(text, not whole, say)))
        elif short and len(text) > after + before + _NEAR and len(parts) > 1:
            found += [_named(text[:after], False, say), _mark(say("unseen.same"))]
            found.append(_named(text[len(text) - before :], False, say))
        else:
            found.append(_named(text, False, say))
    return Markup("").join(found)


def _mark(words: str) -> Markup:
    """Words of ours in the place of some of the text."""
    return Markup('<span class="unseen">{}</span>').format(words)


def _named(text: str, changed: bool, say: Wording) -> Markup:
    return Markup("").join(
        _mark("".join(say(name, code=f"U+{ord(character):04X}") for character in part))
        + ("\n" if name == "unseen.line_end" else "")
        if name
        else part
        for part, name in unseen(text, changed=changed)
    )


def kept(text: str, unbroken: re.Pattern[str] = DATED) -> Markup:
    """A text on one line as far as `unbroken` finds what must not be parted: a title."""
    return Markup(unbroken.sub(r'<span class="joined">\g<0></span>', str(escape(text))))


def _styled(run: Run, unbroken: re.Pattern[str] | None = None) -> Markup:
    lines = run.text.split("\n")
    html = Markup("<br>").join(kept(line, unbroken) if unbroken else line for line in lines)
    if run.script:
        html = Markup("<{0}>{1}</{0}>").format(run.script, html)
    return Markup("<strong>{}</strong>").format(html) if run.strong else html


def _doubt(html: Markup, note: int, say: Wording) -> Markup:
    return Markup('<mark id="doubt-{}">{}</mark>{}').format(note, html, reference(note, say))

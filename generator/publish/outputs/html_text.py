"""Inline text as HTML. The only place where markup is put together outside the templates."""

from __future__ import annotations

from markupsafe import Markup

from generator.document import body
from generator.model import Run, Text
from generator.publish.difference import Stretches, unseen
from generator.publish.inline import Pieces
from generator.publish.wording import Wording


def inline(pieces: Pieces, say: Wording) -> Markup:
    """Escape the text and dress it: bold, sub- and superscript, line breaks, doubts.

    A doubtful passage is marked and links to the note that says why.
    """
    return Markup("").join(
        _doubt(_styled(piece.run), piece.note, say) if piece.note else _styled(piece.run)
        for piece in pieces
    )


def matter(line: str) -> Markup:
    """A line that belongs to no item."""
    return told(body.parse_matter(line))


def told(text: Text) -> Markup:
    """Text on a page without notes: a doubt on it is told behind the words, in brackets."""
    return Markup("").join(
        Markup("<mark>{}</mark>（{}）").format(_styled(run), run.flag) if run.flag else _styled(run)
        for run in text
    )


def reference(note: int, say: Wording) -> Markup:
    """The link from a doubtful place to its note."""
    name = say("note.reference", number=note)
    return Markup('<a class="ref" href="#note-{}">[{}]</a>').format(note, name)


def stretches(parts: Stretches, tag: str, say: Wording) -> Markup:
    """A text with its changed stretches in `tag`, `del` or `ins`, and what cannot be seen named.

    In a line that goes or comes as a whole the white space still parts the words.
    """
    whole = len(parts) == 1 and bool(parts[0].text.strip())
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(tag, _named(part.text, not whole, say))
        if part.changed
        else _named(part.text, False, say)
        for part in parts
    )


def _named(text: str, changed: bool, say: Wording) -> Markup:
    return Markup("").join(
        Markup('<span class="unseen">{}</span>{}').format(
            "".join(say(name, code=f"U+{ord(character):04X}") for character in part),
            "\n" if name == "unseen.line_end" else "",
        )
        if name
        else part
        for part, name in unseen(text, changed=changed)
    )


def _styled(run: Run) -> Markup:
    html = Markup("<br>").join(run.text.split("\n"))
    if run.script:
        html = Markup("<{0}>{1}</{0}>").format(run.script, html)
    return Markup("<strong>{}</strong>").format(html) if run.strong else html


def _doubt(html: Markup, note: int, say: Wording) -> Markup:
    return Markup('<mark id="doubt-{}">{}</mark>{}').format(note, html, reference(note, say))

"""Drafts to headings, articles, list items and paragraphs, by the numbering and not by the raw
marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.intake.forms import ends_sentence, spaceless
from generator.intake.structure import merged_headings, run_ins, sibling_headings
from generator.intake.structure.numbering import Number, number
from generator.intake.structure.parts import Draft, runs
from generator.model import Block, Heading, ListItem, Paragraph, Table, Text, plain

_LONGEST_HEADING = 60
_COLUMN = 18
"""A line of this length may have been cut at the edge of a column of print."""
_BOLD_START = re.compile(r"^\*\*[^*]+\*\*")
_CLAUSE_KINDS = frozenset({"cn2", "ar1", "ar2", "circled"})


def blocks(parts: Sequence[Draft | Block]) -> list[Block]:
    """The blocks of one part (letter, instrument or annex), in order; blocks that are made already
    stay as they are."""
    parts = merged_headings.split(_rejoin_headings(parts))
    proven = {kind for part in parts if (kind := _marked_kind(part))}
    result: list[Block] = []
    in_article = False
    for index, draft in enumerate(parts):
        if not isinstance(draft, Draft):
            result.append(draft)
            continue
        following = parts[index + 1] if index + 1 < len(parts) else None
        block = _block(draft, following, proven, in_article=in_article)
        in_article = _still_in_article(block, draft, in_article)
        result.append(block)
    return sibling_headings.mark(run_ins.mark(_lists_of_headings(result)))


def _marked_kind(part: Draft | Block) -> str:
    """Class of the numbering of a draft that the source marks as a heading."""
    found = number(part.text) if isinstance(part, Draft) and "#" in part.mark else None
    return found.kind if found else ""


def _still_in_article(block: Block, draft: Draft, before: bool) -> bool:
    found = number(draft.text)
    if found and found.kind == "article":
        return True
    return before and not isinstance(block, Heading)


def _block(
    draft: Draft, following: Draft | Block | None, proven: Collection[str], *, in_article: bool
) -> Block:
    text, origin = draft.text, draft.origin
    found = number(text)
    if found is None:
        return _unnumbered(draft)
    if found.kind in ("chapter", "section"):
        title = _after(text, found)
        return Heading(found.level, runs(f"{found.text} {title}".strip()), origin=origin)
    if found.kind == "article":
        rest = _after(text, found, keep_marks=True)
        return Paragraph(runs(f"**{found.text}** {rest}" if rest else f"**{found.text}**"), origin)
    if in_article and found.kind in _CLAUSE_KINDS and "#" not in draft.mark:
        return ListItem(runs(text), origin)
    if found.level and is_heading(draft, found, following, proven):
        return Heading(min(found.level, 5), runs(_heading_text(text)), origin=origin)
    return Paragraph(_whole(draft), origin)


def _whole(draft: Draft) -> Text:
    """The text of a draft; strong where the source sets the whole of it in bold."""
    if draft.mark and len(draft.lines) == 1:
        return runs(f"**{draft.text.replace('**', '')}**")
    return runs(draft.text)


def _unnumbered(draft: Draft) -> Block:
    text, origin = draft.text, draft.origin
    if text.lstrip().startswith("——"):
        return ListItem(runs(text), origin)
    if "#" in draft.mark and len(text) <= _LONGEST_HEADING and not ends_sentence(text):
        return Heading(2, runs(_heading_text(text)), origin=origin)
    return Paragraph(_whole(draft), origin)


def _after(text: str, found: Number, *, keep_marks: bool = False) -> str:
    rest = text[text.index(found.text) + len(found.text) :].lstrip(" \u3000*")
    return rest if keep_marks else spaceless(rest.replace("**", ""))


def _heading_text(text: str) -> str:
    """Closes up the title; the space behind a decimal number (1.1 编制目的) stays."""
    bare = text.replace("**", "").strip()
    head = re.match(r"^(\d+(?:\.\d+)*)[ \u3000]+", bare)
    return f"{head[1]} {spaceless(bare[head.end() :])}" if head else spaceless(bare)


def is_heading(
    draft: Draft, found: Number, following: Draft | Block | None, proven: Collection[str]
) -> bool:
    """Whether a numbered draft is a heading on its own line. `proven` are the classes of which the
    source proves to be headings."""
    text = draft.text.replace("**", "").strip()
    if len(text) < len(found.text) + 2:
        return False
    if len(text) > _LONGEST_HEADING or re.search(r"[。；！？].", text) or "\n" in text:
        return False
    if text.endswith(("；", "，", "、", "：")):
        return False
    marked = "#" in draft.mark or "**" in draft.mark
    if marked:
        return True
    if found.kind in ("ar2", "circled") or ("**" in draft.text):
        return False
    if not ends_sentence(text):
        return found.kind != "ar1" or _has_content(found, following)
    return found.kind in proven and len(text) <= 36 and _has_content(found, following)


def _has_content(found: Number, following: Draft | Block | None) -> bool:
    """Something stands under it: no heading is followed by its own sibling at once."""
    if not isinstance(following, Draft):
        return isinstance(following, Table)
    next_number = number(following.text)
    return next_number is None or (
        next_number.kind != found.kind and (next_number.level > found.level > 0)
    )


def _rejoin_headings(parts: Sequence[Draft | Block]) -> list[Draft | Block]:
    """Joins a marked heading that was broken in two (2018-05, lines 2668 and 2670)."""
    result: list[Draft | Block] = []
    for part in parts:
        above = result[-1] if result else None
        if isinstance(above, Draft) and isinstance(part, Draft) and _goes_on(above, part):
            result[-1] = Draft((*above.lines, *part.lines))
        else:
            result.append(part)
    return result


def _goes_on(above: Draft, below: Draft) -> bool:
    """Whether a marked line without a number goes on with the heading above it."""
    if not (above.mark and below.mark) or number(below.text) or not number(above.text):
        return False
    if ends_sentence(above.text) or len(above.text) + len(below.text) > _LONGEST_HEADING:
        return False
    # Bold alone may also be a run-in heading by itself: then the line above must be cut off.
    cut = above.text.endswith(("，", "、")) or len(above.text) >= _COLUMN
    return "#" in below.mark or (cut and not ends_sentence(below.text))


def _lists_of_headings(blocks: list[Block]) -> list[Block]:
    """Three or more headings of one class with nothing between them are a list (2018-05, lines
    1933 to 1945: the list of appendices)."""
    result = list(blocks)
    first = 0
    while first < len(blocks):
        last = first
        while last + 1 < len(blocks) and _same_class(blocks[first], blocks[last + 1]):
            last += 1
        if last - first >= 2:
            for index in range(first, last + 1):
                block = blocks[index]
                if isinstance(block, Heading):
                    result[index] = ListItem(block.text, block.origin)
        first = last + 1
    return result


def _same_class(one: Block, other: Block) -> bool:
    if not (isinstance(one, Heading) and isinstance(other, Heading)):
        return False
    first, second = number(plain(one.text)), number(plain(other.text))
    return first is not None and second is not None and first.kind == second.kind

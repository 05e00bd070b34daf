"""A heading that the extraction merged with the text below it, where its siblings show its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.intake.structure.numbering import Number, number
from generator.intake.structure.parts import Draft
from generator.model import Block

_LONGEST_TITLE, _FEWEST_SIBLINGS, _SUFFIX = 12, 2, 2
_SHARE = 0.6


def split(parts: Sequence[Draft | Block]) -> list[Draft | Block]:
    """Parts a paragraph 6.4 技术保障筹建… in two where 6.1 资金保障, 6.2 物资装备保障, 6.3 … all
    end in the same word (2023-02, line 2271). Only decimal numbers name their siblings."""
    endings = _endings(parts)
    result: list[Draft | Block] = []
    for part in parts:
        at = _end_of_title(part, endings) if isinstance(part, Draft) else 0
        if not isinstance(part, Draft) or not at:
            result.append(part)
            continue
        first, *rest = part.lines
        title = replace(first, text=first.text[:at].rstrip(), mark="#")
        result.append(Draft((title,)))
        result.append(Draft((replace(first, text=first.text[at:].lstrip(), mark=""), *rest)))
    return result


def _endings(parts: Sequence[Draft | Block]) -> dict[tuple[int, ...], str]:
    """The word in which most of the short numbered lines end, by the number of their parent."""
    found: dict[tuple[int, ...], list[str]] = {}
    for part in parts:
        decimal = _decimal(part.text) if isinstance(part, Draft) else None
        if decimal and isinstance(part, Draft) and len(part.text) <= _LONGEST_TITLE + 6:
            found.setdefault(decimal.path[:-1], []).append(part.text.strip()[-_SUFFIX:])
    usual = {parent: Counter(words).most_common(1)[0] for parent, words in found.items()}
    return {
        parent: word
        for parent, (word, times) in usual.items()
        if times >= max(_FEWEST_SIBLINGS, len(found[parent]) * _SHARE)
    }


def _end_of_title(draft: Draft, endings: Mapping[tuple[int, ...], str]) -> int:
    """Where the title ends in the first line; 0 where nothing shows it."""
    text = draft.lines[0].text
    found = _decimal(text)
    if found is None or draft.mark or "。" not in draft.text:
        return 0
    word = endings.get(found.path[:-1])
    start = text.index(found.text) + len(found.text)
    at = text.find(word, start, start + _LONGEST_TITLE) if word else -1
    return at + _SUFFIX if at > 0 else 0


def _decimal(text: str) -> Number | None:
    found = number(text)
    return found if found is not None and len(found.path) > 1 else None

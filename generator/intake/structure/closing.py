"""落款: the signing bodies or the officer, and 成文日期 (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.intake.forms import ends_sentence
from generator.intake.structure import dates, names
from generator.model import Line

_OFFICER = re.compile(
    r"^\s*(?:代?[省市县区州乡镇]长|总理|主席|主任|局长|部长|院长|会长)"
    r"[ \u3000]+[\u4e00-\u9fff][ \u3000]?[\u4e00-\u9fff·]{1,5}\s*$"
)
_MOST_SIGNERS = 8


@dataclass(frozen=True, slots=True)
class Closing:
    """A sign-off; indices into the list of lines."""

    lines: tuple[int, ...]
    signers: tuple[str, ...]
    date: str | None


def closings(lines: Sequence[Line], issuers: Sequence[str]) -> list[Closing]:
    """Every sign-off in the lines, in order."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    found = []
    for k, index in enumerate(filled):
        text = lines[index].text
        if "\t" in text:
            continue
        if dates.is_date_line(text):
            signers = _signers(lines, filled, k, issuers)
            if signers or (k and ends_sentence(lines[filled[k - 1]].text)):
                found.append(_closing(lines, [*signers, index], index))
        elif _signed_and_dated(text):
            found.append(_closing(lines, [index], index))
    return found


def _signers(lines: Sequence[Line], filled: list[int], k: int, issuers: Sequence[str]) -> list[int]:
    signers: list[int] = []
    for j in range(k - 1, max(k - 1 - _MOST_SIGNERS, -1), -1):
        bare = re.sub(r"\s", "", lines[filled[j]].text)
        if bare in issuers or names.is_organ(bare) or _OFFICER.match(lines[filled[j]].text):
            signers.insert(0, filled[j])
        else:
            break
    return signers


def _signed_and_dated(text: str) -> bool:
    """Body and date on one line: 某市人民政府 2018年9月4日."""
    parts = text.split()
    return len(parts) == 2 and names.is_organ(parts[0]) and dates.is_date_line(parts[1])


def _closing(lines: Sequence[Line], indices: list[int], date_line: int) -> Closing:
    signers = [lines[i].text.strip() for i in indices if i != date_line]
    if not signers and not dates.is_date_line(lines[date_line].text):
        signers = [lines[date_line].text.split()[0]]
    return Closing(tuple(indices), tuple(signers), dates.find(lines[date_line].text))

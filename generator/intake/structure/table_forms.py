"""Forms to fill in: no records under a head, but labels and the blanks beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_LABEL = re.compile(r"^[^\d，。；]{1,14}$")
_FEWEST_ROWS = 2
_SHARE = 0.8


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is a form: it has boxes to tick, or a blank behind the label in every row,
    from the first on, and labels in nearly all other cells.

    >>> is_form([["姓名", "", "性别", ""], ["单位", "", "", ""]])
    True
    >>> is_form([["姓名", "性别"], ["", ""]]), is_form([["", "2018年"], ["甲县", ""]])
    (False, False)
    """
    cells = [cell for row in rows for cell in row]
    if any("☐" in cell or "☑" in cell for cell in cells):
        return True
    filled = [cell for cell in cells if cell]
    labels = sum(bool(_LABEL.match(cell)) for cell in filled)
    return (
        len(rows) >= _FEWEST_ROWS
        and len(filled) * 2 <= len(cells)
        and labels >= len(filled) * _SHARE
        # A line without a tab stands alone in its row.
        and all(_has_blank(row) for row in rows if len(row) > 1)
    )


def _has_blank(row: Sequence[str]) -> bool:
    """Whether a label has a blank behind it."""
    return any(one and not two for one, two in pairwise(row))

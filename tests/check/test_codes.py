"""The list of codes in `check/__init__.py` is what the program can report."""

from __future__ import annotations

import re
from pathlib import Path

from generator import check

CHECK = Path(check.__file__).parent


def test_every_code_that_can_be_reported_is_listed_and_no_other() -> None:
    listed = re.findall(r"^    ([CS]\d{3}) ", check.__doc__ or "", re.MULTILINE)
    files = CHECK.glob("*.py")
    used = {
        code for path in files for code in re.findall(r'"([CS]\d{3})"', path.read_text("utf-8"))
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == used

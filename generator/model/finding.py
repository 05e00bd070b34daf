"""What a check has to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at."""

    code: str
    """Stable code, see `check.py`."""
    path: str
    """File it stands in, relative to the content folder."""
    line: int | None
    """Line in that file, 1-based, where known."""
    message: str
    """What is wrong and what to do."""
    severity: Literal["error", "warning"] = "warning"

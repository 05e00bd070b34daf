"""Damaging files, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refusal(read: Callable[[], object]) -> ContentError:
    """The error that `read` ends with."""
    with pytest.raises(ContentError) as caught:
        read()
    assert caught.value.exit_code == 3
    return caught.value


def line_of(path: Path, piece: str) -> int:
    """The line of the file on which `piece` stands."""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if piece in line:
            return number
    raise AssertionError(f"{piece} is not in {path}")


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, once."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")

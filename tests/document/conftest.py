"""A folder with an issue in it, for tests that damage one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.document import write_issue
from tests.document.samples import ISSUE, REPAIRS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`issues/2018-05` of a content folder, as an import writes it."""
    folder = tmp_path / "issues" / "2018-05"
    write_issue(ISSUE, folder, REPAIRS)
    return folder

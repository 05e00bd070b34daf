"""A content folder without fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.samples import RAW, Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder with a source and no fault."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "2024-01.txt").write_bytes(RAW)
    content = Content(tmp_path)
    content.write()
    return content

"""Chinese names as small ASCII letters, for permanent addresses."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

_WRITTEN = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
"""What has no sound: spaces, brackets, punctuation."""


def initials(text: str) -> str:
    """The first letters of the pinyin of the Han characters and of Latin words, numbers whole; rare
    characters that the pinyin tables lack are passed over.

    >>> initials("关于鿧PM值2025的通知")
    'gypz2025dtz'
    """
    return "".join(s if s.isdigit() else s[:1] for s in _syllables(text)).lower()


def spelled(text: str) -> str:
    """The whole pinyin, under which hardly two names fall together.

    >>> spelled("市政府办公厅文件（2018）")
    'shizhengfubangongtingwenjian2018'
    """
    return "".join(_syllables(text)).lower()


def _syllables(text: str) -> list[str]:
    return [s for s in lazy_pinyin(_WRITTEN.sub("", text)) if s.isascii()]

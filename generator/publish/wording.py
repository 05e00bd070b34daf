"""Interface strings: what the press itself says to readers, never the text of a document.

They stand in `templates/catalogue/<language>.yaml`, flat, a key for each string, with `{name}`
where a value goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Wording:
    """The strings of one language; call it with a key and the values."""

    path: Path
    """The catalogue, named in errors."""
    strings: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The string `key` with its `{…}` filled in.

        Raises TemplateError if the catalogue lacks the key or a value is not given.
        """
        try:
            return self.strings[key].format(**values)
        except KeyError as error:
            raise TemplateError(
                f"string {key!r}: {error.args[0]!r} is missing",
                path=self.path,
                hint="add the key to the catalogue, or the value where the string is used",
            ) from None

    def day(self, iso: str) -> str:
        """An ISO date in words: `2018-09-04` → 2018年9月4日; other words stay as they are.

        施行日期 may be words such as 自发布之日起, because the text states no day.
        """
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return self("date.long", year=day.year, month=day.month, day=day.day)

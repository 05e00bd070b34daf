"""Interface strings: what the press itself says to readers, never the text of a document.

They stand in `templates/catalogue/<language>.yaml`, flat, a key for each string, with `{name}`
where a value goes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.document import line_of_key, read_catalogue
from generator.errors import ContentError, TemplateError

_SLOT = re.compile(r"\{[a-z][a-z_]*\}")
_BRACE = re.compile(r"[{}]")


class Said(str):
    """What a catalogue says, filled in. It is a plain string, but knows which one it is, so that a
    page can say it in another language too (`outputs/html_words.py`)."""

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]

    @classmethod
    def of(cls, text: str, key: str, values: Mapping[str, object]) -> Said:
        """`text`, which is the string `key` with these `values`."""
        said = cls(text)
        said.key, said.values = key, values
        return said


@dataclass(frozen=True, slots=True)
class Wording:
    """The strings of one language; call it with a key and the values."""

    path: Path
    """The catalogue, named in errors."""
    strings: Mapping[str, str]
    """Braces stand in them only as `{name}`."""

    @property
    def language(self) -> str:
        """The tag of the catalogue: `zh-Hans`."""
        return self.path.stem

    def __call__(self, key: str, **values: object) -> Said:
        """The string `key` with its `{…}` filled in.

        Raises TemplateError if the catalogue lacks the key or a value is not given.
        """
        try:
            text = self.strings[key]
            shown = {name: value for name, value in values.items() if f"{{{name}}}" in text}
            return Said.of(text.format(**values), key, shown)
        except KeyError as error:
            raise TemplateError(
                f"string {key!r}: {error.args[0]!r} is missing",
                path=self.path,
                line=line_of_key(self.path, key),
                hint="add the key to the catalogue, or the value where the string is used",
            ) from None

    def known(self, key: str, otherwise: str) -> str:
        """The string `key`, which has no values, or `otherwise` where the catalogue has none."""
        return self(key) if key in self.strings else otherwise

    def day(self, iso: str) -> str:
        """An ISO date in words: `2018-09-04` → 2018年9月4日; other words stay as they are.

        施行日期 may be words such as 自发布之日起, because the text states no day.
        """
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return self("date.long", year=day.year, month=self.month(day.month), day=day.day)

    def month(self, number: int) -> Said:
        """The name of a month, 1 to 12."""
        return self(f"month.{number}")


def read_wording(templates: Path, language: str) -> Wording:
    """The catalogue for `language`: `zh-Hans-CN` is served by `zh-Hans.yaml`.

    Raises TemplateError if there is none, or it cannot be read or used.
    """
    folder = templates / "catalogue"
    tags = language.split("-")
    try:
        for length in range(len(tags), 0, -1):
            path = folder / ("-".join(tags[:length]) + ".yaml")
            if path.is_file():
                return Wording(path, _checked(path, read_catalogue(path)))
    except ContentError as error:
        raise TemplateError(
            error.message, path=error.path, line=error.line, hint=error.hint
        ) from error
    except OSError as error:
        raise TemplateError(
            f"cannot be read: {error.strerror}", path=error.filename or folder
        ) from error
    raise TemplateError(
        f"no catalogue for the language {language!r}",
        path=folder,
        hint="add a catalogue, or change `language` in gazette.yaml",
    )


def catalogues(templates: Path) -> tuple[Wording, ...]:
    """Every catalogue there is, by its language tag. Raises TemplateError."""
    paths = sorted((templates / "catalogue").glob("*.yaml"))
    return tuple(read_wording(templates, path.stem) for path in paths)


def _checked(path: Path, strings: dict[str, str]) -> dict[str, str]:
    """Refuse every other thing that `str.format` would take a brace for."""
    for key, text in strings.items():
        if _BRACE.search(_SLOT.sub("", text)):
            raise TemplateError(
                f"string {key!r}: a brace that is not part of a {{name}}",
                path=path,
                line=line_of_key(path, key),
                hint="write values as {name}, small letters only; other braces are not possible",
            )
    return strings

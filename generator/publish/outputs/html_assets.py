"""Style sheets, scripts and pictures: copied into a folder named after their contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.errors import TemplateError

_IMPORT = re.compile(rb"""\b(?:from|import|new URL)\s*\(?\s*["']\./([^"'\s]+)["']""")
"""A script loading its neighbour: no template names it, and without it nothing runs."""

_REMARK = rb"/\*(?:(?!\*/).)*\*/"
_REMARKS = {
    ".css": re.compile(rb"^[ \t]*" + _REMARK + rb"[ \t]*\n", re.MULTILINE | re.DOTALL),
    ".js": re.compile(rb"^[ \t]*(?://[^\n]*|" + _REMARK + rb"[ \t]*)\n", re.MULTILINE | re.DOTALL),
}
"""Remarks that have their lines to themselves: a fifth of what a telephone would load."""

_INDENT = re.compile(rb"^[ \t]+", re.MULTILINE)
"""Before a line of a script: no text of ours in a script goes over several lines."""

_PAINTED = "theme.css"
"""The style sheet of sizes and colours: it takes the colour of the gazette, `var(--city)`."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets of a site, read into memory."""

    source: Path
    """The folder they come from, named in errors."""
    files: dict[str, bytes]
    """By their path below `source`."""

    address: str
    """Their folder in the site, `/assets/3f…/`."""

    def url(self, name: str) -> str:
        """The address of an asset in the site. Raises TemplateError where there is none."""
        if name not in self.files:
            raise TemplateError(
                "the file is missing, and the pages need it", path=self.source / name
            )
        return self.address + name

    def write(self, folder: Path) -> None:
        """Write all of them below the folder of the site."""
        for name, data in self.files.items():
            file = folder / PurePosixPath(self.address.lstrip("/")) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def read(templates: Path, palette: str, made: Mapping[str, bytes]) -> Assets:
    """Everything below `templates/assets/`, without the remarks in style sheets and scripts, the
    theme with `palette` behind it, and the files that were `made` for this site.

    Raises TemplateError for what cannot be read, is no file, leads out of `templates`, or imports
    a script that is not there.
    """
    source = templates / "assets"
    if not source.is_dir():
        raise TemplateError("the folder of assets is missing", path=source)
    list(source.iterdir())  # raises OSError where it is forbidden to look; `rglob` is silent
    paths = sorted(path for path in source.rglob("*") if path.is_symlink() or not path.is_dir())
    found = {
        path.relative_to(source).as_posix(): without_remarks(
            path.suffix, _read(path, templates.resolve())
        )
        for path in paths
    }
    if _PAINTED in found:
        found[_PAINTED] += b"\n" + palette.encode()
    for name, needed in _imports(found):
        if needed not in found:
            raise TemplateError(f"the file is missing, and {name} needs it", path=source / needed)
    found |= made
    return Assets(source, found, f"/assets/{_digest(found)}/")


def without_remarks(suffix: str, data: bytes) -> bytes:
    """A style sheet or script without its remarks, but for those behind code, on its line.

    >>> without_remarks(".css", b"/* why */\\na { b: c; } /* d */\\n")
    b'a { b: c; } /* d */\\n'
    """
    bare = _REMARKS[suffix].sub(b"", data) if suffix in _REMARKS else data
    return _INDENT.sub(b"", bare) if suffix == ".js" else bare


def _digest(files: dict[str, bytes]) -> str:
    """One for all, so that a script may import its neighbour by its plain name."""
    digest = sha256()
    for name, data in files.items():
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:12]


def _read(path: Path, templates: Path) -> bytes:
    target = path.resolve()
    if not target.exists():
        raise TemplateError("is a link to a file that does not exist", path=path)
    if not target.is_relative_to(templates):
        raise TemplateError(
            f"is a link out of the folder of templates, to {target}",
            path=path,
            hint="put a copy of the file here: all that is in this folder is published",
        )
    if not target.is_file():
        raise TemplateError("is not a file", path=path, hint="put plain files here, no links")
    return path.read_bytes()


def _imports(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """(script, what it imports)."""
    for name, data in files.items():
        if name.endswith(".js"):
            for needed in _IMPORT.findall(data):
                yield name, str(PurePosixPath(name).parent / needed.decode("utf-8", "replace"))

"""What people say about a source: the entries of `corrections/<id>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.provenance import Span
from generator.model.text import Table


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's fix, an entry of `corrections/<id>.yaml`: exact, or it does not apply."""

    line: int
    """The raw line on which `find` stands."""
    find: str
    """The text to replace; must stand exactly once on that line."""
    replace: str
    """What it should read."""
    reason: str
    """Why it is certain."""
    by: str
    """The role of the person, e.g. 责任编辑; never a personal name."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Text that is probably wrong and stays as it is; the reader is told."""

    line: int
    """The raw line it stands on."""
    doubt: str
    """Why, in Chinese, for the reader."""
    find: str = ""
    """The doubtful text; stands exactly once on that line. Empty for something that the source
    lacks there (a figure, a line), which becomes a gap behind the block of the line."""
    by: str = "rule"
    """`rule`, or the role of the person who doubts."""
    rule: str = ""
    """Name of the rule that doubts; empty for a person's doubt."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""


@dataclass(frozen=True, slots=True)
class SuppliedTable:
    """A table that a person copied from the print, for lines that cannot be rebuilt honestly."""

    lines: Span
    """The raw lines of the verbatim text it stands for, all of them."""
    table: Table
    """What the print has. Its rows have no origin: none of them is a line of the source."""
    reason: str
    """From what it was copied."""
    by: str
    """The role of the person; never a personal name."""
    file_line: int = field(default=0, compare=False)
    """Line of the YAML file on which the entry begins, for errors; 0 where it is in no file."""


Written = Correction | Doubt | SuppliedTable
"""An entry, as a person wrote it or `gazette adopt` writes it down."""

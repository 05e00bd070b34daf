"""Every type of data that passes between the rooms.

All are frozen: a room that changes something makes a new value. Line numbers are 1-based and count
the raw source split at "\\n" only. `model` imports nothing of ours.
"""

from generator.model.corrections import Correction, Doubt, SuppliedTable, Written
from generator.model.finding import Finding
from generator.model.issue import (
    Annex,
    ContentsEntry,
    Issue,
    Item,
    Masthead,
    Publication,
    Repeal,
    Role,
    Source,
)
from generator.model.provenance import Line, Repair, Span
from generator.model.text import (
    Block,
    Cell,
    Entry,
    Gap,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    TableKind,
    Text,
    Verbatim,
    placed,
    plain,
)

__all__ = [
    "Annex",
    "Block",
    "Cell",
    "ContentsEntry",
    "Correction",
    "Doubt",
    "Entry",
    "Finding",
    "Gap",
    "Heading",
    "Issue",
    "Item",
    "Line",
    "ListItem",
    "Masthead",
    "Paragraph",
    "Publication",
    "Repair",
    "Repeal",
    "Role",
    "Row",
    "Run",
    "Signature",
    "Source",
    "Span",
    "SuppliedTable",
    "Table",
    "TableKind",
    "Text",
    "Verbatim",
    "Written",
    "placed",
    "plain",
]

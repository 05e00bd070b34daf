"""The body of an item: Markdown to blocks and back; and the lines that belong to no item."""

from generator.document.body.matter import escape_matter, flag_matter, parse_matter
from generator.document.body.parse import parse, parse_with_lines
from generator.document.body.render import render, render_block

__all__ = [
    "escape_matter",
    "flag_matter",
    "parse",
    "parse_matter",
    "parse_with_lines",
    "render",
    "render_block",
]

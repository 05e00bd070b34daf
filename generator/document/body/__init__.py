"""The body of an item: Markdown to blocks and back."""

from generator.document.body.parse import parse, parse_with_lines
from generator.document.body.render import render, render_block

__all__ = ["parse", "parse_with_lines", "render", "render_block"]

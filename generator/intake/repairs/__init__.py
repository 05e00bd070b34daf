"""Lines to Lines: one rule per file, in the order of REPAIRS.

A rule is pure: it touches no file, no clock, no network. What is doubtful it leaves alone. To add
one: a file, a row here, its cases in tests/intake/cases/repairs.yaml, and its name for readers in
the catalogue.
"""

from __future__ import annotations

from generator.intake.ledger import Rule
from generator.intake.repairs.block_marks import block_marks
from generator.intake.repairs.brackets import brackets
from generator.intake.repairs.cell_breaks import cell_breaks
from generator.intake.repairs.check_boxes import check_boxes
from generator.intake.repairs.controls import controls
from generator.intake.repairs.document_numbers import document_numbers
from generator.intake.repairs.doubled_characters import doubled_characters
from generator.intake.repairs.escapes import escapes
from generator.intake.repairs.fake_bold import fake_bold
from generator.intake.repairs.foreign_words import foreign_words
from generator.intake.repairs.full_width_letters import full_width_letters
from generator.intake.repairs.glyph_splits import glyph_splits
from generator.intake.repairs.letter_spacing import letter_spacing
from generator.intake.repairs.links import links
from generator.intake.repairs.look_alikes import look_alikes
from generator.intake.repairs.ocr_marks import ocr_marks
from generator.intake.repairs.page_furniture import page_furniture
from generator.intake.repairs.punctuation import punctuation
from generator.intake.repairs.quotation_marks import quotation_marks
from generator.intake.repairs.roman_numerals import roman_numerals
from generator.intake.repairs.scrambled_table import scrambled_table
from generator.intake.repairs.spaced_table import spaced_table
from generator.intake.repairs.spacing import ocr_spacing, spacing
from generator.intake.repairs.stray_column import stray_column
from generator.intake.repairs.tex import tex
from generator.intake.repairs.variant_characters import variant_characters

REPAIRS: tuple[tuple[str, Rule, frozenset[str]], ...] = (
    ("controls", controls, frozenset()),
    ("page_furniture", page_furniture, frozenset()),
    ("block_marks", block_marks, frozenset({"markdown"})),
    ("ocr_marks", ocr_marks, frozenset({"ocr"})),
    ("full_width_letters", full_width_letters, frozenset()),
    ("variant_characters", variant_characters, frozenset()),
    ("look_alikes", look_alikes, frozenset()),
    ("glyph_splits", glyph_splits, frozenset()),
    ("stray_column", stray_column, frozenset({"markdown"})),
    ("scrambled_table", scrambled_table, frozenset({"ocr"})),
    ("doubled_characters", doubled_characters, frozenset()),
    ("spaced_table", spaced_table, frozenset({"pdf_text", "plain"})),
    ("links", links, frozenset({"markdown"})),
    ("check_boxes", check_boxes, frozenset({"markdown"})),
    ("escapes", escapes, frozenset({"markdown"})),
    ("tex", tex, frozenset({"markdown"})),
    ("fake_bold", fake_bold, frozenset({"pdf_text"})),
    ("foreign_words", foreign_words, frozenset()),
    ("document_numbers", document_numbers, frozenset()),
    ("ocr_spacing", ocr_spacing, frozenset({"ocr"})),
    ("quotation_marks", quotation_marks, frozenset({"ocr"})),
    ("punctuation", punctuation, frozenset()),
    ("brackets", brackets, frozenset()),
    ("letter_spacing", letter_spacing, frozenset()),
    ("spacing", spacing, frozenset()),
    ("cell_breaks", cell_breaks, frozenset()),
    ("roman_numerals", roman_numerals, frozenset()),
)
"""Name, rule, and the kinds of source it is for; an empty set means all."""


def for_kind(kind: str) -> list[tuple[str, Rule]]:
    """The rules for a kind of source, in order."""
    return [(name, rule) for name, rule, kinds in REPAIRS if not kinds or kind in kinds]

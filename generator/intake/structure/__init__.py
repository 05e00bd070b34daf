"""Repaired lines to an Issue. `build` in `issue.py` tells the order of the work."""

from generator.intake.structure.issue import build

__all__ = ["build"]

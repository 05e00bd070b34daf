"""`python -m tests.accuracy`: how well the five sources are read, in figures.

With `--misses` every miss is listed: source line, what was wanted, what was found.
"""

from __future__ import annotations

import argparse

from tests.accuracy import findings, items, outline, proofs, tables
from tests.accuracy.measures import Measure

PARTS = {
    "outline": outline.measures,
    "items": items.measures,
    "tables": tables.measures,
    "proof": proofs.measures,
    "findings": findings.measures,
}


def main() -> int:
    """Prints the table; 1 where a figure does not clear its bar."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("part", nargs="*", choices=[[], *PARTS], help="measure these parts only")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    options = parser.parse_args()
    rows = [row for name in options.part or PARTS for row in PARTS[name]()]
    for row in rows:
        print(row.row())
    if options.misses:
        list_misses(rows)
    return 0 if all(row.ok for row in rows) else 1


def list_misses(rows: list[Measure]) -> None:
    """Prints the misses, by measure."""
    for row in rows:
        if row.misses and row.text != "all":
            print(f"\n{row.name}, {row.text}: {len(row.misses)}")
        for miss in row.misses if row.text != "all" else ():
            print(f"  {miss.text}:{miss.line}\n    wanted {miss.wanted}\n    found  {miss.found}")


if __name__ == "__main__":
    raise SystemExit(main())

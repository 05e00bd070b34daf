"""`python -m benchmarks.corpus FOLDER DOCUMENTS`: an archive of any size, made of the real text.

The folder gets what a content folder has: `gazette.yaml`, `sources/`, `issues/`. The same numbers
give the same bytes, and a larger archive begins with the smaller one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpus.writing import write


def main() -> None:
    """Write the corpus and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, help="a content folder, which must not exist yet")
    parser.add_argument("documents", type=int, help="how many documents")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    issues = write(options.folder, options.documents, options.seed)
    print(f"{options.documents} documents in {issues} issues: {options.folder}")


if __name__ == "__main__":
    main()

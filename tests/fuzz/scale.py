"""How long and how much memory an import takes, by the size of its source.

    python -m tests.fuzz.scale                    every shape at 1, 2, 5 and 10 MB
    python -m tests.fuzz.scale issue --sizes 50   one shape at one size
    python -m tests.fuzz.scale issue --sizes 2 --profile

Twice the size should take about twice the time: `growth` is seconds a MB, held against those of
the smallest size.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.errors import GazetteError
from generator.intake import import_source
from tests.fuzz.shapes import SHAPES
from tests.intake.laws import publication

MEGABYTE = 1_000_000


def measure(shape: str, size: int, *, profile: bool) -> tuple[float, float]:
    """Processor seconds and megabytes that importing a source of `size` bytes takes at most."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        (root / "sources").mkdir()
        id_ = "2021-02" if shape.endswith("-pdf") else "2018-05"
        (root / "sources" / f"{id_}.txt").write_text(SHAPES[shape](size), "utf-8")
        watch = cProfile.Profile()
        start = time.process_time()
        if profile:
            watch.enable()
        try:
            import_source(root, id_, publication=publication())
        except GazetteError as refused:
            print(f"refused: {refused}", file=sys.stderr)
        watch.disable()
        seconds = time.process_time() - start
        if profile:
            pstats.Stats(watch).sort_stats("tottime").print_stats(25)
        shutil.rmtree(root, ignore_errors=True)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measures each shape at each size, in a process of its own so that memory is its own too."""
    told = argparse.ArgumentParser(prog="python -m tests.fuzz.scale")
    told.add_argument("shapes", nargs="*", metavar="SHAPE", help=", ".join(SHAPES))
    told.add_argument("--sizes", nargs="+", type=float, default=[1, 2, 5, 10], metavar="MB")
    told.add_argument("--profile", action="store_true", help="print where the time goes")
    told.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = told.parse_args()
    if args.here:
        seconds, memory = measure(
            args.shapes[0], int(args.sizes[0] * MEGABYTE), profile=args.profile
        )
        print(f"{seconds:.2f} {memory:.0f}")
        return
    for shape in args.shapes or SHAPES:
        first = 0.0
        for size in args.sizes:
            command = [
                sys.executable,
                "-m",
                "tests.fuzz.scale",
                shape,
                "--sizes",
                str(size),
                "--here",
            ]
            command += ["--profile"] if args.profile else []
            said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
            *rest, last = said.strip().split("\n")
            print("\n".join(rest)) if rest else None
            seconds, memory = map(float, last.split())
            first = first or seconds / size
            print(
                f"{shape:<12} {size:>5} MB {seconds:>8.1f} s {memory:>7.0f} MB"
                f"   growth {seconds / size / first:.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()

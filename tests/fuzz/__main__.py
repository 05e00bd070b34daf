"""Feeds the intake with damaged sources and looks for what must never happen.

    make fuzz                                     ten minutes
    python -m tests.fuzz --seconds 60 --seed 7    the same minute every time
    python -m tests.fuzz --case .fuzz/crash-1.txt one case again

A finding is a crash (anything but a GazetteError), a hang (more seconds than the size allows), a
broken law, a text refused as Markdown, or a source that takes four times as long when it is twice
as long. The smallest input that shows it is kept under .fuzz/. Exit code 1 means findings.
"""

from __future__ import annotations

import argparse
import random
import secrets
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

from generator.errors import GazetteError, SourceError
from tests.fuzz import mutate
from tests.intake.laws import CONTENT, broken

KEPT = Path(__file__).parents[2] / ".fuzz"
SECONDS_A_CHARACTER = 60e-6
"""What a case may take: five times what the slowest committed source does."""
SECONDS_A_LINE = 400e-6
"""What a line may take besides: as much as one of the committed sources whose lines are shortest.

A text of 8,000 lines of one character each has the work of 8,000 lines.
"""
LEAST_SECONDS = 1.0
_SLOW = 3.0
"""Twice the length in more than so many times the time is more than linear growth."""
_WORTH_TIMING = 0.15
"""Seconds below which a time says nothing."""


class HangError(Exception):
    """A case took too long."""


def outcome(data: bytes, seconds: float) -> str:
    """What is wrong with a case, in one line that is the same for the same fault; else empty."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HangError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            laws = broken(data, "2018-05", Path(scratch))
        return f"broken law: {', '.join(laws)}" if laws else ""
    except HangError as hang:
        return f"hang: {_place(hang)}"
    except SourceError:
        return ""
    except GazetteError as refused:
        return f"refused as Markdown: {refused.message[:40]}"
    except Exception as crash:  # noqa: BLE001 - any other error is what is looked for
        return f"crash: {type(crash).__name__} at {_place(crash)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _place(error: Exception) -> str:
    """The innermost line of ours on the way to the error."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = [step for step in steps if "generator" in step.filename] or steps
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"


def allowed(data: bytes) -> float:
    """How many seconds a case may take."""
    lines = len(data.decode("utf-8", "replace").splitlines())
    return LEAST_SECONDS + len(data) * SECONDS_A_CHARACTER + lines * SECONDS_A_LINE


def smallest(data: bytes, fault: str, until: float) -> bytes:
    """A smaller input with the same fault: ever smaller runs of bytes are left out."""
    size = len(data) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(data) and time.monotonic() < until:
            less = data[:at] + data[at + size :]
            if less and outcome(less, allowed(less)) == fault:
                data = less
            else:
                at += size
        size //= 2
    return data


def grows_too_fast(text: str) -> bool:
    """Whether the text four times over takes far more than twice what it takes twice over."""
    times = []
    for often in (2, 4):
        data = "\n".join([text] * often).encode()
        start = time.process_time()
        if outcome(data, 4 * allowed(data)).startswith("hang"):
            return True
        times.append(time.process_time() - start)
    return times[0] > _WORTH_TIMING and times[1] > _SLOW * times[0]


def made(sources: list[str], chance: random.Random) -> str:
    """The text of one case."""
    text = chance.choice(sources)
    if chance.random() < 0.95:
        text = mutate.part(text, chance)
    if chance.random() < 0.2:
        text += "\n" + mutate.part(chance.choice(sources), chance)
    return mutate.lines(text, chance, chance.choice((1, 2, 5, 20, 60)))


def keep(seed: int, kind: str, number: int, data: bytes) -> Path:
    """Writes a case down."""
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{seed}-{kind.split(':')[0].replace(' ', '-')}-{number}.txt"
    path.write_bytes(data)
    return path


def hunt(seconds: float, seed: int) -> int:
    """Tries cases until the time is over; returns how many different faults it found."""
    chance = random.Random(seed)
    sources = [path.read_text("utf-8") for path in sorted((CONTENT / "sources").iterdir())]
    end = time.monotonic() + seconds
    found: Counter[str] = Counter()
    cases = 0
    while time.monotonic() < end:
        cases += 1
        text = made(sources, chance)
        data = mutate.encoded(text, chance)
        fault = outcome(data, allowed(data))
        if not fault and cases % 40 == 0 and grows_too_fast(text):
            fault = "growth: more than linear"
        if fault:
            found[fault] += 1
        if found[fault] == 1:
            least = data if "growth" in fault else smallest(data, fault, time.monotonic() + 20)
            path = keep(seed, fault, len(found), least)
            print(f"case {cases}: {fault}\n    {len(least)} bytes in {path}", flush=True)
    print(f"seed {seed}: {cases} cases, {len(found)} different faults {dict(found)}")
    return len(found)


def main() -> None:
    """Runs the hunt, or one case."""
    told = argparse.ArgumentParser(prog="python -m tests.fuzz")
    told.add_argument("--seconds", type=float, default=600)
    told.add_argument("--seed", type=int, help="the same seed makes the same cases")
    told.add_argument("--case", type=Path, help="a file of .fuzz/ to try again")
    args = told.parse_args()
    if args.case:
        data = args.case.read_bytes()
        fault = outcome(data, allowed(data))
        print(fault or "nothing is wrong")
        sys.exit(bool(fault))
    seed = secrets.randbelow(1_000_000) if args.seed is None else args.seed
    print(f"seed {seed}, {args.seconds:.0f} seconds", flush=True)
    sys.exit(bool(hunt(args.seconds, seed)))


if __name__ == "__main__":
    main()

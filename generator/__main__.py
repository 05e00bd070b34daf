"""Where the command `gazette` begins, with nothing loaded: Ctrl-C is heard from here on."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    try:
        from generator.cli import main as command

        command(prog_name="gazette")
    except KeyboardInterrupt:
        sys.stderr.write("gazette: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()

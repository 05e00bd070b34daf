"""How errors leave the command: a message for a person and an exit code for a machine."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.report import complain
from generator.errors import ContentError, GazetteError, OutputError, SourceError, TemplateError

INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""
_UNHEARD = 141
"""128 + SIGPIPE: what every program ends with whose reader (`| head`) has gone away."""


class PressCommand(click.Command):
    """A command that turns an OSError nobody expected into an error of the room it came from."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _error_of_room(error, ctx.params) from error


class PressGroup(click.Group):
    """A group of commands that turns every GazetteError into its message and exit code."""

    command_class = PressCommand

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 — as in click
        """Run the whole command line, on a terminal or into a file of any encoding."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*args, **extra)
        except OSError as error:  # from click itself: --help, --version
            complain(f"the output cannot be written: {error.strerror}")
            sys.exit(OutputError.exit_code)
        finally:
            _close_output()

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand. Prints no traceback for what a person can mend."""
        try:
            return super().invoke(ctx)
        except GazetteError as error:
            complain(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(_UNHEARD)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work, not of the alphabet."""
        return list(self.commands)


def _close_output() -> None:
    """Drop what stdout and stderr could not take, of which Python would complain at its end."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _error_of_room(error: OSError, params: dict[str, Any]) -> GazetteError:
    """The error of the room to which the file belongs: site, templates, sources, content."""
    message = f"cannot be read or written: {error.strerror or error}"
    if not isinstance(error.filename, str | Path):
        return ContentError(message)
    path = Path(error.filename).absolute()
    root, site, templates = (params.get(name) for name in ("root", "site", "templates"))
    rooms: list[tuple[Path, type[GazetteError]]] = []
    if site is not None:
        rooms += [(site, OutputError)]
    if templates is not None:
        rooms += [(templates, TemplateError)]
    if root is not None:
        rooms += [(root / "sources", SourceError)]
    for folder, kind in rooms:
        if path.is_relative_to(folder.absolute()):
            return kind(message, path=error.filename)
    return ContentError(message, path=error.filename)

"""How errors leave the command: a message for a person and an exit code for a machine."""

from __future__ import annotations

import click

from generator.errors import GazetteError

INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""


class PressGroup(click.Group):
    """A group of commands that turns every GazetteError into its message and exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand. Prints no traceback for what a person can mend."""
        try:
            return super().invoke(ctx)
        except GazetteError as error:
            click.echo(f"gazette: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("gazette: interrupted", err=True)
            ctx.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work, not of the alphabet."""
        return list(self.commands)

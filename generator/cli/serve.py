"""`gazette serve`: the built site in a browser, on this machine only."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import click

from generator.cli import options
from generator.cli.group import PressCommand
from generator.cli.report import say
from generator.errors import OutputError, UsageError

HOST = "127.0.0.1"


@click.command(
    cls=PressCommand,
    epilog="""\b
Examples:
  gazette serve
  gazette serve --port 8080
""",
)
@options.root
@options.site
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port; 0 takes any that is free.",
)
@options.quiet
def serve(root: Path, site: Path, port: int, quiet: bool) -> None:
    """Serve the built site on 127.0.0.1 until Ctrl-C, under the path it is published at."""
    from generator.document import read_publication

    if not (site / "index.html").is_file():
        raise OutputError(
            "no site is built here", path=site, hint="run `make site`, or `gazette build`"
        )
    prefix = urlsplit(read_publication(root).base_url).path or "/"
    handler = partial(_SiteHandler, directory=str(site), prefix=prefix, quiet=quiet)
    try:
        server = _Server((HOST, port), handler)
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {error.strerror}", hint="name another: --port 8001"
        ) from error
    with server:
        say(f"http://{HOST}:{server.server_address[1]}{prefix}  (Ctrl-C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")


class _Server(ThreadingHTTPServer):
    """Takes it calmly when a browser goes away before it has the whole answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what went wrong, unless the connection was broken off."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _SiteHandler(SimpleHTTPRequestHandler):
    """Serves the site as its host does: under a prefix, with its own page for what is missing."""

    def __init__(self, *args: Any, prefix: str, quiet: bool, **kwargs: Any) -> None:
        self._prefix = prefix
        self._quiet = quiet
        self.extensions_map = {**self.extensions_map, ".atom": "application/atom+xml"}
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer a request; the bare host leads to the home page."""
        if self.path == "/" != self._prefix:
            self.send_response(302)
            self.send_header("Location", self._prefix)
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """The file of a request; outside the prefix, or no path, one that does not exist."""
        if not path.startswith(self._prefix) or "\0" in unquote(path):
            return str(Path(self.directory, "outside", "the", "prefix"))
        return super().translate_path("/" + path.removeprefix(self._prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page, any other error as usual."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 — http.server's own name
        """One line per request, unless --quiet."""
        if not self._quiet:
            super().log_message(format, *args)

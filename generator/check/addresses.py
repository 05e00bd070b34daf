"""Where the addresses lead that pages, feeds and lists name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a page or another file of the site names."""

    address: str
    line: int | None
    loads: bool
    """Whether the browser fetches it by itself (a script, an image), without a click."""


def followed(
    reference: Reference, page: str, site: Path, base_url: str, ids: dict[str, frozenset[str]]
) -> tuple[str, str] | None:
    """Code and message where an address leads nowhere, or fetches from another host."""
    try:
        address, fragment = urldefrag(urljoin(urljoin(base_url, page), reference.address))
    except ValueError:  # `http://[`
        return "S101", f"{reference.address} is no address"
    if address.startswith("data:") and reference.loads:
        return None
    if not address.startswith(base_url):
        if reference.loads:
            return "S104", f"the page loads {reference.address}"
        if _origin(address) == _origin(base_url):
            return "S101", f"{reference.address} is outside {base_url}"
        return None
    path = unquote(address[len(base_url) :].partition("?")[0])
    if path.endswith("/") or not path:
        path += "index.html"
    if not _is_file(site / path):
        return "S101", f"{reference.address} leads to {path}, which does not exist"
    target = unquote(fragment)
    if target and path in ids and target not in ids[path]:
        return "S102", f"{reference.address}: {path} has no id `{target}`"
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])

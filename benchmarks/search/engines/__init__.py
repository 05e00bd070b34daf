"""What can be asked: each engine is opened on a site and answers queries with addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Find = Callable[[Sequence[str]], list[frozenset[str]]]
"""Queries → for each the addresses of the pages found, inside the site."""

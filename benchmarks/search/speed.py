"""How long a reader waits on the real search page, from a key to the first result, in Chromium."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

_WATCH = """() => {
    let pressed = 0;
    globalThis.waited = 0;
    const press = () => { pressed = performance.now(); globalThis.waited = 0; };
    addEventListener("input", press, true);
    addEventListener("keydown", press, true);
    const isResult = (node) => node.nodeName === "LI";
    new MutationObserver((changes) => {
        const come = changes.some(({ addedNodes }) => [...addedNodes].some(isResult));
        if (come && pressed && !globalThis.waited) globalThis.waited = performance.now() - pressed;
    }).observe(document.getElementById("search-results"), { childList: true });
}"""
_PATIENCE = 30_000
"""Milliseconds to wait for a result."""


@dataclass
class Waits:
    """Milliseconds, one for each query."""

    first: list[float] = field(default_factory=list)
    """From the last key of the first question of a visit, without the Enter key."""
    later: list[float] = field(default_factory=list)
    """The same of a later question."""
    entered: list[float] = field(default_factory=list)
    """From the Enter key."""


def measure(browser: Browser, base: str, queries: Sequence[str]) -> Waits:
    """Ask every query in each of the ways; three questions are a visit with an empty cache."""
    waits = Waits()
    for place in range(len(queries)):
        first, later, entered = (queries[(place + n) % len(queries)] for n in (0, 1, 2))
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{base}search/", wait_until="networkidle")
        page.evaluate(_WATCH)
        page.locator("#search-query").focus()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)  # nobody types a question at once
        waits.first.append(_typed(page, first, enter=False))
        waits.later.append(_typed(page, later, enter=False))
        waits.entered.append(_typed(page, entered, enter=True))
        context.close()
    return waits


def _typed(page: Page, query: str, *, enter: bool) -> float:
    """Put the query in place of what stands there, as an input method does, in one piece."""
    page.locator("#search-query").select_text()
    page.keyboard.insert_text(query)
    if enter:
        page.keyboard.press("Enter")
    page.wait_for_function("() => waited > 0", timeout=_PATIENCE)
    waited: float = page.evaluate("() => waited")
    page.wait_for_timeout(1000)  # the answer of all shards follows
    return waited

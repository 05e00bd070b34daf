"""Fixtures that several folders of tests share: the repository, a browser, the built site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from generator.check import check_issue
from generator.publish.build import build_site
from tests.tools import chromium
from tests.tools.server import StaticServer

ROOT = Path(__file__).parent.parent

Serve = Callable[..., str]
"""`serve(folder, prefix="/")` → the address, with the slash at its end."""


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves folders over HTTP on 127.0.0.1 until the session ends."""
    with ExitStack() as stack:

        def start(folder: Path, prefix: str = "/") -> str:
            return stack.enter_context(StaticServer(folder, prefix))

        yield start


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Started once: a second one beside it is refused."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def executable(playwright: Playwright) -> Path:
    """The Chromium of the tests. Its absence is a failure, never a skip."""
    found = chromium.find(playwright)
    if found is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser(playwright: Playwright, executable: Path) -> Iterator[Browser]:
    """A headless Chromium."""
    started = playwright.chromium.launch(
        executable_path=executable, args=list(chromium.FLAGS), headless=True
    )
    yield started
    started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 × 800, in a context of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, built once for the session."""
    out = tmp_path_factory.mktemp("built") / "site"
    content = ROOT / "content"
    build_site(content, out, ROOT / "templates", examine=check_issue)
    return out


@pytest.fixture(scope="session")
def site_url(site: Path, serve: Serve) -> str:
    """The address of the built site, with the slash at its end."""
    return serve(site)

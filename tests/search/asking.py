"""Questions put to the search page, as a reader does."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def ask(page: Page, query: str, **limits: str) -> list[str]:
    """The titles found for a query typed into the form."""
    form = page.locator("#search-form")
    form.locator("[name=q]").fill(query)
    for name, value in limits.items():
        form.locator(f"[name={name}]").select_option(value)
    form.get_by_role("button", name="检索").click()
    return titles(page)


def titles(page: Page) -> list[str]:
    """The titles of the results, once they are there."""
    status = page.get_by_role("status")
    expect(status).not_to_have_text("")
    expect(status).not_to_contain_text("正在检索")
    return page.locator("#search-results h2").all_inner_texts()

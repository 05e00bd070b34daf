"""What axe finds on a page: WCAG 2.2 A and AA, and its best practices."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.tools import node

AXE = node.PACKAGES / "axe-core/axe.min.js"
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

UNSTICK = """
for (const element of document.querySelectorAll("*")) {
  const style = getComputedStyle(element);
  if (style.position === "sticky") element.style.position = "static";
  if (style.contentVisibility === "auto") element.style.contentVisibility = "visible";
}
"""
"""Behind what sticks axe cannot tell the contrast and gives up; what is not laid out has no size
to be measured."""


def violations(page: Page) -> dict[str, list[str]]:
    """Rule → the first places that break it. The context of the page must bypass the policy of
    the pages, which forbids the script of axe; the policy has its own tests."""
    page.evaluate(UNSTICK)
    page.add_script_tag(path=AXE)
    run = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    found = page.evaluate("run => axe.run(document, run)", run)["violations"]
    return {one["id"]: [place["html"][:160] for place in one["nodes"][:3]] for one in found}

"""axe-core in a page: what stands in the way of somebody who reads with something else than eyes."""

from typing import Any

from playwright.sync_api import Page

from tests.gates import REPOSITORY

SCRIPT = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
# Rows beyond the first thirty of a long table, list or drawing are made by the same line of a template; axe compares
# every element with its neighbours, and 290 rows take it most of a minute on a slow machine.
SHORTEN = """for (const parent of document.querySelectorAll('tbody, ul, ol, svg, g, datalist'))
    [...parent.children].slice(30).forEach(child => child.remove())"""
# Everything axe knows of WCAG 2.2 A and AA, and its best practices.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, *, only: list[str] | None = None) -> list[str]:
    """One line for each violation: the rule, and where. `only` names rules; otherwise all run."""
    if not page.evaluate("typeof axe === 'object'"):
        # Evaluated, not added as a script element: the content security policy would refuse that.
        page.evaluate(SCRIPT.read_text("utf-8"))
        page.evaluate(SHORTEN)
    run_only = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    # Without `resultTypes` it also describes every element that passes, which takes most of the time.
    options = {"runOnly": run_only, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'].splitlines()[-1].strip()}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]

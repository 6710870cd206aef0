"""What a box, a derivation and a prediction answer is read out: in a live region that was there before, put in once."""

import pytest
from playwright.sync_api import expect

from tools.chromium import visit

ROOT = {"answer": '[data-answer="4a"]', "derivation": '[data-derivation="4a"]', "prediction": '[data-predict="4a"]'}
# Each change of a region as the browser hands it over.
WATCH = """e => {
  window.region = e;
  window.heard = [];
  new MutationObserver(() => window.heard.push(e.textContent)).observe(e, { childList: true, characterData: true,
    subtree: true });
}"""


def region(page, selector):
    """Return what a screen reader is told of an element: role, live and atomic, or None if it is told nothing."""
    devtools = page.context.new_cdp_session(page)
    whole = devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = devtools.send("DOM.querySelector", {"nodeId": whole, "selector": selector})["nodeId"]
    backend = devtools.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
    for found in devtools.send("Accessibility.getFullAXTree")["nodes"]:
        if found.get("backendDOMNodeId") == backend and not found["ignored"]:
            has = {one["name"]: one["value"].get("value") for one in found.get("properties", [])}
            return found["role"]["value"], has.get("live"), has.get("atomic")
    return None


def ask(page, kind):
    """Write something wrong, and press the button that is answered."""
    root = page.locator(ROOT[kind])
    if kind == "prediction":
        root.locator("input").first.check()
        root.get_by_role("button", name=", 70 %").click()
        return
    root.locator("textarea").fill("X.T @ y" if kind == "answer" else "w = X^T y")
    root.get_by_role("button", name="Check").click()


@pytest.mark.parametrize("kind", ROOT)
def test_a_verdict_is_heard(browser, address, kind):
    output = f"{ROOT[kind]} output"
    with visit(browser, address + "chapters/4_ridge.html", viewport={"width": 1280, "height": 800}) as (page, log):
        page.locator(ROOT["answer"]).scroll_into_view_if_needed()
        page.locator(f"{ROOT['answer']}[data-ready]").wait_for()
        if kind == "derivation":
            page.locator(f"details:has({ROOT[kind]}) > summary").click()
            page.locator(f"{ROOT[kind]}[data-ready]").wait_for()
        page.locator(ROOT[kind]).evaluate("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })")
        for _ in range(50):  # what comes into view is laid out, and then heard of
            if region(page, output):
                break
            page.wait_for_timeout(100)
        assert region(page, output) == ("status", "polite", True)
        page.locator(output).evaluate(WATCH)
        ask(page, kind)
        expect(page.locator(output)).to_have_attribute("data-verdict", "wrong")
        assert page.evaluate("window.region.isConnected")
        said = [text for text in page.evaluate("window.heard") if not text.endswith("…")]  # where it takes its time
        assert said == [page.locator(output).evaluate("e => e.textContent")]
        log.assert_clean()

"""What a page with boxes loads, and when; what is said of a file that does not come."""

import pytest
from playwright.sync_api import expect

from tools.chromium import visit


def test_nothing_is_loaded_before_a_box_is_near(boxes):
    with boxes.open("far") as (page, log):
        page.wait_for_timeout(300)
        assert not [address for address in log.requests if "engine" in address or "/answers/" in address]
        page.locator("[data-answer]").scroll_into_view_if_needed()
        page.locator("[data-answer][data-ready]").wait_for()
        assert sum("engine" in address for address in log.requests) == 1
        assert sum("slope.js" in address for address in log.requests) == 1


def test_linear_algebra_is_loaded_when_an_answer_names_it(boxes, answer):
    with boxes.open("all") as (page, log):
        assert answer(page, "slope", "x / w if w else 0").get_attribute("data-verdict") == "right"
        assert not [address for address in log.requests if "further" in address]
        for text in ("np.linalg.norm([x]) / w", "from numpy.linalg import norm\nnorm([x]) / w", "np.nothing(x)"):
            verdict = answer(page, "slope", text).get_attribute("data-verdict")
            assert verdict == ("beyond" if "nothing" in text else "incomplete")
        assert sum("further" in address for address in log.requests) == 1


def test_without_a_network_it_says_so_and_tries_again(boxes, answer):
    with boxes.open("all", clean=False) as (page, _):
        page.route("**/answers_further.js*", lambda route: route.abort())
        output = answer(page, "slope", "np.linalg.det(np.array([[x]])) / w if w else 0")
        assert output.get_attribute("data-verdict") == "beyond" and "without a network" in output.inner_text()
        page.unroute("**/answers_further.js*")
        waiting = []  # what is asked for, and not given yet
        page.route("**/answers_further.js*", lambda route: waiting.append(route))
        page.locator("[data-answer=slope] button").click()
        expect(page.locator("[data-answer=slope] output")).to_have_text("Checking …")
        waiting[0].continue_()
        page.locator("[data-answer=slope] output[data-verdict=right]").wait_for()


@pytest.mark.parametrize("file, body",
                         [("answers_engine", None), ("answers/slope", None), ("answers/slope", "answerBo")])
def test_what_did_not_come_or_came_broken_can_be_asked_for_again(boxes, answer, file, body):
    with visit(boxes.browser) as (page, _):
        failing = (lambda route: route.abort()) if body is None else (
            lambda route: route.fulfill(body=body, content_type="text/javascript"))
        page.route(f"**/{file}.js*", failing)
        page.goto(f"{boxes.address}all.html")
        said = page.locator("[data-answer=slope] output")
        expect(said).to_contain_text("A file did not come: are you without a network?")
        page.unroute(f"**/{file}.js*")
        said.get_by_role("button", name="Try again").click()
        expect(said).to_be_empty()
        assert page.locator("[data-answer=slope] textarea").evaluate("e => e === document.activeElement")
        assert answer(page, "slope", "x / w if w else 0").get_attribute("data-verdict") == "right"


def test_a_derivation_whose_script_did_not_come_can_be_asked_for_again(boxes):
    with visit(boxes.browser) as (page, _):
        page.route("**/answers_derivation.js*", lambda route: route.abort())
        page.goto(f"{boxes.address}steps.html")
        page.locator(".answer-steps > summary").click()
        again = page.locator("[data-derivation=least] output").get_by_role("button", name="Try again")
        again.wait_for()
        page.unroute("**/answers_derivation.js*")
        again.click()
        page.locator("[data-derivation=least][data-ready]").wait_for()


def test_it_works_from_a_folder(boxes, answer):
    with boxes.open("all", address=f"file://{boxes.folder}/") as (page, _):
        assert answer(page, "gram", "X.T @ X + np.diag(k)").get_attribute("data-verdict") == "right"


def test_without_javascript_the_stored_output_is_shown(boxes):
    with boxes.open("all", java_script_enabled=False) as (page, _):
        assert page.get_by_text("Stored: gram.").is_visible()
        assert not page.locator("textarea").first.is_visible()

"""The worksheets on the built site: delivered once, under the policy, from a server and from a folder."""

import pytest

from hw0.figures.study_log import hours
from tests.livefig.browser import state
from tests.site.table_of_contents import PAGES
from tools.chromium import visit

GOALS, LOG = "chapters/1_learning_goals.html", "chapters/7_study_log.html"


@pytest.fixture(params=["http", "file"])
def book(request, site):
    """Return the address of the book, on a server and in a folder."""
    return request.getfixturevalue("address") if request.param == "http" else site.as_uri() + "/"


def test_only_pages_with_a_worksheet_load_the_script_and_none_carries_a_copy(site):
    for name in PAGES:
        html = (site / name).read_text(encoding="utf-8")
        assert ("worksheet.js" in html) == ("data-worksheet=" in html) == (name in (GOALS, LOG)), name
        assert "data-embedded" not in html


def test_what_is_typed_stays_and_the_plan_of_chapter_1_is_there_in_chapter_7(browser, book):
    with visit(browser, book + GOALS) as (page, log):
        page.locator("[data-key=able]").fill("Derive a gradient.")
        page.locator("[data-key=planned_4]").fill("6.5")
        page.wait_for_timeout(600)
        page.reload()
        assert page.locator("[data-key=able]").input_value() == "Derive a gradient."
        page.goto(book + LOG)
        assert page.locator("[data-key=planned_4]").input_value() == "6.5"
        page.wait_for_timeout(200)
        assert {name: n for name, n in state(page, hours()).items() if n} == {"planned_4": 6.5}
        log.assert_clean()


def test_the_check_of_chapter_1_is_compared_with_that_of_chapter_7(browser, address):
    with visit(browser, address + GOALS) as (page, log):
        for name, score in ((GOALS, "12 of 12 right; Brier score: 0.010"), (LOG, "0 of 12 right; Brier score: 0.810")):
            page.goto(address + name)
            for statement in page.locator("[data-true]").all():
                key, truth = statement.get_attribute("data-true").split()
                answer = truth if name == GOALS else {"true": "false", "false": "true"}[truth]
                statement.locator(f"[data-key={key}][value={answer}]").check()
                statement.locator(f"[data-key={key}_confidence][value='90']").check()
            page.get_by_role("button", name="Score my answers").click()
            page.get_by_role("status").filter(has_text=score).wait_for()
        assert page.locator(".ws-earlier").inner_text().startswith("The first time: 12 of 12 right; Brier score: 0.010")
        log.assert_clean()

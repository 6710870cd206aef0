"""Each part asks before its text answers, on its page; what was predicted comes together in chapter 7."""

from gzip import compress

import pytest
from playwright.sync_api import expect

from hw0 import learning_goals
from hw0.predictions import PREDICTIONS
from prediction import Number
from tests.livefig.browser import until
from tests.notebooks.outlines import OUTLINES
from tools.chromium import visit

STEMS = [stem for stem, outline in OUTLINES.items() if outline.steps]
PLACE = '[data-predict="{}"]'


def page(stem):
    return f"chapters/{OUTLINES[stem].number}_{stem}.html"


@pytest.fixture(scope="module")
def elements(parsed):
    """Return {part: the element} of all chapters."""
    found = [element for stem in STEMS for element in parsed(page(stem)).select("[data-predict]")]
    assert len(found) == len({element["data-predict"] for element in found})
    return {element["data-predict"]: element for element in found}


def test_every_part_asks_once(elements):
    assert list(elements) == list(PREDICTIONS)


@pytest.mark.parametrize("part", PREDICTIONS)
def test_it_stands_in_the_section_of_its_part(elements, part):
    headings = [parent.find(["h2", "h3"]).get_text() for parent in elements[part].find_parents("section")
                if parent.find(["h2", "h3"])]
    assert headings[0].startswith("Predict") or f"({part})" in headings[0]      # a short part has no headings of steps
    assert any(f"({part})" in text for text in headings)
    assert not elements[part].find_all(["script", "style"])


@pytest.mark.parametrize("stem", STEMS)
def test_the_questions_of_a_page_weigh_little(parsed, stem):
    asked = "".join(map(str, parsed(page(stem)).select("[data-predict]")))
    # compressed together: what a page gains by them (1.9 to 3.8 kB) depends on how far apart they stand, for gzip looks
    # back 32 kB; a formula that is typeset takes some fifty bytes, and that they are groups five
    assert 0 < len(compress(asked.encode())) <= 2160


def test_predictions_are_open_in_print_kept_and_counted_in_chapter_7(browser, address):
    def commit(chapter, part, right, sure):
        prediction, place = PREDICTIONS[part], chapter.locator(PLACE.format(part))
        if isinstance(prediction, Number):
            place.locator("input").fill(prediction.right() if right else "12345")
        else:
            wrong = next(text for text in prediction.choices if text != prediction.right())
            chosen = list(prediction.choices).index(prediction.right() if right else wrong)
            place.locator("input").nth(chosen).check()
        place.get_by_role("button", name=f", {sure} %").click()
        verdict = place.get_by_role("status").get_attribute("data-verdict")
        assert verdict == ("right" if right else "wrong")

    made = [("2a", True, 25), ("2b", False, 90), ("2c", True, 90), ("2d", True, 100), ("2e", True, 70)]
    with visit(browser, address + page("vector_calculus")) as (chapter, log):
        told = chapter.locator(PLACE.format("2a")).get_by_text(PREDICTIONS["2a"].told())
        assert not told.is_visible()
        chapter.emulate_media(media="print")
        assert told.is_visible() and not chapter.locator(PLACE.format("2a")).get_by_role("button").first.is_visible()
        chapter.emulate_media(media="screen")
        for part, right, sure in made:
            commit(chapter, part, right, sure)
        assert log.console == log.failed == log.foreign == []
        chapter.goto(address + "chapters/7_study_log.html")
        counted = chapter.locator("[data-predictions]")
        counted.scroll_into_view_if_needed()
        expect(counted).to_have_text("You predicted 5 times in this book; 4 came true.")
        tally = learning_goals.tally([sure / 100 for *_, sure in made], [float(right) for _, right, _ in made])
        said = f"Brier score: {learning_goals.brier_score(tally):.3f}"
        chapter.locator("#fig-predictions .lf-numbers", has_text=said).wait_for()
        chapter.goto(address + "index.html")
        chapter.once("dialog", lambda dialog: dialog.accept())
        chapter.get_by_role("button", name="Reset").click()
        until(chapter, "!Object.keys(localStorage).some(key => key.includes('prediction'))")

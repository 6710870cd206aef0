"""The front page in five seconds: what it is, a question to answer, and the way to one's problem."""

import json

import pytest

from book_pages.front_page import BIASES, RATE, Chapter, refutation, stills
from tests.livefig.browser import until
from tests.site.stand_in import ROOT
from tests.site.table_of_contents import CHAPTERS
from tools.chromium import visit

SCREENS = [{"width": 1280, "height": 800}, {"width": 390, "height": 844}]
DONE = "document.querySelector('#fig-case-ii .lf-case').textContent.includes('{}')"
KEY = "homework-zero/read"


@pytest.mark.parametrize("screen", SCREENS, ids=["desk", "phone"])
def test_the_first_screen_has_sentence_question_buttons_and_the_moving_figure(browser, address, screen):
    with visit(browser, address + "index.html", viewport=screen) as (page, log):
        bottom = {selector: page.locator(selector).first.bounding_box() for selector in
                  ("h1 + p", ".ask button >> nth=0", ".ask button >> nth=1")}
        assert all(box["y"] + box["height"] < screen["height"] for box in bottom.values())
        picture = page.locator("#fig-case-ii .lf-plot svg").first.bounding_box()
        elbow = picture["y"] + picture["height"] * 2 / 3
        assert elbow < screen["height"], "it is below the first screen"
        assert page.inner_text("main p >> nth=0").count(".") == 1
        log.assert_clean()


@pytest.mark.parametrize(("answer", "goes", "motion"), [("Left", "right", "no-preference"),
                                                        ("Right", "left", "reduce")])
def test_either_answer_meets_the_case_that_refutes_it(browser, address, answer, goes, motion):
    with visit(browser, address + "index.html", reduced_motion=motion) as (page, log):
        page.click(f".ask button:text-is('{answer}')")
        until(page, DONE.format(f"the elbow moves {goes}"), seconds=30)
        assert f"You said {answer.lower()}. With bias" in page.inner_text(".ask-verdict")
        assert f"it goes {goes}" in page.inner_text(".ask-verdict")
        assert page.locator(".ask button[aria-pressed=true]").inner_text() == answer
        log.assert_clean()


def test_the_cases_refute_by_the_law_of_the_elbow():
    for answer in ("left", "right"):
        bias, before, after = refutation(answer)
        assert bias in BIASES and before == -bias
        # e' + 1/x = (w / w') (e + 1/x) with w = x = 1
        assert after + 1 == pytest.approx((before + 1) / (1 - RATE))
        assert (after > before) == (answer == "left")


def test_there_is_a_card_for_each_chapter_with_a_picture_and_a_time(browser, address):
    with visit(browser, address + "index.html", java_script_enabled=False) as (page, _):
        cards = page.locator(".cards .card")
        assert [card.get_attribute("href") for card in cards.all()] == CHAPTERS
        assert page.locator(".card .card-picture > svg").count() == len(CHAPTERS)
        assert page.locator(".card .card-time").count() == len(CHAPTERS)
        assert not page.locator(".ask").is_visible()


def test_a_part_that_was_read_for_a_while_counts(browser, address):
    with visit(browser) as (page, log):
        page.clock.install()
        page.goto(address + "chapters/4_ridge.html#part-4f")
        page.wait_for_selector(".contents a[aria-current][href='#part-4f']")
        page.clock.fast_forward(9000)
        until(page, f"localStorage.getItem('{KEY}')")
        kept = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
        assert kept == {"parts": {"chapters/4_ridge": ["part-4f"]}}
        page.goto(address + "index.html")
        assert page.inner_text(".card[data-page='chapters/4_ridge'] .card-progress") == "1 of 8 parts read"
        assert page.locator(".card-progress:not(:empty)").count() == 1
        page.evaluate(f"localStorage.setItem('{KEY}', 'null and void')")
        page.reload()
        assert page.locator(".card-progress:not(:empty)").count() == 0
        log.assert_clean()


def test_a_card_says_what_the_notebook_says():
    chapter = Chapter(ROOT / "chapters" / "4_ridge.ipynb")
    assert (chapter.parts, chapter.subtitle) == (8, "Shrink what the data barely see")
    assert 20 <= chapter.minutes <= 90


def test_a_picture_with_words_or_without_axes_is_no_thumbnail():
    plot = '<div><svg viewBox="0 0 9 9" role="img"><g class="lf-frame"><text>1</text></g>{}</svg></div>'
    area = '<svg x="1" y="2" width="3" height="4"></svg>'
    assert list(stills(plot.format(area))) == [f'<svg aria-hidden="true" viewBox="1 2 3 4">{area}</svg>']
    assert list(stills(plot.format(area + "<text>word</text>") + plot.format(""))) == []

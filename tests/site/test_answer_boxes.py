"""Every part and every exercise has a box on the page of its chapter, which judges without a kernel and keeps what was
typed; without JavaScript the stored cell stands in its place."""

import pytest

from hw0.checks import PARTS
from hw0.checks.derivable import DERIVABLE
from hw0.checks.registry import EXERCISES, HOMEWORK
from tests.livefig.browser import until
from tests.notebooks.outlines import OUTLINES
from tests.site.table_of_contents import pages_of
from tools.chromium import visit

STEMS = ("vector_calculus", "least_squares", "ridge", "relu_elbow", "networks")
WRONG = "X.T @ y / (X.T @ X - lam)[0, 0]"
RIGHT = "np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)"


def page(stem):
    return f"chapters/{OUTLINES[stem].number}_{stem}.html"


@pytest.fixture(scope="module")
def boxes(parsed):
    """Part id -> (stem of the page, element of its box), for all boxes of the chapters and what leads on from them."""
    found = [(box["data-answer"], stem, box) for stem in STEMS for name in pages_of(stem)
             for box in parsed(name).select("[data-answer]")]
    assert len(found) == len({name for name, *_ in found})
    return {name: (stem, box) for name, stem, box in found}


def test_every_part_and_every_exercise_has_one_box_in_its_chapter(boxes):
    assert set(boxes) == {*HOMEWORK, *EXERCISES} == set(PARTS)
    assert {name: OUTLINES[stem].number for name, (stem, _) in boxes.items()} == {name: int(name[0]) for name in PARTS}


@pytest.mark.parametrize("name", PARTS)
def test_a_box_has_one_field_one_button_and_one_place_for_the_verdict(boxes, name):
    _, box = boxes[name]
    assert [len(box.select(kind)) for kind in ("textarea", "button", 'output[role="status"]')] == [1, 1, 1]
    assert box["data-source"].startswith(f"answers/{name}.js?v=")
    assert "^" not in box.select_one(".answer-asks").text


def test_parts_that_ask_to_show_something_have_a_fold_for_the_derivation(boxes):
    folds = {name: box.find_parent(class_="answer").select(f'.answer-steps [data-derivation="{name}"]')
             for name, (_, box) in boxes.items()}
    assert {name for name, found in folds.items() if found} == set(DERIVABLE)
    for name in DERIVABLE:
        [steps] = folds[name]
        assert [len(steps.select(kind)) for kind in ("textarea", "button", 'output[role="status"]')] == [1, 1, 1], name
        assert steps.label["for"] == steps.textarea["id"]
        assert steps["data-source"] == boxes[name][1]["data-source"]


IN_THE_TEXT = ("3.descent", "4.stopping", "4.units")     # derived and checked in a section, so without hints


@pytest.mark.parametrize("name", EXERCISES)
def test_the_stored_cell_of_an_exercise_is_what_readers_without_javascript_see(boxes, name):
    frame = boxes[name][1].find_parent(class_="answer")
    assert (f'check("{name}"' in frame.select_one(".answer-stored").text) == (name not in IN_THE_TEXT)
    hints = frame.find_parent("section").select(f'details[data-hint-for="{name}"]')
    assert bool(hints) == (name not in IN_THE_TEXT)
    assert not hints or [hint.summary.text.split(" (")[0] for hint in hints][-3:] == ["Hint", "Second hint", "Solution"]


def test_a_link_leads_from_the_title_of_a_part_to_its_box(parsed):
    led = []
    for stem in STEMS:
        for link in parsed(page(stem)).select(".answer-first a"):
            section = link.find_parent("section")
            label = section.select_one(f'[id="{link["href"][1:]}"]')
            assert section.select_one(":scope > .subtitle") or label.find_parent(class_="answer").parent is section
            led.append(label["for"].removeprefix("answer-"))
            assert led[-1] in label.text and link.text == led[-1]
    assert sorted(led) == sorted({*HOMEWORK, *IN_THE_TEXT})


def test_an_answer_is_judged_kept_and_marked_and_a_hint_opens(browser, address):
    with visit(browser, address + page("ridge")) as (chapter, log):
        def judged(name, text):
            box = chapter.locator(f'[data-answer="{name}"]')
            box.scroll_into_view_if_needed()
            chapter.wait_for_selector(f'[data-answer="{name}"][data-ready]')
            box.locator("textarea").fill(text)
            box.locator("textarea").press("Shift+Enter")
            chapter.wait_for_selector(f'[data-answer="{name}"] output[data-verdict]')
            return box.locator("output").get_attribute("data-verdict")

        chapter.locator("#part-4a .answer-first a").click()
        until(chapter, "scrollY > 800 && document.getElementById('answer-4a-label')"
                       ".getBoundingClientRect().top > document.querySelector('.bar').clientHeight")
        mark = chapter.locator('[data-answer-mark="4a"]').first
        assert judged("4a", WRONG) == "wrong"
        assert mark.evaluate("mark => mark.hidden")
        assert judged("4a", RIGHT) == "right"
        assert not mark.evaluate("mark => mark.hidden")
        hints = chapter.locator('details[data-hint-for="4.freedom"]')
        assert not hints.first.evaluate("hint => hint.open")
        assert judged("4.freedom", "len(s)") == "wrong"
        assert hints.evaluate_all("hints => hints.map(hint => hint.open)") == [True, False, False]
        assert log.console == log.failed == log.foreign == []
        chapter.goto(address + "index.html")
        assert chapter.locator("[data-answers-right]").inner_text().startswith(f"1 of {len(HOMEWORK)} parts right")


LOST = {"answers": ("4.freedom", "my_freedom = None"), "prediction": ("4a", "What happens")}


@pytest.mark.parametrize("script", LOST)
@pytest.mark.parametrize("body", [None, "({"], ids=["does not come", "comes broken"])
def test_where_a_script_is_lost_there_stands_what_readers_without_javascript_see(browser, address, script, body):
    name, stored = LOST[script]
    with visit(browser) as (chapter, _):
        chapter.route(f"**/{script}.js*", lambda route: route.abort() if body is None else
                      route.fulfill(body=body, content_type="text/javascript"))
        chapter.goto(address + page("ridge"))
        if script == "answers":
            frame = chapter.locator(f'.answer:has([data-answer="{name}"])')
            assert not frame.locator("textarea").first.is_visible()
        else:
            frame = chapter.locator(f'[data-predict="{name}"]')
            assert not frame.locator(".pr-room").is_visible()
        assert frame.get_by_text(stored).first.is_visible()
        told, at = (frame, "::before") if script == "answers" else (frame.locator("fieldset"), "::after")
        said = told.evaluate("(e, at) => getComputedStyle(e, at).content", at)
        assert "reload the page to try again" in said


def test_another_instance_of_a_formula_can_be_asked_for_again(browser, address):
    with visit(browser) as (chapter, _):
        chapter.route("**/answers_instances.js*", lambda route: route.abort())
        chapter.goto(address + page("ridge"))
        fold = chapter.locator("details.as-numpy:has([data-instances])").first
        fold.locator("summary").click()
        fold.get_by_role("button", name="Another instance").click()
        said = fold.locator("output")
        said.get_by_text("are you without a network? Try again.").wait_for()
        chapter.unroute("**/answers_instances.js*")
        fold.get_by_role("button", name="Another instance").click()
        said.get_by_text("Instance 1 of").wait_for()

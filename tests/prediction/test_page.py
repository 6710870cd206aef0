"""A reader commits to an answer and says how sure that is; then it stands beside what happens."""

import json

import pytest
from playwright.sync_api import expect

from prediction import Choice
from prediction.page import Gathered, html
from tests.prediction import pages
from tools.chromium import visit

SIDE, LENGTH = '[data-predict="1.side"]', '[data-predict="1.length"]'
KEY = "homework-zero/prediction/"
FOCUSED = "e => e === document.activeElement"


def kept(page, part):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}{part}')"))


def test_the_answer_opens_after_the_choice_and_stays(questions):
    with questions.open("both") as (page, _):
        side = page.locator(SIDE)
        assert not side.get_by_text("It moves by").is_visible()
        side.get_by_role("button", name="likely, 70 %").click()
        assert side.get_by_role("status").inner_text() == "Choose an answer first."
        left = side.get_by_label("Left")
        assert left.get_attribute("aria-invalid") == "true" and left.evaluate(FOCUSED)
        side.get_by_label("Right").check()
        side.get_by_role("group", name="How sure are you?").get_by_role("button", name="likely, 70 %").click()
        assert side.get_by_role("status").inner_text() == "✗ You said “Right”, 70 % sure: it is “Left”."
        assert side.get_by_text("It moves by -1").is_visible()
        assert kept(page, "1.side") == {"said": "Right", "sure": 70, "right": False}
        page.reload()
        assert side.get_by_role("status").get_attribute("data-verdict") == "wrong"
        assert side.get_by_label("Right").is_checked() and left.is_disabled()
        assert side.locator(".pr-right").all_inner_texts() == ["Left"]
        assert side.get_by_text("It moves by -1").is_visible()
        side.get_by_role("button", name="Delete this prediction").click()
        assert not side.get_by_text("It moves by").is_visible()
        assert left.evaluate(FOCUSED) and not side.get_by_label("Right").is_checked()
        assert side.get_by_role("status").get_attribute("data-verdict") is None
        assert side.locator(".pr-right, .pr-forget:visible, button:not([type=button])").count() == 0
        assert [side.locator(of).count() for of in (".pr-forget", ".pr-sure", "output[role=status]")] == [1, 1, 1]
        assert page.evaluate("localStorage.length") == 0


def test_a_question_that_is_added_later_comes_to_life(questions):
    with questions.open(pages.site(questions.folder, "later", "").removesuffix(".html")) as (page, _):
        page.evaluate("html => document.querySelector('#after').insertAdjacentHTML('beforebegin', html)",
                      f"<div>{html(pages.side())}</div>")
        page.get_by_label("Left").check()
        page.get_by_role("button", name="likely, 70 %").click()
        expect(page.locator(SIDE).get_by_role("status")).to_have_text("✓ You said “Left”, 70 % sure: and so it is.")
        assert page.locator(SIDE).get_by_role("status").get_attribute("data-verdict") == "right"
        page.evaluate("([place, html]) => document.querySelector(place).insertAdjacentHTML('beforeend', html)",
                      [SIDE, html(pages.length())])
        expect(page.get_by_role("group", name="How sure are you?", include_hidden=True)).to_have_count(2)


@pytest.mark.parametrize(("text", "said"), [
    ("2", "✓ You said 2, 100 % sure: and so it is."),
    ("2.0", "✓ You said 2.0, 100 % sure: and so it is."),
    ("2,1", "✓ You said 2.1, 100 % sure: it is 2, near enough."),
    ("−2", "✗ You said -2, 100 % sure: it is 2."),
    ("2.11", "✗ You said 2.11, 100 % sure: it is 2."),
    ("two", "Write a number first, such as 0.5 or -2."),
    ("", "Write a number first, such as 0.5 or -2."),
])
def test_a_number_is_judged_by_its_distance(questions, text, said):
    with questions.open("both") as (page, _):
        length = page.locator(LENGTH)
        length.locator("input").fill(text)
        length.get_by_role("button", name="certain, 100 %").click()
        assert length.get_by_role("status").inner_text() == said


def test_a_choice_with_a_formula_is_kept_as_text_and_told_as_it_is_set(browser, questions):
    bold = Choice(part="1.bold", asks="Which?", outcome=lambda: 1, sure=pages.SURE, tells="It is.", plain=str.upper,
                  choices={"x two": 1, "w": 2}, typeset=lambda text: text.replace("two", "<sup>2</sup>"))
    pages.site(questions.folder, "bold", bold)
    with visit(browser, questions.address + "bold.html") as (page, _):
        place = page.locator('[data-predict="1.bold"]')
        for said, agrees in [("w", False), ("x 2", True)]:
            place.get_by_label(said, exact=True).check()
            place.get_by_role("button", name="certain").click()
            made = kept(page, "1.bold")
            assert (made["said"], made["right"]) == (said.upper().replace("2", "TWO"), agrees)
            page.reload()
            status = place.get_by_role("status")
            assert status.locator("sup").all_inner_texts() == ["2"]
            assert status.inner_text().startswith(f"{'✓' if agrees else '✗'} You said “{said}”")
            place.get_by_role("button", name="Delete").click()


def test_it_works_by_keyboard(questions):
    with questions.open("both") as (page, _):
        page.locator(f"{SIDE} input").first.focus()
        page.keyboard.press("ArrowDown")
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert kept(page, "1.side") == {"said": "Right", "sure": 100, "right": False}
        assert page.locator(f"{SIDE} summary").evaluate(FOCUSED)
        page.locator(f"{LENGTH} input").focus()
        page.keyboard.type("1.95")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        assert kept(page, "1.length") == {"said": "1.95", "sure": 25, "right": True}


def test_who_looked_first_may_predict_and_it_does_not_count(questions):
    with questions.open("both") as (page, _):
        side = page.locator(SIDE)
        side.locator("summary").click()
        side.get_by_label("Left").check()
        side.get_by_role("button", name="certain").click()
        assert "You had looked, so it does not count." in side.get_by_role("status").inner_text()
        assert kept(page, "1.side")["looked"] is True
        side.get_by_role("button", name="Delete this prediction").click()
        side.get_by_label("Left").check()
        side.get_by_role("button", name="certain").click()
        assert kept(page, "1.side")["looked"] is True


def test_another_tab_and_a_reset_are_followed(questions):
    with questions.open("both") as (page, _):
        side = page.locator(SIDE)
        side.locator("summary").click()
        side.get_by_label("Left").check()
        other = page.context.new_page()
        other.goto(page.url)
        other.locator(f"{LENGTH} input").fill("3")
        other.locator(LENGTH).get_by_role("button", name="likely").click()
        expect(page.locator(LENGTH).get_by_role("status")).to_have_text("✗ You said 3, 70 % sure: it is 2.")
        side.get_by_role("button", name="certain").click()          # what is begun here stays, and that one has looked
        assert kept(page, "1.side") == {"said": "Left", "sure": 100, "right": True, "looked": True}
        page.evaluate("localStorage.clear(); dispatchEvent(new Event('answers-replaced'))")
        assert page.locator(f"{LENGTH} input").input_value() == ""


def test_where_nothing_can_be_kept_it_is_said(questions):
    with questions.open("both") as (page, _):
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
        page.locator(SIDE).get_by_label("Left").check()
        page.locator(SIDE).get_by_role("button", name="certain").click()
        said = page.locator(SIDE).get_by_role("status").inner_text()
        assert said == "✓ You said “Left”, 100 % sure: and so it is. This browser does not let the page keep it."


def test_without_javascript_the_answer_is_a_fold(questions):
    with questions.open("both", java_script_enabled=False) as (page, _):
        assert page.get_by_role("button").count() == 0
        page.locator(f"{SIDE} summary").click()
        assert page.get_by_text("It moves by").is_visible()


def test_nothing_is_wider_than_a_small_screen(questions):
    with questions.open("both", viewport={"width": 320, "height": 640}) as (page, _):
        page.locator(SIDE).get_by_label("Right").check()
        page.locator(SIDE).get_by_role("button", name="certain").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_all_predictions_that_count_are_gathered(browser, tmp_path, questions):
    pages.site(questions.folder, "all", pages.side(), Gathered((25, 70, 100), "all").html(),
               '<div id="fig-all"></div>')
    with visit(browser, questions.address + "all.html") as (page, _):
        page.evaluate("""() => {
            const keep = (id, made) => localStorage.setItem('homework-zero/prediction/' + id, JSON.stringify(made));
            keep('a', { said: '1', sure: 70, right: true });
            keep('b', { said: '1', sure: 70, right: false });
            keep('c', { said: '1', sure: 100, right: true, looked: true });
            localStorage.setItem('homework-zero/prediction/d', '{');
        }""")
        page.evaluate("document.getElementById('fig-all').addEventListener('livefig-set', e => { moved = e.detail; })")
        said = page.locator("[data-predictions] p")
        assert said.inner_text().startswith("You have not predicted anything yet")
        page.locator(SIDE).get_by_label("Left").check()
        page.locator(SIDE).get_by_role("button", name="certain").click()
        assert page.evaluate("moved") == {"asked_25": 0, "right_25": 0, "asked_70": 2, "right_70": 1,
                                          "asked_100": 1, "right_100": 1}
        assert said.inner_text() == "You predicted 3 times in this book; 2 came true."
        page.locator(SIDE).get_by_role("button", name="Delete").click()
        assert said.inner_text().startswith("You predicted 2 times")
        page.evaluate(f"localStorage.removeItem('{KEY}b'); dispatchEvent(new Event('answers-replaced'))")
        assert said.inner_text() == "You predicted 1 time in this book; 1 came true."
        page.evaluate("localStorage.clear(); dispatchEvent(new Event('answers-replaced'))")
        assert said.inner_text().startswith("You have not predicted anything yet")

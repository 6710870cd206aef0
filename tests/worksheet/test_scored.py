"""Judging statements, and figures that follow what is filled in: the page counts as Python does."""

import json

import numpy as np
import pytest

from hw0.figures.learning_goals import calibration
from tests.livefig.browser import assert_drawn_as_numpy, live, state
from tests.worksheet.demos import moving_notes, quiz, sums
from tests.worksheet.test_files import choose, export

LEVELS = ("50", "70", "90", "100")


def judge(page, answers):
    """Fill in {statement: (judgement, confidence)}; an empty word leaves the choice alone."""
    for name, words in answers.items():
        for key, word in zip((name, f"{name}_confidence"), words, strict=True):
            if word:
                page.locator(f"[data-key={key}][value='{word}']").check()


def score(page):
    page.get_by_role("button", name="Score my answers").click()
    if page.locator("dialog").count():
        page.get_by_role("button", name="Score", exact=True).click()
        page.locator("dialog").wait_for(state="detached")


def test_open_statements_are_asked_about_before_everything_is_settled(forms):
    with forms.open("quiz") as (page, _):
        judge(page, {"even": ("true", "90"), "odd": ("true", "")})
        page.get_by_role("button", name="Score my answers").click()
        assert "2 of 3 are open" in page.locator("dialog").inner_text()
        page.get_by_role("button", name="Go on judging").click()
        assert page.locator("fieldset:disabled").count() == 0
        assert page.locator(".ws-mark").all_inner_texts() == ["", "", ""]
        judge(page, {"odd": ("true", "70"), "prime": ("true", "70")})
        page.get_by_role("button", name="Score my answers").click()
        assert page.locator("dialog").count() == 0
        assert page.locator("fieldset:disabled").count() == 3


def counted(page, sheet):
    """Return what Python counts in the values that the page holds."""
    start, held = f"homework-zero/worksheet/{sheet.name}/", page.evaluate("({...localStorage})")
    values = {key.removeprefix(start): json.loads(text) for key, text in held.items() if "#" not in key}
    return sheet.counts({**sheet.empty(), **values})


@pytest.mark.parametrize("seed", range(4))
def test_the_figure_shows_the_readers_own_answers_and_says_their_score(forms, seed):
    rng = np.random.default_rng(seed)
    answers = {name: (rng.choice(["true", "false", ""]), rng.choice(["", *LEVELS])) for name in ("odd", "prime")}
    answers["even"] = ("true", rng.choice(LEVELS))
    with forms.open("quiz") as (page, _):
        example = state(page, quiz().figure)
        judge(page, answers)
        page.wait_for_timeout(600)
        assert state(page, quiz().figure) == example  # nothing is given away before the score is asked for
        score(page)
        shown = state(page, quiz().figure)
        assert shown == counted(page, quiz())
        assert_drawn_as_numpy(page, calibration)
        said = page.get_by_role("status").inner_text()
        right, asked = (sum(n for name, n in shown.items() if name.startswith(kind)) for kind in ("right", "asked"))
        assert said.startswith(f"{right} of {asked} right; Brier score: ")
        assert said.rstrip(".").endswith(live(page, "calibration").locator(".lf-case").inner_text().rstrip("."))


def test_each_statement_says_how_it_was_judged(forms):
    with forms.open("quiz") as (page, _):
        judge(page, {"even": ("true", "90"), "odd": ("true", "70"), "prime": ("true", "")})
        score(page)
        assert page.locator(".ws-mark").all_inner_texts() == ["✓ right", "✗ it is false", "not counted"]
        verdicts = page.locator("[data-true]").evaluate_all("all => all.map(e => e.dataset.verdict)")
        assert verdicts == ["right", "wrong", ""]
        assert page.locator(".ws-answers li").first.is_visible()
        assert page.get_by_role("status").inner_text().startswith("1 of 2 right;")


def test_a_score_is_kept_and_its_answers_are_locked(forms):
    with forms.open("quiz") as (page, _):
        judge(page, {"even": ("false", "100")})
        score(page)
        page.get_by_text("Saved in this browser.").wait_for()
        page.reload()
        page.wait_for_timeout(300)
        assert page.locator("fieldset:disabled").count() == 3
        assert page.locator(".ws-mark").first.inner_text() == "✗ it is true"
        assert {name: n for name, n in state(page, quiz().figure).items() if n} == {"asked_100": 1}
        assert page.evaluate("location.hash") == ""  # the address is not the place for answers


def test_deleting_unlocks_and_brings_the_example_back(forms):
    with forms.open("quiz") as (page, _):
        example = state(page, quiz().figure)
        judge(page, {"even": ("false", "100")})
        score(page)
        page.get_by_role("button", name="Delete …").click()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_text("Deleted.").wait_for()
        assert page.locator("fieldset:disabled, input:checked").count() == 0
        assert page.locator(".ws-mark").all_inner_texts() == ["", "", ""]
        assert state(page, quiz().figure) == example


def test_nothing_judged_is_nothing_to_score(forms):
    with forms.open("quiz") as (page, _):
        judge(page, {"even": ("true", ""), "odd": ("", "90")})
        score(page)
        assert "Judge at least one statement" in page.locator("[role=status][data-trouble]").inner_text()
        assert page.locator("fieldset:disabled").count() == 0


def test_an_imported_score_is_computed_again(forms):
    values = {**quiz().empty(), "even": "true", "even_confidence": "70"}
    forged = {"format": 1, "worksheet": "quiz", "values": values, "scored": True, "result": "12 of 12 right"}
    with forms.open("quiz") as (page, _):
        page.locator("input[type=file]").set_input_files(
            {"name": "quiz.json", "mimeType": "application/json", "buffer": json.dumps(forged).encode()}
        )
        page.get_by_role("status").filter(has_text="1 of 1 right; Brier score: 0.090").wait_for()


@pytest.mark.parametrize(("kind", "name"), [("JSON", "quiz.json"), ("Markdown", "quiz.md")])
def test_a_score_is_exported_and_comes_back(forms, kind, name):
    with forms.open("quiz") as (page, _):
        open_still = export(page, kind)[1]
        assert "right" not in open_still.lower()
        judge(page, {"even": ("true", "70")})
        score(page)
        text = export(page, kind)[1]
    assert "1 of 1 right; Brier score: 0.090" in text
    with forms.open("quiz") as (page, _):
        choose(page, text, name)
        page.get_by_role("status").filter(has_text="1 of 1 right; Brier score: 0.090").wait_for()
        assert export(page, kind)[1] == text
        choose(page, open_still, name)
        page.get_by_role("button", name="Replace").click()
        page.get_by_text("Imported.").wait_for()
        assert page.locator("fieldset:disabled, [data-verdict=right]").count() == 0


def test_the_second_check_shows_the_first_score(forms):
    with forms.open("again") as (page, _):
        judge(page, {"odd": ("true", "70")})
        score(page)
        assert page.locator(".ws-earlier").inner_text() == "The first time: no score is kept in this browser."
        page.evaluate("localStorage.clear()")
        page.goto(forms.address + "quiz.html")
        judge(page, {"even": ("true", "70")})
        score(page)
        page.goto(forms.address + "again.html")
        assert page.locator(".ws-earlier").inner_text() == ""  # it could sway who has not answered yet
        judge(page, {"even": ("false", "70")})
        score(page)
        assert page.locator(".ws-earlier").inner_text().startswith("The first time: 1 of 1 right; Brier score: 0.090;")
        assert page.get_by_role("status").inner_text().startswith("0 of 1 right; Brier score: 0.490;")


def test_choices_are_made_with_keys_alone(forms):
    with forms.open("quiz") as (page, _):
        page.locator("[data-key=even]").first.focus()
        page.keyboard.press("ArrowRight")  # false
        page.keyboard.press("Tab")
        page.keyboard.press("Space")  # 50 %
        page.get_by_text("Saved in this browser.").wait_for()
        assert [page.locator(f"[data-key={key}]:checked").input_value()
                for key in ("even", "even_confidence")] == ["false", "50"]


def test_a_figure_follows_numbers_and_rows_as_one_types(forms, box):
    with forms.open("moving") as (page, _):
        assert state(page, sums()) == {"hours": 7, "spent_1": 8, "spent_2": 9}
        box(page, "hours").fill("12")
        assert state(page, sums()) == {"hours": 12, "spent_1": 0, "spent_2": 0}
        for row, (problem, minutes) in enumerate([("2", "30"), ("1", "45"), ("2", "15")], 1):
            box(page, f"Problem, row {row}").select_option(problem)
            box(page, f"Minutes, row {row}").fill(minutes)
        page.get_by_text("Saved in this browser.").wait_for()
        assert state(page, sums()) == counted(page, moving_notes()) == {"hours": 12, "spent_1": 45, "spent_2": 45}
        page.reload()
        page.wait_for_timeout(300)
        assert state(page, sums()) == {"hours": 12, "spent_1": 45, "spent_2": 45}


def test_a_figure_that_is_not_there_is_no_obstacle(forms):
    with forms.open("dark") as (page, _):
        judge(page, {"even": ("true", "70")})
        score(page)
        assert page.get_by_role("status").nth(1).inner_text() == "1 of 1 right."

"""Find the wrong step: every derivation has one, computation finds it, and the page does not give it away."""

from dataclasses import replace

import pytest

from hw0.audit.wrong_steps import DERIVATIONS

EACH = [pytest.param(derivation, id=name) for name, derivation in DERIVATIONS.items()]
WRONG = {"two_slices": 3, "left_inverse": 3, "push_through": 3, "wrong_scale": 2, "either_way": 3,
         "every_coordinate": 4}


def test_the_wrong_steps_are_where_the_text_says():
    assert {name: derivation.wrong for name, derivation in DERIVATIONS.items()} == WRONG


@pytest.mark.parametrize("derivation", EACH)
def test_the_steps_before_the_wrong_one_hold_and_it_fails(derivation):
    assert all(derivation.evidence(number).agrees for number in range(1, derivation.wrong))
    assert not derivation.evidence(derivation.wrong).agrees
    assert 3 <= len(derivation.steps) <= 5
    assert len(derivation.points) >= 3


@pytest.mark.parametrize("derivation", EACH)
def test_a_repaired_step_is_no_longer_the_wrong_one(derivation):
    """The verdict is computed: put the right side on both sides and look."""
    steps = list(derivation.steps)
    steps[derivation.wrong - 1] = replace(steps[derivation.wrong - 1], left=steps[derivation.wrong - 1].right)
    repaired = replace(derivation, steps=tuple(steps))
    assert repaired.evidence(derivation.wrong).agrees


@pytest.mark.parametrize("derivation", EACH)
def test_the_page_asks_about_each_step_and_folds_every_answer(derivation):
    page = derivation._repr_markdown_()
    assert page.count("<summary>") == page.count("</details>") == len(derivation.steps)
    assert page.count("Yes, this is the wrong step.") == 1
    folded = page.split("<details>")[1:]
    assert [number for number, fold in enumerate(folded, 1) if "Yes, this" in fold] == [derivation.wrong]
    assert derivation.lesson in folded[derivation.wrong - 1]
    assert "wrong step" not in "".join(fold.split("</details>")[1] for fold in folded)


def test_a_pick_is_answered_in_one_sentence():
    derivation = DERIVATIONS["two_slices"]
    assert derivation.pick(None) == "no answer yet: Give the number of a step, 1 to 5."
    assert derivation.pick(1) == "not this one: Step 1 holds at all 40 instances that were tried."
    assert derivation.pick(3.0) == "found: At A=[[3]], x=[2], the left side is 6, the right side 12."
    assert derivation.pick(4) == "not this one: Step 4 is false as well, but step 3 comes first."


@pytest.mark.parametrize("number", [0, 6, -1, 2.5, "3"])
def test_a_number_that_is_no_step_is_an_error(number):
    for asked in (DERIVATIONS["two_slices"].pick, DERIVATIONS["two_slices"].evidence):
        with pytest.raises(ValueError, match="has the steps 1 to 5"):
            asked(number)

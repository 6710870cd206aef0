"""The ledger's words and the referees' numbers are two routes to one truth: what is printed is what is computed."""

import re

import numpy as np
import pytest

from hw0.audit import REFEREES, claims

CLAIMS = {claim.id: claim for claim in claims()}
NUMBER = re.compile(r"(?P<digits>\d+\.?(?P<decimals>\d*)|\.(?P<bare>\d+))(?:e(?P<power>[-+]?\d+))?(?:/(?P<below>\d+))?")
IN_OTHER_WORDS = {  # the first claim of a referee whose value is not printed: how its words give it
    "grok-2d-10": "says the same as another of its turn",
    "grok-4b-6": "a product that is not defined has no value",
    "chatgpt-5bii-17": "no elbow is 'gone', w' < 0 has gone round",
    "grok-5b-ii-8": "'rises' is 'up'",
    "grok-5b-iii-7": "the elbow before and after",
    "chatgpt-5btable-6": "inactive, so it stays",
    "chatgpt-5biv-4": "the elbow before and after",
    "chatgpt-5d-10": "a share of random draws",
    "deepseek-meta-1": "counts what is missing",
}


def flawed():
    """The refuted referees with a value: each with the ids of the claims that it judges, and what is true there."""
    judged = {}
    for claim_id, referee in REFEREES.items():
        if not CLAIMS[claim_id].correct:
            judged.setdefault(referee, []).append(claim_id)
    for referee, ids in judged.items():
        values = [referee.at(point).true for point in referee.points]
        if not isinstance(values[0], (bool, np.bool_)):
            yield ids, values


def printed(words):
    """(value, half a unit of its last digit) of every number in some words, without signs; whole ones are exact."""
    for found in NUMBER.finditer(words):
        power, places = int(found["power"] or 0), len(found["decimals"] or found["bare"] or "")
        below = int(found["below"] or 1)
        if below:
            half = 0.5 * 10.0 ** (power - places) if places or power else 1e-12
            yield float(found["digits"]) * 10.0**power / below, half / below


def says(words, value):
    """Whether words name a value: a word, the size of a matrix, or its numbers (zeros need not be named)."""
    if isinstance(value, str):
        return value in words
    numbers = np.abs(np.ravel(np.concatenate([np.ravel(v) for v in value]) if isinstance(value, tuple) else value))
    sizes = tuple(map(int, value)) if isinstance(value, tuple) and len(value) == 2 and np.ndim(value[0]) == 0 \
        else np.shape(value)
    if len(sizes) == 2 and re.search(rf"\b{sizes[0]} ?x ?{sizes[1]}\b", words):
        return True
    named = [(one, half * (1 + 1e-9)) for one, half in printed(words)]
    return all(any(abs(number - one) <= half for one, half in named) for number in numbers if number > 1e-12)


def test_what_the_ledger_prints_at_a_counterexample_is_what_is_computed():
    untold, count = {}, 0
    for ids, values in flawed():
        words = " ".join(CLAIMS[claim_id].counterexample or "" for claim_id in ids)
        count += 1
        if not any(says(words, value) for value in values):
            untold[ids[0]] = words, values
    assert untold.keys() == IN_OTHER_WORDS.keys(), untold
    assert count > 80 > 8 * len(IN_OTHER_WORDS)


@pytest.mark.parametrize(("words", "value", "named"), [
    ("diag(3,2)", np.diag([3.0, 2.0]), True), ("diag(3,2)", np.diag([3.0, 2.5]), False),
    ("filter 9.9e-4", 9.9009900e-4, True), ("filter 9.9e-4", 9.96e-4, False), ("a half, .5", np.array([0.5]), True),
    ("1/3 of it", 1 / 3, True), ("3x2 vs 2x2", np.ones((3, 2)), True), ("3x2 vs 2x2", np.full((4, 2), 7.0), False),
    ("it is 1 x 3", (1.0, 3.0), True), ("it goes left", "right", False)])
def test_a_wrong_value_is_not_printed(words, value, named):
    assert says(words, value) == named

"""The data of the parts for a page: the instances of check, its expected values, and judged by them its verdicts."""
import gzip

import numpy as np
import pytest

from hw0.audit.systematic import wrong_rules
from hw0.checks import PARTS, compare
from hw0.checks.judge import expected_values, rival_value
from hw0.checks.page_data import CANONICAL, TEXTS
from hw0.checks.returned import Fault, plain, quiet
from tests.site.stand_in import kept_answers

MEDIAN = 6.0            # kilobytes, gzipped


def test_a_page_gets_the_instances_of_check_in_their_order():
    for part, data in kept_answers().parts.items():
        for case, page_case in zip(PARTS[part].cases, data.cases, strict=True):
            assert (case.where, case.meaning, case.edge) == (page_case.where, page_case.meaning, page_case.edge)
            for k, instance in enumerate(case.instances):
                for name, value in instance.items():
                    assert np.array_equal(page_case.given[name][k], value), (part, case.where, k, name)


def test_the_data_are_light():
    sizes = {part: len(gzip.compress(text.encode(), 9)) / 1000 for part, text in kept_answers().texts.items()}
    assert np.median(list(sizes.values())) <= MEDIAN, sizes
    # 4f: fifteen mistakes with weights of long decimals, whose last digits are another's on another processor: 33.008
    assert max(sizes.values()) <= 33.1, sizes


def test_the_expression_of_a_usual_mistake_gives_its_value():
    for part in PARTS.values():
        for mistake in (mistake for mistake in part.mistakes if mistake in TEXTS):
            expected = expected_values(part, part.cases[0])[0]
            items = expected if isinstance(expected, tuple) else (expected,)
            texts = [eval(TEXTS[mistake], {"np": np}, {"expected": np.asarray(item)}) for item in items]
            np.testing.assert_equal(plain(tuple(texts) if isinstance(expected, tuple) else texts[0]),
                                    plain(mistake.rival(expected)))


@pytest.mark.parametrize("part", CANONICAL)
def test_the_canonical_form_tells_the_same_answers_apart_as_equal_does(part):
    def canonical(value):
        return np.asarray(eval(CANONICAL[part], {"np": np}, {"value": value}))

    case = PARTS[part].cases[0]
    for rule in wrong_rules(PARTS[part]):
        for instance, expected in zip(case.instances, expected_values(PARTS[part], case), strict=True):
            try:
                got = plain(rule(**instance))
            except ValueError:      # a negative lambda
                continue
            forms = canonical(expected), canonical(got)
            if np.all(np.isfinite(forms[1])):
                assert compare.same(*map(plain, forms), 1e-9) == PARTS[part].equal(expected, got)


def turned(svd):
    """svd with another right choice: the singular vectors that nothing determines are turned, all signs are others."""
    def other(A, *args, **kwargs):
        found = svd(A, *args, **kwargs)
        if isinstance(found, np.ndarray):
            return found
        U, s, Vt = found
        r = int(np.sum(s > 1e-12 * max(s, default=0)))
        spin = [np.linalg.qr(np.random.default_rng(n).normal(size=(n, n)))[0]
                for n in (U.shape[1] - r, len(Vt) - r)]
        U, Vt = np.hstack([-U[:, :r], U[:, r:] @ spin[0]]), np.vstack([-Vt[:r], spin[1] @ Vt[r:]])
        return type(found)(U, s, Vt)
    return other


def test_a_mistake_whose_value_rests_on_a_choice_of_lapack_has_its_expression(monkeypatch):
    def values():
        with quiet():
            return {(part.id, mistake.says): [rival_value(mistake, *put) for case in part.cases
                    for put in zip(expected_values(part, case), case.instances, strict=True)]
                    for part in PARTS.values() for mistake in part.mistakes}

    one = values()
    monkeypatch.setattr(np.linalg, "svd", turned(np.linalg.svd))
    another = values()
    differing = {key for key in one if not all(
        isinstance(a, Fault) or compare.same(a, b, 1e-6) for a, b in zip(one[key], another[key], strict=True))}
    assert differing == {(part.id, mistake.says) for part in PARTS.values() for mistake in part.mistakes
                         if mistake.text}


def test_every_part_that_compares_in_its_own_way_has_a_canonical_form():
    assert {part for part in PARTS if PARTS[part].equal} == set(CANONICAL)

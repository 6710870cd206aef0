"""The tables of letters give instances of what they promise: ranks, scales, solutions by construction."""

import dataclasses

import numpy as np
import pytest

from formula.print_numpy import spelled
from hw0 import notation
from hw0.notation import alphabet, guides, learning_goals, least_squares, networks, relu_elbow, ridge, vector_calculus
from hw0.notation.linear_problems import REGIMES, draw


def test_data_have_the_rank_and_the_scale_of_their_regime():
    rng = np.random.default_rng(0)
    for regime in REGIMES:
        X = draw(rng, 5, **regime)["X"]
        assert X.shape == (5, regime["n"], regime["d"])
        s = np.linalg.svd(X, compute_uv=False)
        rank = regime.get("rank", min(regime["n"], regime["d"]))
        assert ((s > 1e-10 * s[:, :1]).sum(axis=1) == rank).all()
        assert (s[:, 0] <= 3 * regime.get("scale", 1)).all()


def test_regimes_are_tall_wide_square_deficient_and_scaled():
    shapes = [(r["n"], r["d"]) for r in REGIMES]
    assert any(n > d for n, d in shapes) and any(n < d for n, d in shapes) and any(n == d for n, d in shapes)
    assert {r.get("scale") for r in REGIMES} >= {1e-3, 1e3}
    assert sum("rank" in r for r in REGIMES) >= 2


def test_the_shortest_solution_by_construction_is_that_of_numpy():
    letters = notation.table("least_squares").LETTERS
    for regime in REGIMES:
        g = letters.instances(np.random.default_rng(0), 3, regime)
        expected = [np.linalg.lstsq(X, y, rcond=1e-10)[0] for X, y in zip(g.X, g.y, strict=True)]
        np.testing.assert_allclose(g.fit, expected, rtol=1e-8, atol=1e-10 * np.abs(g.fit).max())


TABLES = (learning_goals, vector_calculus, least_squares, ridge, relu_elbow, networks, alphabet, guides)


@pytest.mark.parametrize("page", TABLES, ids=lambda page: page.__name__)
def test_no_letter_is_spelled_as_it_would_be_anyway(page):
    plain = dataclasses.replace(page.LETTERS, code={})
    assert [name for name, text in page.LETTERS.code.items() if spelled(name, plain) == text] == []


def test_every_page_has_its_table():
    assert tuple(notation.table(stem) for stem in notation.PAGES) == TABLES


@pytest.mark.parametrize("module", TABLES, ids=notation.PAGES)
def test_every_table_gives_a_value_to_every_letter(module):
    letters = module.LETTERS
    g = letters.instances(np.random.default_rng(0), 3, letters.regimes[0])
    for name in letters.names - set(letters.indices) - {*letters.columns, *letters.rows, *letters.entries, "svd"}:
        assert g[name].ndim == 3, name

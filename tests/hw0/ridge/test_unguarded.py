"""hw0.ridge.unguarded: the formulas of the five routes as they stand, on paper and in floating point."""
import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import ridge
from hw0.ridge import unguarded
from hw0.ridge.unguarded import LAMS

NAMES = list(unguarded.ROUTES)


def test_the_stored_distances_come_out_again_up_to_rounding():
    """Where the formula decides, to the two decimals that are stored; where rounding does, within a factor of 100."""
    again, stored, paper = np.log10(unguarded.distances()), np.log10(unguarded.stored()), unguarded.on_paper()
    right = stored < np.log10(1.02 * paper)
    assert np.all(np.sum(right, axis=1) > 12)
    assert_allclose(again[right], stored[right], atol=0.02)
    assert_allclose(again[~right], stored[~right], atol=2)


def test_the_table_says_how_it_was_made(tmp_path, monkeypatch):
    monkeypatch.setattr(unguarded, "TABLE", tmp_path / "unguarded.json")
    unguarded.store()
    head = json.loads(unguarded.TABLE.read_text(encoding="utf-8"))
    assert head["command"] == "python -m hw0.ridge.unguarded"
    assert head["routes"] == NAMES
    assert head["log10"] == np.round(head["log10"], 2).tolist()
    assert unguarded.stored().shape == (len(NAMES), len(LAMS))


@pytest.mark.parametrize("name", NAMES)
def test_every_route_follows_the_paper_first_and_rises_like_1_over_lambda_then(name):
    row = unguarded.stored()[NAMES.index(name)]
    large, small = LAMS >= 1e-4, (LAMS <= 1e-8) & (LAMS >= 1e-12)
    assert_allclose(row[large], unguarded.on_paper()[large], rtol=0.03)
    slope = np.polyfit(np.log10(LAMS[small]), np.log10(row[small]), 1)[0]
    assert -1.2 < slope < -0.8


def test_the_distance_on_paper_is_that_of_exact_fractions():
    X, y = np.diag([2.0, 1.0]), np.array([2.0, 3.0])
    monkey = pytest.MonkeyPatch()
    monkey.setattr(unguarded, "example", lambda: (np.vstack([X, [0, 0]]), np.append(y, 5.0)))
    monkey.setattr(unguarded, "LAMS", np.array([1.0]))
    try:
        off = np.array([2 * 2 / 5 - 1, 3 / 2 - 3])          # sigma c / (sigma^2 + 1) - c / sigma
        assert_allclose(unguarded.on_paper(), np.linalg.norm(off) / np.hypot(1, 3))
    finally:
        monkey.undo()


def test_the_routes_that_ask_for_the_rank_have_no_v():
    X, y = unguarded.example()
    limit = np.linalg.pinv(X) @ y
    for lam in (1e-8, 1e-12, 1e-16):
        for route in ridge.ROUTES:
            off = np.linalg.norm(route(X, y, lam=lam) - limit) / np.linalg.norm(limit)
            assert off < 1e-6 * np.sqrt(lam / 1e-8) + 1e-10

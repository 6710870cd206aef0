"""The claims on a network of ReLU units: what their referees compute, held against the book's own network."""

import numpy as np
import pytest

from hw0.audit import REFEREES
from hw0.audit.relu_elbow import network_confirmed as confirmed
from hw0.audit.relu_elbow.samples import NETWORKS
from hw0.relu_elbow import relu_network


def step_of(v):
    return relu_network.sgd_step(relu_network.Network(v["W1"], v["b"], v["W2"]), v["x"], v["y"], lr=v["lr"])


def test_the_claimed_gradients_are_the_difference_quotients():
    for v in NETWORKS:
        by_quotient = [confirmed.slopes(of, **v) for of in ("W1", "b", "W2")]
        np.testing.assert_allclose(np.stack(confirmed.gradients(**v)), by_quotient, atol=1e-5)


def test_the_claimed_gradients_are_the_step_of_the_book():
    for v in NETWORKS:
        moved = [(old - new) / v["lr"] for old, new in zip((v["W1"], v["b"], v["W2"]), step_of(v), strict=True)]
        np.testing.assert_allclose(np.stack(confirmed.gradients(**v)), moved, rtol=1e-9, atol=1e-9)


def test_a_change_before_the_bend_reaches_active_units_only():
    for v in NETWORKS:
        into, out = (confirmed.slopes_in_layer(layer, **v) for layer in ("z", "phi"))
        np.testing.assert_allclose(into, out * confirmed.activity(**v), atol=1e-6)
        np.testing.assert_allclose(out, confirmed.residual(**v) * v["W2"], atol=1e-6)


def test_the_formula_is_where_the_elbows_are_after_the_step():
    for v in NETWORKS:
        new = step_of(v)
        np.testing.assert_allclose(confirmed.formula(**v), relu_network.elbows(new.W1, new.b), rtol=1e-9)


def test_there_are_sleeping_units_and_they_stay():
    asleep = [~confirmed.activity(**v) for v in NETWORKS]
    assert sum(map(np.sum, asleep)) > 50
    for v, still in zip(NETWORKS, asleep, strict=True):
        np.testing.assert_array_equal(confirmed.formula(**v)[still], relu_network.elbows(v["W1"], v["b"])[still])


def test_half_of_all_units_sleep_at_a_random_point():
    assert REFEREES["chatgpt-5d-10"]().true == pytest.approx(0.5, abs=0.01)

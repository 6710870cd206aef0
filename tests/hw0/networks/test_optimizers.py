"""hw0.networks.optimizers: each rule against its formula, written out plainly."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks.optimizers import RULES, SGD, AdaGrad, Adam, Momentum, Nesterov, RMSProp

STEPS = 12


def gradients():
    return np.random.default_rng(0).normal(size=(STEPS, 5))


def path(rule):
    """The parameters after every step, (STEPS, 5), beginning at 1."""
    p, seen = np.ones(5), []
    for g in gradients():
        rule.update(p, g)
        seen.append(p.copy())
    return np.array(seen)


def written_out(step):
    """The same for a plain function (p, g, t, m, v) -> (p, m, v)."""
    p, m, v, seen = np.ones(5), np.zeros(5), np.zeros(5), []
    for t, g in enumerate(gradients(), 1):
        p, m, v = step(p, g, t, m, v)
        seen.append(p)
    return np.array(seen)


def sgd(p, g, t, m, v):
    return p - 0.1 * g, m, v


def momentum(p, g, t, m, v):
    v = 0.8 * v - 0.1 * g
    return p + v, m, v


def nesterov(p, g, t, m, v):
    new = 0.8 * v - 0.1 * g
    return p - 0.8 * v + 1.8 * new, m, new              # the form of the assignment


def adagrad(p, g, t, m, v):
    v = v + g**2
    return p - 0.1 * g / (np.sqrt(v) + 1e-8), m, v


def rmsprop(p, g, t, m, v):
    v = 0.99 * v + 0.01 * g**2
    return p - 0.1 * g / (np.sqrt(v) + 1e-8), m, v


def adam(p, g, t, m, v):
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
    return p - 0.1 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8), m, v


@pytest.mark.parametrize(("rule", "plain"), [
    (SGD(0.1), sgd), (Momentum(0.1, mu=0.8), momentum), (Nesterov(0.1, mu=0.8), nesterov),
    (AdaGrad(0.1), adagrad), (RMSProp(0.1), rmsprop), (Adam(0.1), adam),
], ids=lambda value: getattr(value, "__name__", None) or type(value).__name__)
def test_every_rule_follows_its_formula(rule, plain):
    assert_allclose(path(rule), written_out(plain), rtol=1e-12, atol=1e-12)


OUTSIDE = {f"{rule.__name__} outside": lambda lr, rule=rule: rule(lr, inside=False) for rule in (Momentum, Nesterov)}


@pytest.mark.parametrize("rule", [*RULES.values(), *OUTSIDE.values()], ids=[*RULES, *OUTSIDE])
def test_a_gradient_that_is_scaled_already_makes_the_same_steps_while_the_rate_falls(rule):
    paths = []
    for scaled in (False, True):
        made, p, seen = rule(0.1), np.ones(5), []
        for g in gradients():
            made.update(p, g * (made.grad_scale if scaled else 1), scaled=scaled)
            seen.append(p.copy())
            made.lr *= 0.7
        paths.append(seen)
    assert_array_equal(*paths)


@pytest.mark.parametrize("rule", [Momentum, Nesterov])
def test_both_conventions_of_momentum_go_one_way_while_the_rate_stays(rule):
    assert_allclose(path(rule(0.1)), path(rule(0.1, inside=False)), rtol=1e-12)


def test_the_rate_outside_follows_the_formula_while_it_changes():
    """As PyTorch writes it: v <- mu v + g;  p <- p - lr (g + mu v)."""
    rule, p, q, v = Nesterov(0.1, mu=0.8, inside=False), np.ones(5), np.ones(5), np.zeros(5)
    for g in gradients():
        v = 0.8 * v + g
        q = q - rule.lr * (g + 0.8 * v)
        rule.update(p, g.copy())
        assert_allclose(p, q, rtol=1e-12)
        rule.lr *= 0.7


@pytest.mark.parametrize(("rule", "steps"), [(Momentum, [-0.5, -0.05]), (Nesterov, [-0.25, -0.025])])
def test_a_smaller_rate_slows_the_old_velocity_only_where_it_is_outside(rule, steps):
    moved = []
    for inside in (True, False):
        made, p = rule(1.0, mu=0.5, inside=inside), np.zeros(1)
        made.update(p, np.ones(1))
        made.lr = 0.1
        before = p[0]
        made.update(p, np.zeros(1))
        moved.append(p[0] - before)
    assert_allclose(moved, steps)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_keeps_float32(rule):
    made, p = rule(0.1), np.ones(3, np.float32)
    made.update(p, np.ones(3, np.float32))
    assert p.dtype == np.float32
    assert all(getattr(made, slot).dtype == np.float32 for slot in made.slots)


@pytest.mark.parametrize("lr", [0, -0.1, np.nan, np.inf, "0.1", None, [0.1], 1j])
def test_a_rate_that_is_no_positive_number_is_refused(lr):
    with pytest.raises((TypeError, ValueError), match=r"lr must be (a|finite)"):
        SGD(lr)


def test_a_rule_of_ones_own_is_given_the_gradient_unless_it_asks_for_its_product_with_the_rate():
    class Clipped(SGD):
        def _step(self, p, g):
            p -= self.lr * np.clip(g, -1, 1)

    class ClippedStep(SGD):
        rate_first = True

        def _step(self, p, lr_g):
            p -= np.clip(lr_g, -1, 1)

    for rule, moved in ((Clipped(0.5), 0.5), (ClippedStep(0.5), 1.0)):
        p = np.zeros(1)
        rule.update(p, np.full(1, 4.0))
        assert p[0] == -moved


def test_momentum_can_take_its_rate_outside_between_two_steps():
    rule, p = Momentum(0.1), np.ones(1)
    rule.inside = False
    rule.update(p, np.ones(1))
    assert_allclose(p, 0.9)


def test_a_rate_changed_before_the_first_step_is_the_one_that_counts():
    rule, p = SGD(1.0), np.zeros(1)
    rule.lr = 0.25
    rule.update(p, np.ones(1))
    assert p[0] == -0.25


def test_one_step_is_enough_to_belong_to_a_network():
    rule = Momentum(0.1)
    rule.update(np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match="has made 1 steps on another network"):
        rule.update(np.ones(3), np.ones(3))


def test_factors_out_of_range_or_unknown_are_refused():
    with pytest.raises(ValueError, match=r"mu must lie in \[0, 1\)"):
        Momentum(0.1, mu=1.0)
    with pytest.raises(TypeError, match="Adam has no factor 'mu': it has b1, b2, eps"):
        Adam(0.1, mu=0.9)

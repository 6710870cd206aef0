"""Every prediction has one right choice, computed by its package, and gives nothing away before it is made."""

import re
import string

import numpy as np
import pytest

from hw0 import least_squares as ls
from hw0 import networks as nn
from hw0 import relu_elbow, ridge
from hw0 import vector_calculus as vc
from hw0.figures import study_log as figures
from hw0.learning_goals import LEVELS, WORDS
from hw0.least_squares.svd import Svd
from hw0.networks import sweeps
from hw0.predictions import PREDICTIONS, gathered, predict
from hw0.predictions.asked import CONFIDENCES
from hw0.relu_elbow import relu_network
from livefig.formulas import plain
from prediction import Choice, Number
from tests.notebooks.outlines import OUTLINES
from tests.notebooks.rules_of_figures import not_typeset

ALL = PREDICTIONS.values()
CHOICES = [each for each in ALL if isinstance(each, Choice)]
# which choice is right, or which number and within which distance; what is told of the outcome.  Derived without the
# package, but for 4d, 4e (their samples are drawn) and 6a (from the stored map)
DERIVED = {
    "2a": "2nd: 0.5", "2b": "1.01±0.05: 1.01", "2c": "3rd: 0", "2d": "4th:", "2e": "4th: [3, 5, 7]",
    "3a": "1.6±0.15: 1.6", "3b": "3rd: 1.73 1.00 2.41", "3c": "2±0.01: 2", "3d": "3rd: 1.2 1.6", "3e": "2nd: 0 2",
    "3f": "3rd: 6", "4a": "3rd: 9", "4b": "0.8±0.03: 0.8", "4c": "1±0.1: 1", "4d": "4th: 0.59 1.01",
    "4e": "2nd: 0.09 -1.08", "4f": "3rd:", "4g": "3rd:", "4h": "2nd: 0.67", "5a.i": "4th: -10 -100",
    "5a.ii": "0.003±0.0003: 0.00305", "5a.iii": "100±1: 100", "5a.iv": "3rd: 1", "5b.i": "2nd:", "5b.ii": "3rd:",
    "5b.iii": "3rd:", "5b.iv": "4th: steeper", "5c": "2nd: 0 2", "5d": "2nd:", "6.affine_forward": "650±0: 650",
    "6.affine_backward": "2nd:", "6.relu_forward": "2±0.01: 2", "6.relu_backward": "0±0: 0",
    "6.softmax_loss": "2.3±0.05: 2.30", "6.svm_loss": "9±0.1: 9", "6a": "3rd: 0.44",
}
PLACES = ("1st", "2nd", "3rd", "4th")


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_exactly_one_choice_is_right_every_time_and_what_is_told_is_as_derived(each):
    assert each.right() == each.right()
    if isinstance(each, Choice):
        assert 2 <= len(each.choices) <= 4
        assert all(re.search(r"\w", text) for text in each.choices)
        right = PLACES[list(each.choices).index(each.right())]
    else:
        assert isinstance(each, Number)
        assert abs(float(each.right()) - each.outcome()) <= each.within
        right = f"{each.right()}±{each.within:g}"
    reader, outcome = string.Formatter(), each.outcome()
    told = [format(reader.get_field(field, [outcome], {})[0], spec) for _, field, spec, _ in reader.parse(each.tells)
            if field]
    assert " ".join([f"{right}:", *told]) == DERIVED[each.part]


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_it_asks_one_short_question_and_tells_why(each):
    assert each.asks.count("?") == 1
    assert each.asks.endswith("?")
    assert len(each.asks.split()) <= 30
    assert each.told().endswith(".")
    assert 8 <= len(each.told().split()) <= 70
    assert not re.search(r"[{}]|nan", each.told())
    assert each.told() not in each.asks


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_its_formulas_are_typeset(each):
    texts = [each.asks, each.told(), *getattr(each, "choices", ())]
    assert {text: found for text in texts if (found := not_typeset(text))} == {}
    assert not any("$" in plain(text) for text in texts)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_what_is_told_depends_on_the_outcome_where_it_has_numbers(each):
    assert "{0" in each.tells or not re.search(r"\d\.\d", each.tells)


def test_the_right_choice_stands_at_no_place_that_one_could_guess():
    places = [list(each.choices).index(each.right()) for each in CHOICES]
    assert all(places.count(place) <= len(CHOICES) / 2 + 1 for place in set(places))


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.part)
def test_confidence_is_stated_in_the_words_of_the_calibration_check(each):
    percents, words = zip(*each.sure, strict=True)
    assert words == WORDS
    assert percents[1:] == tuple(round(100 * level) for level in LEVELS[1:])
    assert percents[0] == (round(100 / len(each.choices)) if isinstance(each, Choice) else 25)
    assert set(percents) <= set(CONFIDENCES)


def test_the_figure_has_a_slider_for_every_confidence_and_room_for_all_predictions():
    inputs = {each["name"]: each for each in figures.predictions().spec["inputs"]}
    assert set(inputs) == {f"{kind}_{level}" for kind in ("asked", "right") for level in gathered().levels}
    assert all(each["max"] >= len(PREDICTIONS) for each in inputs.values())


def test_every_part_of_chapters_2_to_6_asks():
    asked = [part for outline in OUTLINES.values() if outline.steps for part in outline.parts]
    assert list(PREDICTIONS) == asked
    assert len(asked) == 36


def test_a_part_that_asks_for_nothing_is_refused():
    with pytest.raises(ValueError, match="there is no prediction '9z'; there are 2a"):
        predict("9z")


def _shrunk(X, y, *, lam):
    return np.linalg.lstsq(X, y, rcond=None)[0] / (1 + lam)


# part, the module and the name of a function, what it does instead
FAULTS = (
    ("2a", vc, "d_dot", lambda x, c: c[None, :] / 10 ** np.sum(np.abs(c) > 5)),
    ("2b", vc, "d_squared_norm", lambda x: np.array([[1.0, 0.0]])),
    ("2c", vc, "d_matvec", lambda A, x: A.T),
    ("2d", vc, "d_quadratic", lambda A, x: 2 * x[None, :] @ A),
    ("2e", vc, "agreement_basis", lambda A: np.ones((len(A), 1 - len(A) % 2))),
    ("3a", ls, "by_normal_equations", lambda X, y: np.array([np.mean(y / X[:, 0])])),
    ("3b", ls.svd, "full", lambda X: Svd(*np.linalg.svd(X.T))),
    ("3c", ls, "pinv", lambda X: X.T),
    ("3d", ls, "min_norm_solution", lambda X, y: np.linalg.lstsq(X * [[0, 1]], y, rcond=None)[0]),
    ("3e", ls.svd, "sigma_pinv", lambda s, shape: np.diag(1 / s)),
    ("3f", ls.svd, "rank", lambda X: max(X.shape)),
    ("4a", ridge, "by_normal_equations", _shrunk),
    ("4b", ridge, "shrinkage", lambda s, lam: s / (s + lam)),
    ("4c", ridge, "of_one_weight", lambda x, y, lam: ridge.Posterior(np.mean(y), lam)),
    ("4d", ridge, "with_fake_data", lambda X, y, lam: (np.vstack([X, [[lam**0.5]]]), np.append(y, 1.0))),
    ("4e", ridge, "fake_feature_weights", lambda X, y, lam: np.append(np.zeros(X.shape[1]), y / lam**0.5)),
    ("4f", ridge, "by_kernel", lambda X, y, lam: np.linalg.pinv(X) @ y),
    ("4g", ridge, "path", lambda X, y, lams: np.ones(X.shape[1]) / (1 + lams[:, None])),
    ("4h", ridge, "by_normal_equations", lambda X, y, lam: np.array([1.0, -1.0]) / lam),
    ("5a.i", relu_elbow, "elbow", lambda w, b: b / w),
    ("5a.ii", relu_elbow, "loss", lambda phi, y: abs(phi - y)),
    ("5a.iii", relu_elbow, "dloss_dw", lambda w, b, x, y: w * x + b - y),
    ("5a.iv", relu_elbow, "dloss_db", lambda w, b, x, y: (w * x + b - y) * x),
    ("5b.i", relu_elbow, "sgd_step", lambda w, b, x, y, lr: (w - lr * x, b - lr)),
    ("5b.ii", relu_elbow, "direction", lambda w, b, x, lr: "right"),
    ("5b.iii", relu_elbow, "direction", lambda w, b, x, lr: "right" if b > 1 else "left"),
    ("5b.iv", relu_elbow, "residual_step", lambda w, b, x, delta, lr: relu_elbow.Params(w + lr, b)),
    ("5c", relu_network, "predict", lambda net, x: np.maximum(0, net.W1[0] * x + net.b[0])),
    ("5d", relu_network, "moved_elbows", lambda W1, b, W2, x, y, lr: relu_network.elbows(W1, b)),
    ("6.affine_forward", nn.Network, "params", np.zeros(64 * 10)),
    ("6.affine_backward", nn, "affine_backward", lambda dout, X, W, b: (X, W, dout.mean(axis=0))),
    ("6.relu_forward", nn, "affine_forward", lambda X, W, b: np.tanh(X @ W)),
    ("6.relu_backward", nn, "relu_backward", lambda dout, Z: dout),
    ("6.softmax_loss", nn, "softmax_loss", lambda scores, labels: (0.0, scores)),
    ("6.svm_loss", nn, "svm_loss", lambda scores, labels: (10.0, scores)),
    ("6a", sweeps, "load", lambda name: np.full((2, 21, 23, 5), 50)),
)


def _right(prediction):
    """What is right; where no choice agrees, what is said of that."""
    try:
        return prediction.right()
    except ValueError as error:
        return str(error)


def _with_its_stem(fault):
    stem = PREDICTIONS[fault[0]].outcome.__module__.rpartition(".")[2]
    return pytest.param(*fault, id=f"{stem}-{fault[0]}")


@pytest.mark.parametrize(("part", "module", "name", "instead"), [_with_its_stem(fault) for fault in FAULTS])
def test_a_fault_in_the_package_or_its_stored_map_changes_what_is_right(part, module, name, instead, monkeypatch):
    before = PREDICTIONS[part].right()
    monkeypatch.setattr(module, name, instead)
    assert _right(PREDICTIONS[part]) != before

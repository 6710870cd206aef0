"""The live figures of chapter 4: they compute what hw0 computes, and say what is true."""
import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import datasets, ridge
from hw0.figures.ridge import (
    FIGURES,
    bias_variance,
    contours,
    diabetes,
    early_stopping,
    evidence,
    fake_data,
    leave_one_out,
    path,
    posterior,
)
from hw0.figures.ridge.evidence import LAMS as EVIDENCE_LAMS
from hw0.figures.ridge.evidence import noises
from hw0.figures.ridge.leave_one_out import powers
from hw0.least_squares import svd
from livefig.formulas import flat
from tests.livefig.parity import parity


def said(figure, **at):
    """The lines that the figure says at these values: readouts as a dict of label -> numbers, and the sentence."""
    *readouts, sentence = flat(str(figure(at=at))).replace("−", "-").splitlines()[1 + len(figure().spec["inputs"]):]
    return {line.partition(": ")[0]: [float(v) for v in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", line.partition(": ")[2])]
            for line in readouts}, sentence


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.__name__)
def test_figure_computes_in_the_page_what_numpy_computes(figure):
    report = parity(figure)
    assert report.texts >= report.states
    assert not report.dashes


@pytest.mark.parametrize(("at", "words"), [
    ({}, "about 6% of its value"), ({"feature": 4, "place": 60}, "changed its sign"),
    ({"feature": 9, "place": 48}, "grown in size"), ({"feature": 2, "place": 80}, "predicting the mean"),
])
def test_diabetes_says_what_becomes_of_the_marked_weight(at, words):
    assert words in said(diabetes, **at)[1]


@pytest.mark.parametrize("at", [{"t": -3.0}, {"t": 0.0, "rho": -0.5}, {"t": 1.0, "w1": -1.0, "w2": 2.0}])
def test_contours_solve_a_ridge_problem_with_that_correlation(at):
    fig = contours(at=at).value
    X = np.linalg.cholesky([[1.0, fig["rho"]], [fig["rho"], 1.0]]).T
    w = ridge.by_kernel(X, X @ [fig["w1"], fig["w2"]], lam=10 ** fig["t"])
    assert_allclose(said(contours, **at)[0]["w"], w, atol=6e-4)


def test_posterior_is_the_one_of_the_first_samples():
    from hw0.figures.ridge.posterior import X, Y

    post = ridge.posterior(X[:5, None], Y[:5], lam=10**0.5)
    numbers = said(posterior, n=5, t=0.5)[0]
    assert_allclose([*numbers["ridge solution"], *numbers["posterior variance"]], [post.mean[0], post.covariance[0, 0]],
                    atol=6e-4)


def test_fake_sample_gives_the_ridge_solution_and_its_objective():
    from hw0.figures.ridge.fake_data import X, Y

    numbers = said(fake_data, root=3.0)[0]
    assert_allclose(numbers["slope w"], ridge.by_fake_data(X[:, None], Y, lam=9.0), atol=6e-4)


def test_path_marks_the_solution_at_its_lambda():
    from hw0.figures.ridge.path import samples

    X, y = samples()
    numbers = said(path, t=1.0)[0]
    assert_allclose([*numbers["w1, w2"], *numbers["w3, w4"]], ridge.by_normal_equations(X, y, lam=10.0), rtol=6e-3)
    assert_allclose(numbers["degrees of freedom"][0], ridge.degrees_of_freedom(svd.thin(X).s, 10.0), atol=6e-3)


def test_two_weights_of_the_path_change_their_sign_one_of_them_twice():
    from hw0.figures.ridge.path import samples

    signs = np.sign(ridge.path(*samples(), np.logspace(-3, 4, 2001)))
    assert np.sum(np.diff(signs, axis=0) != 0, axis=0).tolist() == [0, 1, 0, 2]


@pytest.mark.parametrize("i", [1, 8, 15])
def test_sample_left_out_is_missed_by_the_fit_that_did_not_see_it(i):
    from hw0.figures.ridge.leave_one_out import powers, samples

    x, _, draws = samples()
    X, y = powers(x), draws[2]
    w = ridge.by_fake_data(np.delete(X, i - 1, 0), np.delete(y, i - 1), lam=0.01)
    numbers = said(leave_one_out, i=i, t=-2.0, draw=3)[0]
    assert_allclose(numbers["error when left out, residual / (1 - leverage)"][-1], y[i - 1] - X[i - 1] @ w, atol=6e-4)


@pytest.mark.parametrize("draw", [1, 5])
def test_each_judge_chooses_the_lambda_of_the_package_and_its_fit_is_that_far_from_the_curve(draw):
    from hw0.figures.ridge.leave_one_out import LAMS, powers, samples

    x, curve, draws = samples()
    X, y = powers(x), draws[draw - 1]
    far = np.sqrt(np.mean((ridge.path(X, y, LAMS) @ X.T - curve) ** 2, axis=1))
    places = [np.argmin(numbers) for numbers in (*ridge.criteria(X, y, LAMS), far)]
    rows = [line.split(" | ") for line in str(leave_one_out(at={"draw": draw})).replace("−", "-").splitlines()
            if line.count(" | ") == 2][1:]
    assert_allclose([float(row[1]) for row in rows], LAMS[places], rtol=0.05)
    assert_allclose([float(row[2]) for row in rows], far[places], atol=6e-4)


def test_both_systems_of_the_kernel_figure_have_one_solution():
    from hw0.figures.ridge.kernel import weights

    primal, dual = weights()
    assert np.sum(np.isfinite(primal)) == 8 * 36
    assert_allclose(primal, dual, atol=1e-6)


def test_diabetes_marks_the_weight_of_the_chosen_feature():
    data = datasets.diabetes()
    numbers = said(diabetes, feature=2, place=50)[0]
    assert_allclose(numbers["weight of the marked feature"], np.round(ridge.by_svd(data.X, data.y, lam=1.0)[2]))
    assert_allclose(numbers["as λ → 0"], np.round(np.linalg.lstsq(data.X, data.y)[0][2]))


def test_early_stopping_says_between_which_quotients_its_curves_lie():
    for at in ({"power": 0.0, "lr": 0.5}, {"power": 1.5, "lr": 0.2}, {"power": 4.0, "lr": 0.01}):
        readouts, sentence = said(early_stopping, **at)
        steps = np.rint(10.0 ** at["power"])
        assert readouts["steps t"] == [steps]
        assert_allclose(readouts["λ"], 1 / (2 * at["lr"] * steps), rtol=5e-3)
        least, most = readouts["quotient"]
        assert 1.0 <= least <= most <= 2.0
        assert "the steps keep at least what ridge keeps" in sentence


def test_bias_variance_says_the_error_of_the_package_and_which_directions_want_more():
    s, theta = np.array([2.0, 1.0, 0.5, 0.2]), np.array([2.0, 1.0, 0.5, 0.25])
    readouts, sentence = said(bias_variance, truth=1, t=-1.0, noise=0.3)
    assert_allclose(readouts["error of w"], np.sum(ridge.mean_squared_error(s, theta, 0.3, 0.1)), rtol=5e-3)
    assert f"for {np.sum(ridge.best_penalty(theta, 0.3) > 0.1)} of the four directions" in sentence
    best, = said(bias_variance, truth=0)[0]["best λ for all, about"]
    assert_allclose(best, 0.3**2, rtol=0.1)             # one and the same for all directions


@pytest.mark.parametrize("t, way, falls, rises", [(-1.1, 1.01, "variance", "bias"), (-1.0, 0.99, "bias", "variance")])
def test_a_little_more_or_less_of_a_penalty_gains_what_bias_variance_says_it_does(t, way, falls, rises):
    s, theta, lam = np.array([2.0, 1.0, 0.5, 0.2]), np.ones(4), 10.0**t

    def cost(lam):
        return {"bias": ridge.bias_squared(s, theta, lam), "variance": ridge.variance(s, 0.3, lam)}

    before, after = cost(lam), cost(lam * way)
    assert np.all(before[falls] - after[falls] > after[rises] - before[rises])
    words = said(bias_variance, truth=0, t=t, noise=0.3)[1].replace("squared bias", "bias")
    assert f"takes away more {falls} than it adds {rises}." in words


def test_a_second_sample_draws_the_top_away_from_the_least_squares_solution_of_the_first():
    tops = [said(posterior, n=n, t=0.0)[0]["ridge solution"][0] for n in (0, 1, 2, 3)]
    assert tops == [0.0, 0.574, 0.487, 0.704]


@pytest.mark.parametrize("at", [{"t": -4.0}, {"t": -0.5, "noise": 0.4, "draw": 4}, {"t": 1.0, "noise": 0.1, "draw": 2}])
def test_the_evidence_is_the_density_of_the_samples_and_its_table_says_where_it_is_greatest(at):
    """The three terms against a density with its determinant; expected and found differ as the slope of the sum."""
    values = {"t": -2.0, "noise": 0.2, "draw": 1} | at
    x = np.linspace(-1, 1, 15)
    X, lam = powers(x), 10.0 ** values["t"]
    y = np.round(np.sin(3.5 * x), 3) + values["noise"] * noises()[values["draw"] - 1]

    def minus_log(lam):
        K = X @ X.T + lam * np.eye(15)
        C = K * (y @ np.linalg.solve(K, y)) / 15
        return (y @ np.linalg.solve(C, y) + np.linalg.slogdet(2 * np.pi * C)[1]) / 15

    marks = {flat(mark.get("label", "")): mark for mark in evidence(at=at).spec["panels"][0]["marks"]}
    k = int(np.argmin(np.abs(EVIDENCE_LAMS - lam)))
    both = marks["sum"]["y"].value
    np.testing.assert_allclose(both[k] + 1 + np.log(2 * np.pi), minus_log(EVIDENCE_LAMS[k]), rtol=1e-6)
    np.testing.assert_allclose(marks["log(J/n)"]["y"].value + marks["the other term"]["y"].value, both)
    text = str(evidence(at=at))
    (expected, found), (left, held) = (
        [float(v) for v in re.findall(r"\| ([\d.e−-]+)", line.replace("−", "-"))]
        for line in text.splitlines() if line.startswith(r"$\lVert"))
    rises = minus_log(lam * 1.01) > minus_log(lam / 1.01)
    assert (found > expected) == (held < left) == rises


def test_with_much_noise_the_evidence_takes_all_for_noise():
    assert "look like noise alone" in said(evidence, noise=0.6, draw=1)[1]
    assert "The sum falls" in said(evidence, t=-6.0)[1] and "The sum rises" in said(evidence, t=0.5)[1]
    assert "slopes cancel" in said(evidence, t=-0.875)[1]

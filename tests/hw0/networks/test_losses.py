"""hw0.networks.losses: values, gradients and conventions."""
import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks import gradients, softmax_loss, squared_loss, svm_loss
from hw0.vector_calculus import gradcheck

LOSSES = [softmax_loss, svm_loss]


def scored(n=50, k=10, size=0.001, seed=0):
    rng = np.random.default_rng(seed)
    return size * rng.normal(size=(n, k)), rng.integers(k, size=n)


@pytest.mark.parametrize(("loss", "expected"), [(softmax_loss, np.log(10)), (svm_loss, 9.0)])
def test_small_scores_give_the_loss_of_guessing(loss, expected):
    assert_allclose(loss(*scored())[0], expected, rtol=1e-3)


@pytest.mark.parametrize("loss", LOSSES)
def test_the_gradient_agrees_with_central_differences(loss):
    scores, labels = scored(n=8, k=5, size=1.0)
    numeric = gradients.central(lambda s: loss(s, labels)[0], scores)
    assert gradients.norm_error(loss(scores, labels)[1], numeric) < 1e-8


def test_the_softmax_gradient_agrees_with_the_complex_step_to_rounding():
    scores, labels = scored(n=6, k=4, size=2.0)

    def plain(s):
        s = s.reshape(scores.shape)
        return np.mean(np.log(np.sum(np.exp(s), axis=1)) - s[np.arange(6), labels])

    exact = gradcheck.complex_step(plain, scores.ravel()).reshape(scores.shape)
    assert gradients.norm_error(softmax_loss(scores, labels)[1], exact) < 1e-15


def test_scores_of_any_size_stay_finite():
    loss, gradient = softmax_loss([[1e4, 0.0, -1e4], [1e308, -1e308, 0.0], [-1e300, -1e300, -1e300]], [1, 0, 2])
    assert_allclose(loss, (1e4 + 0 + np.log(3)) / 3, rtol=1e-12)
    assert np.all(np.isfinite(gradient))


def test_the_derivative_on_the_margin_is_zero():
    assert_array_equal(svm_loss([[2.0, 1.0]], [0])[1], [[0, 0]])
    assert_array_equal(svm_loss([[2.0, 1.5]], [0])[1], [[-1, 1]])


def test_the_losses_are_means_over_the_examples():
    scores, labels = scored(n=6, size=1.0)
    for loss in LOSSES:
        once, twice = loss(scores, labels), loss(np.tile(scores, (2, 1)), np.tile(labels, 2))
        assert_allclose(twice[0], once[0])
        assert_allclose(2 * twice[1], np.tile(once[1], (2, 1)))


def test_the_squared_loss_is_half_the_distance_and_its_gradient_the_residual():
    scores, targets = scored(n=4, k=2, size=1.0)[0], np.ones((4, 2))
    loss, gradient = squared_loss(scores, targets)
    assert_allclose(loss, 0.5 * np.mean(np.sum((scores - 1) ** 2, axis=1)))
    assert_allclose(gradient, (scores - 1) / 4)
    assert_allclose(squared_loss(scores[:, :1], targets[:, 0])[0], squared_loss(scores[:, :1], targets[:, :1])[0])


def test_the_losses_leave_their_arguments_alone():
    scores, labels = scored()
    copies = scores.copy(), labels.copy()
    for loss in LOSSES:
        loss(scores, labels)
    assert_array_equal(scores, copies[0])
    assert_array_equal(labels, copies[1])


@pytest.mark.parametrize(("labels", "says"), [
    ([0, 1, 3], "from 0 to 2; got 3 for example 2"), ([0, -1, 1], "got -1 for example 1"), ([0, 1, 0.5], "got 0.5"),
    ([0, 1], r"labels must have shape \(3,\)"), ([[0], [1], [2]], r"Use labels.ravel\(\)"), ([], "must not be empty"),
])
@pytest.mark.parametrize("loss", LOSSES)
def test_labels_that_are_no_classes_are_refused(loss, labels, says):
    with pytest.raises(ValueError, match=says):
        loss(np.zeros((3, 3)), labels)


def test_labels_of_text_and_targets_of_another_shape_are_refused():
    with pytest.raises(TypeError, match="labels must be"):
        softmax_loss(np.zeros((2, 2)), ["a", "b"])
    with pytest.raises(ValueError, match=r"targets must have shape \(3, 2\)"):
        squared_loss(np.zeros((3, 2)), np.zeros(3))

"""hw0.networks.tangents: the kernel and the curvature, against derivatives by other routes."""
import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0.networks import Network, gradients, overfitting, signals, sweeps, tangents


@pytest.fixture
def net():
    rng = np.random.default_rng(3)
    return Network((4, 6, 5, 3), rng=rng), rng.normal(size=(5, 4))


def jacobian(net, X):
    """The derivatives of all scores (n k, p) by central differences, one row for each score."""
    start, rows = net.params.copy(), []

    def score(i, j):
        def at(params):
            net.params[:] = params
            return net.scores(X)[i, j]
        return at

    for i, j in np.ndindex(len(X), net.sizes[-1]):
        rows.append(gradients.central(score(i, j), start))
        net.params[:] = start
    return np.array(rows)


def test_the_kernel_size_is_the_mean_squared_length_of_a_row_of_the_jacobian(net):
    net, X = net
    J = jacobian(net, X)[:, :net.n_weights]
    assert_allclose(tangents.kernel_size(net, X), np.mean(np.sum(J**2, axis=1)), rtol=1e-6)


def test_the_curvature_is_the_largest_eigenvalue_of_the_gauss_newton_matrix(net):
    net, X = net
    J, scores = jacobian(net, X), net.scores(X)
    p = np.exp(scores) / np.sum(np.exp(scores), axis=1, keepdims=True)
    S = np.zeros((len(J), len(J)))
    for i, row in enumerate(p):
        at = slice(3 * i, 3 * i + 3)
        S[at, at] = np.diag(row) - np.outer(row, row)
    assert_allclose(tangents.curvature(net, X), np.linalg.eigvalsh(J.T @ S @ J)[-1] / len(X), rtol=1e-6)


def test_float32_and_inputs_that_do_not_fit():
    nets = [Network((3, 4, 2), rng=np.random.default_rng(0), dtype=dtype) for dtype in (np.float32, float)]
    for size in (tangents.kernel_size, tangents.curvature):
        assert_allclose(*(size(net, [[1, 2, 3]]) for net in nets), rtol=1e-5)       # float32 has seven digits
        with pytest.raises(ValueError, match=r"X must have shape \(n, 3\)"):
            size(nets[1], [[1.0, 2.0]])


def test_the_curvature_of_a_linear_net_is_that_of_its_loss():
    """One affine layer has scores without curvature: Gauss-Newton is the Hessian, here by differences of gradients."""
    rng = np.random.default_rng(0)
    net, X, y = Network((3, 4), rng=rng), rng.normal(size=(6, 3)), [0, 1, 2, 3, 0, 1]
    start, step = net.params.copy(), 1e-5

    def gradient(params):
        net.params[:] = params
        net.loss_and_grads(X, y)
        return net.grads.copy()

    hessian = [(gradient(start + step * e) - gradient(start - step * e)) / (2 * step) for e in np.eye(len(start))]
    net.params[:] = start
    assert_allclose(tangents.curvature(net, X), np.linalg.eigvalsh(np.array(hessian))[-1], rtol=1e-6)


@pytest.mark.parametrize("inputs", [64, 3072])
def test_the_kernel_at_hes_start_is_the_one_that_chapter_6_says(inputs):
    """d + (L - 1) h in the mean over starts, within the spread of five of them."""
    for i, depth in enumerate(sweeps.DEPTHS[:5]):
        K = 10 ** (sweeps.load("at_start")[(64, 3072).index(inputs), i, :, 0] / 1000)
        expected = inputs + (depth - 1) * overfitting.WIDTH
        assert abs(np.mean(K) / expected - 1) < 0.35


def test_inputs_come_out_more_and_more_alike():
    cosines = np.mean(sweeps.load("at_start")[0, :, :, 3], axis=1) / 1000
    assert np.all(np.diff(cosines) > 0)
    assert cosines[0] < 0.6 < 0.98 < cosines[-1]


def test_the_upper_edge_from_he_is_at_a_rate_times_curvature_near_that_of_the_literature():
    """12 for ReLU nets; on both kinds of inputs from three layers to ten, up to a factor of 2.2 either way."""
    rates = np.array(sweeps.HE.axes["lr"])
    for starts, tables in zip(sweeps.load("at_start"), sweeps.load("he"), strict=True):
        for start, table in list(zip(starts, tables, strict=True))[:4]:
            most = rates[np.mean(table == 50, axis=-1) > 0.5][-1]
            assert 12 / 2.2 < most * np.median(10 ** (start[:, 2] / 1000)) < 12 * 2.2


def test_the_mean_cosine_leaves_the_diagonal_out():
    assert_allclose(signals.mean_cosine(np.eye(3)), 0, atol=1e-15)
    assert_allclose(signals.mean_cosine([[1.0, 0.0], [2.0, 0.0], [0.0, 0.0]]), 1 / 3)

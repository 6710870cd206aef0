"""The tracer's operations, in Node against NumPy, and the numbers and texts that both must write alike."""

import json

import numpy as np
import pytest

from livefig import ASSETS, Figure, constants, graph
from livefig.words import written
from tests.livefig.parity import in_node, parity
from tests.node import module

ALT = "A figure of a test, with axes from zero to one, that nobody will ever need to see."
M = np.arange(12.0).reshape(3, 4) / 7 - 0.6
V = np.array([0.3, -1.2, 2.5, 0.7])


def blank(**more):
    return Figure("A test", name="test", alt=ALT, xlim=(0, 1), ylim=(0, 1), **more)


def everything(at=None):
    fig = blank(at=at)
    a, b = fig.slider("a", -3.0, 3.0, 1.5, step=0.25), fig.slider("b", -2.0, 2.0, -0.5, step=0.5)
    k, n = fig.slider("k", -3, 3, 1), fig.slider("n", 0, 2, 1)
    z, v = M * a + b, V + a * b  # traced (3, 4) and (4,)
    out = [getattr(np, f)(z) for f in sorted(graph.UFUNCS) if getattr(np, f).nin == 1]
    out += [getattr(np, f)(z, v) for f in sorted(graph.UFUNCS) if getattr(np, f).nin == 2]
    out += [np.remainder(k, n + 1), np.floor_divide(k, n + 1)]
    out += [z + v, v - z, z[:, :1] * v, z.T @ M, z @ v, v @ v, V @ v, M @ v, v @ M.T, a * M, z**2, z**0.5, z**-1, z**3,
            2.0**z]
    out += [f(z, axis=x) for f in (np.sum, np.prod, np.max, np.min, np.argmax, np.argmin, np.mean)
            for x in (None, 0, 1, -1)]
    out += [np.any(z > b, axis=0), np.all(z > b, axis=1), np.any(z > 1), (z > b) & (z < a), (z > b) | ~(z > a),
            (z > b) ^ (z > a)]
    out += [np.sum(z, axis=(0, 1)), z.sum(axis=1, keepdims=True) * z, z.max(), v.mean(), np.cumsum(z),
            np.cumsum(z, axis=0), v.cumsum()]
    out += [z[1], z[:, 2], z[::-1, ::2], z[[2, 0, 2]], z[..., None] * np.ones(2), z[1, 3],
            z[np.array([True, False, True])], v[-1]]
    out += [z.T, z.reshape(4, 3), z.ravel(), np.transpose(z), np.flip(z, 1), np.roll(v, 1), np.repeat(v, 2),
            np.tile(v, 2), z.reshape(-1)]
    out += [np.stack([a, b, k]), np.stack([v, V, z[0]], axis=1), np.concatenate([v, V, z.ravel()]), np.vstack([z, v]),
            np.hstack([v, v])]
    out += [np.column_stack([v, V]), np.concatenate([z, M], axis=1), np.where(z > 0, z, v), np.where(a > b, V, -V),
            np.clip(z, -0.5, a)]
    out += [np.outer(v, V), np.diff(v), np.dot(z, v), np.dot(a, v), np.linalg.norm(v), np.linalg.norm(z, axis=0),
            np.nan_to_num(np.log(z))]
    out += [np.polyval([2.0, -1.0, 0.5], z), np.polyval([a, b, 1.0], v), np.polyval([1, -2], k), np.polyval(v, M),
            np.polyval(v, a)]
    out += [np.diag(v), np.diag(z), np.trace(z), np.trace(z[:, :3]), np.inner(v, V), np.inner(v, z), np.inner(M, z),
            np.var(z), np.var(z, axis=0), z.std(axis=1, ddof=1), np.std(v, keepdims=True) * v, np.round(v),
            np.round(z, 2), np.round(100 * z, -1), round(k), v.round(1), z.copy()]
    out += [np.linspace(a, b, 5), np.linspace(0, a, 4, endpoint=False), np.linspace(v, V, 3), np.linspace(k, 2, 1)]
    out += [np.full_like(z, 2.0) * a, np.ones_like(z) * a, np.zeros_like(z) + a, (z > b) + (z > a), (z > b) * (z > a)]
    out += [1 * (z > b) + (z > a)]
    out += [np.sum(z > b), np.float64(2) * z, np.float64(2) - z, np.float64(0.5) < z, np.int64(2) ** z, abs(z),
            sum([a, b, k]), -z, +z]
    out += [z.mean(axis=0), np.float32(0.1) * z, np.ones(4, np.float32) + v, v.dot(V), np.add.reduce(z),
            np.multiply.reduce(z), np.maximum.reduce(z, axis=1)]
    T = fig.table(M)
    out += [T[n], T[n, 2], T[n, n], T[:, n], z[n, :], T[1, n], np.take(T, n, axis=1), np.take(z, n, axis=0),
            T[np.stack([n, 0])], v[n]]
    out += [T[n - 2], T[:, n - 3]]
    out += [v[np.argmax(v)], np.take(z, np.stack([n, n - n]), axis=1), np.rint(b).astype(int) + k,
            (a > b).astype(float), a.astype(bool)]
    for t in out:
        fig.line(np.arange(t.size), np.ravel(t) if t.ndim else [t])
    return fig


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # logarithms of negative numbers are compared too
def test_every_operation_agrees_with_numpy():
    report = parity(everything, n=200)
    assert report.worst < 2e-13
    assert report.exact > 0.97


SPECIAL = np.array([-np.inf, -2.0, -1.0, -0.5, -0.0, 0.0, 0.1, 0.5, 1.0, 2.0, np.inf, np.nan])


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_every_function_agrees_with_numpy_on_infinities_and_nan():
    def figure(at=None):
        fig = blank(at=at)
        x = SPECIAL + 0 * fig.slider("a", 0.0, 1.0, 0.5)
        for name in sorted(graph.UFUNCS):
            f = getattr(np, name)
            fig.line(np.arange(SPECIAL.size ** f.nin), np.ravel(f(*[x[:, None], x][2 - f.nin :])))
        return fig

    parity(figure, n=2)


def ending(end, before="", after=""):
    """Return how to make a figure whose line ends at end(a); in its JSON one text is changed, as a fault would."""
    def figure(at=None):
        fig = blank(at=at)
        fig.line([0, 1], [0.0, end(fig.slider("a", 0.0, 1.0, 0.5))])
        text = fig.json()
        assert before in text
        fig.json = lambda: text.replace(before, after) if before else text
        return fig

    return figure


def test_cancellation_is_no_difference():
    report = parity(ending(lambda a: np.exp(a) - np.exp(a + 1e-9)), n=50)
    assert report.exact < 1  # so there was something to forgive


@pytest.mark.parametrize(("figure", "says"), [
    (ending(lambda a: float(a.value)), "depends on an input's value"),  # what .value gives is frozen into the graph
    (ending(lambda a: np.exp(a) + 0.125, "0.125", "0.12500001"), "in NumPy"),
    (ending(np.exp, '"exp"', '"expm1"'), "in NumPy"),
], ids=["a frozen value", "a small difference", "a wrong kernel"])
def test_a_fault_is_seen(figure, says):
    with pytest.raises(AssertionError, match=says):
        parity(figure, n=3)


def test_page_and_tracer_know_the_same_functions():
    program = (ASSETS.folder / "script" / "program.js").as_uri()
    code = f"import {{ F }} from '{program}'; console.log(Object.keys(F).join(' '))"
    assert set(module(code).split()) == graph.UFUNCS | {"where"}


NUMBERS = [0.0, -0.0, 0.125, -0.125, -0.004, 3e-4, 1e-5, 123456.789, 9.995, 1 / 3, -1e7, 0.99996, 1e-300, np.inf,
           -np.inf, np.nan, 1e18]


def test_numbers_are_written_alike():
    tries = [(x, spec) for x in NUMBERS for spec in (".2f", ".0f", "+.1f", "d", ".3g", ".1g", ".3e", "+.2e", ".1%")]
    fig = blank()
    a = fig.slider("a", -1.0, 1.0, 0.0)
    for x, spec in tries:
        fig.readout("x", "{:" + spec + "}", a * 0 + x)
    _, said = in_node(fig.json(), [[0.0]])
    assert said[0] == [written(x, spec) for x, spec in tries]


ARRAYS = {
    "one": [0.1],
    "negative zero": [-0.0, 1.0],
    "even grid": np.linspace(-3, 3, 201),
    "rounded": np.round(np.sin(np.arange(50.0)), 3),
    "rounded with gaps": np.r_[np.nan, np.round(np.exp(np.arange(20.0) / 3), 2), np.inf, -np.inf],
    "not rounded": np.sin(np.arange(12.0)),
    "whole": np.arange(30.0) ** 2,
    "large": np.array([1e300, 2.0**60, -(2.0**53)] * 4),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_constants_arrive_as_they_were(name):
    a = np.array(ARRAYS[name])
    fig = blank()
    fig.slider("a", 0.0, 1.0, 0.0)
    fig.line(np.arange(a.size) ** 3, a)
    got, _ = in_node(fig.json(), [[0.0]])
    assert got.size == 1 + 2 * a.size
    np.testing.assert_array_equal(got[0, -a.size :], a)
    assert np.array_equal(np.signbit(got[0, -a.size :]), np.signbit(a))


def test_rounded_tables_are_stored_short():
    T = np.round(np.random.default_rng(0).random(1000), 3)
    assert len(json.dumps(constants.node(T))) < 5.2 * T.size

"""Tapes: what NumPy does on Slots is done at once, and again in the page, with what stays from one run to the next."""

import json

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from livefig import Figure, Tape, TraceError, draws, runs, sizes, slot
from tests.livefig.runs import at_steps

ALT = "A figure of a test, with axes from zero to one, that nobody will ever need to see."
STEPS = 3


def everything(tape, n):
    """Do all that can be recorded, on vectors of n numbers; everything ends up in rooms with names."""
    v, M = tape.slot("v", (n,), 0.5), tape.slot("M", (n, 3))
    at, seed = tape.slot("at", (n,), "range", int), tape.slot("seed", (6,), 12345.0)
    none = tape.slot("none", (n,), 0, int)
    v += draws.uniform(seed) * np.arange(n)
    assert isinstance(v, slot.Slot)
    v[0] = v[n - 1] - 1.0
    M[...] = v[:, None] * 2.0
    M[:, 1] -= 3.0
    M.T[2] *= v
    turned = M.T.copy()
    out = [M @ np.ones_like(M, shape=(3,)), np.dot(v, v), np.dot(np.ones_like(v), M), turned @ M, np.exp(-M)]
    out += [v + np.zeros_like(v), np.empty_like(M, shape=(2,)) * 0.0]
    out += [np.add.reduce(M), np.maximum.reduce(M), np.sum(M, axis=1), np.max(M, axis=1, keepdims=True), np.min(v)]
    out += [np.sum(M), M.ravel() / n, np.argmax(M, axis=1), np.count_nonzero(v > 1.0), np.where(v > 1.0, v, -v)]
    out += [np.take(M, at, axis=0), M[at, none], v.astype(float), np.multiply.reduce(turned)]
    bins = np.minimum(np.maximum(np.floor(v), 0.0), 3.0).astype(int)
    out += [np.bincount(bins, minlength=4), v % 0.7, v**2, np.logical_not(v > 1.0), np.hypot(v, v), np.log1p(np.abs(v))]
    v[at] -= 0.25
    M[at, none] = v * 0.5
    at[...] = n - 1 - at
    for k, result in enumerate(out):
        tape.slot(f"out {k}", result.shape)[...] = result


def recorded(sizes):
    tape = Tape()
    everything(tape, sizes["n"])
    return tape


class Kept(Tape):
    """A Tape whose rooms hold what an earlier one has left in those of their names."""

    def __init__(self, left):
        super().__init__()
        self.left = left

    def slot(self, name, shape, fill=0.0, dtype=float):
        made = super().slot(name, shape, fill, dtype)
        if name in self.left:
            made.value[...] = self.left[name].reshape(made.shape)
        return made


def in_numpy(n, steps):
    """The rooms after each step: each is done anew in the memory that the one before has left."""
    seen = [{}]
    for _ in range(steps):
        tape = Kept(seen[-1])
        everything(tape, n)
        seen.append({name: room.astype(float) for name, room in zip(tape.names, tape.rooms, strict=True) if name})
    return seen[1:]


def page_of(n, steps=STEPS):
    fig = Figure("A test", name="test", alt=ALT, xlim=(0, 1), ylim=(0, 1))
    fig.slider("a", 0, 1, 0)
    step = runs.Steps([sizes.template(recorded, "n")])
    count = fig.run(sizes={"n": n}, fill={}, follow={}, start=[], step=[step], look=[], speed=1, stop="v")
    fig.readout("step", "{:d}", count)
    return json.loads(fig.json())


@pytest.mark.parametrize("n", [2, 7, 40])
def test_the_page_does_again_what_numpy_did(n):
    seen = in_numpy(n, STEPS)
    got = at_steps(page_of(n), [0], STEPS, {name: len(room) for name, room in seen[0].items()})
    assert len(seen[0]) > 25
    for step, rooms in enumerate(seen):
        for name, room in rooms.items():
            assert np.allclose(got[name][step], room, rtol=1e-13, atol=1e-13), (name, step, got[name][step], room)


def test_what_one_step_leaves_the_next_one_finds():
    tape = Tape()
    v = tape.slot("v", (2,), 1.0)
    v *= 2.0
    assert_array_equal(v.value, [2.0, 2.0])
    v[0] += v[1]
    assert_array_equal(v.value, [4.0, 2.0])
    assert [line[0] for line in tape.code] == ["multiply", "add"]


@pytest.mark.parametrize(("act", "says"), [
    (lambda v: float(v[0]), "freeze"), (lambda v: bool(v[0] > 0), "no fixed truth value"),
    (lambda v: np.sort(v), "np.sort cannot be recorded"), (lambda v: np.asarray(v), "freeze"),
    (lambda v: v.reshape(2, 2).T.ravel(), "a copy"),
    (lambda v: v + np.array([3.0, 1.0, 4.0, 1.0]), "room with a name"), (lambda v: np.add(v, 1, where=True), "where"),
    (lambda v: v + Tape().slot("w", (4,)), "another Tape"), (lambda v: v.tape.slot("v", (1,)), "a room 'v' already"),
    (lambda v: np.bincount(v.astype(int), minlength=1), "clip"), (lambda v: v.astype(complex), "int and float"),
    (lambda v: np.matmul(v.reshape(1, 1, 4), v), "vectors and matrices"),
])  # fmt: skip
def test_what_a_page_could_not_repeat_is_refused(act, says):
    v = Tape().slot("v", (4,), 2.0)
    with pytest.raises(TraceError, match=says):
        act(v)


@pytest.mark.parametrize(("factors", "says"), [
    (lambda n: [2.0] * (n % 2), "instructions"),
    (lambda n: [1 / n], r"no sum of products of two sizes: 0\.\d+ at \{'n': \d+\}")])
def test_what_depends_on_the_sizes_in_another_way_is_refused(factors, says):
    def record(sizes):
        tape = Tape()
        v = tape.slot("v", (sizes["n"],))
        for factor in factors(sizes["n"]):
            v *= factor
        return tape

    with pytest.raises(TraceError, match=says):
        sizes.template(record, "n")


def with_steps(fig, step):
    fig.run(sizes={}, fill={}, follow={}, start=[], step=step, look=[], speed=1, stop="v")


@pytest.mark.parametrize(("act", "error", "says"), [
    (lambda fig: with_steps(fig, [runs.Steps([Tape()])]), TraceError, "template"),
    (lambda fig: (fig.slider("step", 0, 1, 0), with_steps(fig, [])), ValueError, "another name"),
    (lambda fig: fig.field(np.zeros((3, 4, 2)), points="points", out="out", steps=[], colors=("truth", "model")),
     ValueError, r"shape \(side, side, 2\)"),
])
def test_steps_and_fields_that_no_page_can_make_are_refused(act, error, says):
    with pytest.raises(error, match=says):
        act(Figure("A test", name="test", alt=ALT, xlim=(0, 1), ylim=(0, 1)))

"""Experiments over a grid, computed by any executor and stored as small tables that say how they were made.

A Sweep is a function of one cell and the axes of its grid.  `compute` hands the cells to a concurrent.futures
executor (a process pool, or a cluster that offers the same interface); the chapter reads the stored table, and a test
recomputes some of its cells.
"""
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from hw0.networks import gradients, overfitting, signals, tangents, trainability
from hw0.networks.model import Network
from hw0.networks.remedies import NormalizedNetwork, ResidualNetwork
from hw0.networks.training import Diverged

FOLDER = Path(__file__).with_name("tables")
COMMAND = "make sweeps"


@dataclass(frozen=True)
class Sweep:
    """An experiment over a grid.

    Attributes
    ----------
    name, about : the name of its table, and one sentence on what a cell holds
    axes : name -> values; cell takes one value of each, by name, and returns whole numbers

    Examples
    --------
    >>> sweep = sweeps.Sweep("products", "x times y", {"x": (1, 2), "y": (3, 4, 5)}, lambda x, y: x * y)
    >>> sweep.shape, sweep.cells()[-1]
    ((2, 3), {'x': 2, 'y': 5})
    """

    name: str
    about: str
    axes: dict[str, tuple]
    cell: Callable

    def cells(self):
        """The arguments of every cell, as a list of dicts in the order of the table."""
        return [dict(zip(self.axes, values, strict=True)) for values in itertools.product(*self.axes.values())]

    @property
    def shape(self):
        """The lengths of the axes."""
        return tuple(map(len, self.axes.values()))


def compute(sweep, executor, *, done=lambda: None):
    """The table of a Sweep: an int array of its shape, followed by the shape of one cell.

    Results do not depend on the executor or the order of the work; done() is called once per cell.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> sweep = sweeps.Sweep("products", "x times y", {"x": (1, 2), "y": (3, 4, 5)}, lambda x, y: x * y)
    >>> sweeps.compute(sweep, ThreadPoolExecutor(2))
    array([[ 3,  4,  5],
           [ 6,  8, 10]])
    """
    cells, results = sweep.cells(), []
    for result in executor.map(_call, [sweep.cell] * len(cells), cells):
        results.append(np.asarray(result, int))
        done()
    return np.array(results).reshape(*sweep.shape, *results[0].shape)


def save(sweep, table, folder=FOLDER):
    """Write a table with the command, the axes and the seeds that made it.

    >>> import pathlib, tempfile
    >>> sweep = sweeps.Sweep("products", "x times y", {"x": (1, 2)}, lambda x: x)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sweeps.save(sweep, np.array([1, 2]), pathlib.Path(folder))
    """
    folder.mkdir(exist_ok=True)
    stored = {"about": sweep.about, "command": COMMAND, "axes": sweep.axes, "shape": table.shape}
    text = json.dumps(stored, indent=1) + "\n" + json.dumps(table.ravel().tolist(), separators=(",", ":")) + "\n"
    (folder / f"{sweep.name}.json").write_text(text, encoding="utf-8")


@cache
def load(name):
    """The stored table of the Sweep of this name, int and read-only.

    Raises ValueError if it was made on another grid than the Sweep now has.

    >>> sweeps.load("overfit").shape
    (2, 21, 23, 5)
    """
    sweep = next((s for s in SWEEPS if s.name == name), None)
    if sweep is None:
        raise ValueError(f"there is no table {name!r}; there are {', '.join(s.name for s in SWEEPS)}.")
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    head, end = json.JSONDecoder().raw_decode(text)
    if head["axes"] != json.loads(json.dumps(sweep.axes)):
        raise ValueError(f"the table {name} was made on another grid: run {COMMAND}.")
    table = np.array(json.loads(text[end:])).reshape(head["shape"])
    table.setflags(write=False)
    return table


def _call(cell, arguments):
    return cell(**arguments)


def _log_grid(low, high, per_decade):
    """Powers of ten from 10^low to 10^high, rounded to three digits, so that the stored grid reads well."""
    n = round((high - low) * per_decade) + 1
    return tuple(float(f"{10.0 ** (low + k / per_decade):.3g}") for k in range(n))


def _right(depth, scale, lr, seed):
    return overfitting.run(depth, scale, lr, seed).right[-1]


def _right_of_large_inputs(depth, scale, lr, seed):
    return overfitting.run(depth, scale, lr, seed, inputs=3072).right[-1]


def _right_from_he(inputs, depth, lr, seed):
    return overfitting.run(depth, "he", lr, seed, inputs=inputs).right[-1]


def _right_far_out(depth, scale, felt, seed):
    return overfitting.run(depth, scale, felt * trainability.edges(scale, depth)[0], seed).right[-1]


def _right_elsewhere(depth, setting, scale, lr, seed):
    return overfitting.run(depth, scale, lr, seed, **ELSEWHERE_IS[setting]).right[-1]


def _right_of_variant(depth, variant, lr, seed):
    return overfitting.run(depth, "he", lr, seed, **VARIANT[variant]).right[-1]


def _by_width(parametrisation, width, lr, seed):
    """Right answers, 1000 * log10 of the loss of all examples, and 100 * the way that the activations of the last
    hidden layer have gone, over their size at the start; zeros after a divergence."""
    trainer = overfitting.begin(5, "he", lr, seed, width=width, base=BASE[parametrisation])
    model, X = trainer.model, trainer.X
    before = model.hidden(X)[-1]
    try:
        trainer.run(overfitting.EPOCHS)
    except Diverged:
        return [0, 0, 0]
    right, loss = trainer.history.train_score[-1] * overfitting.EXAMPLES, model.loss_and_grads(X, trainer.y)
    moved = signals.rms(model.hidden(X)[-1] - before) / signals.rms(before)
    return np.rint([right, 1000 * np.log10(loss), 100 * moved]).astype(int)


def _at_start(inputs, depth, seed):
    """1000 * log10 of K, of f and of the largest curvature, and 1000 * mean cosine of the last activations."""
    model, X, _, _ = overfitting.start(depth, "he", seed, inputs=inputs)
    sizes = tangents.kernel_size(model, X), signals.rms(model.scores(X)), tangents.curvature(model, X)
    return np.rint([*1000 * np.log10(sizes), 1000 * signals.mean_cosine(model.hidden(X)[-1])]).astype(int)


def _inside(depth, scale, lr):
    """Right answers and 100 * loss after each epoch, then the histograms of four layers (zeros for absent ones)."""
    run = overfitting.run(depth, scale, lr, seed=0)
    loss = np.where(np.isfinite(run.loss), np.minimum(100 * np.nan_to_num(run.loss), 10**6), -1)
    layers = np.zeros((4, run.histogram.shape[1]), int)
    layers[:depth - 1] = run.histogram
    return np.concatenate([run.right, np.rint(loss).astype(int), layers.ravel()])


def _gradient_check(reg, seed):
    """100 * log10 of three errors of a right gradient, then the number of entries whose difference crosses a kink.

    The errors: element-wise, norm-wise, norm-wise without those entries.
    """
    rng = np.random.default_rng(seed)
    model = Network((15, 20, 30, 10), rng=rng, scale=5e-2, reg=reg)
    found = gradients.check_network(model, rng.standard_normal((2, 15)), rng.integers(10, size=2))
    errors = gradients.rel_error(*found[:2]), gradients.norm_error(*found[:2]), found.error
    return [*np.rint(100 * np.log10(errors)).astype(int), int(np.sum(~found.smooth))]


DEPTHS = (3, 5, 7, 10, 15, 20, 30, 50)
VARIANT = {
    "as it is": {}, "hinge loss": {"loss": "hinge"}, "150 epochs": {"epochs": 150}, "width 25": {"width": 25},
    "width 400": {"width": 400}, "batch normalisation": {"network": NormalizedNetwork},
    "residual connections": {"network": ResidualNetwork}}
ELSEWHERE_IS = {"width 25": {"width": 25}, "width 200": {"width": 200}, "5 epochs": {"epochs": 5},
                "80 epochs": {"epochs": 80}}
BASE = {"one rate": None, "maximal update": overfitting.WIDTH}

OVERFIT = Sweep(
    "overfit", "of 50 examples, how many are right after 20 epochs of SGD",
    {"depth": (3, 5), "scale": _log_grid(-2.25, 0.25, 8), "lr": _log_grid(-5, 0.5, 4), "seed": (0, 1, 2, 3, 4)}, _right)
HE = Sweep(
    "he", "of 50 examples, how many are right after 20 epochs of SGD from He's initialisation",
    {"inputs": (64, 3072), "depth": DEPTHS, "lr": _log_grid(-3.5, 0.5, 4), "seed": (0, 1, 2, 3, 4)}, _right_from_he)
AT_START = Sweep(
    "at_start", "1000 * log10 of K, f and the largest curvature at He's start, 1000 * mean cosine of the last layer",
    {"inputs": (64, 3072), "depth": DEPTHS, "seed": (0, 1, 2, 3, 4)}, _at_start)
LARGE_INPUTS = Sweep(
    "large_inputs", "the same as overfit for 3072 inputs, which LEAST and MOST have never seen",
    {"depth": (3, 5), "scale": _log_grid(-2.25, 0.25, 4), "lr": _log_grid(-6, 0, 4), "seed": (0, 1, 2)},
    _right_of_large_inputs)
ELSEWHERE = Sweep(
    "elsewhere", "the same as overfit for other widths and budgets, which LEAST and MOST have never seen",
    {"depth": (3, 5), "setting": tuple(ELSEWHERE_IS), "scale": _log_grid(-2.25, 0.25, 4),
     "lr": _log_grid(-5, 0.5, 2), "seed": (0, 1, 2)}, _right_elsewhere)
FAR_OUT = Sweep(
    "far_out", "the same as overfit at scales beyond its map; felt is lr * K / f",
    {"depth": (3, 5, 7), "scale": (1.0, 10.0, 100.0), "felt": _log_grid(0, 3, 4), "seed": (0, 1, 2)}, _right_far_out)
VARIANTS = Sweep(
    "variants", "the same as he for 64 inputs, and for runs that differ from it in one thing",
    {"depth": (5, 20), "variant": tuple(VARIANT), "lr": _log_grid(-3, 0.5, 2), "seed": (0, 1, 2, 3, 4)},
    _right_of_variant)
WIDTHS = Sweep(
    "widths", "of 50 examples, how many five layers know after 20 epochs from He's initialisation, 1000 * log10 of "
    "their loss, 100 * how far the last hidden layer has moved",
    {"parametrisation": tuple(BASE), "width": (25, 50, 100, 200, 400, 800), "lr": _log_grid(-3, 0.25, 4),
     "seed": (0, 1, 2, 3, 4)}, _by_width)
OTHER_DEPTH = Sweep(
    "other_depth", "the same as overfit for a depth that LEAST and MOST have never seen",
    {"depth": (7,), "scale": _log_grid(-2.25, 0.25, 8), "lr": _log_grid(-5, 0.5, 4), "seed": (0, 1, 2)}, _right)
INSIDE = Sweep(
    "inside",
    "one run: right answers and 100 * loss after each of 20 epochs, then four histograms of activations in percent",
    {"depth": (3, 5), "scale": _log_grid(-2, 0, 4), "lr": _log_grid(-4, 0.5, 2)}, _inside)
GRADIENT_CHECK = Sweep(
    "gradient_check",
    "100 * log10 of the element-wise, norm-wise and kink-aware error of a right gradient, and the kinks",
    {"reg": (0.0, 3.14), "seed": tuple(range(200))}, _gradient_check)

SWEEPS = (OVERFIT, HE, AT_START, LARGE_INPUTS, ELSEWHERE, FAR_OUT, VARIANTS, WIDTHS, OTHER_DEPTH, INSIDE,
          GRADIENT_CHECK)

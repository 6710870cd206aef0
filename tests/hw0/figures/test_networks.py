"""The live figures of chapter 6: parity with NumPy, that they show what they say, and the training panel."""
import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.testing import assert_allclose

from hw0 import datasets
from hw0.figures.networks import FIGURES, TrainingPanel, backward, inside, law_ends, reach
from hw0.figures.networks.law_ends import DEPTHS, INPUTS, RATES, derived_edges, own_edges
from hw0.figures.networks.reach import HIDDEN, SCALES, SHOWN, measured
from hw0.networks import (
    affine_backward,
    affine_forward,
    overfitting,
    relu_backward,
    relu_forward,
    signals,
    squared_loss,
    sweeps,
    tangents,
    trainability,
)
from livefig.words import spoken, written
from tests.hw0.figures.told import assert_true_everywhere, sentences
from tests.livefig.parity import parity


@pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)
def test_every_number_and_sentence_agrees_with_the_page(factory):
    with np.errstate(all="ignore"):
        report = parity(factory)
    assert report.values > 10 * report.states


START = {"x1": 1.0, "x2": -1.0, "w11": 1.5, "w12": -0.5, "w21": 0.5, "w22": 1.0, "b1": 0.5, "b2": 0.5, "v1": 1.0,
         "v2": -1.5, "c": 0.0, "y": 0.5}


@pytest.mark.parametrize("at", [{}, {"w11": -2.0, "x2": 1.5, "y": 2.0}, {"b1": -2.0}, {"b2": 2.0, "v1": 0.25, "y": -1}])
def test_the_backward_pass_shows_what_the_layers_compute(at):
    v = START | at
    X, W1, b1 = [[v["x1"], v["x2"]]], [[v["w11"], v["w12"]], [v["w21"], v["w22"]]], [v["b1"], v["b2"]]
    W2, b2 = [[v["v1"]], [v["v2"]]], [v["c"]]
    Z = affine_forward(X, W1, b1)
    A = relu_forward(Z)
    scores = affine_forward(A, W2, b2)
    loss, ds = squared_loss(scores, [[v["y"]]])
    dA, dW2, db2 = affine_backward(ds, A, W2, b2)
    dZ = relu_backward(dA, Z)
    dX, dW1, db1 = affine_backward(dZ, X, W1, b1)
    for node, gradient in enumerate(([1.0], -ds, ds, db2, dW2, dA, dZ, db1, dW1, dX)):
        shown = re.findall(r"[−\d.]+", sentences(backward, node=node, **at)[0].rpartition("= ")[2].rstrip("."))
        assert_allclose([float(n.strip(".").replace("−", "-")) for n in shown], np.ravel(gradient), atol=0.005 + 1e-9)
    values = [mark["text"] for mark in backward(at=at).spec["panels"][0]["marks"] if mark["type"] == "text"]
    numbers = [float(part[0].value) for parts in values for part in parts if not isinstance(part, str)]
    assert {*np.round(np.ravel(Z), 9), *np.round(np.ravel(A), 9), round(loss, 9)} <= {*np.round(numbers, 9)}


def product(node, **at):
    """The numbers that the right panel shows: the row that arrives, the Jacobian and their product."""
    marks = [m for m in backward(at={"node": node, **at}).spec["panels"][1]["marks"] if m["type"] == "text"]
    seen = [(float(m["x"].value), float(m["y"].value), float(m["text"][0][0].value)) for m in marks
            if not isinstance(m["text"][0], str) and np.isfinite(m["x"].value)]
    low = min(y for _, y, _ in seen)
    edge = max(x for x, y, _ in seen) - 0.5 - len({x for x, y, _ in seen if y > low}) + 1
    bottom = sorted((x, v) for x, y, v in seen if y == low)
    upper = sorted((-y, x, v) for x, y, v in seen if y > low)
    row, out = [v for x, v in bottom if x < edge], [v for x, v in bottom if x > edge]
    return np.array(row), np.reshape([v for *_, v in upper], (len(row), len(out))), np.array(out)


@pytest.mark.parametrize(("node", "shape"), [
    (0, (1, 1)), (1, (1, 1)), (2, (1, 1)), (3, (1, 1)), (4, (1, 2)), (5, (1, 2)), (6, (2, 2)), (7, (2, 2)),
    (8, (2, 4)), (9, (2, 2))])
def test_the_chosen_gradient_is_written_as_a_row_times_a_jacobian(node, shape):
    row, jacobian, out = product(node, b2=1.75)
    assert jacobian.shape == shape
    assert_allclose(row @ jacobian, out)
    assert np.any(out)


def test_every_value_of_the_backward_pass_is_a_button():
    fig = backward()
    picks = [m["pick"][:2] for m in fig.spec["panels"][0]["marks"] if "pick" in m]
    assert picks == [[0, k] for k in range(len(fig.spec["inputs"][0]["names"]))]


def test_what_is_measured_in_the_layers_lies_near_the_prediction():
    (bare, _, normalised), (bare_back, _, normalised_back) = measured()
    for scale, activation, gradient in zip(SCALES, bare, bare_back, strict=True):
        gain = signals.gain(scale, 100)
        assert np.all(np.abs(np.log(activation / gain**SHOWN)) < 0.25 * np.sqrt(SHOWN))
        assert np.all(np.abs(np.log(gradient / gain ** (1.0 * HIDDEN - SHOWN))) < 0.25 * np.sqrt(HIDDEN + 1 - SHOWN))
    assert_allclose(normalised, np.sqrt(0.5), rtol=0.03)
    assert_allclose(normalised_back[..., :-1] ** (1 / (HIDDEN - SHOWN[:-1])), signals.NORMALIZED_BACK, rtol=0.07)


def test_the_reach_of_a_residual_net_is_predicted_nowhere():
    for layers in range(3):
        for panel in reach(at={"layers": layers}).spec["panels"]:
            assert np.any(np.isfinite(panel["marks"][0]["y"].value)) == (layers != 1)


def told_of_the_reach(scale, layers):
    gain = SCALES[int(scale)] * np.sqrt(100 / 2)
    activation, gradient = (part[int(layers), int(scale)] for part in measured())
    grown = activation[-1] / activation[0]
    return ("each ReLU leaves half of the mean square. Backward each layer multiplies by 1.21." if layers == 2 else
            f"activations grow {written(grown, '.3g')} times from the first layer to the last, and gradients "
            f"{written(gradient[0], '.3g')} times" if layers == 1 else
            f"{written(activation[-1], '.2g')} times the signal, and {written(gradient[0], '.2g')} times the gradient"
            if 0.9 < gain < 1.1 else f"each layer keeps {written(gain, '.0%')}" if gain < 1 else
            f"each layer enlarges the signal {written(gain, '.1f')} times")


def test_the_reach_says_what_is_so_wherever_a_reader_moves():
    assert_true_everywhere(reach, told_of_the_reach, [{"scale": 9, "layers": 0}])


@pytest.mark.parametrize(("scale", "rate", "depth"), [(4, 6, 1), (0, 0, 0), (8, 2, 1), (8, 9, 1)])
def test_the_curves_are_those_of_the_run_at_the_sliders(scale, rate, depth):
    s, lr = (sweeps.INSIDE.axes[name][k] for name, k in (("scale", scale), ("lr", rate)))
    run = overfitting.run((3, 5)[depth], s, lr, seed=0)
    fig = inside(at={"scale": scale, "rate": rate, "depth": depth})
    line = fig.spec["panels"][0]["marks"][depth]
    assert np.max(np.abs(np.ravel(line["y"].value) - run.right)) <= 1
    shares = next(spoken(item) for item in fig.spec["said"] if "headers" in item)[0][1:]
    shown = [float(s) for s in shares if s != "–"]
    assert_allclose(shown, run.histogram[:, 0] if np.any(run.histogram) else [], atol=1)


@pytest.mark.parametrize(("scale", "rate", "says"),
                         [(4, 7, "Both nets know"), (6, 6, "Three layers know"), (0, 0, "Neither net"),
                                                     (8, 9, "Both runs diverged"), (8, 2, "Five layers know")])
def test_the_inside_says_who_got_there(scale, rate, says):
    assert says in sentences(inside, scale=scale, rate=rate)[0]


@pytest.fixture
def panel():
    X, y = datasets.spirals(20, rng=np.random.default_rng(0))
    made = TrainingPanel(datasets.Split(X, y, X, y))
    made.choices["epochs"].value = 3
    yield made
    made.box.close()


def test_the_panel_is_a_note_where_no_kernel_runs(panel):
    bundle = panel._repr_mimebundle_()
    assert "download the notebook and run its cells" in bundle["text/html"]
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == panel.box.model_id
    assert "0x" not in bundle["text/plain"]


def alone(coroutine):
    """Run a coroutine in a thread of its own: a browser that another test keeps open has an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def test_the_panel_trains_to_the_end(panel):
    alone(panel.train())
    assert panel.trainer.epoch == 3
    assert panel.progress.value == 1.0
    assert re.fullmatch(r"Epoch 3 of 3, loss [\d.]+, [\d.]+% of new digits right: done\.", panel.words.value)
    assert panel.curve.value.count("polyline") == 2
    assert not panel.start.disabled


def test_the_panel_stops_and_goes_on_with_the_same_run(panel):
    panel.choices["epochs"].value = 200
    panel.data = datasets.Split(*datasets.spirals(2000, rng=np.random.default_rng(0)), panel.data.X, panel.data.y)

    async def pressed():
        going = asyncio.ensure_future(panel.train())
        while not (panel.trainer and panel.trainer.epoch):
            await asyncio.sleep(0.001)
        panel._halt()
        await going
    alone(pressed())
    stopped, steps = panel.trainer, len(panel.trainer.history.loss)
    assert 0 < panel.trainer.epoch < 200
    assert "Start goes on from here" in panel.words.value
    panel.choices["epochs"].value = stopped.epoch + 1
    alone(panel.train())
    assert panel.trainer is stopped
    assert len(stopped.history.loss) > steps


def test_a_changed_choice_begins_anew(panel):
    alone(panel.train())
    first = panel.trainer
    panel.choices["width"].value = 50
    assert panel.trainer is None
    alone(panel.train())
    assert panel.trainer is not first
    assert panel.trainer.model.sizes == (2, 50, 50, 3)


def test_the_panel_tells_of_a_divergence(panel):
    panel.choices["he"].value, panel.choices["scale"].value, panel.choices["rate"].value = False, 10**0.5, 10.0
    panel.choices["layers"].value, panel.choices["epochs"].value = 6, 200
    alone(panel.train())
    assert "training diverges" in panel.words.value
    assert panel.trainer is None
    assert panel.stop.disabled


def test_the_rates_that_are_enough_are_those_of_the_stored_runs_and_lie_above_the_lower_edge_of_the_law():
    learnt = trainability.learnt(sweeps.load("he"))
    for which, d in enumerate(INPUTS):
        squares = law_ends(at={"which": which}).spec["panels"][0]["marks"][5 * which]
        i, j = np.nonzero(learnt[which])
        assert_allclose(squares["x"].value, DEPTHS[i])
        assert_allclose(squares["y"].value, RATES[j])
        assert np.all(derived_edges(d)[0][i] < RATES[j])
        assert not learnt[which][DEPTHS >= 20].any()


def test_own_edges_come_from_what_was_measured_at_the_start():
    model, X, *_ = overfitting.start(5, "he", 0, inputs=64)
    below, above = own_edges()
    f = signals.rms(model.scores(X))
    assert_allclose(below[0, 1, 0], trainability.LEAST * f / tangents.kernel_size(model, X), rtol=5e-3)
    assert_allclose(above[0, 1, 0], 12 / tangents.curvature(model, X), rtol=5e-3)


def test_where_the_law_ends_is_said_for_each_depth():
    assert "6 of 17 rates are enough, from 0.018 to 0.32" in sentences(law_ends, k=2)[0]
    assert "one rate of 17" in sentences(law_ends, k=4)[0]
    right = np.median(sweeps.load("he")[0, 5], axis=-1)
    assert f"leaves {right.max():.0f} right answers" in sentences(law_ends, k=5)[0]

"""hw0.relu_elbow.fates: the stored map comes out again, its shares are shares, and an eighth is born dead by area."""
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from hw0.networks.sweeps import compute, save
from hw0.relu_elbow import fates, many_runs, relu_network, zigzag
from tools import sweeps

TABLES = fates.TABLE.parent


@pytest.mark.parametrize("start, lr, h", [("elbows spread", 0.1, 2), ("weights and biases uniform", 0.3, 4),
                                          ("biases zero", 0.02, 8)])
def test_a_sample_of_the_stored_table_comes_out_again(start, lr, h):
    """Up to two units, or a run: other processors round otherwise, and training may blow that up."""
    stored = fates.table()[list(fates.STARTS).index(start), fates.RATES.index(lr), fates.WIDTHS.index(h)]
    again = fates.cell(start, lr, h)
    assert abs(again[0] - stored[0]) <= 1
    assert np.all(np.abs(again - stored) <= 2 + h * abs(again[0] - stored[0]))


def test_the_shares_are_those_of_the_counts():
    for few in fates.LOST:
        found = fates.shares(few)
        assert_allclose(np.sum(found, axis=0), 1.0)
        assert np.all(found >= 0)
    assert np.all(np.diff([fates.shares(few)[2] for few in fates.LOST], axis=0) >= 0)


def test_the_deaths_of_a_run_are_told_from_its_path():
    """Step by step, by the package's own training: when a unit died, and at how many points it was active before."""
    start, h, lr, seeds = relu_network.initial, 6, 0.2, range(6)
    nets, orders = many_runs.starts(h, len(zigzag.X), epochs=3, seeds=seeds, draw=start)
    ends, dead = many_runs.train(nets, orders, zigzag.X, zigzag.target(), lr=lr), 0
    for row, seed in enumerate(seeds):
        rng = np.random.default_rng(seed)
        path = relu_network.train(start(h, rng=rng), zigzag.X, zigzag.target(), lr=lr, epochs=3, rng=rng)
        active = np.sum(path.W1[..., None] * zigzag.X + path.b[..., None] > 0, axis=2)
        for unit in range(h):
            alive = np.flatnonzero(active[:, unit])
            died = active[-1, unit] == 0
            assert ends.lost[row, unit] == (active[alive[-1], unit] if died else -1)
            dead += died
    assert dead >= 3


def test_an_eighth_of_the_uniform_units_is_born_dead_as_the_area_says():
    rng = np.random.default_rng(0)
    net = fates.uniform(200_000, rng=rng)
    inside = net.b <= -2 * np.abs(net.W1)           # the wedge of units that no point from -2 to 2 reaches
    assert_array_equal(inside[:500], relu_network.dead(relu_network.Network(*(p[:500] for p in net)), zigzag.X))
    assert abs(np.mean(inside) - 1 / 8) < 0.003
    born = fates.table()[list(fates.STARTS).index("weights and biases uniform"), 0, :, fates.COUNTS.index("born")]
    assert abs(np.sum(born) / (100 * np.sum(fates.WIDTHS)) - 1 / 8) < 0.02


def test_a_table_is_stored_where_and_as_it_is_read(tmp_path, monkeypatch):
    stored, asked = fates.table(), []

    def cell(start, lr, h):
        asked.append((start, lr, h))
        return stored[list(fates.STARTS).index(start), fates.RATES.index(lr), fates.WIDTHS.index(h)]

    with ThreadPoolExecutor(1) as executor:
        computed = compute(replace(sweeps.FATES, cell=cell), executor)
    assert len(set(asked)) == 120
    save(sweeps.FATES, computed, tmp_path)
    assert (tmp_path / "fates.json").read_bytes() == fates.TABLE.read_bytes()
    monkeypatch.setattr(fates, "TABLE", tmp_path / "fates.json")
    assert_array_equal(fates.table.__wrapped__(), stored)
    assert sweeps.FOLDERS["fates"] == TABLES


@pytest.mark.parametrize(("call", "says"), [
    (lambda: fates.shares(3), "few must be one of"), (lambda: fates.cell("zeros", 0.1, 2), "start must be one of")])
def test_what_was_not_counted_is_named(call, says):
    with pytest.raises(ValueError, match=says):
        call()

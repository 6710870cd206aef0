"""What a training step costs: no new memory, no new pages, and what importing the package loads."""
import resource
import sys
import tracemalloc

import numpy as np
import pytest

from hw0.networks import SGD, Adam, Network, Trainer


def small():
    """A Trainer of a linear net whose every step is an epoch."""
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((64, 4)), rng.integers(3, size=64)
    return Trainer(Network((4, 3), rng=rng), X, y, optimizer=SGD(1e-3), rng=rng, batch_size=64)


def settled(width, rule=SGD, dtype=np.float32, n=1000, **knobs):
    """A Trainer that has done what allocates: two epochs, and the first step of the third."""
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((n, width)).astype(dtype), rng.integers(10, size=n)
    run = Trainer(Network((width, 100, 100, 10), rng=rng, dtype=dtype), X, y, optimizer=rule(1e-4), rng=rng,
                  batch_size=100, **knobs)
    run.run(2)
    run.step()
    return run


@pytest.mark.parametrize("rule", [SGD, Adam])
@pytest.mark.parametrize("width", [64, 3072])
def test_a_step_allocates_next_to_nothing(width, rule):
    run = settled(width, rule)
    tracemalloc.start()
    try:
        for _ in range(3):
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            run.step()
            assert tracemalloc.get_traced_memory()[1] - before < 64_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="macOS and Windows count page faults otherwise")
@pytest.mark.parametrize("rule", [SGD, Adam])
@pytest.mark.parametrize("width", [64, 3072])
def test_a_step_touches_no_new_page(width, rule):
    """In most windows of two steps; Python itself may open a page for its small objects now and then."""
    run = settled(width, rule, n=2000)
    faults = []
    for _ in range(9):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        run.step()
        run.step()
        faults.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
    assert run.epoch == 2
    assert np.median(faults) == 0


def test_ten_thousand_steps_grow_by_their_history_only():
    run = small()
    run.run(10)
    tracemalloc.start()
    try:
        run.run(100)
        before = tracemalloc.get_traced_memory()[0]
        run.run(10_100)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    # loss, two scores and the rate of every step, which is an epoch here
    numbers = 4 * 10_000
    assert grown < numbers * (sys.getsizeof(1.0) + 2 * 8)       # each a float and, with slack, its place in a list

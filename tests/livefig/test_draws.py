"""livefig.draws: a generator draws what a page draws, and nothing else."""
import numpy as np
import pytest

from livefig import draws


@pytest.mark.parametrize("seed", [-1, 4001, 0.5])
def test_a_seed_is_one_that_a_page_has(seed):
    with pytest.raises(ValueError, match="whole number from 0 to 4000"):
        draws.generator(seed)


@pytest.mark.parametrize("method", ["random", "normal", "integers", "choice", "shuffle", "permuted"])
def test_what_no_page_draws_is_refused(method):
    with pytest.raises(TypeError, match="standard_normal, uniform and permutation only"):
        getattr(draws.generator(0), method)(3)


def test_what_a_page_draws_has_the_shape_the_range_and_the_spread_that_are_asked_for():
    rng = draws.generator(7)
    spread, normal = rng.uniform(2.0, 5.0, 400), rng.standard_normal((3, 200))
    assert spread.shape == (400,)
    assert 2.0 <= np.min(spread) < 2.1 < 4.9 < np.max(spread) < 5.0  # misses an end for one seed in 390,000
    assert normal.shape == (3, 200)
    assert [np.mean(normal), np.std(normal)] == pytest.approx([0, 1], abs=0.2)  # five standard errors of the mean
    assert sorted(rng.permutation(9)) == list(range(9))

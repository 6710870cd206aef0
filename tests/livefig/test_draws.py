"""livefig.draws: a generator draws what a page draws, and nothing else."""
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

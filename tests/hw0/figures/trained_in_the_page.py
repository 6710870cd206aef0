"""A net that trains in the page, step by step beside the Trainer of the package."""

import numpy as np
from numpy.testing import assert_allclose

from tests.extent import some
from tests.livefig.runs import at_steps

# As a share of the largest parameter.  Sums of products in another order, and exp and log of another library, differ in
# the last digit; where a unit is close to its bend, training makes more of such a difference.
TOLERANCE = 1e-9
STEPS = 1000


def steps_of(at):
    """How many steps are made with these settings: a thousand with those that readers find, else fewer on most runs."""
    return some(STEPS, 250 if at else STEPS)


def assert_trains_like(trainer, page, row, steps):
    """Fail unless the figure `page`, at the inputs' values `row`, makes the trainer's next steps."""
    got = at_steps(page, row, steps, {"params": trainer.model.params.size, "loss": 1})
    for step, (params, loss) in enumerate(zip(got["params"], got["loss"], strict=True), 1):
        assert_allclose(loss[0], trainer.step(), rtol=TOLERANCE, atol=TOLERANCE, err_msg=f"the loss of step {step}")
        most = np.max(np.abs(trainer.model.params))
        assert_allclose(params, trainer.model.params, rtol=0, atol=TOLERANCE * most, err_msg=f"after step {step}")
    assert len(got["loss"]) == steps

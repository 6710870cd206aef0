"""Hypothesis, kept to what a check needs: instances that are the same in every run, and the smallest that refutes.

Hypothesis mixes constants into its draws that it collects from the source of whatever modules are loaded, and
caches them in a folder .hypothesis in the working directory.  A verdict would then differ between a test run
and a notebook, so that is switched off while we draw.
"""

from random import Random
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, Verbosity, find, settings
from hypothesis.errors import NoSuchExample
from hypothesis.internal.conjecture.providers import HypothesisProvider

SEED = 5


def sample(strategy, size, seed=SEED):
    """Up to `size` values of the strategy, the simplest first; fewer if the strategy has no more."""
    drawn = []
    _find(strategy, drawn.append, size, seed)  # append returns None: the search never ends early
    return drawn


def smallest(strategy, condition, size):
    """The simplest value found that meets the condition, or None if `size` draws meet none."""
    return _find(strategy, condition, size)


def _find(strategy, condition, size, seed=SEED):
    quiet = settings(max_examples=size, derandomize=True, database=None, deadline=None, verbosity=Verbosity.quiet,
                     phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck))
    # create=True: a release that draws no constants needs no switch.
    with patch.object(HypothesisProvider, "_maybe_draw_constant", lambda *_, **__: None, create=True):
        try:
            return find(strategy, condition, settings=quiet, random=Random(seed))
        except NoSuchExample:
            return None

"""The demonstration figures: their programs in Node against NumPy."""

import pytest

from tests.livefig.demos import FIGURES
from tests.livefig.parity import parity


@pytest.mark.parametrize("factory", FIGURES, ids=lambda f: f.__name__)
def test_every_number_and_sentence_agrees(factory):
    report = parity(factory)
    assert report.values > 10_000
    assert report.texts >= report.states
    assert not report.dashes

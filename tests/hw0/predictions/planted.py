"""Faults that are planted in a package to see that the outcome of a prediction is computed with it."""

from typing import NamedTuple

import pytest

from hw0.predictions import PREDICTIONS


class Fault(NamedTuple):
    """A function of a package that does something else."""

    part: str
    module: object
    name: str
    instead: object


def _right(prediction):
    try:
        return prediction.right()
    except ValueError as error:
        return str(error)


def faults_are_noticed(faults):
    """Return the test that each fault changes what is right, or leaves no choice that agrees."""

    @pytest.mark.parametrize("fault", faults, ids=lambda fault: fault.part)
    def test(fault, monkeypatch):
        prediction = PREDICTIONS[fault.part]
        before = prediction.right()
        monkeypatch.setattr(fault.module, fault.name, fault.instead)
        assert _right(prediction) != before

    return test
